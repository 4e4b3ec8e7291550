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
}

const NONE: WaiverState = { waiver: null, refused: null }

/**
 * Looks for a waiver on a pull request as it is now (the event file is as old as the run). Asked only when the verdict
 * is `fail`: three calls.
 */
export async function readWaiver(client: GitHubClient, at: Conversation, label: string): Promise<Result<WaiverState>> {
  return attempt({ what: 'look for a waiver', needs: 'pull-requests: read' }, () =>
    client.deadline.within(WAIVER_MS, () => stateOf(client, at, label)),
  )
}

/** Share of the allowance for GitHub's calls that the look may take, ms: comment and artifact of the failed job need the rest. */
const WAIVER_MS = 6_000

async function stateOf(client: GitHubClient, at: Conversation, label: string): Promise<WaiverState> {
  const { rest, paginate } = client.octokit
  const issue = { owner: at.owner, repo: at.repo, issue_number: at.number, per_page: 100 }
  const labels = await paginate(rest.issues.listLabelsOnIssue, issue)
  if (!labels.some(({ name }) => isLabel(name, label))) return NONE
  const events = await paginate(rest.issues.listEvents, issue)
  const set = labelling(events.flatMap(labelEvent), label)
  if (!set?.actor) return NONE
  const waiver = waiverOf(set, await accessOf(client, at, set.actor))
  return { waiver, refused: waiver ? null : set.actor }
}

function labelEvent(event: object): LabelEvent[] {
  const { event: kind, label, actor, created_at: at } = event as Record<string, unknown>
  if (kind !== 'labeled' && kind !== 'unlabeled') return []
  const name = (label as { name?: unknown } | undefined)?.name
  const login = (actor as { login?: unknown } | null | undefined)?.login
  if (typeof name !== 'string') return []
  return [{ event: kind, label: name, actor: typeof login === 'string' ? login : null, at: String(at) }]
}

/** Access of an account to the repository. Apps and strangers are no collaborators: 404 is none. */
async function accessOf(client: GitHubClient, { owner, repo }: Conversation, username: string): Promise<AccessLevel> {
  try {
    const { data } = await client.octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username })
    return data.permission as AccessLevel
  } catch (error) {
    if (isHttpFailure(error) && error.status === 404) return 'none'
    throw error
  }
}
