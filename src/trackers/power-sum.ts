import { QuantityError } from '../core/errors.ts'
import { finite, nonNegative } from '../core/quantity.ts'

/** Shortest distance of two samples that is taken for a gap, s. */
const SHORTEST_GAP_S = 60

/** A distance of this many usual steps is a gap. */
const STEPS_IN_A_GAP = 10

/**
 * Energy of power samples as they stream in: the trapezoidal rule of `integratePower`, without holding the samples. A
 * distance beyond a minute and ten usual steps is not bridged: what happened in it is unknown.
 */
export class PowerSum {
  #joules = 0
  #covered = 0
  #gaps = 0
  #count = 0
  #first = 0
  #last: { t: number; watts: number } | undefined
  readonly #steps: number[] = []

  /** @param t s, not before the one before @param watts at least 0 @throws QuantityError */
  add(t: number, watts: number): void {
    finite('sample time', t)
    nonNegative('power', watts)
    if (this.#last) {
      const dt = t - this.#last.t
      if (dt < 0) throw new QuantityError('sample time', t, `it runs backwards: ${this.#last.t} came before`)
      if (this.#steps.length < 20 && dt > 0) {
        this.#steps.push(dt)
        this.#steps.sort((a, b) => a - b)
      }
      if (dt > this.#gapS()) this.#gaps += 1
      else {
        this.#joules += ((this.#last.watts + watts) / 2) * dt
        this.#covered += dt
      }
    } else this.#first = t
    this.#last = { t, watts }
    this.#count += 1
  }

  #gapS(): number {
    const usual = this.#steps[Math.floor(this.#steps.length / 2)] ?? 0
    return Math.max(SHORTEST_GAP_S, STEPS_IN_A_GAP * usual)
  }

  get wh(): number {
    return this.#joules / 3600
  }

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
    return this.#first
  }

  /** Time of the last sample, s. */
  get endS(): number {
    return this.#last?.t ?? this.#first
  }

  /** From the first sample to the last, s. */
  get spanS(): number {
    return this.endS - this.#first
  }
}
