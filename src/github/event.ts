import { z } from 'zod'
import type { RepositoryName } from './client.ts'

/** A commit with the branch and repository it was named with. */
export interface CommitPlace {
  readonly sha: string
  readonly ref: string
  /** `owner/name`; null when a deleted fork leaves none. */
  readonly repository: string | null
}

export interface PullRequest {
  readonly number: number
  readonly head: CommitPlace
  readonly base: CommitPlace
  /** The head lives in another repository than the base. */
  readonly fork: boolean
  readonly author: string | null
}

/** Pull requests that a merge queue tries together. */
export interface MergeGroup {
  readonly headSha: string
  readonly baseSha: string
  /** The last pull request of the group, which its branch is named after. */
  readonly number: number | null
}

/** What started the workflow, as far as we look at it. Names of branches are untrusted text. */
export interface GitHubEvent {
  readonly name: string
  readonly repository: RepositoryName
  /** GITHUB_SHA: for a pull request the trial merge, not its head. */
  readonly sha: string | null
  readonly defaultBranch: string | null
  readonly pullRequest: PullRequest | null
  readonly mergeGroup: MergeGroup | null
  /** The token may only read by design: a pull request from a fork, or by Dependabot. */
  readonly readOnlyToken: boolean
}

const sha = z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/)
const fullName = z.string().regex(/^[\w.-]+\/[\w.-]+$/)
const place = z.object({ sha, ref: z.string().max(1000), repo: z.object({ full_name: fullName }).nullish() })

const PullRequestSchema = z.object({
  number: z.number().int().positive(),
  head: place,
  base: place,
  user: z.object({ login: z.string().max(100) }).nullish(),
})
const MergeGroupSchema = z.object({ head_sha: sha, base_sha: sha, head_ref: z.string().max(1000).optional() })
const RepositorySchema = z.object({ full_name: fullName, default_branch: z.string().max(1000).optional() })

/** Events whose token is cut down to reading when the pull request comes from a fork or from Dependabot. */
const CUT_DOWN: ReadonlySet<string> = new Set(['pull_request', 'pull_request_review', 'pull_request_review_comment'])

/**
 * Reads what the runner says of the event. A part that is not as GitHub documents it counts as absent; nothing throws.
 * @param readFile reads GITHUB_EVENT_PATH; may throw
 * @returns null outside of a repository's workflow
 */
export function readEvent(env: NodeJS.ProcessEnv, readFile: (file: string) => string): GitHubEvent | null {
  const payload = payloadOf(env['GITHUB_EVENT_PATH'], readFile)
  const repository = RepositorySchema.safeParse(payload['repository']).data
  const name = fullName.safeParse(env['GITHUB_REPOSITORY']).data ?? repository?.full_name
  if (name === undefined) return null
  const [owner = '', repo = ''] = name.split('/')
  const event = env['GITHUB_EVENT_NAME'] ?? ''
  const pullRequest = pullRequestOf(payload['pull_request'])
  return {
    name: event,
    repository: { owner, repo },
    sha: sha.safeParse(env['GITHUB_SHA']).data ?? null,
    defaultBranch: repository?.default_branch ?? null,
    pullRequest,
    mergeGroup: mergeGroupOf(payload['merge_group']),
    readOnlyToken: CUT_DOWN.has(event) && (pullRequest?.fork === true || env['GITHUB_ACTOR'] === 'dependabot[bot]'),
  }
}

function payloadOf(file: string | undefined, readFile: (file: string) => string): Record<string, unknown> {
  if (!file) return {}
  try {
    const payload: unknown = JSON.parse(readFile(file))
    return typeof payload === 'object' && payload !== null ? { ...payload } : {}
  } catch {
    return {}
  }
}

/** A pull request as events and the API give it; null when it is none. */
export function pullRequestOf(value: unknown): PullRequest | null {
  const pull = PullRequestSchema.safeParse(value).data
  if (!pull) return null
  const head = placeOf(pull.head)
  const base = placeOf(pull.base)
  // A deleted fork has no repository: it is one all the same.
  return {
    number: pull.number,
    head,
    base,
    fork: head.repository !== base.repository,
    author: pull.user?.login ?? null,
  }
}

function placeOf({ sha: commit, ref, repo }: z.infer<typeof place>): CommitPlace {
  return { sha: commit, ref, repository: repo?.full_name ?? null }
}

function mergeGroupOf(value: unknown): GitHubEvent['mergeGroup'] {
  const group = MergeGroupSchema.safeParse(value).data
  if (!group) return null
  const number = /\/pr-(\d{1,9})-[0-9a-f]{40,64}$/.exec(group.head_ref ?? '')?.[1]
  return { headSha: group.head_sha, baseSha: group.base_sha, number: number === undefined ? null : Number(number) }
}
