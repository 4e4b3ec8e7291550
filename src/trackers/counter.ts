import { QuantityError } from '../core/errors.ts'
import { nonNegative } from '../core/quantity.ts'

/**
 * Energy between the first and the last reading of a cumulative counter. A reading below the one before has wrapped
 * where the counter's range is known, and has restarted at 0 where it has none.
 * @param joules readings in order of time, J
 * @param wrapJ value after which it begins again at 0, J; null for a counter that only restarts
 * @returns J
 * @throws QuantityError
 */
export function counterJoules(joules: readonly number[], wrapJ: number | null): number {
  let sum = 0
  let before: number | undefined
  for (const reading of joules) {
    nonNegative('counter', reading)
    if (before !== undefined) {
      if (reading >= before) sum += reading - before
      else if (wrapJ === null) sum += reading
      else if (before > wrapJ) throw new QuantityError('counter', before, `it is above its own range of ${wrapJ} J`)
      else sum += reading + wrapJ - before
    }
    before = reading
  }
  return sum
}

/** Whether a counter without a range to wrap at fell below an earlier reading: it restarted at 0. */
export function hasRestarted(joules: readonly number[]): boolean {
  return joules.some((reading, index) => index > 0 && reading < (joules[index - 1] ?? 0))
}

/** Whether a counter did not change over several readings. That of a running device always does. */
export function isFrozen(joules: readonly number[]): boolean {
  return joules.length > 1 && joules.every((reading) => reading === joules[0])
}

/** Rows that grow one after the other are a running total from here on: by chance, one log in 5,040 has them. */
const GROWING_ROWS = 7

/** A running total as its readings come. */
export class RunningTotal {
  #last: number | null = null
  /** What it grew by. After a restart it counts from 0. */
  grown = 0
  readings = 0
  #rises = 0
  hasFallen = false

  add(reading: number): void {
    const before = this.#last
    if (before !== null && reading < before) this.hasFallen = true
    if (before !== null && reading > before) this.#rises += 1
    if (before !== null) this.grown += reading < before ? reading : reading - before
    this.#last = reading
    this.readings += 1
  }

  /** Whether each reading is above the one before. */
  get onlyGrows(): boolean {
    return this.readings >= GROWING_ROWS && this.#rises === this.readings - 1
  }
}
