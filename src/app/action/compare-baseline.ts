import { ConfigurationError } from '../../core/errors.ts'
import { hasCode } from '../../core/notes.ts'
import { artifactPrefix } from '../../github/artifact-name.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import { BASELINE_REQUESTS, MAX_RUNS_READ, REQUESTS_AFTER, artifactBaseline } from '../baseline/baseline-artifacts.ts'
import { type Compared, MAX_BRANCHES, branchesOf, compared } from '../baseline/baseline.ts'
import type { ModeResult } from './context.ts'
import { gitSurroundings } from './git-surroundings.ts'
import { WORKFLOW_PREFIX } from './job-identity.ts'
import { JOB_REQUESTS, JOB_REQUESTS_WITH_BASELINE } from './requests.ts'
import { withinMs } from '../time-limit.ts'

/** Compares with earlier runs of the branch that a pull request would go to, and of the branches that growth lines name. */
export async function compareWithBaseline(result: ModeResult): Promise<Compared> {
  const { context, draft, judging, policy, kind } = result
  const { client, event, env, job } = context
  const uncompared = { draft, judging, failures: [] }
  const branches = branchesOf(policy.budgets, event && comparedBranch(event, env))
  const ledger = await compareWithLedger(result, branches)
  if (ledger.compared) return ledger.compared
  if (!client || !event || branches.length === 0 || job.workflowFile === null) return uncompared
  // A growth line needs its baseline. A mere comparison may not use up the repository's last requests.
  const isGrowthJudged = policy.budgets.some(({ budget }) => budget.kind === 'growth')
  const more = JOB_REQUESTS_WITH_BASELINE - JOB_REQUESTS
  const { server } = client
  const isAffordable = server.allowsOptional && server.optionalRequests + more >= BASELINE_REQUESTS + REQUESTS_AFTER
  if (server.isUnresponsive || (!isGrowthJudged && !isAffordable)) return uncompared
  const source = artifactBaseline(client, {
    repository: event.repository,
    workflow: job.workflowFile,
    prefix: kind === 'workflow' ? WORKFLOW_PREFIX : artifactPrefix(kind, job),
    subject: kind === 'workflow' ? null : draft.subject.name,
    runs: kind === 'workflow' ? MAX_RUNS_READ : 1,
  })
  const found = await compared({ draft, judging }, branches, source)
  if (Object.keys(found.judging.baselineWh ?? {}).length > 0) server.extendLimit(more)
  const isBaselineRead = found.judging.isBaselineRead === true && ledger.isRead
  // Without its baseline a growth line is not judged, so the reader needs to know what is missing.
  const notes = found.draft.notes.map((known) =>
    isGrowthJudged && hasCode(known, 'baseline-unknown') ? { ...known, level: 'warning' as const } : known,
  )
  return { ...found, draft: { ...found.draft, notes }, judging: { ...found.judging, isBaselineRead } }
}

/** What the ledger says about earlier runs. */
interface LedgerAnswer {
  /** Null without a ledger, or when it does not have a run of each branch. */
  readonly compared: Compared | null
  /** False if a ledger is set and could not be read in time. */
  readonly isRead: boolean
}

/** Time limit of the ledger's read, ms: a comparison must not take the time of the comment. */
const LEDGER_WAIT_MS = 6_000

/**
 * Compares with the runs that the ledger has: one small read instead of requests to GitHub.
 * @param isStart some of the branches are enough, because a start asks no other source
 */
export async function compareWithLedger(
  { context, draft, judging, policy, kind }: Omit<ModeResult, 'advice'>,
  branches: readonly string[],
  { waitMs = LEDGER_WAIT_MS, isStart = false } = {},
): Promise<LedgerAnswer> {
  const { event, env, job, token, client } = context
  const { ledger } = policy.settings
  if (ledger === '' || !event || branches.length === 0 || (kind !== 'job' && kind !== 'workflow')) {
    return { compared: null, isRead: true }
  }
  const { openLedger } = await import('../ledger/open-ledger.ts')
  const { ledgerBaseline } = await import('../ledger/ledger-baseline.ts')
  const store = openLedger(ledger, { ...gitSurroundings(ledger, env), token })
  const source = ledgerBaseline(store, {
    repository: `${event.repository.owner}/${event.repository.repo}`,
    workflow: job.workflow,
    job: kind === 'workflow' ? null : draft.subject.name,
    runId: job.runId,
    nowMs: client?.server.nowMs() ?? Date.now(),
  })
  const reading = compared({ draft, judging }, branches, source).finally(() => store.close())
  try {
    const found = await withinMs(waitMs, reading)
    const known = Object.keys(found?.judging.baselineWh ?? {}).length
    const isEnough = isStart || known >= Math.min(branches.length, MAX_BRANCHES)
    return { compared: isEnough ? found : null, isRead: found?.judging.isBaselineRead === true }
  } catch (error) {
    // A ledger that cannot be found is reported where its totals are read.
    if (error instanceof ConfigurationError) return { compared: null, isRead: false }
    throw error
  }
}

/**
 * The branch to compare with: a pull request's base. A run of what is in the repository is compared with its own branch, so that its
 * report lists the runs before it and a later baseline needs one report only.
 */
function comparedBranch({ pullRequest, name }: GitHubEvent, env: NodeJS.ProcessEnv): string | null {
  if (pullRequest) return pullRequest.base.ref
  if (eventTraits(name).proposes !== null) return null
  return /^refs\/heads\/(.+)$/.exec(env['GITHUB_REF'] ?? '')?.[1] ?? null
}
