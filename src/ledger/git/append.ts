import { hourPath, README_PATH, totalsPath } from '../entry-path.ts'
import { entryLine } from '../entry-file.ts'
import type { NewEntry } from '../store.ts'
import { type MonthTotals, extendMonth, monthTotalsText } from '../totals.ts'
import { LEDGER_README } from './readme.ts'
import { type Destination, publish } from './publish.ts'
import { groupBy } from '../../core/group-by.ts'
import { dropKnown } from './known-keys.ts'
import { type Snapshot } from './snapshot.ts'
import { counted } from '../../core/text.ts'

/** What is appended in one push. */
export interface Appending {
  readonly entries: readonly NewEntry[]
  /** Moves the collector's cursor; null leaves it. */
  readonly cursor: string | null
  /** Whose cursor it is. */
  readonly repository?: string | undefined
  /** Inbox refs that are deleted in the same push. */
  readonly sweeps: readonly { readonly ref: string; readonly commit: string }[]
}

/** Result of an append: how many entries were new; null when another writer was faster. */
export type Appended = { readonly added: number; readonly duplicates: number } | null

/**
 * Appends entries to the ledger: a commit with the files of their hours, a commit with the totals of their months, the deletion of swept
 * inbox refs, all in one atomic push.
 * @throws MeasurementError
 */
export async function append(
  destination: Destination,
  snapshot: Snapshot,
  { entries, cursor, repository, sweeps }: Appending,
  nowMs: number,
): Promise<Appended> {
  const { ledger, months } = snapshot
  const fresh = await dropKnown(destination.scratch, snapshot, entries)
  const files: Record<string, string> = ledger === null ? { [README_PATH]: LEDGER_README } : {}
  for (const [path, group] of groupBy(fresh.entries, ({ entry }) => hourPath(entry.ended_at))) {
    const lines = group.map(({ entry }) => entryLine(entry))
    files[path] = `${fresh.files.get(path) ?? ''}${lines.join('')}`
  }
  const isLedgerChanged = Object.keys(files).length > 0
  const changed = changedMonths(months, fresh.entries, { cursor, repository }, nowMs)
  // Totals of another commit were computed again, all of them.
  const totals = new Map([...(snapshot.isConsistent ? [] : months), ...changed])
  const isTotalsChanged = isLedgerChanged || totals.size > 0 || !snapshot.isConsistent
  const count = counted(fresh.entries.length, 'entry', 'entries')
  const totalsFiles = [...totals].map(([month, value]) => [totalsPath(month), monthTotalsText(value)])
  const publication = {
    ledger: isLedgerChanged ? { message: `Add ${count} [skip ci]\n`, files } : null,
    totals: isTotalsChanged
      ? { message: `Totals with ${count} more [skip ci]\n`, files: Object.fromEntries(totalsFiles) }
      : null,
    sweeps,
  }
  const isPublished = await publish(destination, snapshot, publication, nowMs)
  return isPublished ? { added: fresh.entries.length, duplicates: fresh.duplicates } : null
}

/** Totals of the months that entries or the cursor change. */
function changedMonths(
  months: ReadonlyMap<string, MonthTotals>,
  entries: readonly NewEntry[],
  { cursor, repository }: Pick<Appending, 'cursor' | 'repository'>,
  nowMs: number,
): Map<string, MonthTotals> {
  const changed = new Map<string, MonthTotals>()
  for (const [month, group] of groupBy(entries, ({ entry }) => entry.ended_at.slice(0, 7))) {
    const undated = group.filter(({ isUndated }) => isUndated).map(({ entry }) => entry.key)
    const all = group.map(({ entry }) => entry)
    changed.set(month, extendMonth(month, months.get(month) ?? null, all, { undated }))
  }
  if (cursor !== null) {
    const month = new Date(nowMs).toISOString().slice(0, 7)
    changed.set(month, extendMonth(month, changed.get(month) ?? months.get(month) ?? null, [], { cursor, repository }))
  }
  return changed
}
