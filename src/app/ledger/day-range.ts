import { type Days, dayOf, monthRange } from '../../core/calendar.ts'
import { ConfigurationError } from '../../core/errors.ts'

/** Flags that choose days. */
export interface RangeFlags {
  readonly month?: string
  readonly from?: string
  readonly to?: string
}

/**
 * Days that flags choose: `--month 2026-11`, `--from 2026-11-01 --to 2026-11-15`, either of them alone; without any, the current month.
 * All are UTC.
 * @throws ConfigurationError
 */
export function readRange({ month, from, to }: RangeFlags, nowMs: number): Days {
  if (month !== undefined) {
    if (from !== undefined || to !== undefined)
      throw new ConfigurationError('--month and --from or --to exclude each other')
    if (!/^\d{4}-(?:0[1-9]|1[0-2])$/.test(month)) {
      throw new ConfigurationError(`--month is ${JSON.stringify(month.slice(0, 40))}: write it as \`2026-11\``)
    }
    return monthRange(month)
  }
  if (from === undefined && to === undefined) return monthRange(dayOf(nowMs).slice(0, 7))
  const range = { from: checkedDay(from ?? '0000-01-01', 'from'), to: checkedDay(to ?? dayOf(nowMs), 'to') }
  if (range.from > range.to) throw new ConfigurationError(`--from ${range.from} is after --to ${range.to}: swap them`)
  return range
}

function checkedDay(text: string, flag: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text)) && dayOf(Date.parse(text)) === text
  if (isDay) return text
  throw new ConfigurationError(`--${flag} is ${JSON.stringify(text.slice(0, 40))}: write a day as \`2026-11-28\``)
}

/** Begin of a UTC day that a flag names, Unix ms. @throws ConfigurationError */
export function dayStart(text: string, flag: string): number {
  return Date.parse(checkedDay(text, flag))
}

/**
 * The same days of the month before, as far as it has them.
 * @param day today, `2026-11-28`
 * @example previousMonthToDate('2026-03-31') // { from: '2026-02-01', to: '2026-02-28' }
 */
export function previousMonthToDate(day: string): Days {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const { from, to } = monthRange(dayOf(Date.UTC(year, month - 2, 1)).slice(0, 7))
  const same = `${from.slice(0, 8)}${String(date).padStart(2, '0')}`
  return { from, to: same < to ? same : to }
}
