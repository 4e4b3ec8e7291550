import { FIGURE_OF } from '../core/units.ts'
import type { AbsoluteBudget } from '../core/budget.ts'
import { DAY_MS, type Days, addDays, countDays, dayOf, spanAround } from '../core/calendar.ts'
import { type Amounts, type Figure, sumOf } from './amounts.ts'

/** Use of a calendar budget within one period. */
export interface PeriodUse extends Days {
  /** In the base unit of the budget's metric; null if no entry of the period has the figure. */
  readonly used: number | null
  /** Whether the history covers the period only in part, so that the use may be larger. */
  readonly isPartial: boolean
}

/** A budget per day, week or month over time. */
export interface BurnDown {
  readonly kind: 'calendar'
  readonly budget: AbsoluteBudget
  /** Whose use it is; null for all repositories together. */
  readonly repository: string | null
  readonly current: PeriodUse
  /** What is left at the end of each day of the current period that has begun; negative once the budget is exceeded. */
  readonly left: readonly { readonly day: string; readonly left: number }[]
  /** Use at the end of the current period if it goes on as it began; null before half of a day has passed. */
  readonly forecast: number | null
  /** Entries of the current period without the figure. */
  readonly unknown: number
  /** Earlier periods, oldest first. */
  readonly earlier: readonly PeriodUse[]
}

/** Earlier periods that are shown. */
const MOST_EARLIER = 12

/** The use of a budget in its current period and before. @param repository whose use it is; null for all */
export function burnDown(
  days: ReadonlyMap<string, Amounts>,
  repository: string | null,
  budget: AbsoluteBudget,
  { range, nowMs }: { readonly range: Days; readonly nowMs: number },
): BurnDown {
  const scope = budget.scope as 'day' | 'week' | 'month'
  const figure = FIGURE_OF[budget.metric]
  const today = dayOf(nowMs)
  const lastDay = range.to < today ? range.to : today
  const period = spanAround(lastDay, scope)
  const left: { day: string; left: number }[] = []
  let used = 0
  for (let day = period.from; day <= lastDay; day = addDays(day, 1)) {
    used += days.get(day)?.sum(figure) ?? 0
    left.push({ day, left: budget.limit - used })
  }
  const earlier: PeriodUse[] = []
  for (let end = addDays(period.from, -1); end >= range.from && earlier.length < MOST_EARLIER;) {
    const span = spanAround(end, scope)
    earlier.unshift(useOf(days, span, figure, range))
    end = addDays(span.from, -1)
  }
  const current = useOf(days, period, figure, range)
  const elapsedMs = Math.min(nowMs, Date.parse(lastDay) + DAY_MS) - Date.parse(period.from)
  const isOver = lastDay >= period.to && elapsedMs >= countDays(period) * DAY_MS
  const pace = current.used === null || elapsedMs < DAY_MS / 2 || current.isPartial ? null : current.used / elapsedMs
  return {
    kind: 'calendar',
    budget,
    repository,
    current,
    left,
    forecast: isOver || pace === null ? null : pace * countDays(period) * DAY_MS,
    unknown: within(days, period).reduce((sum, amounts) => sum + amounts.unknown(figure), 0),
    earlier,
  }
}

function useOf(days: ReadonlyMap<string, Amounts>, period: Days, figure: Figure, range: Days): PeriodUse {
  const found = within(days, period)
  const isUnknown = found.length > 0 && found.every((amounts) => amounts.sum(figure) === null)
  return { ...period, used: isUnknown ? null : sumOf(found, figure), isPartial: range.from > period.from }
}

function within(days: ReadonlyMap<string, Amounts>, { from, to }: Days): Amounts[] {
  return [...days].filter(([day]) => day >= from && day <= to).map(([, amounts]) => amounts)
}
