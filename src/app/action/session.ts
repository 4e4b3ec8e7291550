import { MeasurementError } from '../../core/errors.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { appendToRunnerFile } from '../../github/runner-file.ts'
import { type MeasurementState, parseState } from '../measure/state.ts'
import { PrivateFolder } from './private-folder.ts'

/** Name of the value in the action's state, which only our own post step gets back. */
const STATE = 'measurement'

/** Variable that tells a later step of the job (`mode: report`) where the start was noted. */
const SESSION_VARIABLE = 'CARBON_GATE_SESSION'

/** A start is about 1 kB; a file larger than this is not ours. */
const MAX_BYTES = 100_000

/** What a step leaves for its post step and for `mode: report`. */
export interface Session {
  readonly measurement: MeasurementState
  /** Unix time at which our code ran first, ms. */
  readonly startedMs: number
  /** What started the workflow, read before the job's own steps could rewrite the runner's event file. */
  readonly event: GitHubEvent | null
}

/** Notes the start of a measurement: in the action's state, and in a private file for `mode: report`. */
export function leaveSession(session: Session, env: NodeJS.ProcessEnv): void {
  const text = JSON.stringify(session)
  appendToRunnerFile(env['GITHUB_STATE'], STATE, text)
  try {
    leaveForReport(text, env)
  } catch {
    // The verdict at the end does not need it; `mode: report` says that no step measures.
  }
}

function leaveForReport(text: string, env: NodeJS.ProcessEnv): void {
  appendToRunnerFile(env['GITHUB_ENV'], SESSION_VARIABLE, PrivateFolder.create(env).write('session.json', text))
}

/** The session that main left for this post step; null when main did not get so far. */
export function ownSession(env: NodeJS.ProcessEnv): Session | null {
  const text = env[`STATE_${STATE}`]
  return text ? sessionFrom(text) : null
}

/**
 * The session of the job's measuring step, for `mode: report`. Every step of the job may write the variable, so the file is only a
 * hint for figures on the way: the verdict at the end of the job rests on the action's own state. The event is not taken from it.
 * @throws MeasurementError when there is none
 */
export function sessionOfJob(env: NodeJS.ProcessEnv): Session {
  const file = env[SESSION_VARIABLE]
  if (!file) {
    throw new MeasurementError(
      'no step of this job measures: `mode: report` needs a step with `mode: job` before it',
      'session',
    )
  }
  try {
    return { ...sessionFrom(readPlainFile(file, MAX_BYTES)), event: null }
  } catch {
    throw new MeasurementError('the start that the measuring step noted cannot be read', 'session')
  }
}

function sessionFrom(text: string): Session {
  let session: Partial<Record<keyof Session, unknown>>
  try {
    session = JSON.parse(text) as typeof session
  } catch {
    throw new MeasurementError('the state that the start of the measurement left cannot be read', 'state')
  }
  const { startedMs } = session
  return {
    measurement: parseState(JSON.stringify(session.measurement ?? null)),
    startedMs: typeof startedMs === 'number' && Number.isFinite(startedMs) ? startedMs : 0,
    // Written by ourselves into the action's state, which no other step sees.
    event: (session.event ?? null) as GitHubEvent | null,
  }
}
