import type { AbsoluteBudget, Budget } from '../core/budget.ts'
import { CALENDAR_SCOPES } from '../core/budget.ts'
import { DAY_MS, addDays, countDays, spanAround } from '../core/calendar.ts'
import { type Amounts, FIGURE_OF, type Figure } from './amounts.ts'
import type { History } from './history.ts'

/** UTC days, both included. */
interface Days {
  readonly from: string
  readonly to: string
}

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

/** A budget per job, workflow or pull request over time: the largest use of each day. */
export interface PeakUse {
  readonly kind: 'peak'
  readonly budget: AbsoluteBudget
  readonly days: readonly { readonly day: string; readonly used: number }[]
  readonly largest: number | null
  /** Jobs, runs or pull requests that were compared with it, and those above the limit. */
  readonly count: number
  readonly over: number
}

/** A budget that a history of entries cannot judge. */
export interface UnshownBudget {
  readonly kind: 'unshown'
  readonly line: string
  readonly reason: string
}

export type BudgetHistory = BurnDown | PeakUse | UnshownBudget

/** What a history is compared with. */
export interface BudgetContext {
  readonly budgets: readonly Budget[]
  /** Days that the history covers. */
  readonly range: Days
  readonly nowMs: number
}

/** Most repositories of a shared history whose budgets are drawn. */
const MOST_REPOSITORIES = 6
/** Earlier periods that are shown. */
const MOST_EARLIER = 12

/** The use of each budget over time. In a history of several repositories, each of them has the budget for itself. */
export function budgetHistories(history: History, context: BudgetContext): BudgetHistory[] {
  return context.budgets.flatMap((budget): BudgetHistory[] => {
    if (budget.kind === 'growth') return [unshown(budget.line, 'growth is judged against a baseline when a job runs')]
    if (budget.kind === 'variant') return [unshown(budget.line, 'variants are judged by `compare`')]
    if (budget.kind === 'unit') return [unshown(budget.line, 'the history does not count functional units')]
    if (!CALENDAR_SCOPES.has(budget.scope)) return [peakUse(history, budget)]
    if (budget.isOrganisation || history.repositories.size <= 1) return [burnDown(history.days, null, budget, context)]
    const figure = FIGURE_OF[budget.metric]
    const bySize = [...history.repositories].sort(([, a], [, b]) => total(b, figure) - total(a, figure))
    const drawn = bySize.slice(0, MOST_REPOSITORIES).map(([name, days]) => burnDown(days, name, budget, context))
    const rest = bySize.length - drawn.length
    return rest > 0 ? [...drawn, unshown(budget.line, `${rest} more repositories use less than those drawn`)] : drawn
  })
}

function unshown(line: string, reason: string): UnshownBudget {
  return { kind: 'unshown', line, reason }
}

function total(days: ReadonlyMap<string, Amounts>, figure: Figure): number {
  return [...days.values()].reduce((sum, amounts) => sum + (amounts.sum(figure) ?? 0), 0)
}

function burnDown(
  days: ReadonlyMap<string, Amounts>,
  repository: string | null,
  budget: AbsoluteBudget,
  { range, nowMs }: BudgetContext,
): BurnDown {
  const scope = budget.scope as 'day' | 'week' | 'month'
  const figure = FIGURE_OF[budget.metric]
  const today = new Date(nowMs).toISOString().slice(0, 10)
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
    unknown: sumOver(days, period, (amounts) => amounts.unknown(figure)),
    earlier,
  }
}

function useOf(days: ReadonlyMap<string, Amounts>, period: Days, figure: Figure, range: Days): PeriodUse {
  const found = within(days, period)
  const known = found.filter((amounts) => amounts.sum(figure) !== null)
  return {
    ...period,
    used: found.length > 0 && known.length === 0 ? null : known.reduce((sum, each) => sum + (each.sum(figure) ?? 0), 0),
    isPartial: range.from > period.from,
  }
}

function within(days: ReadonlyMap<string, Amounts>, { from, to }: Days): Amounts[] {
  return [...days].filter(([day]) => day >= from && day <= to).map(([, amounts]) => amounts)
}

function sumOver(days: ReadonlyMap<string, Amounts>, period: Days, valueOf: (amounts: Amounts) => number): number {
  return within(days, period).reduce((sum, amounts) => sum + valueOf(amounts), 0)
}

/** The largest job, run or pull request of each day; a pull request counts on the last day. */
function peakUse(history: History, budget: AbsoluteBudget): PeakUse {
  const figure = FIGURE_OF[budget.metric]
  const days = new Map<string, number>()
  const put = (day: string, used: number | null): void => {
    if (used !== null) days.set(day, Math.max(used, days.get(day) ?? 0))
  }
  let count = 0
  let over = 0
  if (budget.scope === 'job') {
    for (const [day, amounts] of history.days) put(day, amounts.largest(figure))
    count = history.all.entries - history.all.unknown(figure)
    over = history.jobsOver.get(budget.line) ?? 0
  } else {
    const groups = budget.scope === 'workflow' ? history.runs.values() : history.pullRequests.values()
    for (const { day, amounts } of groups) {
      const used = amounts.sum(figure)
      if (used === null) continue
      put(day, used)
      count += 1
      if (used > budget.limit) over += 1
    }
  }
  return {
    kind: 'peak',
    budget,
    days: [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, used]) => ({ day, used })),
    largest: days.size === 0 ? null : Math.max(...days.values()),
    count,
    over,
  }
}
