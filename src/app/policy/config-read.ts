import { ConfigurationError } from '../../core/errors.ts'
import type { GitHubClient } from '../../github/client.ts'
import { type FilePlace, readFileAt } from '../../github/contents.ts'
import { type GitHubFailure, failed } from '../../github/failure.ts'
import { type ConfigFile, parseConfigFile } from '../settings/config-file.ts'

/** A settings file of a commit: there, not there, not readable for now, or not to be understood. */
export type ConfigRead =
  | { readonly state: 'file'; readonly file: ConfigFile }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable'; readonly failure: GitHubFailure }
  | { readonly state: 'invalid'; readonly error: ConfigurationError }

/** Reads and parses a settings file through the API. */
export async function readConfigAt(client: GitHubClient | null, place: FilePlace): Promise<ConfigRead> {
  const read = client ? await readFileAt(client, place) : failed('unreachable', `cannot read ${place.path}: no token`)
  if (!read.ok) return { state: 'unreadable', failure: read.failure }
  return parsed(read.value, place.path)
}

/** @param text content; null: there is no such file */
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
