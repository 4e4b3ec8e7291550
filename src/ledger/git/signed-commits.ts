import { MeasurementError } from '../../core/errors.ts'
import type { NewCommit } from './fast-import.ts'

/** Where a signed commit goes. */
export interface SignedTarget {
  /** Address of the repository. */
  readonly url: string
  /** Full name of the branch: `refs/heads/carbon-ledger`. */
  readonly ref: string
  /** Commit that the branch must still have. */
  readonly head: string
}

/** Makes commits that the forge itself signs, for branches whose rules refuse a push of unsigned ones. */
export interface SignedCommits {
  /**
   * Commits files to a branch.
   * @returns the new commit; null when the branch has another head
   * @throws MeasurementError when the forge refuses
   */
  commit(target: SignedTarget, message: string, files: Readonly<Record<string, string>>): Promise<string | null>
}

/** Trailer of totals whose ledger's commit is not their parent: the forge makes no commits with two parents. */
export const SUMMED_TRAILER = 'Ledger-commit: '

/** Most bytes of files in one request, so that its answer comes in time: 20 hours of a busy repository. GitHub's own limit is 40 MB. */
const REQUEST_BYTES = 2_000_000

/**
 * Commits to ledger and totals through the forge, where pushes need a signature. The two are not one step: an interruption between them
 * leaves totals of an earlier commit, which the next write computes again, as after any other interruption.
 * @param commits the ledger's first, where it changes
 * @returns whether all were made; false when another writer was faster
 * @throws MeasurementError when a branch does not exist: the forge signs commits only on existing branches
 */
export async function commitSigned(
  signed: SignedCommits,
  url: string,
  commits: readonly { readonly ref: string; readonly content: NewCommit; readonly isTotals: boolean }[],
  ledger: string | null,
): Promise<boolean> {
  const missing = commits.find(({ content }) => content.parent === null)
  if (missing) {
    throw new MeasurementError(
      `ledger: the rules want signed commits and there is no ${missing.ref}: make it once with a signed commit, as docs/ledger.md shows`,
      'ledger',
    )
  }
  let tip = ledger
  for (const { ref, content, isTotals } of commits) {
    let head = content.parent
    if (head === null) return false
    const message = isTotals && tip !== null ? `${content.message}\n${SUMMED_TRAILER}${tip}\n` : content.message
    for (const files of inRequests(content.files)) {
      head = await signed.commit({ url, ref, head }, message, files)
      if (head === null) return false
    }
    if (!isTotals) tip = head
  }
  return true
}

/** Files in groups that one request can carry. */
function inRequests(files: Readonly<Record<string, string>>): Record<string, string>[] {
  const groups: Record<string, string>[] = [{}]
  let bytes = 0
  for (const [path, content] of Object.entries(files)) {
    const size = Buffer.byteLength(content, 'utf8')
    if (bytes > 0 && bytes + size > REQUEST_BYTES) {
      groups.push({})
      bytes = 0
    }
    bytes += size
    Object.assign(groups.at(-1) ?? {}, { [path]: content })
  }
  return groups
}
