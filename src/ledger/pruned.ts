import type { Days } from '../core/calendar.ts'
import { MeasurementError } from '../core/errors.ts'
import type { MonthTotals } from './totals.ts'

/** Months whose entries were deleted and whose totals stayed. */
export function prunedMonths(months: ReadonlyMap<string, Pick<MonthTotals, 'pruned'>>): string[] {
  return [...months]
    .filter(([, { pruned }]) => pruned === true)
    .map(([month]) => month)
    .sort()
}

/**
 * Makes sure that the entries of the days are still there.
 * @throws MeasurementError: a sum without the deleted entries would look complete
 */
export function assertNotPruned(months: ReadonlyMap<string, Pick<MonthTotals, 'pruned'>>, { from, to }: Days): void {
  const last = prunedMonths(months).findLast((month) => month >= from.slice(0, 7) && month <= to.slice(0, 7))
  if (last === undefined) return
  throw new MeasurementError(
    `ledger: the entries of ${last} were pruned: only the totals of whole months remain; choose later days with --from`,
    'ledger',
  )
}

/** Why an entry of a pruned month is not added. */
export function prunedRefusal(key: string): string {
  return `${key} ended in a month whose entries were pruned: it cannot be compared with them and is not added`
}

/** Why an entry cannot be added; null if it can. Without the old keys, a duplicate would not be found. */
export function refusalOf(
  months: ReadonlyMap<string, Pick<MonthTotals, 'pruned'>>,
  { key, ended_at }: { readonly key: string; readonly ended_at: string },
): string | null {
  return months.get(ended_at.slice(0, 7))?.pruned === true ? prunedRefusal(key) : null
}

/** The month before the current one, UTC. It and later ones are never pruned: a week may begin in it. */
export function recentMonth(nowMs: number): string {
  const now = new Date(nowMs)
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7)
}
