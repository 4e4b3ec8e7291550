import { hourPath, README_PATH, totalsPath } from '../entry-path.ts'
import { entryLine } from '../entry-file.ts'
import type { NewEntry } from '../store.ts'
import { type MonthTotals, extendMonth, monthTotalsText } from '../totals.ts'
import { LEDGER_README } from './readme.ts'
import { UnsignedError } from './git-failure.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import { type SignedCommits, commitSigned } from './signed-commits.ts'
import { groupBy } from '../../core/group-by.ts'
import { type Snapshot, dropKnown } from './snapshot.ts'

/** Local refs of what is pushed. */
const NEW = { ledger: 'refs/new/ledger', totals: 'refs/new/totals' } as const

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

/** Where entries are appended. */
export interface Destination {
  readonly scratch: ScratchRepository
  readonly ref: string
  /** How commits are made where the server refuses a push of unsigned ones; null: not possible. */
  readonly signed: { readonly commits: SignedCommits; readonly url: string } | null
}

/** Result of an append: how many entries were new; null when another writer was faster. */
export type Appended = { readonly added: number; readonly duplicates: number } | null

/**
 * Appends entries to the ledger: a commit with the files of their hours, a commit with the totals of their months, the deletion of swept
 * inbox refs, all in one atomic push.
 * @throws MeasurementError
 */
export async function append(
  { scratch, ref, signed }: Destination,
  snapshot: Snapshot,
  { entries, cursor, repository, sweeps }: Appending,
  nowMs: number,
): Promise<Appended> {
  const { ledger, totalsCommit, months } = snapshot
  const fresh = await dropKnown(scratch, snapshot, entries)
  const seconds = Math.floor(nowMs / 1000)
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
  const count = `${fresh.entries.length} ${fresh.entries.length === 1 ? 'entry' : 'entries'}`
  const commits = [
    ...(isLedgerChanged ? [{ ref: NEW.ledger, message: `Add ${count} [skip ci]\n`, parent: ledger, files }] : []),
    ...(isTotalsChanged
      ? [
          {
            ref: NEW.totals,
            message: `Totals with ${count} more [skip ci]\n`,
            parent: totalsCommit,
            // The totals' last parent is the ledger's commit that they are the sum of.
            also: isLedgerChanged ? ':1' : (ledger ?? ''),
            files: Object.fromEntries([...totals].map(([month, value]) => [totalsPath(month), monthTotalsText(value)])),
          },
        ]
      : []),
  ]
  if (commits.length > 0) await scratch.commit(commits, seconds)
  const swept = sweeps.map((sweep) => ({ from: null, to: sweep.ref, expected: sweep.commit }))
  const targetOf = (from: string): string => (from === NEW.ledger ? ref : `${ref}-totals`)
  const updates = [...commits.map((commit) => ({ from: commit.ref, to: targetOf(commit.ref) })), ...swept]
  const appended = { added: fresh.entries.length, duplicates: fresh.duplicates }
  try {
    return updates.length === 0 || (await scratch.pushAtomically(updates)) ? appended : null
  } catch (error) {
    if (!(error instanceof UnsignedError) || signed === null || !ref.startsWith('refs/heads/')) throw error
    const unsigned = commits.map((content) => ({
      ref: targetOf(content.ref),
      content,
      isTotals: content.ref === NEW.totals,
    }))
    if (!(await commitSigned(signed.commits, signed.url, unsigned, ledger))) return null
    // The entries are in the ledger: an inbox ref that stays is found by its key and deleted the next time.
    if (swept.length > 0) await scratch.pushAtomically(swept)
    return appended
  }
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
