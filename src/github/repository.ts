import type { GitHubClient, RepositoryName } from './client.ts'
import { attempt } from './failure.ts'

/** Share of the allowance that this one call may take, ms. */
const REPOSITORY_MS = 2_000

/** Whether the repository is private; null when the API does not say. */
export async function readIsPrivate(client: GitHubClient, repository: RepositoryName): Promise<boolean | null> {
  if (client.server.isUnresponsive) return null
  const read = await attempt({ what: 'read the repository', needs: 'metadata: read' }, () =>
    client.deadline.within(REPOSITORY_MS, async () => {
      const { data } = await client.octokit.rest.repos.get({ ...repository })
      return typeof data.private === 'boolean' ? data.private : null
    }),
  )
  return read.ok ? read.value : null
}
