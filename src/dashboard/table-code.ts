/**
 * The table's rows as text: written by the command, read by the script of the page. One letter has 6 bits. A figure has four significant
 * digits and takes three letters, a time five, an index one or two.
 */

/** One column. */
export type Column =
  | {
      readonly kind: 'text'
      readonly key: string
      readonly title: string
      /** What the indexes mean. */
      readonly names: readonly string[]
      readonly code: string
    }
  | { readonly kind: 'number'; readonly key: string; readonly title: string; readonly code: string }

export interface EncodedTable {
  readonly count: number
  readonly times: string
  readonly columns: readonly Column[]
}

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const BITS = 6
const BASE = 1 << BITS

/** Largest index of a name: two letters. */
export const LARGEST_NAME = BASE * BASE - 1

/** Letters of a time: 34 years from 2010, to the second. */
const TIME_LETTERS = 5
/** 2010-01-01, Unix s. */
const TIME_ORIGIN = 1_262_304_000

const FIGURE_LETTERS = 3
/** Four significant digits: 1 to 9999, times a power of ten, in steps of at least 10^-9. 0 is zero itself. */
const LARGEST_DIGITS = 9999
const DIGITS_BITS = 14
const SMALLEST_POWER = -9
const LARGEST_POWER = 5
/** A power that no figure has marks an unknown one. */
const UNKNOWN_POWER = LARGEST_POWER - SMALLEST_POWER + 1

function lettersOf(value: number, count: number): string {
  let text = ''
  for (let at = count - 1; at >= 0; at -= 1) text += LETTERS[Math.floor(value / BASE ** at) % BASE]
  return text
}

const VALUES = ((): Uint8Array => {
  const values = new Uint8Array(128)
  for (let at = 0; at < BASE; at += 1) values[LETTERS.charCodeAt(at)] = at
  return values
})()

function valueAt(code: string, start: number, count: number): number {
  let value = 0
  for (let at = start; at < start + count; at += 1) value = value * BASE + (VALUES[code.charCodeAt(at)] ?? 0)
  return value
}

export function encodeTimes(times: readonly number[]): string {
  return times
    .map((time) => lettersOf(Math.min(Math.max(time - TIME_ORIGIN, 0), BASE ** TIME_LETTERS - 1), TIME_LETTERS))
    .join('')
}

/** Unix s. */
export function decodeTimes({ times, count }: EncodedTable): Float64Array {
  const values = new Float64Array(count)
  for (let at = 0; at < count; at += 1) values[at] = TIME_ORIGIN + valueAt(times, at * TIME_LETTERS, TIME_LETTERS)
  return values
}

/** Letters of an index into so many names: none for a single name. */
function indexLetters(names: number): number {
  return names <= 1 ? 0 : names <= BASE ? 1 : 2
}

/** @param names how many there are, at most LARGEST_NAME + 1 */
export function encodeIndexes(indexes: readonly number[], names: number): string {
  const letters = indexLetters(names)
  return letters === 0 ? '' : indexes.map((index) => lettersOf(index, letters)).join('')
}

export function decodeIndexes(code: string, names: number, count: number): Uint16Array {
  const letters = indexLetters(names)
  const values = new Uint16Array(count)
  if (letters > 0) for (let at = 0; at < count; at += 1) values[at] = valueAt(code, at * letters, letters)
  return values
}

/** Figures of at least 0 with four significant digits; what is larger than 10^9 or smaller than 10^-9 becomes that; null: unknown. */
export function encodeFigures(values: readonly (number | null)[]): string {
  return values.map((value) => lettersOf(figureCode(value), FIGURE_LETTERS)).join('')
}

function figureCode(value: number | null): number {
  if (value === null || !Number.isFinite(value) || value < 0) return UNKNOWN_POWER << DIGITS_BITS
  if (value === 0) return 0
  let power = Math.min(Math.max(Math.floor(Math.log10(value)) - 3, SMALLEST_POWER), LARGEST_POWER)
  let digits = Math.round(value / 10 ** power)
  if (digits > LARGEST_DIGITS && power < LARGEST_POWER) {
    power += 1
    digits = Math.round(value / 10 ** power)
  }
  // What is not nothing never becomes 0.
  digits = Math.min(Math.max(digits, 1), LARGEST_DIGITS)
  return ((power - SMALLEST_POWER) << DIGITS_BITS) | digits
}

/** NaN for an unknown figure. */
export function decodeFigures(code: string, count: number): Float64Array {
  const values = new Float64Array(count)
  for (let at = 0; at < count; at += 1) {
    const bits = valueAt(code, at * FIGURE_LETTERS, FIGURE_LETTERS)
    const power = bits >> DIGITS_BITS
    const digits = bits & ((1 << DIGITS_BITS) - 1)
    // A quotient of two exact numbers is the decimal closest to the figure.
    const exponent = power + SMALLEST_POWER
    values[at] =
      power === UNKNOWN_POWER ? Number.NaN : exponent < 0 ? digits / 10 ** -exponent : digits * 10 ** exponent
  }
  return values
}
