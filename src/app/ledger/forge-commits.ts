import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import type { GitHubClient } from '../../github/client.ts'
import { Deadline } from '../../github/deadline.ts'
import { commitToBranch } from '../../github/signed-commit.ts'
import { OTHER_PLACES } from '../../ledger/git/git-failure.ts'
import type { SignedCommits } from '../../ledger/git/signed-commits.ts'

/** `OWNER/NAME` of a repository on the server, by its http(s) or ssh address; null for any other repository. */
function repositoryOn(server: string, url: string): string | null {
  const host = new URL(server).host
  const [, found, name] =
    /^(?:https?:\/\/(?:[^/@]*@)?|(?:ssh:\/\/)?(?:[\w.-]+@))([^/:]+(?::\d+)?)[/:]([\w.-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(
      url,
    ) ?? []
  return found?.toLowerCase() === host.toLowerCase() ? (name ?? null) : null
}

/**
 * Lets GitHub make the ledger's commits, which it signs, where its rules refuse pushed ones.
 * @param connect opens the connection, only where a push was refused
 * @param server GITHUB_SERVER_URL
 */
export function forgeCommits(connect: () => Promise<GitHubClient>, server = 'https://github.com'): SignedCommits {
  return {
    async commit({ url, ref, head }, change) {
      const repository = repositoryOn(server, url)
      if (repository === null) {
        throw new MeasurementError(
          `ledger: ${printable(url)} wants signed commits, and ${server} cannot make them there: ${OTHER_PLACES}`,
          'ledger',
        )
      }
      const branch = ref.replace(/^refs\/heads\//, '')
      const made = await commitToBranch(await connect(), { repository, branch, head, ...change })
      if (made.ok) return made.value
      throw new MeasurementError(
        `ledger: the rules want signed commits, but ${made.failure.text}: ${OTHER_PLACES}`,
        'ledger',
      )
    },
  }
}

/** Time limit of all calls for signed commits together, ms. */
const SIGNING_WAIT_MS = 60_000

/** As `forgeCommits`, with the token of the environment; null without one. */
export function commitsFromEnvironment(env: NodeJS.ProcessEnv): SignedCommits | null {
  const token = env['GITHUB_TOKEN']?.trim() || env['GH_TOKEN']?.trim()
  if (!token) return null
  const open = async (): Promise<GitHubClient> => {
    const { connect } = await import('../../github/client.ts')
    const apiUrl = env['GITHUB_API_URL']
    const connected = await connect({ token, apiUrl, deadline: new Deadline(SIGNING_WAIT_MS) })
    if (!connected.ok) throw new MeasurementError(connected.failure.text, 'GitHub')
    return connected.value
  }
  return forgeCommits(open, env['GITHUB_SERVER_URL'] || undefined)
}
