import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, type Task, failed, failureOf, ok } from './failure.ts'
import { repositoryPath } from './repository-path.ts'
import { isHttpFailure } from './retry.ts'

/** Largest settings or workflow file that is read. */
const MAX_BYTES = 100_000

/** A file of a repository at a commit, branch or tag. */
export interface FilePlace extends RepositoryName {
  readonly path: string
  readonly ref: string
}

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
 * Lists the folder of a file. For a file which answered 404 it proves that the file is really absent: its folder or its commit can be
 * read with the same token.
 * @returns the paths beside it; a failure that names the permission when neither can be read
 */
export async function listBeside(client: GitHubClient, place: FilePlace): Promise<Result<readonly string[]>> {
  const { owner, repo, ref } = place
  const task = taskOf(place)
  const folder = (repositoryPath(place.path) ?? '').split('/').slice(0, -1).join('/')
  if (folder !== '') {
    try {
      const { data } = await client.octokit.rest.repos.getContent({ owner, repo, path: folder, ref })
      return ok(Array.isArray(data) ? data.map((entry) => String(entry.path)) : [])
    } catch (error) {
      if (!isMissing(error)) return { ok: false, failure: failureOf(task, error) }
    }
  }
  try {
    // One file a page: only whether the commit can be read matters.
    await client.octokit.rest.repos.getCommit({ owner, repo, ref, per_page: 1 })
    return ok([])
  } catch (error) {
    const failure = failureOf(task, error)
    if (failure.kind !== 'not-found') return { ok: false, failure }
    const text = `cannot ${task.what}: GitHub shows neither the file nor its commit to this token, add \`${task.needs}\` to \`permissions\` (HTTP 404)`
    return failed('not-found', text, 404)
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
