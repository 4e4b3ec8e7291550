import { appendToRunnerFile } from '../../github/runner-file.ts'
import { STOP_FILE_VARIABLE } from '../stop/stop-file.ts'
import { recordEnvironment } from './environment.ts'
import { saveSession, saveState } from './session.ts'
import type { StartedJob } from './start.ts'
import type { StopHint } from './stop-hint.ts'
import type { StopAnswer } from './stop-plan.ts'

/**
 * Saves the start of a job for the post step before anything waits for the network: a job that is cancelled while `main` asks about
 * stops keeps its measurement.
 */
export function saveStart({ measurement, startedMs, event }: StartedJob, env: NodeJS.ProcessEnv): void {
  appendToRunnerFile(env['GITHUB_STATE'], 'environment', JSON.stringify(recordEnvironment(env)))
  saveState({ measurement, startedMs, event, stop: null, known: [], requests: 0 }, env)
}

/** Replaces the saved start by what is known about stops, and exports the path of the stop file to the steps between. */
export function saveJob(
  { measurement, startedMs, event }: StartedJob,
  { known, requests }: StopHint,
  stop: StopAnswer | null,
  env: NodeJS.ProcessEnv,
): void {
  const armed = stop?.armed ?? null
  if (armed) appendToRunnerFile(env['GITHUB_ENV'], STOP_FILE_VARIABLE, armed.stopFile)
  saveSession(
    {
      measurement: stop?.replacement?.measurement ?? measurement,
      startedMs,
      event,
      stop: armed && { canSignal: armed.canSignal, notes: armed.notes },
      known,
      requests: requests + (stop?.requests ?? 0),
    },
    env,
  )
}
