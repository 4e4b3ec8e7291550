import type { GitHubClient } from './client.ts'
import { type PullRequest, pullRequestOf } from './event.ts'
import { type Result, attempt } from './failure.ts'
import { PAGE_SIZE } from './pages.ts'
import type { FinishedRun } from './workflow-run-event.ts'

/** Pages of open pull requests that are searched, the last changed first: a run's own was changed minutes ago. */
const MAX_PULL_PAGES = 3

/**
 * Finds the open pull requests whose head is the run's commit in the run's repository. The event names none for forks, and a number
 * in an artifact is whatever the run's code wrote, so only commit and repository of the event are used.
 */
export async function findPulls(client: GitHubClient, run: FinishedRun): Promise<Result<readonly PullRequest[]>> {
  return attempt({ what: 'find the pull request', needs: 'pull-requests: read' }, () =>
    client.deadline.within(FIND_MS, () => searchPulls(client, run)),
  )
}

/** Share of the allowance that the search may take, ms. */
const FIND_MS = 8_000

/** Share of the first request, ms: a server that does not answer is not waited for longer. */
const FIRST_ANSWER_MS = 5_000

async function searchPulls(client: GitHubClient, run: FinishedRun): Promise<readonly PullRequest[]> {
  if (run.headRepository === null) return []
  const found = new Map<number, PullRequest>()
  const keep = (data: readonly unknown[]): void => {
    for (const item of data) {
      const pull = pullRequestOf(item)
      if (pull && isHead(pull, run)) found.set(pull.number, pull)
    }
  }
  const { rest } = client.octokit
  const common = { ...run.repository, state: 'open', per_page: PAGE_SIZE } as const
  const [owner] = run.headRepository.split('/')
  // Without an owner GitHub would ignore the filter and list everything.
  if (owner && run.headBranch) {
    const ofBranch = { ...common, head: `${owner}:${run.headBranch}` }
    keep((await client.deadline.within(FIRST_ANSWER_MS, () => rest.pulls.list(ofBranch))).data)
  }
  for (let page = 1; page <= MAX_PULL_PAGES; page += 1) {
    const { data } = await rest.pulls.list({ ...common, sort: 'updated', direction: 'desc', page })
    keep(data)
    if (data.length < PAGE_SIZE) break
  }
  return [...found.values()].sort((a, b) => a.number - b.number)
}

function isHead({ head }: PullRequest, run: FinishedRun): boolean {
  return head.sha === run.headSha && head.repository?.toLowerCase() === run.headRepository?.toLowerCase()
}
