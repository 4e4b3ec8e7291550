import { MeasurementError } from '../../core/errors.ts'
import type { NewCommit } from './fast-import.ts'

/** Where a signed commit goes. */
interface SignedTarget {
  /** Address of the repository. */
  readonly url: string
  /** Full name of the branch: `refs/heads/carbon-ledger`. */
  readonly ref: string
  /** Commit that the branch must still have. */
  readonly head: string
}

/** What a signed commit changes. */
interface SignedChange {
  readonly message: string
  readonly files: Readonly<Record<string, string>>
  readonly deleted: readonly string[]
}

/** Makes commits that the forge itself signs, for branches whose rules refuse a push of unsigned ones. */
export interface SignedCommits {
  /**
   * Commits to a branch.
   * @returns the new commit; null when the branch has another head
   * @throws MeasurementError when the forge refuses
   */
  commit(target: SignedTarget, change: SignedChange): Promise<string | null>
}

/** A commit and the branch that it goes to. */
export interface BranchCommit {
  readonly ref: string
  readonly content: NewCommit
  readonly isTotals: boolean
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
  commits: readonly BranchCommit[],
  ledger: string | null,
): Promise<boolean> {
  const missing = commits.find(({ content }) => content.parent === null)
  if (missing) {
    throw new MeasurementError(
      `ledger: the rules want signed commits and there is no ${missing.ref}: make it once with a signed commit, as docs/ledger.md shows`,
      'ledger',
    )
  }
  const heads = new Map(commits.map(({ ref, content }) => [ref, content.parent]))
  let tip = ledger
  for (const { ref, content, isTotals } of inOrder(commits)) {
    const { message, deleted = [] } = content
    const trailer = isTotals && tip !== null ? `\n${SUMMED_TRAILER}${tip}\n` : ''
    for (const [index, files] of inRequests(content.files).entries()) {
      const head = heads.get(ref) ?? null
      if (head === null) return false
      const change = { message: `${message}${trailer}`, files, deleted: index === 0 ? deleted : [] }
      heads.set(ref, await signed.commit({ url, ref, head }, change))
    }
    if (!isTotals) tip = heads.get(ref) ?? null
  }
  return ![...heads.values()].includes(null)
}

/**
 * What is deleted cannot be summed again, so its totals are committed before the deletion as well: an interruption then loses nothing.
 */
function inOrder(commits: readonly BranchCommit[]): readonly BranchCommit[] {
  const isDeleting = commits.some(({ content }) => (content.deleted ?? []).length > 0)
  return isDeleting ? [...commits.filter(({ isTotals }) => isTotals), ...commits] : commits
}

/** Files in groups that one request can carry; one group without any file. */
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
