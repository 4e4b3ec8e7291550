import type { NewCommit } from './fast-import.ts'
import { UnsignedError } from './git-failure.ts'
import type { ScratchRepository } from './scratch-repository.ts'
import { type SignedCommits, commitSigned } from './signed-commits.ts'
import type { Snapshot } from './snapshot.ts'

/** Local refs of what is pushed. */
const NEW = { ledger: 'refs/new/ledger', totals: 'refs/new/totals' } as const

/** Where a ledger is written. */
export interface Destination {
  readonly scratch: ScratchRepository
  readonly ref: string
  /** How commits are made where the server refuses a push of unsigned ones; null: not possible. */
  readonly signed: { readonly commits: SignedCommits; readonly url: string } | null
}

/** What one write changes. */
export interface Publication {
  /** Change of the ledger; null: none. */
  readonly ledger: Pick<NewCommit, 'message' | 'files' | 'deleted'> | null
  /** Change of the totals; null: none. */
  readonly totals: Pick<NewCommit, 'message' | 'files'> | null
  /** Inbox refs that are deleted in the same push. */
  readonly sweeps?: readonly { readonly ref: string; readonly commit: string }[]
}

/**
 * Writes ledger and totals in one atomic push; where rules refuse it only for want of a signature, the forge makes the commits.
 * @returns false when another writer was faster
 * @throws MeasurementError
 */
export async function publish(
  { scratch, ref, signed }: Destination,
  { ledger: parent, totalsCommit }: Pick<Snapshot, 'ledger' | 'totalsCommit'>,
  { ledger, totals, sweeps = [] }: Publication,
  nowMs: number,
): Promise<boolean> {
  // The totals' last parent is the ledger's commit that they are the sum of.
  const commits: NewCommit[] = [
    ...(ledger ? [{ ...ledger, ref: NEW.ledger, parent }] : []),
    ...(totals ? [{ ...totals, ref: NEW.totals, parent: totalsCommit, also: ledger ? ':1' : (parent ?? '') }] : []),
  ]
  if (commits.length > 0) await scratch.commit(commits, Math.floor(nowMs / 1000))
  const swept = sweeps.map((sweep) => ({ from: null, to: sweep.ref, expected: sweep.commit }))
  const targetOf = (from: string): string => (from === NEW.ledger ? ref : `${ref}-totals`)
  const updates = [...commits.map((commit) => ({ from: commit.ref, to: targetOf(commit.ref) })), ...swept]
  try {
    return updates.length === 0 || (await scratch.pushAtomically(updates))
  } catch (error) {
    if (!(error instanceof UnsignedError) || signed === null || !ref.startsWith('refs/heads/')) throw error
    const unsigned = commits.map((content) => ({
      ref: targetOf(content.ref),
      content,
      isTotals: content.ref === NEW.totals,
    }))
    if (!(await commitSigned(signed.commits, signed.url, unsigned, parent))) return false
    // The entries are in the ledger: an inbox ref that stays is found by its key and deleted the next time.
    if (swept.length > 0) await scratch.pushAtomically(swept)
    return true
  }
}
