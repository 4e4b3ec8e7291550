/** Share at which the work is warned, of what was left of the budget at the start. */
const WARNING_SHARE = 0.8

/** Time between the second SIGTERM and SIGKILL, ms. */
const KILL_AFTER_MS = 10_000

/**
 * One step of a stop, in this order: `warn` at 80 % of the budget, `terminate` at 100 %, `terminate-again` when the grace is over,
 * `kill` 10 s later.
 */
export type StopStep = 'warn' | 'terminate' | 'terminate-again' | 'kill'

/** Decides which step of a stop is due. Steps never repeat and never go back: a share that falls again changes nothing. */
export class Escalation {
  readonly #graceMs: number
  readonly #killAfterMs: number
  readonly #takenMs = new Map<StopStep, number>()

  /**
   * @param graceMs time for a checkpoint, at least 0
   * @param killAfterMs time between the second SIGTERM and SIGKILL
   */
  constructor(graceMs: number, killAfterMs: number = KILL_AFTER_MS) {
    this.#graceMs = graceMs
    this.#killAfterMs = killAfterMs
  }

  /** When a step was taken, monotonic ms; null before. */
  takenMs(step: StopStep): number | null {
    return this.#takenMs.get(step) ?? null
  }

  /** Whether the work was asked to end. */
  get isStopping(): boolean {
    return this.#takenMs.has('terminate')
  }

  /** Time until the next step that depends on time alone, ms; null if none is planned. */
  waitMs(nowMs: number): number | null {
    const due = this.#nextDueMs()
    return due === null ? null : Math.max(0, due - nowMs)
  }

  /**
   * The steps that are due now, in order.
   * @param nowMs monotonic time
   * @param share used share of the budget; null if it is unknown: then only time counts
   */
  next(nowMs: number, share: number | null): StopStep[] {
    const steps: StopStep[] = []
    const take = (step: StopStep): void => {
      this.#takenMs.set(step, nowMs)
      steps.push(step)
    }
    if (share !== null && share >= WARNING_SHARE && !this.#takenMs.has('warn')) take('warn')
    if (share !== null && share >= 1 && !this.isStopping) take('terminate')
    else if (nowMs >= (this.#nextDueMs() ?? Number.POSITIVE_INFINITY)) {
      take(this.#takenMs.has('terminate-again') ? 'kill' : 'terminate-again')
    }
    return steps
  }

  #nextDueMs(): number | null {
    const [first, second] = [this.takenMs('terminate'), this.takenMs('terminate-again')]
    if (first === null || this.#takenMs.has('kill')) return null
    return second === null ? first + this.#graceMs : second + this.#killAfterMs
  }
}
