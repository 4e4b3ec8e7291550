import { note } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Note } from '../../core/report.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { type ConfigFile, EMPTY_CONFIG } from '../settings/config-file.ts'
import { type Resolved, resolve } from '../settings/resolve.ts'
import { DEFAULTS } from '../settings/table.ts'
import { readBaseConfig } from './base-config.ts'
import { changesOf, shown } from './changes.ts'
import { type Commits, commitsOf } from './commits.ts'
import { type ConfigRead, fileOf, parsed, readConfigAt } from './config-read.ts'
import { NO_ORGANISATION, readOrganisation } from './organisation.ts'
import type { PolicySources } from './policy-sources.ts'

/** What a job is judged by. */
export interface Policy extends Resolved {
  /** The file that rules: for runner classes and columns of logs. */
  readonly file: ConfigFile
  /** False: there may be budgets that could not be read and none is known, so that nothing may pass. */
  readonly trusted: boolean
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
}

/**
 * Reads what a job is judged by: the base's file on a pull request, else the commit's own, and the organisation's floors.
 * @throws ConfigurationError where the file that rules, or the one that a pull request would merge, cannot be understood
 */
export async function readPolicy(sources: PolicySources): Promise<Policy> {
  const files = await readFiles(sources)
  const ruling = files.base ?? files.file
  const given = sources.given
  const own = resolve({ given, file: files.file, base: files.base })
  const organisation = ruling?.extends
    ? await readOrganisation(sources.client, ruling.extends, own.budgets.length > 0)
    : NO_ORGANISATION
  const resolved = resolve({ given, file: files.file, base: files.base, organisation: organisation.file })
  const missing = missingBase(sources, files, resolved)
  return {
    ...resolved,
    file: ruling ?? EMPTY_CONFIG,
    trusted: missing?.level !== 'error' && organisation.trusted,
    notes: [
      ...(missing ? [missing] : []),
      ...files.notes,
      ...organisation.notes,
      ...floorNotes(own, resolved),
      ...resolved.notes,
    ],
    failures: [...files.failures, ...organisation.failures],
  }
}

/**
 * Tells that the base's budgets are not known: a warning where the step's inputs set some, else an error, and nothing may pass. Always
 * an error where the event does not name its pull request: GitHub names it, so a step of the job has meddled with the event's file.
 */
function missingBase({ event }: PolicySources, { unread, failures }: Files, { budgets }: Resolved): Note | null {
  if (unread === null) return null
  // A folder, a path out of the repository: nobody's file but one that the pull request's own workflow may name.
  const isOwnFault = failures.some(({ kind, status }) => kind === 'invalid' && status === null)
  const known = budgets.length > 0 && !isUnnamed(event) && !isOwnFault
  const text = known
    ? `The budgets at the base cannot be read, so only those of the step's inputs apply: ${unread}`
    : `The budgets at the base are not known: ${unread}`
  return note('base-unreadable', text, known ? 'warning' : 'error')
}

/** Events that are about a pull request and name it. */
const OF_PULL_REQUESTS: ReadonlySet<string> = new Set([
  'pull_request',
  'pull_request_target',
  'pull_request_review',
  'pull_request_review_comment',
])

/** Whether the event is about a pull request and does not say which. */
function isUnnamed(event: GitHubEvent | null): boolean {
  return event !== null && event.pullRequest === null && OF_PULL_REQUESTS.has(event.name)
}

interface Files {
  readonly base: ConfigFile | null
  readonly file: ConfigFile | null
  /** Why the base's file is not known; null where it is, and where nothing is proposed. */
  readonly unread: string | null
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
}

async function readFiles(sources: PolicySources): Promise<Files> {
  const path = sources.given.config ?? DEFAULTS.config
  if (isUnnamed(sources.event)) {
    const unread = 'the file of the event does not name the pull request that the runner speaks of'
    return { base: null, file: null, unread, notes: [], failures: [] }
  }
  const commits: Commits = sources.event ? commitsOf(sources.event) : { base: null, head: null }
  const [base, head] = await Promise.all([
    readBaseConfig(sources, commits.base, path),
    readHead(sources, commits, path),
  ])
  if (head.state === 'invalid') throw head.error
  const file = fileOf(head)
  if (base === null) {
    assertFound(sources, file, path)
    return { base: null, file, unread: null, notes: [], failures: [] }
  }
  if (base.state === 'unreadable') {
    return { base: null, file: null, unread: base.failure.text, notes: [], failures: [base.failure] }
  }
  if (base.state === 'invalid') {
    // A file that cannot be understood protects nothing, and the pull request may be the one that mends it.
    const text = `The base's file cannot be understood, so the pull request's own applies: ${base.error.message}`
    return { base: null, file, unread: null, notes: [note('base-invalid', text)], failures: [] }
  }
  const ruling = fileOf(base)
  if (!ruling) assertFound(sources, file, path)
  const notes = commits.head ? changesOf(ruling, file, path) : []
  return { base: ruling, file, unread: null, notes, failures: [] }
}

/** The commit's file rather than the workspace's, which the job's own steps may have changed; that one failing the API. */
async function readHead({ client, readLocal }: PolicySources, commits: Commits, path: string): Promise<ConfigRead> {
  const { base, head } = commits
  // Only somebody else's run is judged: what lies in this workspace is no part of it.
  if (base && !head) return { state: 'none' }
  const atCommit = head && client ? await readConfigAt(client, { ...head, path }) : null
  if (atCommit && atCommit.state !== 'unreadable') return atCommit
  return parsed(readLocal(path), path)
}

/** A file that was named must exist. */
function assertFound({ given }: PolicySources, file: ConfigFile | null, path: string): void {
  if (given.config === undefined || file) return
  throw new ConfigurationError(`config ${path} cannot be read: there is no such file in this commit`)
}

/** Tells where the organisation overrules what the repository set. */
function floorNotes(without: Resolved, { settings }: Resolved): Note[] {
  return Object.keys(settings).flatMap((name) => {
    const [is, was] = [settings, without.settings].map((each) => shown(each[name as keyof typeof each]))
    if (is === was) return []
    const text = `The organisation sets ${name} to ${is}; the repository's ${was} does not apply.`
    return [note('organisation-floor', text)]
  })
}
