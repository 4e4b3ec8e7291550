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
 * @param value at least 0; null is unknown
 * @returns null also for a figure that no job can have
 */
export function roundFigure(value: number | null): number | null {
  return value === null || !(value <= MOST) ? null : Number(value.toFixed(DECIMALS))
}

/** A figure as a whole number of billionths. Exact up to 9,000,000 (9 t, 9 MWh); beyond, to 16 digits. */
export function billionthsOf(value: number): bigint {
  return BigInt(value.toFixed(DECIMALS).replace('.', ''))
}

/** The nearest number of a count of billionths. */
export function numberOf(billionths: bigint): number {
  const digits = billionths.toString().padStart(DECIMALS + 1, '0')
  return Number(`${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS)}`)
}
