import { type Days, coversMonths, dayOf } from '../../core/calendar.ts'
import { activeCursors } from '../cursors.ts'
import type { Line } from '../entry.ts'
import { assertNotPruned } from '../pruned.ts'
import type { LedgerTotals } from '../store.ts'
import { type MonthTotals, TotalsBuilder, sumMonths } from '../totals.ts'
import { latestCursor, latestCursors } from './cursors.ts'
import { forEachLine } from './hour-files.ts'
import { dayOfInboxRef } from './inbox-ref.ts'
import { dropKnown } from './known-keys.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import type { Snapshot } from './snapshot.ts'

/** Totals of the days at one moment, with what waits in the inbox. */
export async function ledgerTotals(
  scratch: ScratchRepository,
  snapshot: Snapshot,
  { from, to }: Days,
  nowMs: number,
): Promise<LedgerTotals> {
  const isWanted = (day: string): boolean => day >= from && day <= to
  const builder = new TotalsBuilder()
  if (!coversMonths({ from, to }) && snapshot.ledger !== null) {
    assertNotPruned(snapshot.months, { from, to })
    // Workflows are summed by month only, so a part of a month is summed from its entries.
    await forEachLine(scratch, snapshot.ledger, { from, to }, (line) => builder.add(line))
  } else {
    for (const [month, totals] of snapshot.months)
      if (month >= from.slice(0, 7) && month <= to.slice(0, 7)) builder.addMonth(totals)
  }
  const waiting = snapshot.waiting.flatMap(({ entries }) => entries)
  const fresh = await dropKnown(scratch, snapshot, waiting)
  for (const { entry } of fresh.entries) if (isWanted(entry.ended_at.slice(0, 10))) builder.add(entry)
  const today = dayOf(nowMs)
  for (const { file } of snapshot.unreadable) {
    // A ref without a date may be of any day. Lines over time are judged for spans that have today in them.
    const day = dayOfInboxRef(file ?? '') ?? (isWanted(today) ? today : to)
    if (isWanted(day)) builder.addUnreadable(day)
  }
  const cursors = latestCursors(snapshot)
  const cursor = activeCursors(cursors, nowMs)[0]?.cursor ?? latestCursor(snapshot)
  const written = snapshot.writtenAt === null ? null : withoutMs(new Date(snapshot.writtenAt * 1000).toISOString())
  return {
    ...builder.value(),
    from,
    to,
    as_of: cursor === null ? written : withoutMs(cursor),
    written_at: written,
    tip: snapshot.ledger,
    cursors,
    all_entries: [...snapshot.months.values()].reduce((sum, { entries }) => sum + entries, 0),
  }
}

function withoutMs(time: string): string {
  return time.replace('.000Z', 'Z')
}

/** Totals of all months from the lines, where the stored ones are missing or belong to another commit. Pruned months keep theirs. */
export async function sumAgain(
  scratch: ScratchRepository,
  { ledger, months }: Snapshot,
): Promise<Map<string, MonthTotals>> {
  const lines: Line[] = []
  await forEachLine(scratch, ledger ?? '', null, (line) => void lines.push(line))
  const pruned = [...months].filter(([, totals]) => totals.pruned)
  return new Map([
    ...pruned,
    ...[...sumMonths(lines)].map(([month, sums]): [string, MonthTotals] => {
      const { cursor = null, cursors, undated = [] } = months.get(month) ?? {}
      return [month, { ...sums, cursor, ...(cursors && { cursors }), undated }]
    }),
  ])
}
