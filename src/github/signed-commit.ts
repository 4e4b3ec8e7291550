import type { GitHubClient } from './client.ts'
import { type Result, attempt, failed, ok } from './failure.ts'

/** A commit on an existing branch. */
export interface BranchCommit {
  /** `owner/name`. */
  readonly repository: string
  /** Name of the branch, without `refs/heads/`. */
  readonly branch: string
  /** Commit that the branch must still have. */
  readonly head: string
  readonly message: string
  /** Contents by path; other files stay. */
  readonly files: Readonly<Record<string, string>>
  /** Paths that the commit removes. */
  readonly deleted?: readonly string[]
}

const MUTATION = `mutation ($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid } }
}`

/** Error types of the GraphQL API, after which another try may succeed: the branch moved since it was read. */
const STALE = 'STALE_DATA'

/** What the library throws when the answer has errors. */
interface GraphqlError {
  readonly errors?: readonly { readonly type?: string; readonly message?: string }[]
}

/**
 * Commits files to a branch with GitHub's signature: the only way past a rule that commits must be signed, because GitHub signs what it
 * makes itself.
 * @returns the new commit; null when the branch has another head
 */
export async function commitToBranch(
  { octokit }: GitHubClient,
  { repository, branch, head, message, files, deleted = [] }: BranchCommit,
): Promise<Result<string | null>> {
  const [headline = '', ...body] = message.split('\n')
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    message: { headline, body: body.join('\n').trim() },
    expectedHeadOid: head,
    fileChanges: {
      additions: Object.entries(files).map(([path, content]) => ({
        path,
        contents: Buffer.from(content, 'utf8').toString('base64'),
      })),
      ...(deleted.length > 0 && { deletions: deleted.map((path) => ({ path })) }),
    },
  }
  const task = { what: `commit to ${branch}`, needs: 'contents: write' }
  const made = await attempt(task, async () => {
    try {
      const answer = await octokit.graphql<{ createCommitOnBranch?: { commit?: { oid?: unknown } | null } | null }>(
        MUTATION,
        { input },
      )
      return { oid: answer.createCommitOnBranch?.commit?.oid ?? null, errors: [] }
    } catch (error) {
      const { errors } = error as GraphqlError
      if (!errors?.length) throw error
      return { oid: null, errors }
    }
  })
  if (!made.ok) return made
  const { oid, errors } = made.value
  if (typeof oid === 'string') return ok(oid)
  if (errors.some(({ type }) => type === STALE)) return ok(null)
  const said = errors.map(({ message: text = '' }) => text.replaceAll(/\s+/g, ' ').slice(0, 200)).join('; ')
  return failed('invalid', `cannot commit to ${branch}: GitHub refused it (${said || 'no commit in its answer'})`)
}
