import type { Budget } from '../../core/budget.ts'

/** What a line limits, without how much: lines of one key can be compared. */
export function budgetKey(budget: Budget): string {
  switch (budget.kind) {
    case 'absolute':
      return `${budget.metric} per ${budget.scope}${budget.isOrganisation ? ' per organisation' : ''}`
    case 'unit':
      return `${budget.metric} per unit ${budget.unit}`
    case 'growth':
      return `growth vs ${budget.branch}`
    case 'variant':
      return budget.variant === null ? 'change vs BASE' : `change vs variant ${budget.variant}`
  }
}

/** The limit in the key's own measure. */
export function limitOf(budget: Budget): number {
  return budget.kind === 'unit' ? budget.limit / budget.count : budget.limit
}

/** The strictest line of each key. */
export function strictest(budgets: readonly Budget[]): Map<string, Budget> {
  const found = new Map<string, Budget>()
  for (const budget of budgets) {
    const key = budgetKey(budget)
    const known = found.get(key)
    if (!known || limitOf(budget) < limitOf(known)) found.set(key, budget)
  }
  return found
}
