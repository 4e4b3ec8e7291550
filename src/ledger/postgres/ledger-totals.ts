import { type Days, coversMonths } from '../../core/calendar.ts'
import { activeCursors } from '../cursors.ts'
import { assertNotPruned } from '../pruned.ts'
import type { LedgerTotals } from '../store.ts'
import { type MonthTotals, TotalsBuilder, readMonthTotals } from '../totals.ts'
import { type Row, sumOf } from './rows.ts'

/** Totals of the days from the answer of the statement for totals. */
export function ledgerTotals(rows: readonly Row[], { from, to }: Days, nowMs: number): LedgerTotals {
  const builder = new TotalsBuilder()
  for (const row of rows) {
    const { division, name = null, workflow = null } = row
    if (division === 'day') builder.addDay(String(name), sumOf(row))
    const repository = name === null ? {} : { repository: String(name) }
    if (division === 'group')
      builder.addGroup({ ...repository, ...(workflow !== null && { workflow: String(workflow) }) }, sumOf(row))
  }
  const months = monthsOf(rows)
  if (!coversMonths({ from, to })) assertNotPruned(months, { from, to })
  for (const [month, sums] of months) if (month >= from.slice(0, 7) && month <= to.slice(0, 7)) builder.addMonth(sums)
  const state = rows.find(({ division }) => division === 'state')
  const all = [...months.values()].reduce((sum, { entries }) => sum + entries, Number(state?.['entries'] ?? 0))
  const cursors = cursorsOf(rows)
  const last = timeOf(rows.find(({ name }) => name === cursorName(undefined)))
  // A cursor that moves adds no row; it is not later than the write that moved it.
  const times = [timeOf(state), last].filter((time) => time !== null)
  const written = times.sort().at(-1) ?? null
  return {
    ...builder.value(),
    from,
    to,
    as_of: all === 0 ? null : (activeCursors(cursors, nowMs)[0]?.cursor ?? last ?? written),
    written_at: all === 0 ? null : written,
    tip: null,
    cursors,
    all_entries: all,
  }
}

function timeOf(row: Row | undefined): string | null {
  const asOf = row?.['as_of'] ?? null
  return asOf === null ? null : String(asOf).replace('.000Z', 'Z')
}

/** Totals of the pruned months, by month. */
export function monthsOf(rows: readonly Row[]): Map<string, MonthTotals> {
  return new Map(
    rows
      .filter(({ division }) => division === 'pruned')
      .map(({ name, as_of }): [string, MonthTotals] => [
        String(name).slice('pruned/'.length),
        readMonthTotals(String(as_of), String(name)),
      ]),
  )
}

/** Cursor of each repository's collector. */
function cursorsOf(rows: readonly Row[]): Record<string, string> {
  const found = rows.filter(({ division, name }) => division === 'cursor' && name !== cursorName(undefined))
  return Object.fromEntries(found.map(({ name, as_of }) => [String(name).slice('cursor/'.length), String(as_of)]))
}

/** Name of a cursor in the state table: each repository has one, besides the latest of all. */
export function cursorName(repository: string | undefined): string {
  return repository === undefined ? 'cursor' : `cursor/${repository}`
}
