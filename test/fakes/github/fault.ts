// Trouble that a test orders for the requests to come.
import type { Call } from './call.ts'

export interface Fault {
  /** Any method when absent. */
  readonly method?: string
  /** Matched against the path without the query; a text must be contained in it. Any path when absent. */
  readonly path?: RegExp | string
  /**
   * A status answers with it. `timeout`: nothing for `delayMs`, then the connection closes. `hang`: headers, half a
   * body, then silence until the server stops. `truncate`: half a body and an early end. `reset`: the connection breaks.
   * `slow`: the true answer, `delayMs` late.
   */
  readonly fault: number | 'timeout' | 'hang' | 'truncate' | 'reset' | 'slow'
  /** How many matching requests are hit; 1 when absent, Infinity for all. */
  readonly times?: number
  /** How many matching requests pass before the first is hit. */
  readonly skip?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: unknown
  readonly delayMs?: number
  /** The change is made and only the answer is lost: what a careless retry turns into a second comment. */
  readonly applied?: boolean
}

const LIMIT_DOCUMENTATION = 'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api'

export function secondaryRateLimit(retryAfterSeconds?: number): Pick<Fault, 'fault' | 'headers' | 'body'> {
  return {
    fault: 403,
    headers: retryAfterSeconds === undefined ? {} : { 'retry-after': String(retryAfterSeconds) },
    body: {
      documentation_url: `${LIMIT_DOCUMENTATION}#about-secondary-rate-limits`,
      message:
        'You have exceeded a secondary rate limit. Please wait a few minutes before you try again. ' +
        'For more on scraping GitHub and how it may affect your rights, please review our Terms of Service.',
    },
  }
}

export function primaryRateLimit(resetAt: Date): Pick<Fault, 'fault' | 'headers' | 'body'> {
  return {
    fault: 403,
    headers: {
      'x-ratelimit-limit': '1000',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-used': '1000',
      'x-ratelimit-reset': String(Math.ceil(resetAt.getTime() / 1000)),
    },
    body: {
      message: 'API rate limit exceeded for installation ID 1.',
      documentation_url: LIMIT_DOCUMENTATION,
    },
  }
}

const STATUS_MESSAGES: Readonly<Record<number, string>> = {
  401: 'Bad credentials',
  403: 'Resource not accessible by integration',
  404: 'Not Found',
  422: 'Validation Failed',
  429: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  500: 'Server Error',
  502: 'Server Error',
  503: 'Service unavailable',
}

export function faultBody(fault: Fault, status: number): unknown {
  return (
    fault.body ?? {
      message: STATUS_MESSAGES[status] ?? 'Error',
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    }
  )
}

export class FaultQueue {
  #faults: { fault: Fault; skip: number; left: number }[] = []

  add(fault: Fault): void {
    this.#faults.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 })
  }

  clear(): void {
    this.#faults = []
  }

  /** Orders that no request has met: a test that waits for a fault which never struck proves nothing. */
  get pending(): readonly Fault[] {
    return this.#faults.filter((entry) => entry.left > 0 && entry.left !== Infinity).map((entry) => entry.fault)
  }

  take(request: Pick<Call, 'method' | 'pathname'>): Fault | undefined {
    for (const entry of this.#faults) {
      if (entry.left === 0 || !matches(entry.fault, request)) continue
      if (entry.skip > 0) {
        entry.skip -= 1
        continue
      }
      entry.left -= 1
      return entry.fault
    }
    return undefined
  }
}

function matches(fault: Fault, request: Pick<Call, 'method' | 'pathname'>): boolean {
  if (fault.method !== undefined && fault.method.toUpperCase() !== request.method) return false
  if (fault.path === undefined) return true
  return typeof fault.path === 'string' ? request.pathname.includes(fault.path) : fault.path.test(request.pathname)
}
