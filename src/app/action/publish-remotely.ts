import type { Report } from '../../core/report.ts'
import { writeCheckRun } from '../../github/check-run.ts'
import type { GitHubClient } from '../../github/client.ts'
import { writeSticky } from '../../github/comment.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { GitHubFailure, Result } from '../../github/failure.ts'
import { annotationOf } from '../../render/annotation.ts'
import type { CommentOptions } from '../../render/comment.ts'
import { renderSummary } from '../../render/summary.ts'
import { EXIT, statusOf, enforcementOf } from '../exit-status.ts'
import type { Settings } from '../settings/table.ts'
import { type RowIdentity, commentParts } from './shared-comment.ts'

/** How a judged report appears on the pull request. */
export interface RemotePublication {
  readonly settings: Settings
  readonly comment: CommentOptions
  /** The row of this job in the comment that the run's jobs share. */
  readonly row: RowIdentity
}

interface Connection {
  readonly client: GitHubClient
  readonly event: GitHubEvent
}

/** Writes comment and check run at the same time. Each may fail, and neither changes the verdict. */
export async function publishRemotely(
  report: Report,
  connection: Connection,
  publication: RemotePublication,
): Promise<readonly GitHubFailure[]> {
  const results = await Promise.all([
    writeComment(report, connection, publication),
    writeCheck(report, connection, publication.settings),
  ])
  return results.flatMap((result) => (result === null || result.ok ? [] : [result.failure]))
}

/** Null without a pull request, or if no comment is wanted. */
async function writeComment(
  report: Report,
  { client, event }: Connection,
  { settings, comment, row }: RemotePublication,
): Promise<Result<unknown> | null> {
  if (settings.comment === 'false' || !event.pullRequest) return null
  const { render, ...parts } = commentParts(report, comment, row)
  const at = { ...event.repository, number: event.pullRequest.number }
  return writeSticky(client, { at, ...parts, readOnlyToken: event.readOnlyToken }, render)
}

/** Null if no check run is wanted, or if the token cannot write it by design. */
async function writeCheck(
  report: Report,
  { client, event }: Connection,
  settings: Settings,
): Promise<Result<unknown> | null> {
  const name = settings['check-run']
  const headSha = event.pullRequest?.head.sha ?? event.mergeGroup?.headSha ?? event.sha
  if (!name || headSha === null || event.isHeadUnconfirmed) return null
  const { title, text } = annotationOf(report, { isEnforced: false })
  const written = await writeCheckRun(client, {
    ...event.repository,
    name,
    headSha,
    conclusion: conclusionOf(report, settings),
    title: `${title}: ${text}`,
    summary: renderSummary(report, enforcementOf(settings)),
  })
  // The second stage writes it, as it writes the comment.
  return event.readOnlyToken && !written.ok && written.failure.kind === 'forbidden' ? null : written
}

/** `neutral` where the verdict does not decide: no budget, or no enforcement. */
function conclusionOf(report: Report, settings: Settings): 'success' | 'failure' | 'neutral' {
  if (report.verdict === 'pass') return 'success'
  return statusOf(report, settings) === EXIT.ok ? 'neutral' : 'failure'
}
