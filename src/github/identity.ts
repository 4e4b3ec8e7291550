import type { Forge, GitHubClient } from './client.ts'

/** Who the job's own token writes as. */
const JOB_AUTHORS: Readonly<Record<Forge, readonly string[]>> = {
  github: ['github-actions[bot]'],
  forgejo: ['forgejo-actions'],
  gitea: ['gitea-actions'],
}

/** Whether a comment's author is the token's own identity. */
export interface Identity {
  isOwn(login: string | undefined): boolean
}

/**
 * Who the token writes as. A person's token is asked for its name; an installation's cannot be asked over REST: it is
 * the job's own unless only other bots wrote what looks like ours, and then GraphQL is asked.
 * @param bots authors of comments that carry our marker
 */
export async function identityOf(client: GitHubClient, bots: readonly string[]): Promise<Identity> {
  if (client.tokenKind === 'personal') {
    const { data } = await client.octokit.rest.users.getAuthenticated()
    return identity([data.login])
  }
  const job = identity(JOB_AUTHORS[client.forge])
  if (bots.length === 0 || bots.some((bot) => job.isOwn(bot)) || client.forge !== 'github') return job
  const viewer = await viewerLogin(client)
  return viewer === null ? job : identity([viewer])
}

/** Name of an app's own bot. Null if GraphQL does not give it: a stranger's comment is then never ours. */
async function viewerLogin(client: GitHubClient): Promise<string | null> {
  try {
    const answer = await client.octokit.graphql<{ viewer?: { login?: unknown } }>('query { viewer { login } }')
    const login = answer.viewer?.login
    return typeof login === 'string' ? login : null
  } catch {
    return null
  }
}

function identity(logins: readonly string[]): Identity {
  const known = new Set(logins.map((login) => login.toLowerCase()))
  return { isOwn: (login) => login !== undefined && known.has(login.toLowerCase()) }
}
