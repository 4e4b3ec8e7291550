import { note } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Note } from '../../core/report.ts'
import type { GitHubClient } from '../../github/client.ts'
import { type FailureKind, type GitHubFailure, type Result, attempt } from '../../github/failure.ts'
import { type ConfigFile, EMPTY_CONFIG } from '../settings/config-file.ts'
import { otherSpelling } from '../settings/config-names.ts'
import { type Resolved, resolve } from '../settings/resolve.ts'
import { DEFAULTS } from '../settings/table.ts'
import { type BaseConfig, readBaseConfig } from './base-config.ts'
import type { BaseInputs } from './base-inputs.ts'
import { changesOf, shown } from './changes.ts'
import { type Commit, type Commits, commitsOf, isUnnamedProposal, runsProposedWorkflow } from './commits.ts'
import { type ConfigRead, fileOf, parsed, readOwnConfigAt, readProposedConfig } from './config-read.ts'
import { trustedInputs } from './input-trust.ts'
import { NO_ORGANISATION, readOrganisation } from './organisation.ts'
import type { PolicySources } from './policy-sources.ts'

/** Why the budgets are not fully known. A waiver can let a pull request through that repairs an invalid file. */
type PolicyDoubt = 'base-unreadable' | 'base-invalid' | 'organisation-unreadable'

/** What a job is judged by. */
export interface Policy extends Resolved {
  /** The file that decides: also for runner classes and columns of logs. */
  readonly file: ConfigFile
  /** Null if every budget is known. Otherwise the verdict is never a pass. */
  readonly doubt: PolicyDoubt | null
  readonly trusted: boolean
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
}

/** The settings files of one event. */
interface Files {
  /** The file that decides over a proposal; null where nothing is proposed. */
  readonly base: ConfigFile | null
  /** The file of the commit itself. Of a proposal only budget lines that tighten count. */
  readonly file: ConfigFile | null
  readonly inputs: BaseInputs
  readonly doubt: PolicyDoubt | null
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
}

const NOT_ASKED: ConfigRead = { state: 'none' }

const NOTHING_READ: Files = { base: null, file: null, inputs: null, doubt: null, notes: [], failures: [] }

/**
 * Reads what a job is judged by: the base's file over a proposal, otherwise the commit's own, and the organisation's floors.
 * @throws ConfigurationError when the commit's own file cannot be understood
 */
export async function readPolicy(sources: PolicySources): Promise<Policy> {
  const files = await readFiles(sources)
  const ruling = files.base ?? files.file ?? EMPTY_CONFIG
  const own = resolve({ given: sources.given, file: files.file, base: files.base })
  const organisation = ruling.extends
    ? await readOrganisation(sources.client, ruling.extends, own.budgets.length > 0)
    : NO_ORGANISATION
  const trusted = inputsOf(sources, files, { ...organisation.file?.values, ...files.base?.values })
  const resolved = resolve({
    given: trusted.given,
    file: files.file,
    base: files.base,
    organisation: organisation.file,
  })
  const doubt = files.doubt ?? (organisation.trusted ? null : 'organisation-unreadable')
  return {
    ...resolved,
    file: ruling,
    doubt,
    trusted: doubt === null,
    notes: [
      ...files.notes,
      ...trusted.notes,
      ...organisation.notes,
      ...floorNotes(resolve({ given: trusted.given, file: files.file, base: files.base }), resolved),
      ...resolved.notes,
    ],
    failures: [...files.failures, ...organisation.failures],
  }
}

/** Inputs that count. Those of a workflow that the proposal did not write are trusted as they are. */
function inputsOf(
  { given, event }: PolicySources,
  { base, inputs }: Files,
  set: ConfigFile['values'],
): ReturnType<typeof trustedInputs> {
  if (!runsProposedWorkflow(event)) return { given, notes: [] }
  return trustedInputs(given, set, inputs, base?.protect ?? false)
}

async function readFiles(sources: PolicySources): Promise<Files> {
  const { event } = sources
  if (isUnnamedProposal(event)) {
    const why = 'the event file does not name the pull request that the runner names'
    return { ...NOTHING_READ, base: EMPTY_CONFIG, doubt: 'base-unreadable', notes: [unreadableNote(why)] }
  }
  const commits: Commits = event ? commitsOf(event) : { base: null, head: null }
  return commits.base ? readProposal(sources, commits.base, commits.head) : readOwn(sources, commits.head)
}

/** Share of the allowance that the base's file may take, ms: comment, artifact and the verdict's own time need the rest. */
const BASE_MS = 4_000

/** A server that never answered is not waited for as long again, ms. */
const UNRESPONSIVE_MS = 2_000

async function readBaseInTime(sources: PolicySources, base: Commit): Promise<BaseConfig> {
  const { client, given } = sources
  if (!client) return readBaseConfig(sources, base)
  const path = given.config ?? DEFAULTS.config
  const result = await inTime(client, `${path} at the base`, () => readBaseConfig(sources, base))
  if (result.ok) return result.value
  return { read: { state: 'unreadable', failure: result.failure }, path, inputs: null }
}

