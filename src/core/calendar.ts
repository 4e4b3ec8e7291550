/** Days of the UTC calendar, written as `2026-11-28`, which sort as text. */

/** A UTC day, ms. */
export const DAY_MS = 86_400_000

/** UTC calendar days, both included: `2026-11-01`. */
export interface Days {
  readonly from: string
  readonly to: string
}

/** UTC day of a time, `2026-11-28`. @param ms Unix ms */
export function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/**
 * The day so many days later, or earlier for a negative number.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export function addDays(day: string, count: number): string {
  return dayOf(Date.parse(day) + count * DAY_MS)
}

/** Days from one to another, both included; at least 1 where `from` is not after `to`. */
export function countDays({ from, to }: Days): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS) + 1
}

/** All days of a month. @param month `2026-11` */
export function monthRange(month: string): Days {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return { from: `${month}-01`, to: dayOf(Date.UTC(year, number, 1) - DAY_MS) }
}

/** Whether a range of days is made of whole months. */
export function coversMonths({ from, to }: Days): boolean {
  return from.endsWith('-01') && addDays(to, 1).endsWith('-01')
}

/**
 * The calendar span that a day lies in. Weeks are those of ISO 8601: Monday to Sunday.
 * @example spanAround('2026-11-28', 'week') // { from: '2026-11-23', to: '2026-11-29' }
 */
export function spanAround(day: string, scope: 'day' | 'week' | 'month'): Days {
  if (scope === 'day') return { from: day, to: day }
  if (scope === 'month') return monthRange(day.slice(0, 7))
  const sinceMonday = (new Date(Date.parse(day)).getUTCDay() + 6) % 7
  const monday = addDays(day, -sinceMonday)
  return { from: monday, to: addDays(monday, 6) }
}
