/** Requests of the hourly allowance that are left to the repository's other workflows: optional calls stop here. */
export const RESERVED_REQUESTS = 200

type Headers = Readonly<Record<string, unknown>>

/** What the server's answers say about itself: its clock, the rest of the allowance, and whether it answers at all. */
export class ServerState {
  #clockOffsetMs = 0
  #remaining: number | null = null
  #hasAnswered = false
  #isSilent = false

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

  /** The server's time, ms. The runner's clock may be wrong by hours. */
  nowMs(now: number = Date.now()): number {
    // The header is rounded: a small difference does not justify correcting a clock.
    return Math.abs(this.#clockOffsetMs) < MAX_CLOCK_ERROR_MS ? now : now + this.#clockOffsetMs
  }

  /** Whether a call that the verdict does not need may be made. */
  get allowsOptional(): boolean {
    if (this.#isSilent) return false
    return this.#remaining === null || this.#remaining >= RESERVED_REQUESTS
  }

  /** Whether the server gave no answer so far, so that waiting for more is of no use. */
  get isUnresponsive(): boolean {
    return this.#isSilent && !this.#hasAnswered
  }
}

/** Clocks that differ by less are taken to agree, ms. */
const MAX_CLOCK_ERROR_MS = 5_000
