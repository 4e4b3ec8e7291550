import type { FilePlace } from '../../github/contents.ts'
import type { GitHubEvent } from '../../github/event.ts'

export type Commit = Omit<FilePlace, 'path'>

/** Commits at which the settings file is read. */
export interface Commits {
  /** Its file decides, because the head is only a proposal. Null where nothing is proposed. */
  readonly base: Commit | null
  /** The commit that is judged. Null when it is unknown. */
  readonly head: Commit | null
}

/**
 * A pull request and a merge group propose a change, so the file at their base decides. `workflow_run` judges a run of another
 * workflow: the tip of the default branch decides. A push, tag, release, schedule or dispatch runs what is already in the
 * repository: the commit's own file decides.
 */
export function commitsOf(event: GitHubEvent): Commits {
  const at = (ref: string | null): Commit | null => (ref === null ? null : { ...event.repository, ref })
  if (event.pullRequest) {
    // Commits of a fork can be read through the repository that it was forked from.
    return { base: at(event.pullRequest.base.sha), head: at(event.pullRequest.head.sha) }
  }
  if (event.mergeGroup) return { base: at(event.mergeGroup.baseSha), head: at(event.mergeGroup.headSha) }
  if (event.name === 'workflow_run') return { base: at(event.sha), head: null }
  return { base: null, head: at(event.sha) }
}

/** Events that run the workflow file of the proposal, so that the inputs of the step belong to the proposal too. */
const PROPOSED_WORKFLOW: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'merge_group',
])

/** Whether the proposal that is judged also wrote the workflow, and with it the inputs of the step. */
export function runsProposedWorkflow(event: GitHubEvent | null): boolean {
  return event !== null && PROPOSED_WORKFLOW.has(event.name)
}

/** Events that are about one pull request and name it. */
const OF_PULL_REQUESTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
])

/**
 * Whether the event proposes something without saying what. GitHub always names the pull request and the merge group, so a step
 * of the job has changed the event file.
 */
export function isUnnamedProposal(event: GitHubEvent | null): boolean {
  if (event === null) return false
  if (event.name === 'merge_group') return event.mergeGroup === null
  return event.pullRequest === null && OF_PULL_REQUESTS.has(event.name)
}
