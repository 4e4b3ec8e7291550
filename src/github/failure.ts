import { DeadlineError } from './deadline.ts'
import { CutShortError, type HttpFailure, isHttpFailure, isRateLimit } from './retry.ts'

/** `read-only`: what a fork's token cannot do by design, reported as information. `unexpected`: any other failure. */
export type FailureKind =
  | 'unauthorized'
  | 'forbidden'
  | 'read-only'
  | 'locked'
  | 'not-found'
  | 'invalid'
  | 'rate-limited'
  | 'unavailable'
  | 'unreachable'
  | 'timed-out'
  | 'cancelled'
  | 'contended'
  | 'unexpected'

/** Temporary failures: another try may succeed. */
export const PASSING_FAILURES: ReadonlySet<FailureKind> = new Set([
  'rate-limited',
  'unavailable',
  'unreachable',
  'timed-out',
  'cancelled',
])

/** One thing that GitHub did not do for us. Never more than a warning. */
export interface GitHubFailure {
  readonly kind: FailureKind
  /** One line for people. Contains text of the server: untrusted, but never with a line break or the token. */
  readonly text: string
  readonly status: number | null
}

export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: GitHubFailure }

export function ok<T>(value: T): Result<T> {
  return { ok: true, value }
}

export function failed(kind: FailureKind, text: string, status: number | null = null): Result<never> {
  return { ok: false, failure: { kind, text, status } }
}

/**
 * Failed lookups that are worth a warning. Excludes what the token may not read, by choice, and what is expired or unknown to this
 * server: a note says what is missing.
 */
export function troublesOf(failures: readonly GitHubFailure[]): GitHubFailure[] {
  return failures.filter(({ kind }) => kind !== 'forbidden' && kind !== 'not-found')
}

/** What is being done, for the message. */
export interface Task {
  /** After "cannot": `write the pull-request comment`. */
  readonly what: string
  /** Permission to name when GitHub does not: `pull-requests: write`. */
  readonly needs: string
}

/** Calls GitHub. Returns every error as a failure instead of throwing it. */
export async function attempt<T>(task: Task, run: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await run())
  } catch (error) {
    return { ok: false, failure: failureOf(task, error) }
  }
}

export function failureOf(task: Task, error: unknown): GitHubFailure {
  const { kind, why, status = null } = reasonOf(task, error)
  return { kind, text: `cannot ${task.what}: ${why}`, status }
}

interface Reason {
  readonly kind: FailureKind
  readonly why: string
  readonly status?: number
}

function reasonOf(task: Task, error: unknown): Reason {
  if (error instanceof DeadlineError) return { kind: error.ending, why: error.message }
  if (error instanceof CutShortError) return { kind: 'unavailable', why: 'GitHub did not answer in full' }
  // JSON of an unexpected shape, which caused an error while reading it. That error's own text would not help.
  if (error instanceof TypeError) return { kind: 'unexpected', why: "GitHub's answer is not what it documents" }
  if (!isHttpFailure(error)) return { kind: 'unexpected', why: oneLine(error instanceof Error ? error.message : '') }
  const { status } = error
  if (!error.response) return { kind: 'unreachable', why: `GitHub cannot be reached (${oneLine(error.message)})` }
  const said = `HTTP ${status}: ${oneLine(error.message)}`
  if (isRateLimit(error))
    return { kind: 'rate-limited', why: `GitHub's rate limit is reached (HTTP ${status})`, status }
  if (status === 401) return { kind: 'unauthorized', why: 'GitHub does not accept the token (HTTP 401)', status }
  if (status === 403) return { ...refusal(task, error), status }
  if (status === 404 || status === 410) return { kind: 'not-found', why: `not found (${said})`, status }
  if (status === 422 || status === 400) return { kind: 'invalid', why: `GitHub refused it (${said})`, status }
  if (status >= 500) return { kind: 'unavailable', why: `GitHub has trouble (HTTP ${status})`, status }
  return { kind: 'unexpected', why: said, status }
}

function refusal(task: Task, error: HttpFailure): Reason {
  if (/\block(?:ed)?\b/i.test(error.message)) return { kind: 'locked', why: 'the conversation is locked' }
  const accepted = acceptedPermission(error)
  // A first call that only reads names less than the whole task needs: with that alone the next run would be refused later.
  const needs = accepted === null || accepted === task.needs.replace(/write$/, 'read') ? task.needs : accepted
  return { kind: 'forbidden', why: `the token lacks a permission, add \`${needs}\` to \`permissions\` (HTTP 403)` }
}

/**
 * The missing permissions, as GitHub's answer lists them and a workflow writes them. Alternatives are parted by semicolons; the one about
 * pull requests is what our documentation asks for.
 */
function acceptedPermission(error: HttpFailure): string | null {
  const header = String(error.response?.headers['x-accepted-github-permissions'] ?? '')
  const ways = header
    .split(';')
    .map((way) => way.trim())
    .filter((way) => /^[a-z_]+=(?:read|write)(?:, ?[a-z_]+=(?:read|write))*$/.test(way))
  const way = ways.find((each) => each.startsWith('pull_requests')) ?? ways[0]
  return way === undefined ? null : way.replaceAll('_', '-').replaceAll('=', ': ')
}

/** Longest piece of the server's own words in a message. */
const SAID_CHARACTERS = 160

/** Text of a server as one line, with everything that looks like a token removed: a response may echo the request. */
function oneLine(text: string): string {
  return (
    text
      .replace(/\b(?:gh[a-z]_|github_pat_)[\w.-]+/g, '***')
      // oxlint-disable-next-line no-control-regex -- finding control characters is the purpose
      .replace(/[\s\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
      .trim()
      .slice(0, SAID_CHARACTERS) || 'no reason given'
  )
}

/**
 * All failures of one post as ONE line; null without a failure that needs a warning. Missing rights of a fork's token and the
 * interrupted calls of a cancelled job need no warning.
 */
export function warningOf(failures: readonly GitHubFailure[]): string | null {
  const texts = [
    ...new Set(failures.filter(({ kind }) => kind !== 'read-only' && kind !== 'cancelled').map(({ text }) => text)),
  ]
  if (texts.length === 0) return null
  return `GitHub: ${texts.join('; ')}.`
}
