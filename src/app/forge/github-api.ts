import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { type GitHubClient, type RepositoryName, connect, forgeOf } from '../../github/client.ts'
import { Deadline } from '../../github/deadline.ts'
import type { Environment } from './ci-table.ts'

/** A client for one repository, from the environment. */
export interface GitHubApi {
  readonly client: GitHubClient
  readonly repository: RepositoryName
  readonly token: string
}

const FULL_NAME = /^([\w.-]+)\/([\w.-]+)$/

/**
 * Connects a command to the API of GitHub, GitHub Enterprise Server, Forgejo or Gitea: the token is GITHUB_TOKEN or GH_TOKEN, the server
 * GITHUB_API_URL, the repository the flag or GITHUB_REPOSITORY. The token is never a flag: a list of processes would show it.
 * @param waitMs all calls together, ms
 * @throws ConfigurationError that names what is missing
 */
export async function connectFromEnvironment(
  env: Environment,
  { repository, waitMs }: { readonly repository?: string | undefined; readonly waitMs: number },
): Promise<GitHubApi> {
  const token = env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim()
  if (!token) {
    throw new ConfigurationError(
      'the token is missing: set GITHUB_TOKEN (or GH_TOKEN) to one that may read actions; `gh auth token` prints yours',
    )
  }
  const name = repository?.trim() || env['GITHUB_REPOSITORY']?.trim() || ''
  const match = FULL_NAME.exec(name)
  if (!match) {
    const found = name === '' ? 'missing' : printable(JSON.stringify(name.slice(0, 100)))
    throw new ConfigurationError(`the repository is ${found}: set GITHUB_REPOSITORY or --repository to owner/name`)
  }
  const connected = await connect({
    token,
    apiUrl: env['GITHUB_API_URL'],
    deadline: new Deadline(waitMs),
    forge: forgeOf(env),
  })
  if (!connected.ok) throw new MeasurementError(connected.failure.text, 'GitHub')
  return { client: connected.value, repository: { owner: match[1] ?? '', repo: match[2] ?? '' }, token }
}
