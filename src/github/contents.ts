import type { GitHubClient, RepositoryName } from './client.ts'
import { type GitHubFailure, type Result, type Task, failed, failureOf, ok } from './failure.ts'
import { repositoryPath } from './repository-path.ts'
import { isHttpFailure } from './retry.ts'

/** Largest settings or workflow file that is read. */
const MAX_BYTES = 100_000

/** A file of a repository at a commit, branch or tag. */
export interface FilePlace extends RepositoryName {
  readonly path: string
  readonly ref: string
}

/** Files by their path, with the hash of their content. */
export type Folder = ReadonlyMap<string, string>

/**
 * Reads a small text file through the contents API.
 * @returns null for a 404, which may also mean that the token may not see the repository; a failure otherwise
 */
export async function readFileAt(client: GitHubClient, place: FilePlace): Promise<Result<string | null>> {
  const { owner, repo, ref } = place
  const task = taskOf(place)
  const path = repositoryPath(place.path)
  if (path === null) {
    return failed('invalid', `cannot ${task.what}: a path inside the repository is needed`)
  }
  const known = client.known?.find(
    (file) => file.repository === `${owner}/${repo}` && file.path === path && file.ref === ref,
  )
  if (known) return ok(known.text)
  try {
    const { data } = await client.octokit.rest.repos.getContent({ owner, repo, path, ref })
    if (!Array.isArray(data) && typeof data.type !== 'string') throw new TypeError('neither a file nor a folder')
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) {
      return failed('invalid', `cannot ${task.what}: it is not a plain file`)
    }
    if (data.size > MAX_BYTES) return failed('invalid', `cannot ${task.what}: it is larger than ${MAX_BYTES} bytes`)
    return ok(Buffer.from(data.content, 'base64').toString('utf8'))
  } catch (error) {
    return isMissing(error) ? ok(null) : { ok: false, failure: failureOf(task, error) }
  }
}

/**
 * Lists the files beside a file.
 * @returns null for a 404, and for the root
 */
export async function listFolderOf(client: GitHubClient, place: FilePlace): Promise<Result<Folder | null>> {
  const { owner, repo, ref } = place
  const folder = (repositoryPath(place.path) ?? '').split('/').slice(0, -1).join('/')
  if (folder === '') return ok(null)
  try {
    const { data } = await client.octokit.rest.repos.getContent({ owner, repo, path: folder, ref })
    const files = Array.isArray(data) ? data.filter(({ type }) => type !== 'dir') : []
    return ok(new Map(files.map((entry) => [String(entry.path), String(entry.sha)])))
  } catch (error) {
    return isMissing(error) ? ok(null) : { ok: false, failure: failureOf(taskOf(place), error) }
  }
}

/**
 * Proves that a file which answered 404 is absent: the token can read the commit.
 * @returns the failure that names the permission; null if it can
 */
export async function whyHidden(client: GitHubClient, place: FilePlace): Promise<GitHubFailure | null> {
  const { owner, repo, ref } = place
  const task = taskOf(place)
  try {
    // One file a page: only whether the commit can be read matters.
    await client.octokit.rest.repos.getCommit({ owner, repo, ref, per_page: 1 })
    return null
  } catch (error) {
    const failure = failureOf(task, error)
    if (failure.kind !== 'not-found') return failure
    const text = `cannot ${task.what}: GitHub shows neither the file nor its commit to this token, add \`${task.needs}\` to \`permissions\` (HTTP 404)`
    return { kind: 'not-found', text, status: 404 }
  }
}

function taskOf({ path, ref }: FilePlace): Task {
  const commit = /^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 7) : ref
  return { what: `read ${path} at ${commit}`, needs: 'contents: read' }
}

/** "No commit found for the ref" is a 404 too, but does not mean that the file is missing. */
function isMissing(error: unknown): boolean {
  return (
    isHttpFailure(error) && error.status === 404 && Boolean(error.response) && !/no commit found/i.test(error.message)
  )
}
