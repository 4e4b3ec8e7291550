import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { StopStep } from '../../core/stop/escalation.ts'
import type { RunningReading } from '../../sensors/running-total.ts'
import { type StopEventName, stopLine } from '../../sensors/sample-format.ts'
import type { JobStop } from '../../sensors/sampler-options.ts'
import { BudgetWatch } from './budget-watch.ts'
import { JobProcesses } from './job-processes.ts'

/** Longest time between two looks while processes end, and when none is left but later steps may start some, ms. */
const LOOK_MS = { ending: 500, gone: 2000 }
/** Time that processes have to disappear after SIGKILL before the run is cancelled, ms. */
const CANCEL_AFTER_MS = 1000
/** Longest time of the cancel request, ms. */
const REQUEST_MS = 15_000

/** Stops the processes of a job at its budget, from inside the sampler: it does something only when a sample is taken. */
export class JobStopper {
  readonly #options: JobStop
  readonly #token: string | null
  readonly #watch: BudgetWatch
  readonly #processes: JobProcesses | null
  #hasEnded = false
  #hasCancelled = false

  /** @param token cancels the run; null: it is not cancelled */
  constructor(options: JobStop, token: string | null) {
    this.#options = options
    this.#token = token
    this.#watch = new BudgetWatch(options)
    this.#processes =
      options.trackingId === null ? null : new JobProcesses({ ...options, trackingId: options.trackingId })
  }

  /** @returns lines for the sample file, and the longest time to the next sample, ms */
  take(reading: RunningReading): { readonly lines: string; readonly waitMs: number | null } {
    const { steps, largest, secondsLeft } = this.#watch.take(reading, reading.t)
    let lines = ''
    const record = (event: StopEventName): void => {
      lines += stopLine({ event, t: reading.t, share: largest?.share ?? 0, line: largest?.line.line ?? '' })
    }
    for (const step of steps) if (this.#signal(step)) record(step)
    const { escalation } = this.#watch
    if (!escalation.isStopping) return { lines, waitMs: secondsLeft === null ? null : secondsLeft * 1000 }
    const isGone = this.#processes !== null && this.#processes.members().length === 0
    if (isGone && !this.#hasEnded) record('ended')
    this.#hasEnded = isGone
    const killedMs = escalation.takenMs('kill')
    if (killedMs !== null && reading.t - killedMs >= CANCEL_AFTER_MS && !this.#hasCancelled && this.#token !== null) {
      this.#hasCancelled = true
      record(this.#cancelRun() ? 'cancel' : 'cancel-failed')
    }
    if (!isGone) return { lines, waitMs: LOOK_MS.ending }
    const isOver = killedMs !== null && (this.#token === null || this.#hasCancelled)
    return { lines, waitMs: isOver ? null : Math.min(LOOK_MS.gone, escalation.waitMs(reading.t) ?? LOOK_MS.ending) }
  }

  /** @returns whether the step is worth recording: nothing is killed in a job that has ended in time */
  #signal(step: StopStep): boolean {
    if (step === 'warn') return true
    const signalled = this.#processes?.signal(step === 'kill' ? 'SIGKILL' : 'SIGTERM') ?? []
    return step === 'terminate' || signalled.length > 0
  }

  /** Asks GitHub to cancel the run, in a process of its own: the sampler sleeps in its loop and has no time for a network. */
  #cancelRun(): boolean {
    const { cancelUrl, ownFolder } = this.#options
    if (cancelUrl === null) return false
    const bundle = path.join(ownFolder, 'sampler', 'index.js')
    const { status } = spawnSync(process.execPath, [bundle, CANCEL_ARGUMENT], {
      input: JSON.stringify({ url: cancelUrl, token: this.#token }),
      timeout: REQUEST_MS,
      stdio: ['pipe', 'ignore', 'ignore'],
      windowsHide: true,
    })
    return status === 0
  }
}

/** Argument with which the sampler's bundle cancels the run instead of sampling. */
const CANCEL_ARGUMENT = '--cancel-run'
