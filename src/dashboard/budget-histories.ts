import { FIGURE_OF } from '../core/units.ts'
import { type Budget, CALENDAR_SCOPES } from '../core/budget.ts'
import type { Days } from '../core/calendar.ts'
import { type Amounts, sumOf } from './amounts.ts'
import { type BurnDown, burnDown } from './burn-down.ts'
import type { History } from './history.ts'
import { type PeakUse, peakUse } from './peak-use.ts'

/** A budget that a history of entries cannot judge. */
interface UnshownBudget {
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

/** The use of each budget over time. In a history of several repositories, each of them has the budget for itself. */
export function budgetHistories(history: History, context: BudgetContext): BudgetHistory[] {
  return context.budgets.flatMap((budget): BudgetHistory[] => {
    if (budget.kind === 'growth') return [unshown(budget.line, 'growth is judged against a baseline when a job runs')]
    if (budget.kind === 'variant') return [unshown(budget.line, 'variants are judged by `compare`')]
    if (budget.kind === 'unit') return [unshown(budget.line, 'the history does not count functional units')]
    if (!CALENDAR_SCOPES.has(budget.scope)) return [peakUse(history, budget)]
    if (budget.isOrganisation || history.repositories.size <= 1) return [burnDown(history.days, null, budget, context)]
    const figure = FIGURE_OF[budget.metric]
    const sizeOf = (days: ReadonlyMap<string, Amounts>): number => sumOf(days.values(), figure)
    const bySize = [...history.repositories].sort(([, a], [, b]) => sizeOf(b) - sizeOf(a))
    const drawn = bySize.slice(0, MOST_REPOSITORIES).map(([name, days]) => burnDown(days, name, budget, context))
    const rest = bySize.length - drawn.length
    return rest > 0 ? [...drawn, unshown(budget.line, `${rest} more repositories use less than those drawn`)] : drawn
  })
}

function unshown(line: string, reason: string): UnshownBudget {
  return { kind: 'unshown', line, reason }
}
