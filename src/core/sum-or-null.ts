/** A sum of figures that may be unknown. One unknown makes it unknown: a total that left something out would look precise and be wrong. */
export function sumOrNull(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, each) => (sum === null || each === null ? null : sum + each), 0)
}
