import { note } from '../../core/notes.ts'
import type { Note, Report } from '../../core/report.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { StepCommands } from '../../github/commands.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { type GitHubFailure, warningOf } from '../../github/failure.ts'
import type { CommentOptions } from '../../render/comment.ts'
import type { Settings } from '../settings/table.ts'
import { type LocallyPublished, publishLocally } from './publish-locally.ts'
import { publishRemotely } from './publish-remotely.ts'
import type { RowIdentity } from './shared-comment.ts'

/** What became of a report. */
export interface Published extends LocallyPublished {
  /** The report with what came to light while it was published: what `rewrite` was last given. */
  readonly report: Report
}

/** Where a judged report goes. */
export interface Publishing {
  readonly commands: StepCommands
  readonly env: NodeJS.ProcessEnv
  readonly settings: Settings
  readonly event: GitHubEvent | null
  /** Null without a token: then only this machine learns the verdict. */
  readonly client: GitHubClient | null
  /** What the renderers are told besides the report. */
  readonly comment: CommentOptions
  /** This job among those that share the comment, or the whole run. */
  readonly row: RowIdentity
  /** What else takes the network and needs no more than the verdict; what it has to tell goes into the report. */
  readonly beside?: () => Promise<readonly Note[]>
  /** What GitHub failed to do before the verdict: part of the same warning. */
  readonly failures?: readonly GitHubFailure[]
}

/**
 * Makes a judged report known. All that is local is written before any network is touched; then comment and check run,
 * within the client's deadline, which a cancelled job ends at once. GitHub's failures become one warning, in the log and
 * in the report.
 */
export async function publish(report: Report, to: Publishing): Promise<Published> {
  const { commands, event, client } = to
  const local = publishLocally(report, { ...to, summary: to.comment })
  // A server that never answered would hold the job's end for a comment.
  const isRemote = event && client && !client.deadline.ending && !client.server.isUnresponsive
  // Side by side: a comment that hangs must not cost the run its report.
  const [remote, beside] = await Promise.all([
    isRemote ? publishRemotely(report, { ...to, event, client }) : [],
    to.beside?.() ?? [],
  ])
  const notes = [...beside, ...notesOf([...(to.failures ?? []), ...remote], commands.trouble)]
  for (const { level, text } of notes) {
    if (level === 'warning') commands.warning(text)
    else commands.print(text)
  }
  const told = notes.length > 0 ? { ...report, notes: [...report.notes, ...notes] } : report
  if (told !== report) local.rewrite(told)
  return { ...local, report: told }
}

/** One warning for all of GitHub's failures; what a fork's token cannot do is told calmly. */
function notesOf(failures: readonly GitHubFailure[], trouble: readonly string[]): Note[] {
  const notes: Note[] = []
  const warning = warningOf(failures)
  if (warning) notes.push(note('github-failed', warning))
  const calm = failures.find(({ kind }) => kind === 'read-only')
  if (calm) notes.push(note('comment-read-only', `GitHub: ${calm.text}`))
  if (trouble.length > 0) notes.push(note('step-files', trouble.join('; ')))
  return notes
}
