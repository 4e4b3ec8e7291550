import { ConfigurationError } from '../../core/errors.ts'
import type { KnownFile } from '../../github/client.ts'
import { readEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { startMeasurement } from '../measure/start.ts'
import { appendToRunnerFile } from '../../github/runner-file.ts'
import type { SetValues } from '../settings/table.ts'
import { recordEnvironment } from './environment.ts'
import { STOP_FILE_VARIABLE } from '../stop/stop-file.ts'
import { saveSession } from './session.ts'
import type { StopPlan } from './stop-plan.ts'

/**
 * `mode: job`, first half: starts measuring and saves the start for the post step. Every job pays for this, so it stays small.
 * @param stop how the job is stopped at its budget; null: it is not
 * @param known the config file, if it was read
 */
export async function startJob(
  given: SetValues,
  samplerPath: string,
  env: NodeJS.ProcessEnv,
  stop: StopPlan | null,
  known: KnownFile | null,
): Promise<void> {
  // Without it the post step would have nothing to judge, and the job would pass without a verdict.
  if (!env['GITHUB_STATE']) {
    throw new ConfigurationError(
      'mode: job needs a runner that passes state from main to post, and GITHUB_STATE is not set. Use `carbon-gate run -- COMMAND` instead',
    )
  }
  const startedMs = Date.now()
  const measurement = await startMeasurement({
    samplerPath,
    intervalMs: given.interval === undefined ? null : given.interval * 1000,
    // The runner's worker is our parent process: the job ends with it.
    watchPid: process.ppid,
    topProcesses: given['top-processes'] ?? false,
    environment: env,
    ...stop?.measurement,
  })
  if (stop) appendToRunnerFile(env['GITHUB_ENV'], STOP_FILE_VARIABLE, stop.stopFile)
  appendToRunnerFile(env['GITHUB_STATE'], 'environment', JSON.stringify(recordEnvironment(env)))
  saveSession({ measurement, startedMs, event: readEvent(env, readPlainFile), isStopArmed: stop !== null, known }, env)
}
