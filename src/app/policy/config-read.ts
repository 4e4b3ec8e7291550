import { createHash } from 'node:crypto'
import { ConfigurationError } from '../../core/errors.ts'
import type { GitHubClient } from '../../github/client.ts'
import { type FilePlace, type Folder, listFolderOf, readFileAt, whyHidden } from '../../github/contents.ts'
import { type GitHubFailure, type Result, attempt } from '../../github/failure.ts'
import { type ConfigFile } from '../settings/empty-config.ts'
import { parseConfigFile } from '../settings/config-file.ts'
import { isMisnamed, otherSpelling } from '../settings/config-names.ts'
import type { Commit } from './commits.ts'

/** A settings file of a commit: read, absent, unreadable for now, or invalid. */
export type ConfigRead =
  | { readonly state: 'file'; readonly file: ConfigFile; readonly hash: string }
  | { readonly state: 'none' }
  | { readonly state: 'unreadable'; readonly failure: GitHubFailure }
  | InvalidConfig

interface InvalidConfig {
  readonly state: 'invalid'
  readonly error: ConfigurationError
}

/**
 * Reads and parses a settings file that decides. It is absent only when the commit itself can be read: GitHub also answers 404
 * where the token may not see the repository.
 */
export async function readConfigAt(client: GitHubClient | null, commit: Commit, path: string): Promise<ConfigRead> {
  if (!client) {
    const failure: GitHubFailure = { kind: 'unreachable', text: `cannot read ${path}: no token`, status: null }
    return { state: 'unreadable', failure }
  }
  const place = { ...commit, path }
  const read = await readText(client, place)
  if (read.state !== 'none') return read
  const listed = await listFolderOf(client, place)
  if (!listed.ok) return { state: 'unreadable', failure: listed.failure }
  const folder = listed.value
  const [found] = spellingsIn(folder, path)
  if (found !== undefined) return readListed(client, { ...commit, path: found })
  const hidden = folder === null ? await whyHidden(client, place) : null
  if (hidden) return { state: 'unreadable', failure: hidden }
  return misnamedIn(folder, path) ?? read
}

/** Reads a file that its folder lists. If GitHub still answers that it does not exist, the file is unreadable, not absent. */
async function readListed(client: GitHubClient, place: FilePlace): Promise<ConfigRead> {
  const read = await readText({ ...client, known: [] }, place)
  if (read.state !== 'none') return read
  const text = `cannot read ${place.path}: GitHub lists it and does not show it (HTTP 404)`
  return { state: 'unreadable', failure: { kind: 'unavailable', text, status: 404 } }
}

/** The error of a folder that has the file only under a name that is not read. Null if it has none. */
function misnamedIn(folder: Folder | null, path: string): InvalidConfig | null {
  const misnamed = [...(folder?.keys() ?? [])].find(isMisnamed)
  if (misnamed === undefined) return null
  const error = new ConfigurationError(`${misnamed} is not read: rename it to ${path}, or name it in the input config`)
  return { state: 'invalid', error }
}

/** The config file of a proposal's own commit. */
export interface ProposedRead {
  readonly read: ConfigRead
  /** Whether the file equals that of the base. The commit then has one spelling of the file. */
  readonly isSame: boolean
}

/**
 * Reads the config file of a proposal. Such a file can only tighten the budget, so a missing one needs no proof. The list of the folder
 * shows whether both spellings exist, and whether the file equals that of the base. An equal file is not read again.
 */
export async function readProposedConfig(
  client: GitHubClient,
  commit: Commit,
  path: string,
  base: ConfigRead,
): Promise<ProposedRead> {
  const place = { ...commit, path }
  const listed = await listInTime(client, place)
  if (!listed.ok) return { read: { state: 'unreadable', failure: listed.failure }, isSame: false }
  const folder = listed.value
  const [found = path, second] = spellingsIn(folder, path)
  if (second !== undefined) return { read: bothSpellings(path), isSame: false }
  const isSame = base.state === 'file' && base.file.path === found && folder?.get(found) === base.hash
  if (isSame) return { read: base, isSame }
  if (folder?.has(found) === false) return { read: misnamedIn(folder, path) ?? { state: 'none' }, isSame }
  return { read: await readText(client, { ...commit, path: found }), isSame }
}

/** The error of a commit with both spellings of the file. Null if there is one spelling, or if the list of the folder is unknown. */
export async function findSecondSpelling(
  client: GitHubClient,
  commit: Commit,
  path: string,
): Promise<InvalidConfig | null> {
  if (otherSpelling(path) === path || !client.server.allowsOptional) return null
  const listed = await listInTime(client, { ...commit, path })
  return listed.ok && spellingsIn(listed.value, path).length > 1 ? bothSpellings(path) : null
}

/** Longest wait for the list of a folder, ms: a file that is there decides without it. */
const FOLDER_MS = 3_000

async function listInTime(client: GitHubClient, place: FilePlace): Promise<Result<Folder | null>> {
  const task = { what: `list the folder of ${place.path}`, needs: 'contents: read' }
  const listed = await attempt(task, () => client.deadline.within(FOLDER_MS, () => listFolderOf(client, place)))
  if (listed.ok) return listed.value
  if (listed.failure.kind === 'timed-out') client.server.noteSilence()
  return listed
}

function spellingsIn(folder: Folder | null, path: string): string[] {
  return [...new Set([path, otherSpelling(path)])].filter((name) => folder?.has(name))
}

/** The error of a commit or workspace that has both spellings of the file, because only one of them could apply. */
export function bothSpellings(path: string): InvalidConfig {
  const [yaml, yml] = [path, otherSpelling(path)].sort()
  return { state: 'invalid', error: new ConfigurationError(`both ${yml} and ${yaml} exist: keep one of them`) }
}

async function readText(client: GitHubClient, place: FilePlace): Promise<ConfigRead> {
  const read = await readFileAt(client, place)
  return read.ok ? parsed(read.value, place.path) : { state: 'unreadable', failure: read.failure }
}

/** @param text content; null if the file does not exist */
export function parsed(text: string | null, path: string): ConfigRead {
  if (text === null) return { state: 'none' }
  try {
    return { state: 'file', file: parseConfigFile(text, path), hash: hashOf(text) }
  } catch (error) {
    if (error instanceof ConfigurationError) return { state: 'invalid', error }
    throw error
  }
}

/** Hash of a file in git. */
function hashOf(text: string): string {
  const bytes = Buffer.from(text)
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex')
}

/** The file, where there is one to use. */
export function fileOf(read: ConfigRead): ConfigFile | null {
  return read.state === 'file' ? read.file : null
}
