import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import type { FailureKind, GitHubFailure } from '../../github/failure.ts'
import { type ConfigFile, EMPTY_CONFIG } from '../settings/empty-config.ts'
import { otherSpelling } from '../settings/config-names.ts'
import { DEFAULTS } from '../settings/table.ts'
import type { BaseInputs } from './base-inputs.ts'
import { changesOf } from './changes.ts'
import { type Commit, type Commits, commitsOf, isUnnamedProposal } from './commits.ts'
import {
  type ConfigRead,
  type ProposedRead,
  bothSpellings,
  fileOf,
  findSecondSpelling,
  parsed,
  readProposedConfig,
} from './config-read.ts'
import type { PolicySources } from './policy-sources.ts'
import { readBaseInTime, readOwnInTime } from './timed-reads.ts'

/** Why the budgets are not fully known. A waiver can let a pull request through that repairs an invalid file. */
export type PolicyDoubt = 'base-unreadable' | 'base-invalid' | 'organisation-unreadable'

/** The settings files of one event. */
export interface PolicyFiles {
  /** The file that decides over a proposal; null where nothing is proposed. */
  readonly base: ConfigFile | null
  /** The file of the commit itself. Of a proposal only budget lines that tighten count. */
  readonly file: ConfigFile | null
  readonly inputs: BaseInputs | null
  readonly doubt: PolicyDoubt | null
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
  /** Looks for a second spelling of the file at the base: then no budget is known. Null where there is nothing to look for. */
  readonly findSecond: (() => Promise<PolicyFiles | null>) | null
}

const NOT_ASKED: ProposedRead = { read: { state: 'none' }, isSame: false }

const NOTHING_READ: PolicyFiles = {
  base: null,
  file: null,
  inputs: null,
  doubt: null,
  notes: [],
  failures: [],
  findSecond: null,
}

/**
 * Reads the files that decide on one event.
 * @throws ConfigurationError when the commit's own file cannot be understood
 */
export async function readPolicyFiles(sources: PolicySources): Promise<PolicyFiles> {
  const { event } = sources
  if (isUnnamedProposal(event)) {
    const why = 'the event file does not name the pull request that the runner names'
    return { ...NOTHING_READ, base: EMPTY_CONFIG, doubt: 'base-unreadable', notes: [unreadableNote(why)] }
  }
  const commits: Commits = event ? commitsOf(event) : { base: null, head: null }
  return commits.base ? readProposal(sources, commits.base, commits.head) : readOwn(sources, commits.head)
}

/** The file at the base decides. Of the head's file only budget lines are used, and only those that tighten. */
async function readProposal(sources: PolicySources, base: Commit, head: Commit | null): Promise<PolicyFiles> {
  const { client, given } = sources
  const { read, path: asked, inputs, notes: chosen } = await readBaseInTime(sources, base)
  // The file may be there under the other spelling of its ending.
  const path = fileOf(read)?.path ?? asked
  if (read.state === 'unreadable') {
    const notes = [unreadableNote(read.failure.text)]
    return { ...NOTHING_READ, base: EMPTY_CONFIG, inputs, doubt: 'base-unreadable', notes, failures: [read.failure] }
  }
  // The head can only tighten: where the server is silent or its allowance nearly used up, only the base decides.
  const canAsk = client?.server.allowsOptional ?? false
  const { read: proposed } = client && head && canAsk ? await readProposedConfig(client, head, path, read) : NOT_ASKED
  if (proposed.state === 'invalid') throw proposed.error
  const file = fileOf(proposed)
  const invalid = (error: ConfigurationError): PolicyFiles => {
    const text = `The config file of the base branch is invalid, so no budget is known: ${error.message}`
    const notes = [note('base-invalid', text)]
    return { ...NOTHING_READ, base: EMPTY_CONFIG, file, inputs, doubt: 'base-invalid', notes }
  }
  if (read.state === 'invalid') return invalid(read.error)
  const ruling = fileOf(read)
  if (!ruling && head && canAsk) assertFound(given.config, file, path)
  const failures = proposed.state === 'unreadable' ? [proposed.failure] : []
  const changes = head && canAsk && failures.length === 0 ? changesOf(ruling, file, path) : []
  const files = {
    ...NOTHING_READ,
    base: ruling ?? EMPTY_CONFIG,
    file,
    inputs,
    notes: [...chosen, ...changes],
    failures,
  }
  if (!client || !ruling) return files
  const findSecond = async (): Promise<PolicyFiles | null> => {
    const second = await findSecondSpelling(client, base, path)
    return second && invalid(second.error)
  }
  return { ...files, findSecond }
}

/**
 * The commit's own file, rather than the workspace's, which the job's steps may have changed. The workspace is the fallback when
 * the API does not answer.
 */
async function readOwn({ client, given, readLocal }: PolicySources, commit: Commit | null): Promise<PolicyFiles> {
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
  const [text, otherText] = [readLocal(path), other === path ? null : readLocal(other)]
  if (text !== null && otherText !== null) return bothSpellings(path)
  return otherText === null ? parsed(text, path) : parsed(otherText, other)
}

/** Kinds of failure that a missing permission causes: they do not pass by themselves. */
const LASTING: ReadonlySet<FailureKind> = new Set(['unauthorized', 'forbidden', 'not-found'])

/** Without a budget of its own, a step whose token may never read the file would be a gate that is silently off. */
function unreadOwn({ failure }: Extract<ConfigRead, { state: 'unreadable' }>, hasBudget: boolean): PolicyFiles {
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
