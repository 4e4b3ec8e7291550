import { createHash } from 'node:crypto'
import type { GitHubClient, RepositoryName } from './client.ts'
import { identityOf } from './identity.ts'

/** A comment of ours, as it was last read. */
export interface OwnComment {
  readonly id: number
  readonly url: string
  /** The whole body, marker included. */
  readonly body: string
}

export interface Conversation extends RepositoryName {
  readonly number: number
}

/** Comments a page; GitHub gives no more. */
const PAGE = 100

/**
 * First line of our comment: names the workflow without its text, which is untrusted. A comment is ours when it BEGINS
 * with this and its author is the token's own identity.
 * @param key what tells one sticky comment from another: the workflow's path
 */
export function markerOf(key: string): string {
  return `<!-- carbon-gate:${createHash('sha256').update(key).digest('hex').slice(0, 16)} -->`
}

/** Our comments on a pull request, oldest first, from all pages. */
export async function listOwn(client: GitHubClient, at: Conversation, marker: string): Promise<OwnComment[]> {
  const { rest, paginate } = client.octokit
  const { owner, repo, number } = at
  const marked = await paginate(
    rest.issues.listComments,
    { owner, repo, issue_number: number, per_page: PAGE },
    ({ data }) =>
      data
        .filter(({ body }) => body?.startsWith(marker))
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
