import { MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import type { GitHubClient } from '../../github/client.ts'
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

/** Lets GitHub make the ledger's commits, which it signs, where its rules refuse pushed ones. @param server GITHUB_SERVER_URL */
export function forgeCommits(client: GitHubClient, server = 'https://github.com'): SignedCommits {
  return {
    async commit({ url, ref, head }, message, files) {
      const repository = repositoryOn(server, url)
      if (repository === null) {
        throw new MeasurementError(
          `ledger: ${printable(url)} wants signed commits, and ${server} cannot make them there: ${OTHER_PLACES}`,
          'ledger',
        )
      }
      const branch = ref.replace(/^refs\/heads\//, '')
      const made = await commitToBranch(client, { repository, branch, head, message, files })
      if (made.ok) return made.value
      throw new MeasurementError(
        `ledger: the rules want signed commits, but ${made.failure.text}: ${OTHER_PLACES}`,
        'ledger',
      )
    },
  }
}
