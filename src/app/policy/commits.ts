import type { FilePlace } from '../../github/contents.ts'
import type { GitHubEvent } from '../../github/event.ts'

type Commit = Omit<FilePlace, 'path'>

/** Which commits the settings file is read at. */
export interface Commits {
  /** Its file rules: the other one is a proposal by whoever is to be judged. Null where nothing is proposed. */
  readonly base: Commit | null
  /** The commit at hand. Null where there is none to speak of. */
  readonly head: Commit | null
}

/**
 * A pull request and a merge queue's group propose something: their base rules. `workflow_run` judges what somebody else
 * ran: the default branch's tip rules. A push, a tag, a release, a schedule and a dispatch run what is in the repository
 * already: the commit's own file.
 */
export function commitsOf(event: GitHubEvent): Commits {
  const at = (ref: string | null): Commit | null => (ref === null ? null : { ...event.repository, ref })
  if (event.pullRequest) {
    // A fork's commits can be read through the repository that it was forked from.
    return { base: at(event.pullRequest.base.sha), head: at(event.pullRequest.head.sha) }
  }
  if (event.mergeGroup) return { base: at(event.mergeGroup.baseSha), head: at(event.mergeGroup.headSha) }
  if (event.name === 'workflow_run') return { base: at(event.sha), head: null }
  return { base: null, head: at(event.sha) }
}
