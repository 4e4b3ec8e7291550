import { portions } from '../../core/steps.ts'

/** Divides every field of a block by shares: the amounts of a field sum to it. @param shares sum to 1 */
export function spread<T extends object>(block: T, shares: readonly number[]): T[] {
  const rows = shares.map(() => ({})) as Record<string, number | null>[]
  for (const [key, whole] of Object.entries(block) as [string, number | null | undefined][]) {
    portions(whole ?? null, shares).forEach((amount, index) => {
      const row = rows[index]
      if (row) row[key] = amount
    })
  }
  return rows as T[]
}
