import { dayOfPath, totalsPath } from '../entry-path.ts'
import { monthTotalsText } from '../totals.ts'
import { type Destination, publish } from './publish.ts'
import type { Snapshot } from './snapshot.ts'

/** Trailer of a commit that deletes entries on purpose. */
export const PRUNE_TRAILER = 'Prunes-before'

/**
 * Deletes the files of the months before `month` in one commit that says so, and marks the months' totals, which stay.
 * @param month `2026-01`
 * @returns months whose entries were deleted; null when another writer was faster
 */
export async function prune(
  destination: Destination,
  snapshot: Snapshot,
  month: string,
  nowMs: number,
): Promise<string[] | null> {
  const { ledger, months } = snapshot
  const tree = ledger === null ? new Map<string, string>() : await destination.scratch.files(ledger, 'ledger/')
  const days = [...tree.keys()].map((path) => ({ path, day: dayOfPath(path) ?? '' }))
  const old = days.filter(({ day }) => day !== '' && day < month)
  if (old.length === 0) return []
  const pruned = new Set(old.map(({ day }) => day.slice(0, 7)))
  const totals = [...months].flatMap(([name, sums]) => {
    if (pruned.has(name)) return [[totalsPath(name), monthTotalsText({ ...sums, pruned: true })]]
    // Totals of another commit were computed again, all of them.
    return snapshot.isConsistent ? [] : [[totalsPath(name), monthTotalsText(sums)]]
  })
  const trailer = `${PRUNE_TRAILER}: ${month}\n`
  const publication = {
    ledger: {
      message: `Prune entries before ${month} [skip ci]\n\n${trailer}`,
      files: {},
      deleted: old.map(({ path }) => path),
    },
    totals: {
      message: `Keep totals of pruned months [skip ci]\n\n${trailer}`,
      files: Object.fromEntries(totals) as Record<string, string>,
    },
  }
  return (await publish(destination, snapshot, publication, nowMs)) ? [...pruned].sort() : null
}
