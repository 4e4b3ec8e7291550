/** Grams with two significant digits, or whole from 100 on. */
export function gramsText(value: number): string {
  return String(value >= 100 ? Math.round(value) : Number(value.toPrecision(2)))
}
