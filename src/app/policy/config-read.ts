import { ConfigurationError } from '../../core/errors.ts'
import type { GitHubClient } from '../../github/client.ts'
import { type FilePlace, readFileAt, listBeside } from '../../github/contents.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { type ConfigFile, parseConfigFile } from '../settings/config-file.ts'
import { isMisnamed, otherSpelling } from '../settings/config-names.ts'
import type { Commit } from './commits.ts'

/** A settings file of a commit: read, absent, unreadable for now, or invalid. */
export type ConfigRead =
  | { readonly state: 'file'; readonly file: ConfigFile }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable'; readonly failure: GitHubFailure }
  | { readonly state: 'invalid'; readonly error: ConfigurationError }

/**
 * Reads and parses a settings file that decides. It is absent only when the commit itself can be read: GitHub also answers 404
 * where the token may not see the repository.
 */
export async function readConfigAt(client: GitHubClient | null, commit: Commit, path: string): Promise<ConfigRead> {
  if (!client) {
    const failure: GitHubFailure = { kind: 'unreachable', text: `cannot read ${path}: no token`, status: null }
    return { state: 'unreadable', failure }
  }
  const read = await readText(client, { ...commit, path })
  if (read.state !== 'none') return read
  const missing = await listBeside(client, { ...commit, path })
  if (!missing.ok) return { state: 'unreadable', failure: missing.failure }
  const other = otherSpelling(path)
  if (missing.value.includes(other)) return readText(client, { ...commit, path: other })
  const misnamed = missing.value.find(isMisnamed)
  if (misnamed === undefined) return read
  const error = new ConfigurationError(`${misnamed} is not read: rename it to ${path}, or name it in the input config`)
  return { state: 'invalid', error }
}

/**
 * Reads a commit's own settings file. Both spellings of its ending at once are an error, as on disk: only one of them could be in
 * force. An optional request looks for the second one.
 */
export async function readOwnConfigAt(client: GitHubClient, commit: Commit, path: string): Promise<ConfigRead> {
  const read = await readConfigAt(client, commit, path)
  if (read.state !== 'file' || !client.server.allowsOptional) return read
  const beside = await listBeside(client, { ...commit, path })
  const second = otherSpelling(read.file.path ?? path)
  if (!beside.ok || !beside.value.includes(second)) return read
  return { state: 'invalid', error: bothSpellings(read.file.path ?? path, second) }
}

/** The error of a commit or workspace with both spellings. */
export function bothSpellings(first: string, second: string): ConfigurationError {
  return new ConfigurationError(`both ${first} and ${second} exist: keep one of them`)
}

/** Reads a settings file that can only add to what decides: no proof is needed that it is absent. */
export async function readProposedConfig(
  client: GitHubClient | null,
  commit: Commit | null,
  path: string,
): Promise<ConfigRead> {
  return client && commit ? readText(client, { ...commit, path }) : { state: 'none' }
}

async function readText(client: GitHubClient, place: FilePlace): Promise<ConfigRead> {
  const read = await readFileAt(client, place)
  return read.ok ? parsed(read.value, place.path) : { state: 'unreadable', failure: read.failure }
}

/** @param text content; null if the file does not exist */
export function parsed(text: string | null, path: string): ConfigRead {
  if (text === null) return { state: 'none' }
  try {
    return { state: 'file', file: parseConfigFile(text, path) }
  } catch (error) {
    if (error instanceof ConfigurationError) return { state: 'invalid', error }
    throw error
  }
}

/** The file, where there is one to use. */
export function fileOf(read: ConfigRead): ConfigFile | null {
  return read.state === 'file' ? read.file : null
}
