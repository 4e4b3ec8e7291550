import { Escalation, type StopStep } from '../../core/stop/escalation.ts'
import { type LimitedLine, type LineShare, largestShare, secondsToLimit } from '../../core/stop/limit-share.ts'
import type { RunningReading } from '../../sensors/running-total.ts'
import type { JobStop } from '../../sensors/sampler-options.ts'
import { type StopNotice, writeStopFile } from './stop-file.ts'
import { withCards } from './stop-lines.ts'

/** What a stop works with. */
export type WatchedBudget = Pick<JobStop, 'lines' | 'lifetimeYears' | 'graceMs' | 'stopFile'>

/** The state of the budget at one reading. */
export interface BudgetState {
  readonly largest: LineShare | null
  readonly steps: readonly StopStep[]
  /** Forecast of the time until the budget is reached, at the mean rate so far, s; null: unknown. */
  readonly secondsLeft: number | null
}

/** Compares the running total with the budget, and keeps the stop file. Signals are the caller's. */
export class BudgetWatch {
  readonly escalation: Escalation
  readonly #budget: WatchedBudget
  #lines: readonly LimitedLine[]
  #cards = 0
  #largest: LineShare | null = null

  constructor(budget: WatchedBudget, escalation: Escalation = new Escalation(budget.graceMs)) {
    this.#budget = budget
    this.#lines = budget.lines
    this.escalation = escalation
  }

  /** The line that will be reached first, at the last reading. */
  get largest(): LineShare | null {
    return this.#largest
  }

  /** Takes a reading of the running total. @param nowMs monotonic time */
  take(reading: Pick<RunningReading, 'itWh' | 'seconds' | 'gpus'>, nowMs: number): BudgetState {
    if (reading.gpus.length !== this.#cards) {
      this.#cards = reading.gpus.length
      this.#lines = withCards(this.#budget.lines, reading.gpus, this.#budget.lifetimeYears)
    }
    this.#largest = largestShare(this.#lines, reading)
    const progress = this.#largest?.progress ?? null
    const secondsLeft = progress === null ? null : secondsToLimit(progress, reading.seconds)
    const steps = this.escalation.next(nowMs, progress)
    this.#writeNotice(steps, secondsLeft)
    return { largest: this.#largest, steps, secondsLeft }
  }

  /** The steps that time alone makes due. */
  elapse(nowMs: number): readonly StopStep[] {
    return this.escalation.next(nowMs, null)
  }

  #writeNotice(steps: readonly StopStep[], secondsLeft: number | null): void {
    const { line, share } = this.#largest ?? {}
    if (!line || share === undefined) return
    const notice = (reason: StopNotice['reason'], ms: number | null): void => {
      const deadline = ms === null ? null : new Date(Date.now() + ms).toISOString()
      writeStopFile(this.#budget.stopFile, { reason, share, budget: line.line, deadline })
    }
    if (steps.includes('terminate')) notice('budget-exceeded', this.#budget.graceMs)
    else if (steps.includes('warn')) notice('budget-warning', secondsLeft === null ? null : secondsLeft * 1000)
  }
}
