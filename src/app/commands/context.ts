import type { Command } from 'commander'
import type { Judgeable } from '../../core/judge-report.ts'
import { type Note, note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { renderComment } from '../../render/comment.ts'
import { type CiContext, detectCi } from '../forge/ci.ts'
import type { Console } from '../console.ts'
import { judge } from '../judge.ts'
import { EXIT, statusOf, statusOfError, enforcementOf } from '../exit-status.ts'
import { writeMergeRequestNote } from '../forge/gitlab-note.ts'
import { mergeRequestPlace } from '../forge/gitlab-place.ts'
import { refuseProposedLedger } from '../ledger/default-ledger.ts'
import type { GridAccess } from '../grid/site-factors.ts'
import { type OutputOptions, assertOutputs } from '../target-file.ts'
import type { ConfigFile } from '../settings/empty-config.ts'
import type { Resolved } from '../settings/resolve.ts'
import type { SetValues } from '../settings/table.ts'
import { deliver } from './deliver.ts'
import { settingsOf } from './options.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** What a command runs with. */
export interface Context extends Resolved {
  readonly console: Console
  readonly env: NodeJS.ProcessEnv
  readonly file: ConfigFile
  /** The flags alone, before any file. */
  readonly given: SetValues
  readonly output: OutputOptions
  /** States of the ledger that the joined reports saw. */
  readonly seenLedgers?: readonly NonNullable<Report['ledger']>[]
  /** Whether standard output belongs to the command that `run` wraps. */
  readonly quietOut?: boolean
}

/**
 * Reads flags and config file into one context, and refuses an output file that must not be overwritten before any work is done.
 * @throws ConfigurationError
 */
export async function contextOf(command: Command, console: Console, env: NodeJS.ProcessEnv): Promise<Context> {
  const given = givenTo(command, env)
  const resolved = await resolveFlags(given)
  const output: OutputOptions = command.opts()
  assertOutputs(output)
  const notes = [...resolved.notes, ...unreadFloorNotes(resolved.file)]
  return { ...resolved, notes, console, env, given, output }
}

/** Only the action can read a file of another repository, so that the floors of an organisation would be missing without a word. */
function unreadFloorNotes({ extends: organisation }: ConfigFile): readonly Note[] {
  if (organisation === null) return []
  const text = `The organisation's budgets in ${printable(organisation)} are not judged: the command line does not read them. Add them with --budget.`
  return [note('organisation-unreadable', text, 'warning')]
}

/** Settings of a command: its flags, and the provider's address from the environment. @throws ConfigurationError */
export function givenTo(command: Command, env: NodeJS.ProcessEnv): SetValues {
  const url = env['CARBON_GATE_GRID_URL']
  return { ...(url && { 'grid-url': url }), ...settingsOf(command) }
}

/**
 * Judges a draft, shows and writes it, and returns the exit status. In GitLab CI, with a token for it, the merge request gets its note
 * as well: from `gate`, which is about the whole pipeline, and from other commands with `--comment true`.
 */
export async function conclude(
  context: Context,
  judgeable: Judgeable,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Promise<number> {
  const { settings, env, console } = context
  const ci = detectCi(env)
  const { draft, judging } = await withHistory(context, judgeable)
  const report = judge({ draft: { ...draft, origin: originOfBuild(ci) }, judging }, context)
  const failure = deliver(context, report)
  const wanted = settings.comment === 'true' || (settings.comment === 'auto' && isWhole)
  const place = wanted ? mergeRequestPlace(env) : null
  if (place) {
    const url = ci?.url
    const body = renderComment(report, { key: place.key, ...enforcementOf(settings), ...(url && { runUrl: url }) })
    const note = await writeMergeRequestNote(place, body)
    if (note.kind === 'failed') console.err(`warning: the note on the merge request: ${printable(note.why)}\n`)
  }
  const status = statusOf(report, settings)
  if (failure === null) return status
  // A full disk does not change a failed verdict into another status, and a pass does not hide it.
  if (status === EXIT.ok) throw failure
  console.err(`carbon-gate: ${statusOfError(failure).message}\n`)
  return status
}

/** Where a build's report was made; null outside of a known CI. */
function originOfBuild(ci: CiContext | null): Report['origin'] {
  return ci && { repository: ci.repository, commit: ci.commit, workflow: ci.pipeline, url: ci.url }
}

/**
 * Adds what the ledger says about the day, the week and the month. The code is loaded only when there is a ledger.
 * @param waitMs longest wait; missing: git's own limits
 */
export async function withHistory(context: Context, judgeable: Judgeable, waitMs?: number): Promise<Judgeable> {
  const { env, settings, given, file, seenLedgers = [] } = context
  if (settings.ledger === '') return judgeable
  const { readLedger } = await import('../ledger/read-ledger.ts')
  const ci = detectCi(env)
  return readLedger(context, judgeable, {
    access: { env, cwd: process.cwd() },
    refusal: given.ledger === undefined ? refuseProposedLedger(file, env) : null,
    repository: ci?.repository ?? null,
    isProposal: (ci?.pullRequest ?? null) !== null,
    nowMs: Date.now(),
    seen: seenLedgers,
    ...(waitMs !== undefined && { waitMs }),
  })
}

/** The grid provider's token comes from the environment only: a flag would be seen in the list of processes. */
export function gridAccessOf({ env }: Pick<Context, 'env'>): GridAccess {
  return { gridToken: env['CARBON_GATE_GRID_TOKEN'] || null }
}
