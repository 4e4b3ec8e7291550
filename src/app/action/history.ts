import type { Judgeable } from '../../core/judge-report.ts'
import { ownTotals } from '../../core/judged-line.ts'
import { note } from '../../core/notes.ts'
import type { ModeResult } from './context.ts'
import { REQUESTS_AFTER } from '../baseline/baseline-artifacts.ts'
import { gitSurroundings } from './git-surroundings.ts'
import { JOB_REQUESTS, JOB_REQUESTS_WITH_BASELINE } from './requests.ts'
import { joinContext } from './workflow.ts'

/** Time limit of all reads of the ledger together, ms: a post step has little time. */
const LEDGER_WAIT_MS = 10_000

/**
 * Adds what lines over time need: the ledger's totals of the day, the week and the month, and the runs of the pull request. Both are only
 * read, so no write permission is needed.
 */
export async function withHistory(result: ModeResult, judgeable: Judgeable): Promise<Judgeable> {
  const { kind } = result
  if (kind !== 'job' && kind !== 'workflow') return judgeable
  return withPullRequest(result, await withLedger(result, judgeable))
}

/**
 * Adds the ledger's totals.
 * @param isStart only what the ledger itself has, without requests for the runs that it lacks
 */
export async function withLedger(
  { context, policy, kind, seenLedgers = [] }: Pick<ModeResult, 'context' | 'policy' | 'kind' | 'seenLedgers'>,
  judgeable: Judgeable,
  { waitMs = LEDGER_WAIT_MS, isStart = false } = {},
): Promise<Judgeable> {
  const { env, event, client, token, job } = context
  if (policy.settings.ledger === '') return judgeable
  const canList = !isStart && client !== null && event !== null && client.server.optionalRequests > REQUESTS_AFTER
  const { recentRunsOf } = await import('../ledger/runs-since.ts')
  const { started_at: startedAt } = judgeable.draft
  const { readLedger } = await import('../ledger/read-ledger.ts')
  return readLedger(policy, judgeable, {
    access: { ...gitSurroundings(policy.settings.ledger, env), token },
    repository: event ? `${event.repository.owner}/${event.repository.repo}` : null,
    isProposal: event?.pullRequest !== undefined && event.pullRequest !== null,
    nowMs: client?.server.nowMs() ?? Date.now(),
    seen: seenLedgers,
    ...(canList && { listRecentRuns: recentRunsOf(client, event.repository, job.runId) }),
    // The figures of a whole run include its earlier attempts, which a collector may have added.
    repeatedRun:
      kind === 'workflow' && job.attempt > 1 && startedAt !== null
        ? { runId: job.runId, startMs: Date.parse(startedAt) }
        : null,
    waitMs,
  })
}

/** Adds what the other runs of the pull request have used, where a line limits it. */
async function withPullRequest({ context, policy, kind }: ModeResult, judgeable: Judgeable): Promise<Judgeable> {
  const { client, event, job } = context
  const isLimited = policy.budgets.some(({ budget }) => budget.kind === 'absolute' && budget.scope === 'pull-request')
  if (!isLimited || !event?.pullRequest) return judgeable
  const { draft, judging } = judgeable
  if (!client) {
    const text = 'the runs of the pull request are unknown: github-token is empty'
    return { draft, judging: { ...judging, pullRequestProblem: { text, blocks: true } } }
  }
  const { readPullRequestTotals } = await import('../ledger/pull-request-totals.ts')
  const { server } = client
  // A job has the requests that it would have for a baseline; the waiver and the comment still need theirs.
  const more = kind === 'job' ? JOB_REQUESTS_WITH_BASELINE - JOB_REQUESTS : 0
  const requests = server.optionalRequests + more - REQUESTS_AFTER
  const reader = { client, repository: event.repository, context: await joinContext(context, policy) }
  const { totals, ...problem } = await readPullRequestTotals(
    reader,
    event.pullRequest,
    {
      runId: job.runId,
      checkRunId: job.checkRunId,
      isWholeRun: kind === 'workflow',
      totals: ownTotals(draft),
    },
    requests,
  )
  const { pullRequestProblem } = problem
  // A line that is not judged must not look like one that passes.
  const notes = pullRequestProblem?.blocks === false ? [note('pull-request-not-judged', pullRequestProblem.text)] : []
  return {
    draft: { ...draft, notes: [...draft.notes, ...notes] },
    judging: { ...judging, totals: { ...judging.totals, ...totals }, ...problem },
  }
}
