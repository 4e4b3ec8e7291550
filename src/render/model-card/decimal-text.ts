/** Significant digits of figures in cards and statements: far below their uncertainty, and short enough to read. */
const DIGITS = 6

/** A figure with six significant digits. */
export function rounded(value: number): number {
  return Number(value.toPrecision(DIGITS))
}

/** A number without an exponent: YAML 1.1 reads `1e-7` as text. */
export function decimalText(value: number): string {
  const text = String(value)
  const match = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(text)
  if (!match) return text
  const [, sign = '', first = '', rest = '', exponent = '0'] = match
  const digits = first + rest
  const point = 1 + Number(exponent)
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0')}`
}
