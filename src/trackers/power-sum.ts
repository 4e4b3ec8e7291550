import { QuantityError } from '../core/errors.ts'
import { finite, nonNegative } from '../core/quantity.ts'

/** Shortest distance of two samples that is taken for a gap, s. */
const SHORTEST_GAP_S = 60

/** A distance of this many usual steps is a gap. */
const STEPS_IN_A_GAP = 10

/** What a sample's power is of: the moment, or the mean of the time since the sample before. */
export type PowerOf = 'moment' | 'since-last'

/**
 * Energy of power samples as they stream in, without holding them: by the trapezoidal rule of `integratePower` for powers of a
 * moment, exactly for means. A distance beyond a minute and ten usual steps is not bridged: what happened in it is unknown.
 */
export class PowerSum {
  readonly #power: PowerOf
  #joules = 0
  #covered = 0
  #span = 0
  #gaps = 0
  #count = 0
  #first: number | undefined
  #end = 0
  #last: { t: number; watts: number } | undefined
  readonly #steps: number[] = []

  constructor(power: PowerOf = 'moment') {
    this.#power = power
  }

  /** @param t s, not before the one before @param watts at least 0 @throws QuantityError */
  add(t: number, watts: number): void {
    finite('sample time', t)
    nonNegative('power', watts)
    if (this.#last) {
      const dt = t - this.#last.t
      if (dt < 0) throw new QuantityError('sample time', t, `it runs backwards: ${this.#last.t} came before`)
      if (dt > this.#gapS()) this.#gaps += 1
      else {
        this.#joules += (this.#power === 'since-last' ? watts : (this.#last.watts + watts) / 2) * dt
        this.#covered += dt
        // A gap is no usual step: it would hide the next one.
        if (this.#steps.length < 20 && dt > 0) {
          this.#steps.push(dt)
          this.#steps.sort((a, b) => a - b)
        }
      }
      this.#span += dt
    }
    this.#first ??= t
    this.#end = t
    this.#last = { t, watts }
    this.#count += 1
  }

  /** What follows is of another session: the time between is not of the log. */
  interrupt(): void {
    this.#last = undefined
  }

  #gapS(): number {
    const usual = this.#steps[Math.floor((this.#steps.length - 1) / 2)]
    // There is nothing to hold the first step against.
    return usual === undefined ? Number.POSITIVE_INFINITY : Math.max(SHORTEST_GAP_S, STEPS_IN_A_GAP * usual)
  }

  get wh(): number {
    return this.#joules / 3600
  }

  /** Whether the samples are of any time at all: one alone, or several of one moment, make no energy. */
  get hasTime(): boolean {
    return this.#covered > 0
  }

  /** Time between samples without the gaps, s: what the energy is of. */
  get coveredS(): number {
    return this.#covered
  }

  get gaps(): number {
    return this.#gaps
  }

  get count(): number {
    return this.#count
  }

  /** Time of the first sample, s. */
  get startS(): number {
    return this.#first ?? 0
  }

  /** Time of the last sample, s. */
  get endS(): number {
    return this.#end
  }

  /** From the first sample to the last of each session, s. */
  get spanS(): number {
    return this.#span
  }
}
