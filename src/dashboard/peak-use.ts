import { FIGURE_OF } from '../core/units.ts'
import type { AbsoluteBudget } from '../core/budget.ts'
import type { History } from './history.ts'

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

/** The largest job, run or pull request of each day; a pull request counts on the last day. */
export function peakUse(history: History, budget: AbsoluteBudget): PeakUse {
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
