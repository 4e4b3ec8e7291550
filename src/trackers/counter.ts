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
