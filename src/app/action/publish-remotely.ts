import type { Report } from '../../core/report.ts'
import { writeCheckRun } from '../../github/check-run.ts'
import type { GitHubClient } from '../../github/client.ts'
import { writeSticky } from '../../github/comment.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { GitHubFailure, Result } from '../../github/failure.ts'
import { annotationOf } from '../../render/annotation.ts'
import type { CommentOptions } from '../../render/comment.ts'
import { renderSummary } from '../../render/summary.ts'
import { EXIT, statusOf } from '../exit-status.ts'
import type { Settings } from '../settings/table.ts'
import { type RowIdentity, commentParts } from './shared-comment.ts'

export interface RemotePublishing {
  readonly client: GitHubClient
  readonly event: GitHubEvent
  readonly settings: Pick<Settings, 'comment' | 'enforce' | 'on-measurement-error' | 'check-run'>
  readonly comment: CommentOptions
  /** This job among those that share the comment, or the whole run. */
  readonly row: RowIdentity
}

/** Comment and check run, side by side: each may fail, and neither changes the verdict. */
export async function publishRemotely(report: Report, to: RemotePublishing): Promise<readonly GitHubFailure[]> {
  const results = await Promise.all([commented(report, to), checked(report, to)])
  return results.flatMap((result) => (result === null || result.ok ? [] : [result.failure]))
}

/** Null where there is no pull request, or nobody wants a comment. */
async function commented(report: Report, to: RemotePublishing): Promise<Result<unknown> | null> {
  const { client, event, settings, comment, row } = to
  if (settings.comment === 'false' || !event.pullRequest) return null
  const { render, ...parts } = commentParts(report, comment, row)
  const at = { ...event.repository, number: event.pullRequest.number }
  return writeSticky(client, { at, ...parts, readOnlyToken: event.readOnlyToken }, render)
}

/** Null where nobody wants one, or where the token cannot write it by design. */
async function checked(report: Report, { client, event, settings }: RemotePublishing): Promise<Result<unknown> | null> {
  const name = settings['check-run']
  const headSha = event.pullRequest?.head.sha ?? event.mergeGroup?.headSha ?? event.sha
  if (!name || headSha === null || event.isHeadUnconfirmed) return null
  const { title, text } = annotationOf(report, false)
  const written = await writeCheckRun(client, {
    ...event.repository,
    name,
    headSha,
    conclusion: conclusionOf(report, settings),
    title: `${title}: ${text}`,
    summary: renderSummary(report),
  })
  // The second stage writes it, as it writes the comment.
  return event.readOnlyToken && !written.ok && written.failure.kind === 'forbidden' ? null : written
}

/** `neutral` where the verdict says something and does not decide: no budget, or no enforcement. */
function conclusionOf(report: Report, settings: RemotePublishing['settings']): 'success' | 'failure' | 'neutral' {
  if (report.verdict === 'pass') return 'success'
  return statusOf(report, settings) === EXIT.ok ? 'neutral' : 'failure'
}
