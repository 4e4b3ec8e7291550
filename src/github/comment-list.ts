import type { GitHubClient, RepositoryName } from './client.ts'
import { identityOf } from './identity.ts'

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

/** Whether a body begins with our marker: whose it is, its author tells. */
export type IsMarked = (body: string) => boolean

/** Our comments on a pull request, oldest first, from all pages: marked, and written by the token's own identity. */
export async function listOwn(client: GitHubClient, at: Conversation, isMarked: IsMarked): Promise<OwnComment[]> {
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
