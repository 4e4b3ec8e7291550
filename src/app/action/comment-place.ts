import type { Origin, Report } from '../../core/report.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { CommentOptions } from '../../render/comment.ts'
import type { BudgetFile } from '../../render/links.ts'
import { commitsOf } from '../policy/commits.ts'
import { enforcementOf } from '../exit-status.ts'
import type { Policy } from '../policy/policy.ts'
import type { ActionContext } from './context.ts'
import { runUrl } from './job-identity.ts'

type RunContext = Pick<ActionContext, 'env' | 'event' | 'job'>

/** Where a run and its budget are found, for the links of a comment. */
type Place = Pick<CommentOptions, 'runUrl' | 'reportUrl' | 'budgetFile' | 'waiverLabel' | 'isEnforced' | 'isDoubtFatal'>

/** Addresses of the run, its report and the budget file, and the ways out of a failure. */
export function commentPlace(
  { env, event, job }: RunContext,
  { settings, file }: Pick<Policy, 'settings' | 'file'>,
): Place {
  const url = event && runUrl(env, event.repository, job.runId)
  // A waiver is looked for on a pull request only.
  const canBeWaived = event !== null && (event.pullRequest ?? event.mergeGroup) !== null
  return {
    runUrl: url,
    reportUrl: url && `${url}#artifacts`,
    budgetFile: event && budgetFileOf(env, event, file.path),
    waiverLabel: canBeWaived ? settings['waiver-label'] : null,
    ...enforcementOf(settings),
  }
}

/** The budget file at the commit that decides. */
function budgetFileOf(env: NodeJS.ProcessEnv, event: GitHubEvent, path: string | undefined): BudgetFile | null {
  if (path === undefined) return null
  const { base, head } = commitsOf(event)
  const commit = base ?? head
  const server = env['GITHUB_SERVER_URL']
  const { owner, repo } = event.repository
  return {
    path,
    branch: event.pullRequest?.base.ref ?? null,
    url: server && commit ? `${server}/${owner}/${repo}/blob/${commit.ref}/${path.replace(/^\.?\//, '')}` : null,
  }
}

/** Where a report was made, by what the runner and the event say. */
export function originOf({ env, event, job }: RunContext): Report['origin'] {
  if (event === null) return null
  const { owner, repo } = event.repository
  const origin: Origin = {
    repository: `${owner}/${repo}`,
    // GITHUB_SHA of a pull request is the trial merge, which no person has seen.
    commit: event.pullRequest?.head.sha ?? event.mergeGroup?.headSha ?? event.sha,
    workflow: job.workflow,
    url: runUrl(env, event.repository, job.runId),
  }
  return origin
}
