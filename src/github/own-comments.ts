import type { GitHubClient, RepositoryName } from './client.ts'
import { identityOf } from './identity.ts'
import { CutShortError, isHttpFailure, isRateLimit } from './retry.ts'

/** A comment of ours, as it was last read. */
export interface OwnComment {
  readonly id: number
  readonly url: string
  /** As it was written, marker included. */
  readonly body: string
}

export interface Conversation extends RepositoryName {
  readonly number: number
}

/** Comments a page; GitHub gives no more. */
const PAGE = 100

/** Whether a body begins with our marker. Its author decides whose comment it is. */
export type IsMarked = (body: string) => boolean

/** The API calls of a sticky comment. They throw octokit's errors. */
export class OwnComments {
  readonly #client: GitHubClient
  readonly #at: Conversation
  readonly #isMarked: IsMarked

  constructor(client: GitHubClient, at: Conversation, isMarked: IsMarked) {
    this.#client = client
    this.#at = at
    this.#isMarked = isMarked
  }

  /** Oldest first. */
  list(): Promise<OwnComment[]> {
    return listOwn(this.#client, this.#at, this.#isMarked)
  }

  /** The comment as it is now. */
  async read(comment: OwnComment): Promise<OwnComment> {
    const { owner, repo } = this.#at
    const { data } = await this.#client.octokit.rest.issues.getComment({ owner, repo, comment_id: comment.id })
    return { ...comment, body: data.body ?? '' }
  }

  async update(comment: OwnComment, body: string): Promise<OwnComment> {
    const { owner, repo } = this.#at
    await this.#client.octokit.rest.issues.updateComment({ owner, repo, comment_id: comment.id, body })
    return { ...comment, body }
  }

  /** A creation whose answer was lost may have succeeded: searches for the comment before it retries. */
  async create(body: string): Promise<OwnComment> {
    try {
      return await this.#post(body)
    } catch (error) {
      if (!isAmbiguous(error)) throw error
      const [found] = await this.list()
      return found ?? (await this.#post(body))
    }
  }

  /** Best effort: a duplicate that stays is untidy and no failure. */
  async remove(comments: readonly OwnComment[]): Promise<void> {
    const { owner, repo } = this.#at
    for (const id of new Set(comments.map((comment) => comment.id))) {
      try {
        await this.#client.octokit.rest.issues.deleteComment({ owner, repo, comment_id: id })
      } catch {
        continue
      }
    }
  }

  async #post(body: string): Promise<OwnComment> {
    const { owner, repo, number } = this.#at
    const { data } = await this.#client.octokit.rest.issues.createComment({ owner, repo, issue_number: number, body })
    return { id: data.id, url: data.html_url, body }
  }
}

/** Whether the request may have been carried out although it failed. */
function isAmbiguous(error: unknown): boolean {
  if (error instanceof CutShortError) return true
  return isHttpFailure(error) && !isRateLimit(error) && (!error.response || error.status >= 500)
}

/** Our comments on a pull request, oldest first, from all pages: marked, and written by the token's own identity. */
async function listOwn(client: GitHubClient, at: Conversation, isMarked: IsMarked): Promise<OwnComment[]> {
  const { rest, paginate } = client.octokit
  const { owner, repo, number } = at
  const marked = await paginate(
    rest.issues.listComments,
    { owner, repo, issue_number: number, per_page: PAGE },
    ({ data }) =>
      data
        .filter(({ body }) => isMarked(body ?? ''))
        .map(({ id, html_url, body = '', user }) => ({ id, url: html_url, body, user })),
  )
  if (marked.length === 0) return []
  const identity = await identityOf(
    client,
    marked.flatMap(({ user }) => (user?.type === 'Bot' ? [user.login] : [])),
  )
  return marked.filter(({ user }) => identity.isOwn(user?.login)).sort(byAge)
}

function byAge(a: { id: number }, b: { id: number }): number {
  return a.id - b.id
}
