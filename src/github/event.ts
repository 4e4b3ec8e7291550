import type { RepositoryName } from './client.ts'
import { eventTraits } from './events.ts'

/** A commit with the branch and repository it was named with. */
interface CommitPlace {
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
  /** When it was opened, Unix ms; null or missing: unknown. */
  readonly createdMs?: number | null
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
  /** The head may not be the commit that this run is about: nothing may be written on it. */
  readonly isHeadUnconfirmed?: boolean
  /** The token may only read by design: a pull request from a fork, or by Dependabot. */
  readonly readOnlyToken: boolean
}

const SHA = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const FULL_NAME = /^[\w.-]+\/[\w.-]+$/
/** Longest name of a branch that is taken over. */
const MAX_REF = 1000

/**
 * Reads what the runner says of the event. A part that is not as GitHub documents it counts as absent; nothing throws.
 * To be read in `main` and handed to `post` by the action's state: the event file lies where the job's own steps may
 * write. Checked by hand, because `main` must start fast.
 * @param readFile reads GITHUB_EVENT_PATH; may throw
 * @returns null outside of a repository's workflow
 */
export function readEvent(env: NodeJS.ProcessEnv, readFile: (file: string) => string): GitHubEvent | null {
  const payload = payloadOf(env['GITHUB_EVENT_PATH'], readFile)
  const repository = objectOf(payload['repository'])
  const fullName = matching(env['GITHUB_REPOSITORY'], FULL_NAME) ?? matching(repository['full_name'], FULL_NAME)
  if (fullName === null) return null
  const [owner = '', repo = ''] = fullName.split('/')
  const name = env['GITHUB_EVENT_NAME'] ?? ''
  const pullRequest = confirmed(pullRequestOf(payload['pull_request']), env)
  return {
    name,
    repository: { owner, repo },
    sha: matching(env['GITHUB_SHA'], SHA),
    defaultBranch: textOf(repository['default_branch']),
    pullRequest,
    mergeGroup: mergeGroupOf(objectOf(payload['merge_group'])),
    readOnlyToken:
      eventTraits(name).cutsToken && (pullRequest?.fork === true || env['GITHUB_ACTOR'] === 'dependabot[bot]'),
  }
}

/** The runner's variables name the pull request too, and a step cannot change those: a file that differs is not believed. */
function confirmed(pull: PullRequest | null, env: NodeJS.ProcessEnv): PullRequest | null {
  const number = /^refs\/pull\/(\d+)\/merge$/.exec(env['GITHUB_REF'] ?? '')?.[1]
  if (pull && number !== undefined && Number(number) !== pull.number) return null
  return pull && env['GITHUB_BASE_REF'] && env['GITHUB_BASE_REF'] !== pull.base.ref ? null : pull
}

type Json = Readonly<Record<string, unknown>>

function payloadOf(file: string | undefined, readFile: (file: string) => string): Json {
  if (!file) return {}
  try {
    return objectOf(JSON.parse(readFile(file)))
  } catch {
    return {}
  }
}

function objectOf(value: unknown): Json {
  return typeof value === 'object' && value !== null ? (value as Json) : {}
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' && value.length <= MAX_REF ? value : null
}

function matching(value: unknown, pattern: RegExp): string | null {
  return typeof value === 'string' && pattern.test(value) ? value : null
}

/** A pull request as events and the API give it; null when it is none. */
export function pullRequestOf(value: unknown): PullRequest | null {
  const pull = objectOf(value)
  const { number } = pull
  const head = placeOf(objectOf(pull['head']))
  const base = placeOf(objectOf(pull['base']))
  if (!head || !base || typeof number !== 'number' || !Number.isSafeInteger(number) || number <= 0) return null
  // A deleted fork has no repository and still counts as a fork.
  const fork = head.repository !== base.repository
  const createdMs = Date.parse(textOf(pull['created_at']) ?? '')
  const created = Number.isFinite(createdMs) ? { createdMs } : {}
  return { number, head, base, fork, author: textOf(objectOf(pull['user'])['login']), ...created }
}

function placeOf(place: Json): CommitPlace | null {
  const sha = matching(place['sha'], SHA)
  const ref = textOf(place['ref'])
  if (sha === null || ref === null) return null
  return { sha, ref, repository: matching(objectOf(place['repo'])['full_name'], FULL_NAME) }
}

function mergeGroupOf(group: Json): MergeGroup | null {
  const headSha = matching(group['head_sha'], SHA)
  const baseSha = matching(group['base_sha'], SHA)
  if (headSha === null || baseSha === null) return null
  const number = /\/pr-(\d{1,9})-[0-9a-f]{40,64}$/.exec(textOf(group['head_ref']) ?? '')?.[1]
  return { headSha, baseSha, number: number === undefined ? null : Number(number) }
}
