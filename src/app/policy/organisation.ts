import { type Note, note } from '../../core/notes.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { FilePlace } from '../../github/contents.ts'
import type { FailureKind, GitHubFailure } from '../../github/failure.ts'
import type { ConfigFile } from '../settings/config-file.ts'
import { type ConfigRead, readConfigAt } from './config-read.ts'

/** Failures that pass by themselves: for them a build is judged by what is known, as with the base's own file. */
const PASSING: ReadonlySet<FailureKind> = new Set([
  'rate-limited',
  'unavailable',
  'unreachable',
  'timed-out',
  'cancelled',
])

/** The organisation's file, or what is known of its absence. */
export interface Organisation {
  readonly file: ConfigFile | null
  /** False: floors are set and cannot be read, so that nothing may pass. */
  readonly trusted: boolean
  readonly notes: readonly Note[]
  readonly failures: readonly GitHubFailure[]
}

export const NO_ORGANISATION: Organisation = { file: null, trusted: true, notes: [], failures: [] }

/** `owner/repo/path@ref`, as the settings file's reader has checked it. */
function placeOf(reference: string): FilePlace {
  const [, owner = '', repo = '', path = '', ref = ''] = /^([^/]+)\/([^/]+)\/([^@]+)@(.+)$/.exec(reference) ?? []
  return { owner, repo, path, ref }
}

/**
 * Reads the file that a repository extends. Its own `extends` is not followed: one floor is enough to reason about.
 * @param hasBudgets whether the repository sets budgets of its own: without any, a floor that cannot be read now is all there is
 */
export async function readOrganisation(
  client: GitHubClient | null,
  reference: string,
  hasBudgets: boolean,
): Promise<Organisation> {
  const read = await readConfigAt(client, placeOf(reference))
  if (read.state === 'file') return { ...NO_ORGANISATION, file: read.file }
  const why = reasonOf(read)
  if (read.state === 'unreadable' && PASSING.has(read.failure.kind)) {
    const but = hasBudgets ? 'and are not judged' : 'and there is no other budget'
    const text = `The organisation's floors in ${reference} could not be read, ${but}: ${why}`
    const unread = note('organisation-unreadable', text, hasBudgets ? 'warning' : 'error')
    return { ...NO_ORGANISATION, trusted: hasBudgets, notes: [unread], failures: [read.failure] }
  }
  const text = `The organisation's floors in ${reference} cannot be read: ${why}. The repository must be public, or github-token one that may read it.`
  return { ...NO_ORGANISATION, trusted: false, notes: [note('organisation-unreadable', text)] }
}

function reasonOf(read: Exclude<ConfigRead, { state: 'file' }>): string {
  if (read.state === 'none') return 'there is no such file'
  return read.state === 'invalid' ? read.error.message : read.failure.text
}
