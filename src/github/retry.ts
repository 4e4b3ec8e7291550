import { type Deadline, DeadlineError } from './deadline.ts'
import type { ServerState } from './server-state.ts'

/** One attempt may take this long: a hanging answer must leave time for a second one. */
export const ATTEMPT_MS = 5_000
/** First attempt included. */
const MAX_ATTEMPTS = 3
/** Wait after the first failed attempt; three times as long after the second. */
const BACKOFF_MS = 400
/** GitHub asks for at least a minute after a secondary limit that names no time (docs: best practices for the REST API). */
const UNNAMED_LIMIT_MS = 60_000

/** Methods that may be sent twice. A POST whose answer was lost may have been carried out: its caller looks first. */
const REPEATABLE: ReadonlySet<string> = new Set(['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE'])

/** The answer is truncated, or comes from another server, such as a proxy's error page. */
export class CutShortError extends Error {
  override readonly name = 'CutShortError'

  constructor() {
    super('the answer is not complete JSON')
  }
}

/** What octokit throws for an unsuccessful answer; `response` is absent without an answer. */
export interface HttpFailure {
  readonly status: number
  readonly message: string
  readonly response?: { readonly headers: Readonly<Record<string, unknown>>; readonly data?: unknown }
}

export function isHttpFailure(error: unknown): error is HttpFailure {
  return error instanceof Error && 'status' in error && typeof error.status === 'number'
}

/** Whether GitHub refused for being asked too often. */
export function isRateLimit(error: HttpFailure): boolean {
  if (error.status === 429) return true
  if (error.status !== 403) return false
  const headers = error.response?.headers ?? {}
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /\b(?:secondary rate|abuse detection|rate limit exceeded)\b/i.test(error.message)
  )
}

/**
 * How long to wait before sending a request again; null: do not.
 * @param attempt attempts made so far
 * @param random 0 to 1, spreads jobs that failed together
 * @param now wall clock, ms: GitHub names the end of a primary limit by it
 */
export function waitBeforeRetry(
  error: unknown,
  method: string,
  attempt: number,
  random: number,
  now: number,
): number | null {
  if (attempt >= MAX_ATTEMPTS || error instanceof DeadlineError) return null
  const backoff = BACKOFF_MS * 3 ** (attempt - 1) * (0.75 + random / 2)
  if (error instanceof CutShortError) return REPEATABLE.has(method) ? backoff : null
  if (!isHttpFailure(error)) return null
  if (isRateLimit(error)) return limitWait(error, now)
  if (error.status >= 500 && REPEATABLE.has(method)) return Math.max(backoff, named(error) ?? 0)
  return null
}

function limitWait(error: HttpFailure, now: number): number {
  const headers = error.response?.headers ?? {}
  const after = named(error)
  if (after !== null) return after
  const reset = Number(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && reset > 0) return Math.max(0, reset * 1000 - now) + 1000
  return UNNAMED_LIMIT_MS
}

/** Retry-After in ms; null when there is none. */
function named(error: HttpFailure): number | null {
  const seconds = Number(error.response?.headers['retry-after'] ?? Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null
}

/** The parts of octokit's hook that are used here. */
interface Options {
  method: string
  request?: object
}
interface Hooked {
  hook: { wrap(name: 'request', method: (request: (options: never) => unknown, options: never) => unknown): void }
}

export interface Bounds {
  /** Shared by all requests. */
  readonly deadline: Deadline
  /** Longest wait for one answer, ms. */
  readonly attemptMs: number
  /** Learns from every answer. */
  readonly server?: ServerState
}

/** Octokit warns of deprecations on the console, where untrusted text must not appear. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }

/**
 * Octokit plugin: every request ends with the deadline, whatever the server does, and is repeated within it when that
 * can help. The usual retry and throttling plugins wait in timers that a cancelled job cannot end, do not read
 * Retry-After of a 503, and send a POST again whose answer was lost.
 */
export function boundedRetry(octokit: Hooked, { deadline, attemptMs, server }: Bounds): object {
  const wrapped = async (request: (options: Options) => Promise<unknown>, options: Options): Promise<unknown> => {
    for (let attempt = 1; ; attempt++) {
      try {
        if (!deadline.ending) server?.noteRequest()
        const response = await once(request, options, deadline.share(attemptMs), deadline)
        server?.noteAnswer((response as { headers?: Record<string, unknown> }).headers ?? {}, Date.now())
        return response
      } catch (error) {
        if (isHttpFailure(error) && error.response) server?.noteAnswer(error.response.headers, Date.now())
        else server?.noteSilence()
        const wait = waitBeforeRetry(error, options.method, attempt, Math.random(), Date.now())
        if (wait === null || wait >= deadline.remainingMs) throw error
        await deadline.sleep(wait)
      }
    }
  }
  octokit.hook.wrap('request', wrapped as never)
  return {}
}

async function once(
  request: (options: Options) => Promise<unknown>,
  options: Options,
  own: Deadline,
  deadline: Deadline,
): Promise<unknown> {
  try {
    if (deadline.ending) throw new DeadlineError(deadline.ending)
    // Octokit's hooks were bound to this very object: a changed copy of it would be ignored.
    options.request = { ...options.request, signal: own.signal, log: SILENT }
    const response = await request(options)
    // Octokit returns a truncated or aborted response as if it were complete.
    if (own.ending || isCutShort(response)) throw new CutShortError()
    return response
  } catch (error) {
    if (deadline.ending) throw new DeadlineError(deadline.ending)
    // Only this attempt's time is over: as good as an answer that was cut short.
    if (own.ending) throw new CutShortError()
    throw error
  } finally {
    own.close()
  }
}

/** Every call here asks for JSON, but the one that takes a stream: octokit gives what it cannot parse as text. */
function isCutShort(response: unknown): boolean {
  const { status, data } = response as { status: number; data: unknown }
  return status !== 204 && typeof data === 'string'
}
