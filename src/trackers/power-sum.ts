import { MeasurementError, QuantityError } from '../core/errors.ts'
import { finiteNumber, nonNegative } from '../core/quantity.ts'
import { GapRule } from './gap-rule.ts'
import type { Log } from './log.ts'
import { SampleSteps } from './rows-at-a-time.ts'

/** More than any machine or GPU draws, W (a DGX B200: 14,300): a reading above it is a fault of the meter. */
export const MOST_WATTS = 20_000

/** What a sample's power is of: the moment, or the mean of the time since the sample before. */
export type PowerOf = 'moment' | 'since-last'

/**
 * Integrates power samples as they stream in, without keeping them: with the trapezoidal rule for powers of a moment, exactly for
 * means. A gap is not bridged: its time is uncovered and has no energy. The time of a meter that reads 0 W is uncovered too.
 */
export class PowerSum {
  readonly #power: PowerOf
  readonly #mayBeZero: boolean
  readonly #mostWatts: number
  readonly #gapRule = new GapRule()
  readonly #steps = new SampleSteps()
  #joules = 0
  #covered = 0
  /** Covered time and the time that is interpolated over samples without a value, s. */
  #bridged = 0
  #span = 0
  #gaps = 0
  #count = 0
  #first: number | undefined
  #end: number | undefined
  #lastEnd = 0
  #last: { t: number; watts: number } | undefined
  /** Whether samples without a value came since the last one with a value. */
  #isInterpolated = false
  #hasSessions = false

  /**
   * @param options.mayBeZero whether what is metered can draw nothing, as one process does: a machine or a GPU at 0 W is a meter without a value
   * @param options.mostWatts a larger reading is a fault of the meter, W
   */
  constructor(
    power: PowerOf = 'moment',
    { mayBeZero = false, mostWatts = MOST_WATTS }: { readonly mayBeZero?: boolean; readonly mostWatts?: number } = {},
  ) {
    this.#power = power
    this.#mayBeZero = mayBeZero
    this.#mostWatts = mostWatts
  }

  /** @param t s, not before the one before @param watts at least 0 @throws QuantityError */
  add(t: number, watts: number): void {
    nonNegative('power', watts)
    if (watts > this.#mostWatts)
      throw new QuantityError('power', watts, `no machine draws more than ${this.#mostWatts} W`)
    this.#advance(t)
    if (this.#last) {
      const stepS = t - this.#last.t
      const joules = (this.#power === 'since-last' ? watts : (this.#last.watts + watts) / 2) * stepS
      const isZero = watts === 0 || (this.#power === 'moment' && this.#last.watts === 0)
      const coveredS = this.#isInterpolated || (isZero && !this.#mayBeZero) ? 0 : stepS
      this.#gapRule.decide(stepS, (isGap) => {
        if (isGap) this.#gaps += 1
        else {
          this.#joules += joules
          this.#bridged += stepS
          this.#covered += coveredS
        }
      })
    }
    this.#isInterpolated = false
    this.#last = { t, watts }
    this.#count += 1
  }

  /** A sample without a value: its time belongs to the log. Its energy is interpolated between its neighbours, but the time is not covered. */
  addMissing(t: number): void {
    this.#advance(t)
    this.#isInterpolated = true
  }

  /** What follows is of another session: the time between is not of the log. */
  interrupt(): void {
    if (this.#first !== undefined) this.#hasSessions = true
    this.#last = undefined
    this.#isInterpolated = false
    this.#end = undefined
  }

  #advance(t: number): void {
    finiteNumber('sample time', t)
    if (this.#end !== undefined) {
      if (t < this.#end) throw new QuantityError('sample time', t, `it runs backwards: ${this.#end} came before`)
      this.#span += t - this.#end
      this.#steps.add(t - this.#end)
    } else if (this.#first !== undefined && t < this.#lastEnd) {
      throw new QuantityError('sample time', t, `a session begins before the end of the last one, at ${this.#lastEnd}`)
    }
    this.#first ??= t
    this.#end = t
    this.#lastEnd = t
  }

  get wh(): number {
    this.#gapRule.settle()
    return this.#joules / 3600
  }

  /** Whether the samples are of any time at all: one alone, or several of one moment, make no energy. */
  get hasTime(): boolean {
    this.#gapRule.settle()
    return this.#bridged > 0
  }

  /** Time between samples without the gaps, without what is interpolated and without a power of 0, s. */
  get coveredS(): number {
    this.#gapRule.settle()
    return this.#covered
  }

  get gaps(): number {
    this.#gapRule.settle()
    return this.#gaps
  }

  /** Number of samples that come at a time. */
  get atATime(): number {
    return this.#steps.atATime
  }

  /** @throws MeasurementError if the samples are of several machines */
  assertOfOne(): void {
    this.#steps.assertOfOne()
  }

  /** The time of a log of its own, with a note of the gaps in it. @throws MeasurementError where the samples are of no time, or of several machines */
  timeIn(log: Log): { readonly durationS: number; readonly coveredS: number } {
    this.assertOfOne()
    if (!this.hasTime) {
      const what = this.#count === 0 ? 'it contains no sample of power' : 'it has power at one moment only'
      throw new MeasurementError(`${what}: two samples or more make an energy`)
    }
    log.gaps(this.gaps)
    return { durationS: this.#span, coveredS: this.#covered }
  }

  /** Power of the last sample with a value, W; null before the first. */
  get lastWatts(): number | null {
    return this.#last?.watts ?? null
  }

  /** Samples with a value. */
  get count(): number {
    return this.#count
  }

  /** Time of the first sample, s. */
  get startS(): number {
    return this.#first ?? 0
  }

  /** Time of the last sample, s. */
  get endS(): number {
    return this.#lastEnd
  }

  /** From the first sample to the last of each session, s. */
  get spanS(): number {
    return this.#span
  }

  /** Whether the log is of several sessions with time between them. */
  get hasSessions(): boolean {
    return this.#hasSessions
  }
}
