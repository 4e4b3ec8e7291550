import { ConfigurationError } from '../../core/errors.ts'
import { type GitHubEvent, readEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { type StartOptions, startMeasurement } from '../measure/start.ts'
import type { MeasurementState } from '../measure/state.ts'
import type { SetValues } from '../settings/table.ts'

/** A job that is being measured. */
export interface StartedJob {
  readonly measurement: MeasurementState
  /** How its sampler was started. */
  readonly options: StartOptions
  /** Unix time at which our code first ran, ms. */
  readonly startedMs: number
  readonly event: GitHubEvent | null
}

/** `mode: job`, first half: starts measuring. Every job pays for this, so it stays small. */
export async function startJob(given: SetValues, samplerPath: string, env: NodeJS.ProcessEnv): Promise<StartedJob> {
  // Without it the post step would have nothing to judge, and the job would pass without a verdict.
  if (!env['GITHUB_STATE']) {
    throw new ConfigurationError(
      'mode: job needs a runner that passes state from main to post, and GITHUB_STATE is not set. Use `carbon-gate run -- COMMAND` instead',
    )
  }
  const startedMs = Date.now()
  const options: StartOptions = {
    samplerPath,
    intervalMs: given.interval === undefined ? null : given.interval * 1000,
    // The runner's worker is our parent process: the job ends with it.
    watchPid: process.ppid,
    topProcesses: given['top-processes'] ?? false,
    environment: env,
  }
  return { measurement: await startMeasurement(options), options, startedMs, event: readEvent(env, readPlainFile) }
}
