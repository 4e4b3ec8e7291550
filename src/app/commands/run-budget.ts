import { rmSync } from 'node:fs'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import type { Note } from '../../core/notes.ts'
import type { StopStep } from '../../core/stop/escalation.ts'
import type { StopFacts } from '../../core/stop/stopped.ts'
import { type LineShare, largestShare, secondsToLimit } from '../../core/stop/limit-share.ts'
import { monotonicMs } from '../../sensors/clock.ts'
import type { MachinePower } from '../../power/running-machine.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import type { RunningReading } from '../../sensors/running-total.ts'
import { computeMeasurement, readSoFar } from '../measure/finish.ts'
import type { MeasurementState } from '../measure/state.ts'
import type { StartOptions } from '../measure/start.ts'
import { machinePower, slicePower } from '../power/machine-power.ts'
import { readingsOf } from '../settings/wall-readings.ts'
import { runningPower } from '../stop/running-power.ts'
import { STOP_FILE_VARIABLE } from '../stop/stop-file.ts'
import { type Used, lineOf, progressOf, stepSentence } from './budget-progress.ts'
import { CommandStop } from './command-stop.ts'
import { type Context, gridAccessOf } from './context.ts'
import { type Progress, type ProgressOutput, progressOutput } from './progress.ts'
import { unarmedNotes } from '../stop/stop-note.ts'
import { type Prospect, type ProspectBasis, prospectOf } from '../stop/prospect.ts'
import { assertStopFlags, historyOf, isStopWanted, stopProblem } from './stop-request.ts'
import type { RunFlags, WarnSignal } from './run-flags.ts'
import { counted } from '../../core/text.ts'

/** Name of the stop file in the sampler's folder. The file is created when 80 % of the budget are used. */
const STOP_FILE = 'stop.json'

/** What `run` shows and does about its budget while the command runs. */
export class RunBudget {
  /** What was found before the command started; null: nothing is watched. */
  readonly prospect: Prospect | null
  /** Notes about budget lines that cannot stop the command. */
  readonly notes: readonly Note[]
  readonly #context: Context
  readonly #output: ProgressOutput
  readonly #warnSignal: WarnSignal | null
  readonly #isArmed: boolean
  #stopFile: string | null = null
  #stop: CommandStop | null = null
  #progress: Progress | null = null
  #hasClosed = false
  #timer: NodeJS.Timeout | undefined

  private constructor(
    context: Context,
    prospect: Prospect | null,
    output: ProgressOutput,
    warnSignal: WarnSignal | null,
  ) {
    this.#context = context
    this.prospect = prospect
    this.#output = output
    this.#warnSignal = warnSignal
    const wanted = isStopWanted(context) ? prospect : null
    const problem = wanted && stopProblem(context, wanted)
    this.#isArmed = wanted !== null && problem === null
    this.notes = problem ? [problem] : wanted ? unarmedNotes(wanted.lines.unarmed) : []
    for (const { text } of this.notes) context.console.err(`carbon-gate: ${text}\n`)
  }

  /** @throws ConfigurationError if nothing can be stopped although a flag asks for it */
  static async open(
    context: Context,
    { progress, warnSignal, scope }: Pick<RunFlags, 'progress' | 'warnSignal' | 'scope'>,
  ): Promise<RunBudget> {
    assertStopFlags(context, { warnSignal, scope })
    // While the command runs, only what the whole machine used is known.
    const output = progressOutput(scope === 'command' ? 'off' : progress, {
      console: context.console,
      env: context.env,
      stream: process.stderr,
    })
    const isWatched = isStopWanted(context) || output.everyMs === 'sample'
    const history = isStopWanted(context) ? await historyOf(context) : null
    const prospect = isWatched ? await prospectOf({ ...basisOf(context), history }) : null
    return new RunBudget(context, prospect, output, warnSignal)
  }

  /** What the measurement needs for the running total; nothing without one. */
  get measurement(): Pick<StartOptions, 'total' | 'readings'> {
    if (!this.prospect) return {}
    const { machine, power } = this.prospect
    return {
      total: runningPower(machine, power),
      readings: {
        everyMs: 0,
        take: (reading) => this.#take(reading),
        onEnd: () => this.#sayUnwatched(),
        lines: this.#isArmed ? this.prospect.lines.lines : [],
      },
    }
  }

