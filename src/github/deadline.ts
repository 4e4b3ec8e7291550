/** Why waiting ended before an answer came. */
export type Ending = 'timed-out' | 'cancelled'

/**
 * A point in time that many calls share, so that their waiting adds up to no more than one allowance. It also ends when
 * the work is cancelled from outside.
 */
export class Deadline {
  readonly signal: AbortSignal
  readonly #controller = new AbortController()
  readonly #stopListening: () => void
  #endsAt: number
  #timer: NodeJS.Timeout | undefined

  /**
   * @param ms allowance from now on, in milliseconds
   * @param parent ends this one too; its reason is kept
   * @param latest when the parent ends by itself
   */
  constructor(ms: number, parent?: AbortSignal, latest: number = Number.POSITIVE_INFINITY) {
    this.signal = this.#controller.signal
    this.#endsAt = Math.min(performance.now() + ms, latest)
    this.#start(ms)
    const cancel = (): void => this.#end(isEnding(parent?.reason) ? parent.reason : 'cancelled')
    this.#stopListening = () => parent?.removeEventListener('abort', cancel)
    if (parent?.aborted) cancel()
    else parent?.addEventListener('abort', cancel, { once: true })
  }

  /** Null while there is time left. */
  get ending(): Ending | null {
    return this.signal.aborted ? (this.signal.reason as Ending) : null
  }

  get remainingMs(): number {
    return this.signal.aborted ? 0 : Math.max(0, this.#endsAt - performance.now())
  }

  /** A part of the allowance: ends by itself after `ms`, and with this one. */
  share(ms: number): Deadline {
    return new Deadline(ms, this.signal, this.#endsAt)
  }

  /** Does something within a part of the allowance; rejects with the ending when it takes longer. The rest stays for others. */
  async within<T>(ms: number, work: () => Promise<T>): Promise<T> {
    const share = this.share(ms)
    const late = new Promise<never>((_, reject) => {
      const end = (): void => reject(new DeadlineError(share.ending ?? 'timed-out'))
      if (share.ending) end()
      else share.signal.addEventListener('abort', end, { once: true })
    })
    try {
      return await Promise.race([work(), late])
    } finally {
      share.close()
    }
  }

  /** Waits. Rejects with the ending if the time left is too short. */
  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      const end = (): void => {
        clearTimeout(timer)
        reject(new DeadlineError(this.ending ?? 'timed-out'))
      }
      const timer = setTimeout(() => {
        this.signal.removeEventListener('abort', end)
        resolve()
      }, ms)
      if (this.signal.aborted) end()
      else this.signal.addEventListener('abort', end, { once: true })
    })
  }

  /** Does something that is not to be charged to this allowance. Cancelling still ends it. */
  async outside<T>(work: () => Promise<T>): Promise<T> {
    const left = this.remainingMs
    clearTimeout(this.#timer)
    try {
      return await work()
    } finally {
      if (!this.signal.aborted) {
        this.#endsAt = performance.now() + left
        this.#start(left)
      }
    }
  }

  /** Releases timer and listener after the last waiter. */
  close(): void {
    clearTimeout(this.#timer)
    this.#stopListening()
  }

  /** Not AbortSignal.any with AbortSignal.timeout: Node 20 may collect such a pair before it fires. */
  #start(ms: number): void {
    this.#timer = setTimeout(() => this.#end('timed-out'), ms)
    this.#timer.unref()
  }

  #end(ending: Ending): void {
    clearTimeout(this.#timer)
    this.#stopListening()
    this.#controller.abort(ending)
  }
}

function isEnding(reason: unknown): reason is Ending {
  return reason === 'timed-out' || reason === 'cancelled'
}

/** Thrown where a call was given up because its time was over. */
export class DeadlineError extends Error {
  override readonly name = 'DeadlineError'
  readonly ending: Ending

  constructor(ending: Ending) {
    super(ending === 'cancelled' ? 'the job was cancelled' : 'no answer in time')
    this.ending = ending
  }
}
