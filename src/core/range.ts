import { QuantityError } from './errors.ts'
import { nonNegative } from './quantity.ts'

/** A figure with its 90 % interval: 0 <= low <= value <= high, all in the figure's own unit. */
export interface Range {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * A checked range.
 * @throws QuantityError when the three are not ordered or not finite numbers of at least 0
 * @example makeRange(10, 8, 13) // {"value":10,"low":8,"high":13}
 */
export function makeRange(value: number, low: number = value, high: number = value): Range {
  nonNegative('value', value)
  nonNegative('low', low)
  nonNegative('high', high)
  if (low > value || value > high) throw new QuantityError('range', value, `must lie from ${low} to ${high}`)
  return { value, low, high }
}

/**
 * The range of a value with relative errors.
 * @param below relative error downwards, 0 to 1
 * @param above relative error upwards, at least 0
 * @example relativeRange(10, 0.2, 0.3) // {"value":10,"low":8,"high":13}
 */
export function relativeRange(value: number, below: number, above: number = below): Range {
  return makeRange(
    value,
    value * (1 - Math.min(1, nonNegative('below', below))),
    value * (1 + nonNegative('above', above)),
  )
}

/**
 * The same range in another unit.
 * @example scaleRange(makeRange(10, 8, 13), 2).high // 26
 */
export function scaleRange(a: Range, factor: number): Range {
  nonNegative('factor', factor)
  return makeRange(a.value * factor, a.low * factor, a.high * factor)
}

/**
 * A sum of figures whose errors go together (one power model, one grid figure): ends add up.
 * Adding them in quadrature would claim that the errors of two jobs on one kind of runner cancel; they do not.
 * @example sumRanges([makeRange(10, 8, 13), makeRange(1)]).low // 9
 */
export function sumRanges(ranges: readonly Range[]): Range {
  const total = { value: 0, low: 0, high: 0 }
  for (const { value, low, high } of ranges) {
    total.value += value
    total.low += low
    total.high += high
  }
  return makeRange(total.value, Math.min(total.low, total.value), Math.max(total.high, total.value))
}

/**
 * A product of figures whose errors are independent (watts, PUE, grid): their logarithms' spreads add in quadrature.
 * A low end of zero makes the product's low end zero.
 * @example multiplyRanges(makeRange(10, 5, 20), makeRange(2)).high // 40
 */
export function multiplyRanges(...factors: readonly Range[]): Range {
  let value = 1
  let below = 0
  let above = 0
  for (const factor of factors) {
    value *= factor.value
    below += spread(factor.value, factor.low)
    above += spread(factor.high, factor.value)
  }
  const high = factors.reduce((product, factor) => product * factor.high, 1)
  if (value === 0) return makeRange(0, 0, high)
  return makeRange(value, value * Math.exp(-Math.sqrt(below)), value * Math.exp(Math.sqrt(above)))
}

/** Squared distance of two ends in the logarithm; infinite for an end of zero. @param larger above 0 */
function spread(larger: number, smaller: number): number {
  return Math.log(larger / smaller) ** 2
}
