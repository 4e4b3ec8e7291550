/**
 * Exact sums of decimal figures: the order of entries never changes the last digit. Figures of entries have at most nine decimals
 * (a nanogram, 3.6 microjoules), and sums are kept as whole numbers of that size.
 */

/** Decimals of every figure in the ledger. */
const DECIMALS = 9

/** Largest figure that the ledger keeps: a million tonnes, a terawatt-hour. Beyond, a report is broken, and sums would lose digits. */
const MOST = 1e12

/**
 * A figure as the ledger keeps it: rounded to nine decimals.
 * @param value null is unknown
 * @returns null also for a figure that no job can have
 */
export function roundFigure(value: number | null): number | null {
  return value === null || !(value <= MOST) ? null : Number(value.toFixed(DECIMALS))
}

/** A figure as a whole number of billionths: exactly the decimal that its line shows, also where its binary value differs from it. */
export function billionthsOf(value: number): bigint {
  const text = String(value)
  const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  const isPlain = !text.includes('e') && decimals <= DECIMALS
  const fixed = isPlain ? text + (decimals === 0 ? '.' : '') + '0'.repeat(DECIMALS - decimals) : value.toFixed(DECIMALS)
  return BigInt(fixed.replace('.', ''))
}

/** The nearest number of a count of billionths. */
export function numberOf(billionths: bigint): number {
  const isNegative = billionths < 0n
  const digits = (isNegative ? -billionths : billionths).toString().padStart(DECIMALS + 1, '0')
  return Number(`${isNegative ? '-' : ''}${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`)
}
