import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, failed, failureOf, ok } from './failure.ts'
import { isHttpFailure } from './retry.ts'

/** A settings file larger than this is not one. */
const MAX_BYTES = 100_000

/** A file of a repository at a commit, branch or tag. */
export interface FilePlace extends RepositoryName {
  readonly path: string
  readonly ref: string
}

/**
 * Reads a small text file through the contents API.
 * @returns null when the commit has no such file; a failure when that cannot be told
 */
export async function readFileAt(client: GitHubClient, place: FilePlace): Promise<Result<string | null>> {
  const { owner, repo, path, ref } = place
  const task = {
    what: `read ${path} at ${/^[0-9a-f]{40,64}$/.test(ref) ? ref.slice(0, 7) : ref}`,
    needs: 'contents: read',
  }
  const cleaned = path.replace(/^(?:\.?\/)+/, '')
  if (cleaned === '' || cleaned.split('/').includes('..')) {
    return failed('invalid', `cannot ${task.what}: a path inside the repository is needed`)
  }
  try {
    const { data } = await client.octokit.rest.repos.getContent({ owner, repo, path: cleaned, ref })
    if (!Array.isArray(data) && typeof data.type !== 'string') throw new TypeError('neither a file nor a folder')
    if (Array.isArray(data) || data.type !== 'file' || !('content' in data)) {
      return failed('invalid', `cannot ${task.what}: it is no plain file`)
    }
    if (data.size > MAX_BYTES) return failed('invalid', `cannot ${task.what}: it is larger than ${MAX_BYTES} bytes`)
    return ok(Buffer.from(data.content, 'base64').toString('utf8'))
  } catch (error) {
    // "No commit found for the ref" is a 404 too, and says nothing about the file.
    if (isHttpFailure(error) && error.status === 404 && error.response && !/no commit found/i.test(error.message)) {
      return ok(null)
    }
    return { ok: false, failure: failureOf(task, error) }
  }
}
