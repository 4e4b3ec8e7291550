import type { GitHubClient } from './client.ts'
import type { Conversation } from './own-comments.ts'
import { type Result, attempt } from './failure.ts'
import { isHttpFailure } from './retry.ts'
import { type AccessLevel, type LabelEvent, type Waiver, isLabel, labelling, waiverOf } from './waiver-decision.ts'

/** What GitHub says of a label that waives. */
export interface WaiverState {
  readonly waiver: Waiver | null
  /** Who set the label without the right to; for the note. */
  readonly refused: string | null
  /** Whether commits were pushed after the label was set: the label was meant for the commits before it. */
  readonly isOutdated: boolean
}

const NONE: WaiverState = { waiver: null, refused: null, isOutdated: false }

/** The commit that a waiver must be for, with the runs that show when it was pushed. */
export interface WaivedHead {
  readonly sha: string
  readonly branch: string
  /** `owner/name`; null when the fork is gone. */
  readonly repository: string | null
  /** File name of this workflow: for forges that only list the runs of one. */
  readonly workflow: string
}

/**
 * Looks for a waiver on a pull request as it is now (the event file is as old as the run). Asked only when the verdict
 * is not a pass: one request, and two more when the label is set.
 */
export async function readWaiver(
  client: GitHubClient,
  at: Conversation,
  label: string,
  head: WaivedHead | null = null,
): Promise<Result<WaiverState>> {
  return attempt({ what: 'look for a waiver', needs: 'pull-requests: read` and `actions: read' }, () =>
    client.deadline.within(WAIVER_MS, () => stateOf(client, at, label, head)),
  )
}

/** Share of the allowance for GitHub's calls that the look may take, ms: comment and artifact of the failed job need the rest. */
const WAIVER_MS = 6_000

async function stateOf(
  client: GitHubClient,
  at: Conversation,
  label: string,
  head: WaivedHead | null,
): Promise<WaiverState> {
  const events = await labelEvents(client, at, label)
  const set = labelling(events.flatMap(labelEvent), label)
  if (!set?.actor) return NONE
  const forcedAt = Math.max(
    ...events.filter(({ event }) => event === 'head_ref_force_pushed').map(timeOf),
    Number.NEGATIVE_INFINITY,
  )
  if (forcedAt > Date.parse(set.at) || (head && !(await wasHeadAt(client, at, head, set.at)))) {
    return { ...NONE, isOutdated: true }
  }
  const waiver = waiverOf(set, await accessOf(client, at, set.actor))
  return { waiver, refused: waiver ? null : set.actor, isOutdated: false }
}

/** Events of a page, the maximum of GitHub's API. */
const PAGE_SIZE = 100

/** Pages of events read at most. A label that was set earlier has to be set again. */
const MAX_EVENT_PAGES = 4

/**
 * The events of a pull request, oldest first. Usually one page; of a long list the last pages are read, backwards, until the label
 * is found.
 */
async function labelEvents(client: GitHubClient, at: Conversation, label: string): Promise<IssueEvent[]> {
  const pageOf = (page: number): ReturnType<typeof client.octokit.rest.issues.listEvents> =>
    client.octokit.rest.issues.listEvents({
      owner: at.owner,
      repo: at.repo,
      issue_number: at.number,
      per_page: PAGE_SIZE,
      page,
    })
  const first = await pageOf(1)
  const last = Number(/[?&]page=(\d+)[^>]*>; rel="last"/.exec(first.headers.link ?? '')?.[1] ?? 1)
  const pages: IssueEvent[][] = []
  for (let page = last; page > Math.max(1, last - MAX_EVENT_PAGES + 1); page -= 1) {
    const { data } = await pageOf(page)
    pages.unshift(data)
    if (data.flatMap(labelEvent).some((event) => isLabel(event.label, label))) return pages.flat()
  }
  // Unread pages after the first may contain a later push.
  return last > MAX_EVENT_PAGES ? pages.flat() : [first.data, ...pages].flat()
}

type IssueEvent = Awaited<ReturnType<GitHubClient['octokit']['rest']['issues']['listEvents']>>['data'][number]

function timeOf({ created_at: at }: { created_at?: string }): number {
  return Date.parse(at ?? '')
}

/** GitHub starts a run within seconds of a push, ms. */
const RUN_DELAY_MS = 60_000

/**
 * Whether a commit was already the head when the label was set, by the runs of the pull request's branch: the newest run before the
 * label, or one that started right after it, is of the same commit. Runs of all workflows count, because a pull request can rename its
 * own. Dates inside commits are the author's to choose, so they prove nothing. True when there is no run: force pushes are ruled out
 * by the pull request's own events.
 * @throws what octokit throws, when the runs cannot be read: a pull request could drop `actions: read` from its workflow
 */
async function wasHeadAt(client: GitHubClient, at: Conversation, head: WaivedHead, time: string): Promise<boolean> {
  const byTime = (await runsOf(client, at, head))
    .filter((run) => run.head_repository?.full_name === head.repository)
    .map((run) => ({ sha: run.head_sha, ms: Date.parse(run.created_at) }))
    .filter(({ ms }) => Number.isFinite(ms))
    .sort((a, b) => a.ms - b.ms)
  if (byTime.length === 0) return true
  const labelledMs = Date.parse(time)
  const isHead = ({ sha }: { sha: string }): boolean => sha === head.sha
  const before = byTime.filter(({ ms }) => ms <= labelledMs + CLOCK_STEP_MS)
  const last = before.at(-1)
  if (last) return isHead(last)
  return byTime.some((run) => run.ms <= labelledMs + RUN_DELAY_MS && isHead(run))
}

/** GitHub's times have whole seconds, ms. */
const CLOCK_STEP_MS = 2_000

type Run = Awaited<
  ReturnType<GitHubClient['octokit']['rest']['actions']['listWorkflowRuns']>
>['data']['workflow_runs'][0]

/** The newest runs of the pull request's branch. */
async function runsOf(client: GitHubClient, { owner, repo }: Conversation, head: WaivedHead): Promise<readonly Run[]> {
  const { actions } = client.octokit.rest
  const asked = { owner, repo, branch: head.branch, event: 'pull_request', per_page: PAGE_SIZE }
  // Gitea and Forgejo list the runs of a repository only in later versions.
  if (client.forge !== 'github') {
    return (await actions.listWorkflowRuns({ ...asked, workflow_id: head.workflow })).data.workflow_runs
  }
  try {
    return (await actions.listWorkflowRunsForRepo(asked)).data.workflow_runs
  } catch (error) {
    if (isHttpFailure(error) && error.status === 404) return []
    throw error
  }
}

function labelEvent(event: object): LabelEvent[] {
  const { event: kind, label, actor, created_at: at } = event as Record<string, unknown>
  if (kind !== 'labeled' && kind !== 'unlabeled') return []
  const name = (label as { name?: unknown } | undefined)?.name
  const login = (actor as { login?: unknown } | null | undefined)?.login
  if (typeof name !== 'string') return []
  return [{ event: kind, label: name, actor: typeof login === 'string' ? login : null, at: String(at) }]
}

/** Access of an account to the repository. Apps and strangers are not collaborators: 404 means none. */
async function accessOf(client: GitHubClient, { owner, repo }: Conversation, username: string): Promise<AccessLevel> {
  try {
    const { data } = await client.octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username })
    return data.permission as AccessLevel
  } catch (error) {
    if (isHttpFailure(error) && error.status === 404) return 'none'
    throw error
  }
}
