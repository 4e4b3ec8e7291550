import { dayOfPath, totalsPath } from '../entry-path.ts'
import { monthTotalsText } from '../totals.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import type { Snapshot } from './snapshot.ts'

/** Trailer of a commit that deletes entries on purpose. */
export const PRUNE_TRAILER = 'Prunes-before'

const NEW = { ledger: 'refs/new/ledger', totals: 'refs/new/totals' } as const

/**
 * Deletes the files of the months before `month` in one commit that says so, and marks the months' totals, which stay.
 * @param month `2026-01`
 * @returns months whose entries were deleted; null when another writer was faster
 */
export async function prune(
  scratch: ScratchRepository,
  ref: string,
  { ledger, totalsCommit, months }: Snapshot,
  month: string,
  nowMs: number,
): Promise<string[] | null> {
  const tree = ledger === null ? new Map<string, string>() : await scratch.files(ledger, 'ledger/')
  const deleted = [...tree.keys()].filter((path) => {
    const day = dayOfPath(path)
    return day !== null && day < month
  })
  if (deleted.length === 0) return []
  const pruned = [...months].filter(([name, totals]) => name < month && totals.pruned !== true)
  const trailer = `${PRUNE_TRAILER}: ${month}\n`
  await scratch.commit(
    [
      {
        ref: NEW.ledger,
        message: `Prune entries before ${month} [skip ci]\n\n${trailer}`,
        parent: ledger,
        files: {},
        deleted,
      },
      {
        ref: NEW.totals,
        message: `Keep totals of pruned months [skip ci]\n\n${trailer}`,
        parent: totalsCommit,
        also: ':1',
        files: Object.fromEntries(
          pruned.map(([name, totals]) => [totalsPath(name), monthTotalsText({ ...totals, pruned: true })]),
        ),
      },
    ],
    Math.floor(nowMs / 1000),
  )
  const isPushed = await scratch.pushAtomically([
    { from: NEW.ledger, to: ref },
    { from: NEW.totals, to: `${ref}-totals` },
  ])
  return isPushed ? pruned.map(([name]) => name) : null
}
