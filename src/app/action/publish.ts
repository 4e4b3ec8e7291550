import { note } from '../../core/notes.ts'
import type { Note, Report } from '../../core/report.ts'
import { type GitHubFailure, warningOf } from '../../github/failure.ts'
import type { ActionContext } from './context.ts'
import { type Published, publishLocally } from './publish-locally.ts'
import { type RemotePublication, publishRemotely } from './publish-remotely.ts'

/** How a judged report is published. */
export interface Publication extends RemotePublication {
  /** Work over the network that runs at the same time; its notes are added to the report. */
  readonly beside?: () => Promise<readonly Note[]>
  /** Failures of GitHub before the verdict: part of the same warning. */
  readonly failures?: readonly GitHubFailure[]
}

/**
 * Publishes a judged report. All that is local is written before any network is touched; then comment and check run, within the
 * client's deadline, which a cancelled job ends at once. GitHub's failures become one warning, in the log and in the report.
 */
export async function publish(
  report: Report,
  context: Pick<ActionContext, 'commands' | 'env' | 'event' | 'client' | 'failures'>,
  publication: Publication,
): Promise<Published> {
  const { commands, event, client } = context
  const { settings, comment, beside, failures = [] } = publication
  const local = publishLocally(report, context, settings, comment)
  // A server that never answered would delay the job's end for a comment.
  const isRemote = event && client && !client.deadline.ending && !client.server.isUnresponsive
  // At the same time: a comment that hangs must not cost the run its artifact.
  const [remote, besideNotes] = await Promise.all([
    isRemote ? publishRemotely(report, { client, event }, publication) : [],
    beside?.() ?? [],
  ])
  const notes = [...besideNotes, ...failureNotes([...context.failures, ...failures, ...remote], commands.trouble)]
  for (const { level, text } of notes) {
    if (level === 'warning') commands.warning(text)
    else commands.print(text)
  }
  if (notes.length === 0) return local
  const complete = { ...report, notes: [...report.notes, ...notes] }
  local.rewrite(complete)
  return { ...local, report: complete }
}

/** One warning for all of GitHub's failures. What a fork's token cannot do by design is an information, not a warning. */
function failureNotes(failures: readonly GitHubFailure[], trouble: readonly string[]): Note[] {
  const warning = warningOf(failures)
  const readOnly = failures.find(({ kind }) => kind === 'read-only')
  return [
    ...(warning ? [note('github-failed', warning)] : []),
    ...(readOnly ? [note('comment-read-only', `GitHub: ${readOnly.text}`)] : []),
    ...(trouble.length > 0 ? [note('step-files', trouble.join('; '))] : []),
  ]
}
