import { MeasurementError } from '../core/errors.ts'

/** A time limit shared by all calls of a run: ten slow calls wait no longer than one. */
export class WaitBudget {
  readonly #limitMs: number
  #spentMs = 0
  /** Calls in flight and when the first of them began, so that calls side by side are counted once. */
  #running = 0
  #since = 0

  readonly #cancelled: AbortSignal | null

  /**
   * @param limitS seconds; 0: no request is sent
   * @param cancelled uses up what is left when it fires
   */
  constructor(limitS: number, cancelled: AbortSignal | null = null) {
    this.#limitMs = limitS * 1000
    this.#cancelled = cancelled
  }

  get limitS(): number {
    return this.#limitMs / 1000
  }

  /** Remaining time, ms. */
  leftMs(): number {
    if (this.#cancelled?.aborted) return 0
    const running = this.#running > 0 ? performance.now() - this.#since : 0
    return Math.max(0, this.#limitMs - this.#spentMs - running)
  }

  /**
   * Runs work whose signal fires when the time is used up.
   * @throws MeasurementError when the budget is used up before or during the work, even if the work ignores its signal
   */
  async spend<T>(source: string, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const left = this.leftMs()
    if (left <= 0) throw this.#exhausted(source)
    if (this.#running++ === 0) this.#since = performance.now()
    const abort = new AbortController()
    let end = (): void => {}
    const late = new Promise<never>((_, reject) => {
      end = () => {
        abort.abort()
        reject(this.#exhausted(source))
      }
    })
    const timer = setTimeout(end, left)
    this.#cancelled?.addEventListener('abort', end, { once: true })
    try {
      return await Promise.race([work(abort.signal), late])
    } finally {
      clearTimeout(timer)
      this.#cancelled?.removeEventListener('abort', end)
      abort.abort()
      if (--this.#running === 0) this.#spentMs += performance.now() - this.#since
    }
  }

  #exhausted(source: string): MeasurementError {
    if (this.#cancelled?.aborted) return new MeasurementError('the job was cancelled', source)
    return new MeasurementError(`no answer within the ${this.limitS} s allowed for waiting (max-api-wait)`, source)
  }
}
