import { readFileSync } from 'node:fs'
import { readEvent } from '../../github/event.ts'
import { startMeasurement } from '../measure/start.ts'
import type { SetValues } from '../settings/table.ts'
import { leaveSession } from './session.ts'

/** `mode: job`, first half: starts measuring and notes the start for the post step. Every job pays for this, so it stays small. */
export async function startJob(given: SetValues, samplerPath: string, env: NodeJS.ProcessEnv): Promise<void> {
  const startedMs = Date.now()
  const measurement = await startMeasurement({
    samplerPath,
    intervalMs: given.interval === undefined ? null : given.interval * 1000,
    // The runner's worker is our parent: when it is gone, so is the job.
    watchPid: process.ppid,
    topProcesses: given['top-processes'] ?? false,
    environment: env,
  })
  leaveSession({ measurement, startedMs, event: readEvent(env, (file) => readFileSync(file, 'utf8')) }, env)
}