  /** Power curve of the machine that was measured; the one that was found before the command started, if nothing changed. */
  powerOf(machine: MachineFacts): MachinePower {
    const { prospect } = this
    if (prospect && isDeepStrictEqual(machine, prospect.machine)) return prospect.power
    return machinePower(machine, readingsOf(this.#context.settings))
  }

  /** Variables of the command. */
  get variables(): Readonly<Record<string, string>> {
    return this.#stopFile === null ? {} : { [STOP_FILE_VARIABLE]: this.#stopFile }
  }

  /** Stops the command; null: the budget is judged at the end. */
  get stop(): CommandStop | null {
    return this.#stop
  }

  /** Called once the sampler runs, before the command starts. */
  begin(state: MeasurementState): void {
    if (this.#isArmed && this.prospect) this.#arm(this.prospect, state)
    this.#pollIfSeldom(state)
  }

  /** Prepares the stop. The stop file is in the sampler's folder, which the sampler removes if this process is killed. */
  #arm({ lines: { lines }, lifetimeYears }: Prospect, { sampler, samplerFailure }: MeasurementState): void {
    if (sampler === null) {
      const text = `on-exceed: stop has no effect: the sampler could not be started: ${samplerFailure}`
      this.#context.console.err(`carbon-gate: ${text}\n`)
      return
    }
    this.#stopFile = path.join(sampler.folder, STOP_FILE)
    const graceMs = this.#context.settings['stop-grace'] * 1000
    const budget = { lines, lifetimeYears, graceMs, stopFile: this.#stopFile }
    this.#stop = new CommandStop(budget, this.#warnSignal, (step, { largest }) => this.#sayStep(step, largest))
  }

  /**
   * Shows progress now and then without a running total: the sampler's work stays as small as it is, and short commands do not
   * wait for a power curve before they start.
   */
  #pollIfSeldom(state: MeasurementState): void {
    const { everyMs } = this.#output
    if (this.prospect || typeof everyMs !== 'number') return
    this.#timer = setInterval(() => {
      void this.#poll(state).catch(() => undefined)
    }, everyMs)
  }

  sayWaiting(processes: number): void {
    this.#output.clear()
    const what = counted(processes, 'more process', 'more processes')
    this.#context.console.err(`carbon-gate: waiting for ${what} of the command to end; a second signal ends the wait\n`)
  }

  /**
   * Ends what is shown and watched.
   * @param start when the measurement began, on the wall clock and the monotonic one
   * @returns what the budget did, for the report; null: it stopped nothing
   */
  close(start: MeasurementState['start']['at']): StopFacts | null {
    this.#hasClosed = true
    clearInterval(this.#timer)
    this.#stop?.close()
    this.#output.clear()
    if (this.#stopFile !== null) rmSync(this.#stopFile, { force: true })
    return this.#stop?.factsAt(monotonicMs(), start.wallMs - start.monotonicMs) ?? null
  }

  /** Warns when the sampler ends before the command: a sampler that only sends nothing may also be slow. */
  #sayUnwatched(): void {
    if (this.#hasClosed || !this.#stop || this.#stop.isStopping) return
    this.#output.clear()
    const text = 'the sampler ended early, so nothing is stopped from here on: the budget is judged at the end'
    this.#context.console.err(`carbon-gate: ${text}\n`)
  }

  async #poll(state: MeasurementState): Promise<void> {
    const prospect = await prospectOf(basisOf(this.#context))
    const { it, durationS, timeline } = computeMeasurement(await readSoFar(state), slicePower(prospect.power))
    const used = { itWh: it.it.value, seconds: durationS }
    const largest = largestShare(prospect.lines.lines, used)
    const secondsLeft = largest && secondsToLimit(largest.progress, durationS)
    if (!this.#hasClosed) this.#show(prospect, { ...used, watts: timeline.at(-1)?.watts ?? 0 }, largest, secondsLeft)
  }

  #take(reading: RunningReading): void {
    if (this.#hasClosed || !this.prospect) return
    const { lines } = this.prospect.lines
    // A step of the stop prints a sentence with these figures.
    this.#progress = progressOf(this.prospect, reading, largestShare(lines, reading), null)
    const state = this.#stop?.take(reading)
    const largest = state ? state.largest : largestShare(lines, reading)
    const secondsLeft = largest && secondsToLimit(largest.progress, reading.seconds)
    if (this.#output.everyMs === 'sample') this.#show(this.prospect, reading, largest, secondsLeft)
  }

  #show(prospect: Prospect, reading: Used, largest: LineShare | null, secondsLeft: number | null): void {
    this.#progress = progressOf(prospect, reading, largest, secondsLeft)
    this.#output.show(this.#progress)
  }

  #sayStep(step: StopStep, largest: LineShare | null): void {
    if (!this.#progress || !largest) return
    const secondsLeft = secondsToLimit(largest.progress, this.#progress.seconds)
    const progress = { ...this.#progress, largest: lineOf(largest), secondsLeft }
    this.#output.step(step, progress, stepSentence(step, largest, progress, this.#context.settings['stop-grace']))
  }
}

function basisOf(context: Context): ProspectBasis {
  return { ...context, access: gridAccessOf(context) }
}
