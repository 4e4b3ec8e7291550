import { QuantityError } from './errors.ts'

/**
 * Guards for physical quantities. `NaN > limit` is false, so one unchecked number turns a gate into a rubber stamp:
 * every formula passes its inputs through one of these.
 */

/** A finite number of at least zero. @throws QuantityError otherwise */
export function nonNegative(quantity: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0) {
    throw new QuantityError(quantity, value, 'a finite number of at least 0 is needed')
  }
  return value === 0 ? 0 : value // -0 reads as 0
}

/** A finite number above zero. @throws QuantityError otherwise */
export function positive(quantity: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value <= 0) {
    throw new QuantityError(quantity, value, 'a finite number above 0 is needed')
  }
  return value
}

/** A finite number from `low` to `high`, both included. @throws QuantityError otherwise */
export function numberWithin(quantity: string, value: unknown, low: number, high: number): number {
  if (typeof value !== 'number' || !Number.isFinite(value) || value < low || value > high) {
    throw new QuantityError(quantity, value, `a number from ${low} to ${high} is needed`)
  }
  return value === 0 ? 0 : value
}

/** A finite number, of either sign. @throws QuantityError otherwise */
export function finiteNumber(quantity: string, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new QuantityError(quantity, value, 'a finite number is needed')
  }
  return value === 0 ? 0 : value
}

const DECIMAL = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/**
 * Reads a number as people write it: digits, one point, an optional exponent and sign, white space around it.
 * Unlike `Number()`, it refuses '', '0x10', '1,5', '12abc', 'Infinity' and anything that overflows.
 * @returns the number, or null when the text is not one
 */
export function parseNumber(text: string): number | null {
  return plainDecimal(text) ?? writtenNumber(text)
}

/** Most digits of an integer that a double always has exactly. */
const EXACT_DIGITS = 15

/**
 * A number of digits and at most one point, several times as fast as with a pattern: integer and power of ten are exact, so that their
 * quotient is the nearest double, as `Number()` gives it. Null for any other text.
 */
function plainDecimal(text: string): number | null {
  if (text.length === 0 || text.length > EXACT_DIGITS) return null
  let integer = 0
  let point = -1
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) integer = integer * 10 + digit
    else if (digit === -2 && point === -1) point = at
    else return null
  }
  if (point === -1) return integer
  return text.length === 1 ? null : integer / 10 ** (text.length - 1 - point)
}

function writtenNumber(text: string): number | null {
  const trimmed = text.trim()
  if (!DECIMAL.test(trimmed)) return null
  const value = Number(trimmed)
  return Number.isFinite(value) ? value : null
}

/**
 * Sums figures that may be unknown. One unknown makes the sum unknown: a total that leaves something out looks precise and is wrong.
 * @returns null if a value is null; 0 for no values
 * @example sumOrNull([1, null]) // null
 */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  let sum = 0
  for (const value of values) {
    if (value === null) return null
    sum += value
  }
  return sum
}
