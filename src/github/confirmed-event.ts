import type { GitHubClient } from './client.ts'
import { type GitHubEvent, type MergeGroup, type PullRequest, pullRequestOf } from './event.ts'
import { eventTraits } from './events.ts'
import { type Result, attempt } from './failure.ts'

/** Variables that only the runner sets: a step cannot change names that begin with GITHUB_. */
type RunnerVariables = Readonly<Record<string, string | undefined>>

/**
 * Replaces what the event file says of the proposal by what the runner's variables and the API say. Needed wherever another step of
 * the job may have run before, because every step may rewrite the file.
 * @returns the event without its proposal when neither names it: then nothing may pass
 */
export async function confirmEvent(
  client: GitHubClient | null,
  event: GitHubEvent,
  env: RunnerVariables,
): Promise<GitHubEvent> {
  const { proposes } = eventTraits(event.name)
  if (proposes === 'merge-group') {
    return { ...event, pullRequest: null, mergeGroup: await confirmedGroup(client, event, env) }
  }
  if (proposes !== 'pull-request') return { ...event, pullRequest: null, mergeGroup: null }
  return { ...event, ...(await confirmedPull(client, event, env)), mergeGroup: null }
}

type Proposal = Pick<GitHubEvent, 'pullRequest' | 'isHeadUnconfirmed'>

async function confirmedPull(client: GitHubClient | null, event: GitHubEvent, env: RunnerVariables): Promise<Proposal> {
  const named = event.pullRequest
  const branches = { base: env['GITHUB_BASE_REF'] ?? '', head: env['GITHUB_HEAD_REF'] ?? '' }
  const ofRef = /^refs\/pull\/(\d{1,16})\/merge$/.exec(env['GITHUB_REF'] ?? '')?.[1]
  const number = ofRef === undefined ? named?.number : Number(ofRef)
  if (number === undefined || !client) return { pullRequest: named }
  const read = await readPull(client, event, number)
  const pull = read.ok ? read.value : null
  if (!pull) {
    // The tip of the base branch, which the runner names: without the API the commit is not known, and the file's may be forged.
    if (!named || branches.base === '') return { pullRequest: null }
    return { pullRequest: { ...named, base: { ...named.base, sha: branches.base } }, isHeadUnconfirmed: true }
  }
  // Without the number in the ref (pull_request_target), the branches must be those that the runner names.
  if (ofRef === undefined && branches.head !== pull.head.ref) return { pullRequest: null }
  const isRetargeted = branches.base !== '' && branches.base !== pull.base.ref
  const base = isRetargeted ? { ...pull.base, ref: branches.base, sha: branches.base } : pull.base
  return { pullRequest: { ...pull, base }, isHeadUnconfirmed: named?.head.sha !== pull.head.sha }
}

/** Name of a merge queue's branch: base branch, pull request and the commit that the group is based on. */
const QUEUE_REF = /^refs\/heads\/gh-readonly-queue\/(.+)\/pr-(\d{1,16})-([0-9a-f]{40,64})$/

async function confirmedGroup(
  client: GitHubClient | null,
  event: GitHubEvent,
  env: RunnerVariables,
): Promise<MergeGroup | null> {
  const [, branch = '', digits = '', sha] = QUEUE_REF.exec(env['GITHUB_REF'] ?? '') ?? []
  if (branch === '' || event.sha === null) return null
  const number = Number(digits)
  const group = { headSha: event.sha, number }
  if (event.mergeGroup && event.mergeGroup.baseSha === sha) return { ...group, baseSha: sha }
  const read = client ? await readPull(client, event, number) : null
  const pull = read?.ok ? read.value : null
  return { ...group, baseSha: pull && pull.base.ref === branch ? pull.base.sha : branch }
}

/** Reads a pull request as it is now. */
export async function readPull(
  client: GitHubClient,
  { repository }: Pick<GitHubEvent, 'repository'>,
  number: number,
): Promise<Result<PullRequest | null>> {
  const read = await attempt({ what: 'read the pull request', needs: 'pull-requests: read' }, () =>
    client.deadline.within(PULL_MS, async () => {
      const { data } = await client.octokit.rest.pulls.get({ ...repository, pull_number: number })
      return pullRequestOf(data)
    }),
  )
  if (!read.ok && read.failure.kind === 'timed-out') client.server.noteSilence()
  return read
}

/** Share of the allowance that this one call may take, ms: without it the tip of the base branch decides. */
const PULL_MS = 2_000
