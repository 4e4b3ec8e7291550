import type { GitHubEvent } from '../../../src/github/event.ts'
import type { Shop } from '../../github/shop.ts'

/** Events that propose something. */
export const PROPOSING_EVENTS = ['pull_request', 'pull_request_target', 'merge_group', 'workflow_run'] as const

/** The event of the shop's pull request. */
export function eventOf(name: (typeof PROPOSING_EVENTS)[number], { pull, at }: Shop): GitHubEvent {
  const pullRequest = {
    number: pull.number,
    head: { sha: pull.headSha, ref: pull.headRef, repository: 'octo/shop' },
    base: { sha: pull.baseSha, ref: pull.baseRef, repository: 'octo/shop' },
    fork: false,
    author: 'ann',
  }
  return {
    // The second stage reads its policy as if the pull request had started a run of the base's own workflow.
    name: name === 'workflow_run' ? 'pull_request_target' : name,
    repository: { owner: at.owner, repo: at.repo },
    sha: pull.baseSha,
    defaultBranch: 'main',
    pullRequest: name === 'merge_group' ? null : pullRequest,
    mergeGroup: name === 'merge_group' ? { headSha: pull.headSha, baseSha: pull.baseSha, number: pull.number } : null,
    readOnlyToken: false,
  }
}
