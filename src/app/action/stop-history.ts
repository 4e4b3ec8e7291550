import { branchesOf } from '../baseline/baseline.ts'
import type { Policy } from '../policy/policy.ts'
import { type StopHistory, isHistoryNeeded, nothingUsed } from '../stop/named-lines.ts'
import { compareWithLedger } from './compare-baseline.ts'
import type { ActionContext } from './context.ts'
import { withLedger } from './history.ts'
import { findJob } from './find-job.ts'
import { withinMs } from '../time-limit.ts'

/** Longest wait for the ledger at the start of a job, ms: its first step waits for them. */
const WAIT_MS = 5_000

/** Longest wait for the name of this job, ms: without it the one in the workflow counts. */
const JOB_WAIT_MS = 2_000

/**
 * What earlier runs used, for lines that `stop-at` names, from the ledger only: other sources would cost requests that the end of the
 * job needs. Null where no line needs it or no ledger is set.
 */
export async function stopHistoryOf(context: ActionContext, policy: Policy): Promise<StopHistory | null> {
  const { settings, budgets } = policy
  if (settings.ledger === '' || !isHistoryNeeded(settings['stop-at'], budgets)) return null
  const nowMs = context.client?.server.nowMs() ?? Date.now()
  const isGrowthNamed = settings['stop-at'].includes('growth')
  // The ledger has jobs as GitHub names them: `name:` of the workflow, `caller / job` of a reusable one.
  const found = isGrowthNamed ? await withinMs(JOB_WAIT_MS, findJob(context)) : null
  const jobName = found?.job?.name ?? context.job.name
  const nothing = { context, policy, kind: 'job' as const, ...nothingUsed(jobName) }
  const isPeriodNamed = settings['stop-at'].some((kind) => kind !== 'growth')
  const limits = { waitMs: WAIT_MS, isStart: true }
  const [{ judging }, baseline] = await Promise.all([
    isPeriodNamed ? withLedger(nothing, nothing, limits) : nothing,
    isGrowthNamed ? compareWithLedger(nothing, branchesOf(budgets, null), limits) : null,
  ])
  return { ...judging, baselineWh: baseline?.compared?.judging.baselineWh ?? {}, jobName, nowMs }
}
