import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { listRuns } from '../../github/run-list.ts'
import type { LedgerTotals } from '../../ledger/store.ts'
import { FIGURES_OF_SUM, type Sum, UNNAMED } from '../../ledger/totals.ts'
import { hasJobs } from './run-entries.ts'

/** A run that the ledger does not have yet. */
export interface RecentRun {
  readonly workflow: string | null
  /** Unix ms. */
  readonly createdMs: number
  readonly endMs: number
}

/** Runs that ended after a time, Unix ms, except the one that is judged; null: they cannot be listed. */
export type ListRecentRuns = (sinceMs: number) => Promise<readonly RecentRun[] | null>

/** Longest time that a run may have begun before the cursor and ended after it, ms: GitHub ends a job of a hosted runner after 6 hours. */
const LONGEST_RUN_MS = 6 * 3_600_000

/** Lists the runs that ended since the cursor: one request for each 100. */
export function recentRunsOf(client: GitHubClient, repository: RepositoryName, ownRunId: number): ListRecentRuns {
  return async (sinceMs) => {
    const listed = await listRuns(client, repository, { fromMs: sinceMs - LONGEST_RUN_MS })
    if (!listed.ok || !listed.value.isComplete) return null
    return listed.value.runs
      .filter((run) => run.isCompleted && hasJobs(run) && run.id !== ownRunId && run.updatedMs >= sinceMs)
      .map(({ workflow, createdMs, updatedMs }) => ({ workflow, createdMs, endMs: updatedMs }))
  }
}

/**
 * Estimates what runs used: each counts as one average job of its workflow, else as one average job of all. A run has at least one job,
 * so this is a lower bound for workflows with several.
 * @param usual sums of the repository that is judged; of a shared ledger that has no entry of it, the sums of all repositories
 */
export function estimateRuns(runs: readonly RecentRun[], usual: Pick<LedgerTotals, 'workflows'> & Sum): Amounts {
  const sum: Amounts = { g: 0, wh: 0, l: 0 }
  for (const { workflow } of runs) {
    const name = workflow ?? UNNAMED
    // A workflow may be named like a property that every object has.
    const known = Object.hasOwn(usual.workflows, name) ? usual.workflows[name] : undefined
    for (const figure of FIGURES_OF_SUM) sum[figure] += (known && meanOf(known, figure)) ?? meanOf(usual, figure) ?? 0
  }
  return sum
}

/** Sums by figure. */
export type Amounts = Record<(typeof FIGURES_OF_SUM)[number], number>

function meanOf(sum: Sum, figure: keyof Amounts): number | null {
  const count = sum.entries - sum.unknown[figure]
  const value = sum[figure]
  return value === null || count <= 0 ? null : Math.max(0, value) / count
}
