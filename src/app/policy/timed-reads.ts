import type { GitHubClient } from '../../github/client.ts'
import { type Result, attempt } from '../../github/failure.ts'
import { DEFAULTS } from '../settings/table.ts'
import { type BaseConfig, readBaseConfig } from './base-config.ts'
import type { Commit } from './commits.ts'
import { type ConfigRead, findSecondSpelling, readConfigAt } from './config-read.ts'
import type { PolicySources } from './policy-sources.ts'

/** Share of the allowance that the base's file may take, ms: comment, artifact and the verdict's own time need the rest. */
const BASE_MS = 4_000

/** A server that never answered is not waited for as long again, ms. */
const UNRESPONSIVE_MS = 2_000

/** Reads the file that decides over a proposal. */
export async function readBaseInTime(sources: PolicySources, base: Commit): Promise<BaseConfig> {
  const { client, given } = sources
  if (!client) return readBaseConfig(sources, base)
  const path = given.config ?? DEFAULTS.config
  const result = await inTime(client, `${path} at the base`, () => readBaseConfig(sources, base))
  if (result.ok) return result.value
  return { read: { state: 'unreadable', failure: result.failure }, path, inputs: null, notes: [] }
}

/** Reads a commit's own file. */
export async function readOwnInTime(client: GitHubClient, commit: Commit, path: string): Promise<ConfigRead> {
  const read = await readConfigInTime(client, commit, path)
  return (read.state === 'file' && (await findSecondSpelling(client, commit, path))) || read
}

/** Reads a file that a commit has under the given path. */
export async function readConfigInTime(client: GitHubClient, commit: Commit, path: string): Promise<ConfigRead> {
  const read = await inTime(client, path, () => readConfigAt(client, commit, path))
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
