import type { DayRange } from './store.ts'

/** Whether a range of days is made of whole months. */
export function coversMonths({ from, to }: DayRange): boolean {
  const next = new Date(`${to}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return from.endsWith('-01') && next.getUTCDate() === 1
}
