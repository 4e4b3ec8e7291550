import { type Note, note } from '../../core/notes.ts'
import type { GitHubClient } from '../../github/client.ts'
import { type GitHubFailure, PASSING_FAILURES } from '../../github/failure.ts'
import type { ConfigFile } from '../settings/empty-config.ts'
import type { Commit } from './commits.ts'
import { type ConfigRead, readConfigAt } from './config-read.ts'
import { readConfigInTime } from './timed-reads.ts'

/** The organisation's file, or why it is missing. */
export interface Organisation {
  readonly file: ConfigFile | null
  /** False if floors are set and cannot be read: the verdict is then never a pass. */
  readonly trusted: boolean
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
}

export const NO_ORGANISATION: Organisation = { file: null, trusted: true, notes: [], failures: [] }

/** Splits `owner/repo/path@ref`, which the config file's parser has checked. */
function placeOf(reference: string): Commit & { path: string } {
  const [, owner = '', repo = '', path = '', ref = ''] = /^([^/]+)\/([^/]+)\/([^@]+)@(.+)$/.exec(reference) ?? []
  return { owner, repo, path, ref }
}

/**
 * Reads the file that a repository extends. Its own `extends` is not followed.
 * @param hasBudgets whether the repository sets budgets of its own: without any, an unreadable floor leaves no budget
 */
export async function readOrganisation(
  client: GitHubClient | null,
  reference: string,
  hasBudgets: boolean,
): Promise<Organisation> {
  const { path, ...commit } = placeOf(reference)
  const read = client ? await readConfigInTime(client, commit, path) : await readConfigAt(client, commit, path)
  if (read.state === 'file') return { ...NO_ORGANISATION, file: read.file }
  const why = reasonOf(read)
  if (read.state === 'unreadable' && PASSING_FAILURES.has(read.failure.kind)) {
    const effect = hasBudgets ? 'and are not judged' : 'so there is no budget to judge'
    const text = `The organisation's floors in ${reference} could not be read, ${effect}: ${why}`
    const reported = note('organisation-unreadable', text, hasBudgets ? 'warning' : 'error')
    return { ...NO_ORGANISATION, trusted: hasBudgets, notes: [reported], failures: [read.failure] }
  }
  const text = `The organisation's floors in ${reference} cannot be read: ${why}. Make the repository public, or give github-token a token that may read it.`
  return { ...NO_ORGANISATION, trusted: false, notes: [note('organisation-unreadable', text)] }
}

function reasonOf(read: Exclude<ConfigRead, { state: 'file' }>): string {
  if (read.state === 'none') return 'the file does not exist'
  return read.state === 'invalid' ? read.error.message : read.failure.text
}
