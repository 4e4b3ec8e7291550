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
  /** Whether commits were pushed after the label was set: it was meant for what was there before. */
  readonly isOutdated: boolean
}

const NONE: WaiverState = { waiver: null, refused: null, isOutdated: false }

/** The commit that a waiver must be for, with the runs that show when it was pushed. */
export interface WaivedHead {
  readonly sha: string
  readonly branch: string
  /** `owner/name`; null when the fork is gone. */
  readonly repository: string | null
  /** File name of a workflow that runs for every push to the pull request. */
  readonly workflow: string
}

/**
 * Looks for a waiver on a pull request as it is now (the event file is as old as the run). Asked only when the verdict
 * is not a pass: one call, and three more when the label is set.
 */
export async function readWaiver(
  client: GitHubClient,
  at: Conversation,
  label: string,
  head: WaivedHead | null = null,
): Promise<Result<WaiverState>> {
  return attempt({ what: 'look for a waiver', needs: 'pull-requests: read' }, () =>
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
  const { rest, paginate } = client.octokit
  const issue = { owner: at.owner, repo: at.repo, issue_number: at.number, per_page: 100 }
  const labels = await paginate(rest.issues.listLabelsOnIssue, issue)
  if (!labels.some(({ name }) => isLabel(name, label))) return NONE
  const events = await paginate(rest.issues.listEvents, issue)
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

function timeOf({ created_at: at }: { created_at?: string }): number {
  return Date.parse(at ?? '')
}

/** GitHub starts a run within seconds of a push; its times have whole seconds. */
const RUN_DELAY_MS = 2_000

/**
 * Whether a commit was already the head when the label was set, by the runs of the pull request's branch: the newest run before the
 * label, or the first one after it, is of the same commit. Dates inside commits are the author's to choose, so they prove nothing.
 * True when no run is known: force pushes are ruled out by the pull request's own events.
 */
async function wasHeadAt(client: GitHubClient, at: Conversation, head: WaivedHead, time: string): Promise<boolean> {
  const runs = await attempt({ what: 'list the runs of the pull request', needs: 'actions: read' }, async () => {
    const { data } = await client.octokit.rest.actions.listWorkflowRuns({
      owner: at.owner,
      repo: at.repo,
      workflow_id: head.workflow,
      branch: head.branch,
      event: 'pull_request',
      per_page: 100,
    })
    return data.workflow_runs.filter((run) => run.head_repository?.full_name === head.repository)
  })
  if (!runs.ok) return true
  const byTime = runs.value
    .map((run) => ({ sha: run.head_sha, ms: Date.parse(run.created_at) }))
    .filter(({ ms }) => Number.isFinite(ms))
    .sort((a, b) => a.ms - b.ms)
  const labelledMs = Date.parse(time) + RUN_DELAY_MS
  const current = byTime.findLast(({ ms }) => ms <= labelledMs) ?? byTime[0]
  return current === undefined || current.sha === head.sha
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
