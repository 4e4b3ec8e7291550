/** Requests of the hourly allowance that are left to the repository's other workflows: optional calls stop here. */
const RESERVED_REQUESTS = 200

type Headers = Readonly<Record<string, unknown>>

/** What the server's answers say about itself, and how many requests were sent: its clock, the rest of the allowance, silence. */
export class ServerState {
  #clockOffsetMs = 0
  #remaining: number | null = null
  #hasAnswered = false
  #isSilent = false
  #requests = 0
  #limit = Number.POSITIVE_INFINITY

  /** Notes that a request is sent. */
  noteRequest(): void {
    this.#requests += 1
  }

  /** Notes the headers of an answer. @param now wall clock of the runner, ms */
  noteAnswer(headers: Headers, now: number): void {
    this.#hasAnswered = true
    this.#isSilent = false
    const date = Date.parse(String(headers['date'] ?? ''))
    // Headers have whole seconds: half a second is their mean error.
    if (Number.isFinite(date)) this.#clockOffsetMs = date + 500 - now
    const remaining = Number(headers['x-ratelimit-remaining'] ?? Number.NaN)
    if (Number.isFinite(remaining)) this.#remaining = remaining
  }

  /** Notes that a request got no answer in its time. */
  noteSilence(): void {
    this.#isSilent = true
  }

  /** Sets how many requests there may be before optional ones stop. Required ones are still sent. */
  limitRequests(limit: number): void {
    this.#limit = limit
  }

  /** Allows some requests more, for work that turned out to be needed. */
  extendLimit(requests: number): void {
    this.#limit += requests
  }

  /** Requests that were sent. */
  get requests(): number {
    return this.#requests
  }

  /** Requests that are left for optional calls; 0 where none may be sent. */
  get optionalRequests(): number {
    return this.allowsOptional ? Math.max(0, this.#limit - this.#requests) : 0
  }

  /** The server's time, ms. The runner's clock may be wrong by hours. */
  nowMs(now: number = Date.now()): number {
    // The header is rounded: a small difference does not justify correcting a clock.
    return Math.abs(this.#clockOffsetMs) < MAX_CLOCK_ERROR_MS ? now : now + this.#clockOffsetMs
  }

  /** Whether the server answers and enough of its allowance is left for calls that the verdict does not need. */
  get allowsOptional(): boolean {
    if (this.#isSilent) return false
    return this.#remaining === null || this.#remaining >= RESERVED_REQUESTS
  }

  /** Requests until only what is reserved for others is left; infinite where the server names no allowance. */
  get spareRequests(): number {
    return this.#remaining === null ? Number.POSITIVE_INFINITY : Math.max(0, this.#remaining - RESERVED_REQUESTS)
  }

  /** Whether the server gave no answer so far, so that waiting for more is of no use. */
  get isUnresponsive(): boolean {
    return this.#isSilent && !this.#hasAnswered
  }
}

/** Clocks that differ by less are taken to agree, ms. */
const MAX_CLOCK_ERROR_MS = 5_000
