import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isOwnZombie, isRunning } from '../../sensors/process-identity.ts'
import { STOP_FILE } from '../../sensors/sample-format.ts'
import type { SamplerState } from './state.ts'

/** Time that the sampler has to end after SIGTERM, and then after SIGKILL, ms: together half a second. */
const GRACE_MS = 350
const KILL_MS = 150
const POLL_MS = 5

/**
 * Ends the sampler within half a second and collects its exit status when it is our child. Signals only a process with the
 * sampler's start time: its number may have been reused.
 * @returns whether it was still running; otherwise it died or was killed
 */
export async function stopSampler(sampler: SamplerState): Promise<boolean> {
  const { process: identity, folder } = sampler
  if (!isRunning(identity)) {
    await isGone(sampler, KILL_MS)
    return false
  }
  if (identity.startTicks === null) {
    // Without a start time the number may belong to another process: send no signal, the sampler watches its folder.
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
    // The folder was removed: the sampler notices at its next tick.
  }
}

function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended in this moment.
  }
}

async function isGone({ process: identity }: SamplerState, withinMs: number): Promise<boolean> {
  const isLeft = (): boolean => isRunning(identity) || isOwnZombie(identity)
  for (let waited = 0; waited < withinMs; waited += POLL_MS) {
    if (!isLeft()) return true
    await sleep(POLL_MS)
  }
  return !isLeft()
}
