import { constants } from 'node:os'
import type { StopStep } from '../../core/stop/escalation.ts'
import type { StopFacts } from '../../core/stop/stopped.ts'
import { monotonicMs } from '../../sensors/clock.ts'
import type { RunningReading } from '../../sensors/running-total.ts'
import type { ProcessTree } from '../measure/process-tree.ts'
import { handlesSignal } from '../stop/signal-handlers.ts'
import { BudgetWatch, type BudgetState, type WatchedBudget } from '../stop/budget-watch.ts'
import type { WarnSignal } from './run-flags.ts'

/** Time between two SIGKILLs while processes are left, ms: a process may fork while the list is read. */
const REPEAT_KILL_MS = 200
/** Longest time that the tree is waited for after SIGKILL, ms: a process that waits for a broken disk cannot be ended. */
const AFTER_KILL_MS = 5000

/** Stops a command and its process tree at its budget. */
export class CommandStop {
  readonly #watch: BudgetWatch
  readonly #graceMs: number
  readonly #warnSignal: WarnSignal | null
  readonly #onStep: (step: StopStep, state: BudgetState) => void
  #tree: ProcessTree | null = null
  #hasClosed = false
  #timer: NodeJS.Timeout | undefined
  #stopped: { readonly line: string; readonly share: number; readonly atMs: number } | null = null
  #last: BudgetState = { largest: null, steps: [], secondsLeft: null }
  /** When the last reading was taken, monotonic ms. */
  #readMs = 0

  constructor(
    budget: WatchedBudget,
    warnSignal: WarnSignal | null,
    onStep: (step: StopStep, state: BudgetState) => void,
  ) {
    this.#watch = new BudgetWatch(budget)
    this.#graceMs = budget.graceMs
    this.#warnSignal = warnSignal
    this.#onStep = onStep
  }

  /** Called once the command runs. */
  attach(tree: ProcessTree): void {
    this.#tree = tree
    // The budget was used up before the command started.
    if (this.isStopping) this.#signal('SIGTERM')
  }

  get isStopping(): boolean {
    return this.#watch.escalation.isStopping
  }

  /** Longest time that the rest of the tree is waited for, ms. */
  get waitMs(): number {
    return this.#graceMs + 10_000 + AFTER_KILL_MS
  }

  /** Takes a reading of the running total. */
  take(reading: RunningReading): BudgetState {
    if (this.#hasClosed) return this.#last
    const state = this.#watch.take(reading, monotonicMs())
    this.#last = state
    this.#readMs = reading.t
    // Where both come at once, the warning is out of date.
    const isLate = state.steps.includes('terminate')
    for (const step of state.steps) if (!(isLate && step === 'warn')) this.#act(step)
    return state
  }

  /** Ends the timers: the command has ended. */
  close(): void {
    this.#hasClosed = true
    clearTimeout(this.#timer)
  }

  /** What happened, for the report; null: the command was not stopped. @param endedMs when the tree had ended, monotonic */
  factsAt(endedMs: number, wallOffsetMs: number): StopFacts | null {
    if (!this.#stopped) return null
    const { line, share, atMs } = this.#stopped
    return {
      line,
      atShare: share,
      fromMs: atMs + wallOffsetMs,
      toMs: endedMs + wallOffsetMs,
      wasKilled: this.#watch.escalation.takenMs('kill') !== null,
    }
  }

  #act(step: StopStep): void {
    if (step === 'warn') this.#warn()
    else this.#signal(step === 'kill' ? 'SIGKILL' : 'SIGTERM')
    this.#onStep(step, this.#last)
    if (step === 'kill') this.#killAgain()
    else this.#schedule()
  }

  /** A command whose processes cannot be signalled (none is left, or they belong to another user) is not stopped. */
  #signal(name: NodeJS.Signals): void {
    const signalled = this.#tree?.signal(name) ?? []
    const { largest } = this.#last
    if (signalled.length === 0 || !largest) return
    // The time of the reading, to which the share belongs: finding and signalling a tree takes time and energy too.
    this.#stopped ??= { line: largest.line.line, share: largest.share, atMs: this.#readMs }
  }

  /** The default action of these signals ends a process, so only those that handle it get it. */
  #warn(): void {
    if (this.#warnSignal === null) return
    const name = `SIG${this.#warnSignal}` as const
    this.#tree?.signal(name, ({ pid }) => handlesSignal(pid, constants.signals[name]))
  }

  #schedule(): void {
    const waitMs = this.#watch.escalation.waitMs(monotonicMs())
    if (waitMs === null) return
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => {
      for (const step of this.#watch.elapse(monotonicMs())) this.#act(step)
    }, waitMs)
  }

  #killAgain(): void {
    this.#timer = setTimeout(() => {
      if ((this.#tree?.signal('SIGKILL').length ?? 0) > 0) this.#killAgain()
    }, REPEAT_KILL_MS)
  }
}
