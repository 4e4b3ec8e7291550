import { artifactPrefix } from '../../github/artifact-name.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import { BASELINE_REQUESTS, MAX_RUNS_READ, REQUESTS_AFTER, artifactBaseline } from '../baseline/baseline-artifacts.ts'
import { type Compared, branchesOf, compared } from '../baseline/baseline.ts'
import type { ModeResult } from './context.ts'
import { WORKFLOW_PREFIX } from './job-identity.ts'
import { JOB_REQUESTS, JOB_REQUESTS_WITH_BASELINE } from './requests.ts'

/** Compares with earlier runs of the branch that a pull request would go to, and of the branches that growth lines name. */
export async function compareWithBaseline({ context, draft, judging, policy, kind }: ModeResult): Promise<Compared> {
  const { client, event, env, job } = context
  const uncompared = { draft, judging, failures: [] }
  const branches = branchesOf(policy.budgets, event && comparedBranch(event, env))
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
  const result = await compared({ draft, judging }, branches, source)
  if (Object.keys(result.judging.baselineWh ?? {}).length > 0) server.extendLimit(more)
  return result
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
