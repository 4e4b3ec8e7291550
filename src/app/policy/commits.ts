import type { FilePlace } from '../../github/contents.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'

export type Commit = Omit<FilePlace, 'path'>

/** Commits at which the settings file is read. */
export interface Commits {
  /** Its file decides, because the head is only a proposal. Null where nothing is proposed. */
  readonly base: Commit | null
  /** The commit that is judged; null if unknown. */
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
  if (eventTraits(event.name).proposes === 'finished-run') return { base: at(event.sha), head: null }
  return { base: null, head: at(event.sha) }
}

/** Whether the proposal that is judged also wrote the workflow, and with it the inputs of the step. */
export function runsProposedWorkflow(event: GitHubEvent | null): boolean {
  return event !== null && eventTraits(event.name).workflowOf === 'proposal'
}

/**
 * Whether the event proposes something without saying what. GitHub always names the pull request and the merge group, so a step
 * of the job has changed the event file.
 */
export function isUnnamedProposal(event: GitHubEvent | null): boolean {
  if (event === null) return false
  const { proposes } = eventTraits(event.name)
  if (proposes === 'merge-group') return event.mergeGroup === null
  return proposes === 'pull-request' && event.pullRequest === null
}
