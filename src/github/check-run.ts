import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, attempt } from './failure.ts'

/** GitHub's limit for the summary of a check run, characters. */
const MAX_CHECK_SUMMARY = 65_535
/** What a list of checks shows of a title without cutting it. */
const MAX_TITLE = 200

export interface CheckRun extends RepositoryName {
  readonly name: string
  /** Head of the pull request: a check on the trial merge is shown nowhere. */
  readonly headSha: string
  readonly conclusion: 'success' | 'failure' | 'neutral'
  readonly title: string
  /** Markdown, made inert by its renderer. */
  readonly summary: string
}

/** Writes a completed check run. GitHub shows the newest of a name, so a re-run needs no update of the older one. */
export async function writeCheckRun(client: GitHubClient, check: CheckRun): Promise<Result<string | null>> {
  const { owner, repo, name, headSha, conclusion, title, summary } = check
  return attempt({ what: 'write the check run', needs: 'checks: write' }, async () => {
    const { data } = await client.octokit.rest.checks.create({
      owner,
      repo,
      name,
      head_sha: headSha,
      status: 'completed',
      conclusion,
      output: { title: title.slice(0, MAX_TITLE), summary: cut(summary) },
    })
    return data.html_url
  })
}

/** At a line's end, so that no tag and no surrogate pair is cut in two. */
function cut(summary: string): string {
  if (summary.length <= MAX_CHECK_SUMMARY) return summary
  const tail = '\n\n(cut: too long for a check run)'
  const head = summary.slice(0, MAX_CHECK_SUMMARY - tail.length)
  return `${head.slice(0, Math.max(0, head.lastIndexOf('\n')))}${tail}`
}
