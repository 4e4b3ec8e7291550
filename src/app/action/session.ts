import { MeasurementError } from '../../core/errors.ts'
import type { Note } from '../../core/report.ts'
import { parseJson } from '../../core/json.ts'
import type { KnownFile } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { appendToRunnerFile } from '../../github/runner-file.ts'
import { type MeasurementState, parseState } from '../measure/state.ts'
import { PrivateFolder } from './private-folder.ts'

/** Name of the value in the action's state, which only our own post step receives. */
const STATE = 'measurement'

/** Variable with the path of the session file, for a later step of the job (`mode: report`). */
const SESSION_VARIABLE = 'CARBON_GATE_SESSION'

/** Maximum size of the session file, bytes. It has about 1 kB. */
const MAX_BYTES = 100_000

/** The start of a measurement, for the post step and for `mode: report`. */
export interface Session {
  readonly measurement: MeasurementState
  /** Unix time at which our code first ran, ms. */
  readonly startedMs: number
  /** What started the workflow, read before the job's own steps could rewrite the runner's event file. */
  readonly event: GitHubEvent | null
  /** How the sampler stops the job at its budget; null: it does not. */
  readonly stop: SessionStop | null
  /** Files that main read from the API. */
  readonly known: readonly KnownFile[]
  /** Requests that main sent. */
  readonly requests: number
}

/** What main found out about a stop. */
interface SessionStop {
  /** Whether the job's processes can be signalled; otherwise the stop file is all. */
  readonly canSignal: boolean
  /** Lines that stop nothing although `stop-at` names them. */
  readonly notes: readonly Note[]
}

/** Saves the start of a measurement in the action's state. The runner keeps the last value of a name. */
export function saveState(session: Session, env: NodeJS.ProcessEnv): void {
  appendToRunnerFile(env['GITHUB_STATE'], STATE, JSON.stringify(session))
}

/** Saves the start of a measurement: in the action's state, and in a private file for `mode: report`. */
export function saveSession(session: Session, env: NodeJS.ProcessEnv): void {
  saveState(session, env)
  try {
    saveForReport(JSON.stringify(session), env)
  } catch {
    // The verdict at the end does not need it; `mode: report` says that no step measures.
  }
}

function saveForReport(text: string, env: NodeJS.ProcessEnv): void {
  appendToRunnerFile(env['GITHUB_ENV'], SESSION_VARIABLE, PrivateFolder.create(env).write('session.json', text))
}

/** The session that main saved for this post step; null if main failed before. */
export function ownSession(env: NodeJS.ProcessEnv): Session | null {
  const text = env[`STATE_${STATE}`]
  return text ? sessionFrom(text) : null
}

/**
 * The session of the job's measuring step, for `mode: report`. Every step of the job may change the variable, so the file serves
 * only for figures during the job: the final verdict uses the action's own state. The event is not read from the file.
 * @throws MeasurementError without a session
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
    const session = sessionFrom(readPlainFile(file, MAX_BYTES))
    // A step may have written the file: its text must not reach a note, so only the flag is taken.
    const stop = session.stop && { canSignal: session.stop.canSignal === true, notes: [] }
    return { ...session, event: null, known: [], stop }
  } catch {
    throw new MeasurementError(
      'the session file of the measuring step cannot be read: a step of this job changed or removed it',
      'session',
    )
  }
}

function sessionFrom(text: string): Session {
  const session = parseJson(text) as Partial<Record<keyof Session, unknown>> | null | undefined
  if (typeof session !== 'object' || session === null) {
    throw new MeasurementError(
      'the saved start of the measurement cannot be read: the state of the action is damaged',
      'state',
    )
  }
  const { startedMs } = session
  return {
    measurement: parseState(JSON.stringify(session.measurement ?? null)),
    startedMs: typeof startedMs === 'number' && Number.isFinite(startedMs) ? startedMs : 0,
    // Event and stop were written by ourselves into the action's state, which no other step sees.
    event: (session.event ?? null) as GitHubEvent | null,
    stop: (session.stop ?? null) as SessionStop | null,
    known: (session.known ?? []) as readonly KnownFile[],
    requests: typeof session.requests === 'number' ? session.requests : 0,
  }
}
