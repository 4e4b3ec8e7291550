import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isRunning } from '../../sensors/process-identity.ts'
import { STOP_FILE } from '../../sensors/sample-format.ts'
import type { SamplerState } from './state.ts'

/** Time the sampler is given before it is killed, and then to be gone, ms: together half a second. */
const GRACE_MS = 350
const KILL_MS = 150
const POLL_MS = 5

/**
 * Ends the sampler; it is gone within half a second. Only a process that started when ours did is signalled: its number may
 * have been given to another one.
 * @returns whether it was still running: one that was not has died or was killed
 */
export async function stopSampler(sampler: SamplerState): Promise<boolean> {
  const { process: identity, folder } = sampler
  if (!isRunning(identity)) return false
  if (identity.startTicks === null) {
    // Without a start time nobody can be sure whose the number is: no signal, the sampler watches its folder.
    writeStopFile(folder)
    await isGone(sampler, GRACE_MS + KILL_MS)
    return true
  }
  signal(identity.pid, 'SIGTERM')
  if (await isGone(sampler, GRACE_MS)) return true
  signal(identity.pid, 'SIGKILL')
  await isGone(sampler, KILL_MS)
  return true
}

function writeStopFile(folder: string): void {
  try {
    writeFileSync(join(folder, STOP_FILE), '', { flag: 'wx', mode: 0o600 })
  } catch {
    // The folder is gone: the sampler sees that at its next tick.
  }
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended in this very moment.
  }
}

async function isGone(sampler: SamplerState, withinMs: number): Promise<boolean> {
  for (let waited = 0; waited < withinMs; waited += POLL_MS) {
    if (!isRunning(sampler.process)) return true
    await sleep(POLL_MS)
  }
  return !isRunning(sampler.process)
}
