import { ConfigurationError } from '../../core/errors.ts'
import { readEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { startMeasurement } from '../measure/start.ts'
import { appendToRunnerFile } from '../../github/runner-file.ts'
import type { SetValues } from '../settings/table.ts'
import { recordEnvironment } from './environment.ts'
import { leaveSession } from './session.ts'

/** `mode: job`, first half: starts measuring and notes the start for the post step. Every job pays for this, so it stays small. */
export async function startJob(given: SetValues, samplerPath: string, env: NodeJS.ProcessEnv): Promise<void> {
  // Without it the post step would find nothing to judge, and the job would pass unjudged.
  if (!env['GITHUB_STATE']) {
    throw new ConfigurationError(
      'mode: job needs a runner that hands state from main to post (GITHUB_STATE): elsewhere use `carbon-gate run -- COMMAND`',
    )
  }
  const startedMs = Date.now()
  const measurement = await startMeasurement({
    samplerPath,
    intervalMs: given.interval === undefined ? null : given.interval * 1000,
    // The runner's worker is our parent: when it is gone, so is the job.
    watchPid: process.ppid,
    topProcesses: given['top-processes'] ?? false,
    environment: env,
  })
  appendToRunnerFile(env['GITHUB_STATE'], 'environment', JSON.stringify(recordEnvironment(env)))
  leaveSession({ measurement, startedMs, event: readEvent(env, readPlainFile) }, env)
}