async function readOwnInTime(client: GitHubClient, commit: Commit, path: string): Promise<ConfigRead> {
  const read = await inTime(client, path, () => readOwnConfigAt(client, commit, path))
  return read.ok ? read.value : { state: 'unreadable', failure: read.failure }
}

/** Reads what decides within its share of the allowance, so that a verdict does not wait for a server that hangs. */
async function inTime<T>(client: GitHubClient, path: string, read: () => Promise<T>): Promise<Result<T>> {
  const ms = client.server.isUnresponsive ? UNRESPONSIVE_MS : BASE_MS
  const result = await attempt({ what: `read ${path}`, needs: 'contents: read' }, () =>
    client.deadline.within(ms, read),
  )
  if (!result.ok && result.failure.kind === 'timed-out') client.server.noteSilence()
  return result
}

/** The file at the base decides. Of the head's file only budget lines are used, and only those that tighten. */
async function readProposal(sources: PolicySources, base: Commit, head: Commit | null): Promise<Files> {
  const { client, given } = sources
  const { read, path: asked, inputs } = await readBaseInTime(sources, base)
  // The file may be there under the other spelling of its ending.
  const path = fileOf(read)?.path ?? asked
  if (read.state === 'unreadable') {
    const notes = [unreadableNote(read.failure.text)]
    return { ...NOTHING_READ, base: EMPTY_CONFIG, inputs, doubt: 'base-unreadable', notes, failures: [read.failure] }
  }
  // The head can only tighten: on a server that is silent or nearly used up the base alone decides.
  const canAsk = client?.server.allowsOptional ?? false
  const proposed = canAsk ? await readProposedConfig(client, head, path) : NOT_ASKED
  if (proposed.state === 'invalid') throw proposed.error
  const file = fileOf(proposed)
  if (read.state === 'invalid') {
    const text = `The config file of the base branch is invalid, so no budget is known: ${read.error.message}`
    const notes = [note('base-invalid', text)]
    return { ...NOTHING_READ, base: EMPTY_CONFIG, file, inputs, doubt: 'base-invalid', notes }
  }
  const ruling = fileOf(read)
  if (!ruling && head && canAsk) assertFound(given.config, file, path)
  const failures = proposed.state === 'unreadable' ? [proposed.failure] : []
  const notes = head && canAsk && failures.length === 0 ? changesOf(ruling, file, path) : []
  return { ...NOTHING_READ, base: ruling ?? EMPTY_CONFIG, file, inputs, notes, failures }
}

/**
 * The commit's own file, rather than the workspace's, which the job's steps may have changed. The workspace is the fallback when
 * the API does not answer.
 */
async function readOwn({ client, given, readLocal }: PolicySources, commit: Commit | null): Promise<Files> {
  const path = given.config ?? DEFAULTS.config
  const atCommit = commit && client ? await readOwnInTime(client, commit, path) : null
  const read = atCommit && atCommit.state !== 'unreadable' ? atCommit : readWorkspace(readLocal, path)
  if (read.state === 'invalid') throw read.error
  const file = fileOf(read)
  if (atCommit?.state === 'unreadable' && !file) return unreadOwn(atCommit, given.budget !== undefined)
  assertFound(given.config, file, path)
  return { ...NOTHING_READ, file }
}

/** The workspace's file, under either spelling of its ending. */
function readWorkspace(readLocal: PolicySources['readLocal'], path: string): ConfigRead {
  const other = otherSpelling(path)
  const read = parsed(readLocal(path), path)
  return read.state === 'none' ? parsed(readLocal(other), other) : read
}

/** Kinds of failure that a missing permission causes: they do not pass by themselves. */
const LASTING: ReadonlySet<FailureKind> = new Set(['unauthorized', 'forbidden', 'not-found'])

/** Without a budget of its own, a step whose token may never read the file would be a gate that is silently off. */
function unreadOwn({ failure }: Extract<ConfigRead, { state: 'unreadable' }>, hasBudget: boolean): Files {
  const isOff = !hasBudget && LASTING.has(failure.kind)
  if (isOff) return { ...NOTHING_READ, doubt: 'base-unreadable', notes: [unreadableNote(failure.text)] }
  const text = `The config file could not be read, so only inputs apply: ${failure.text}`
  return { ...NOTHING_READ, notes: [note('config-unreadable', text)], failures: [failure] }
}

function unreadableNote(why: string): Note {
  return note('base-unreadable', `The budgets of the base branch are unknown: ${why}`)
}

/** A file that was named must exist. */
function assertFound(named: string | undefined, file: ConfigFile | null, path: string): void {
  if (named === undefined || file) return
  throw new ConfigurationError(`config ${path} cannot be read: this commit has no such file`)
}

/** Lists the settings where the organisation overrules what the repository set. */
function floorNotes(without: Resolved, { settings }: Resolved): Note[] {
  return Object.keys(settings).flatMap((name) => {
    const [now, before] = [settings, without.settings].map((each) => shown(each[name as keyof typeof each]))
    if (now === before) return []
    const text = `The organisation sets ${name} to ${now}; the repository's ${before} does not apply.`
    return [note('organisation-floor', text)]
  })
}
