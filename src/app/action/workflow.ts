import { ConfigurationError } from '../../core/errors.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import type { Policy } from '../policy/policy.ts'
import { type Pricing, priced } from '../grid/site-factors.ts'
import { collectRun } from '../join/collect.ts'
import { joinRun } from '../join/run.ts'
import type { JoinContext } from '../join/join-context.ts'
import { runnerEmbodied } from '../join/runner-hardware.ts'
import { runnerPower } from '../join/runner-power.ts'
import { ageOf } from '../../sensors/process-identity.ts'
import { conclude } from './conclude.ts'
import { RUN_REQUESTS } from './requests.ts'
import { isPrivateRepository } from './visibility.ts'
import { runningJob } from './job-identity.ts'
import { COLLECTING_WAIT_MS, type Start, type Step, openStep, policyOf } from './step.ts'

/** `mode: workflow`: collects every job of this run and judges the sum. */
export async function judgeWorkflow(start: Start): Promise<void> {
  const { env } = start
  const step = await openStep(start, { waitMs: COLLECTING_WAIT_MS, requests: RUN_REQUESTS })
  const policy = await policyOf(step)
  const job = runningJob(env)
  const { client, event } = step
  if (!client || !event || job.runId === 0) {
    throw new ConfigurationError(
      'mode: workflow needs github-token and a run to collect: give it `github-token: ${{ github.token }}`',
    )
  }
  const run = await collectRun(client, event.repository, job.runId)
  // One after the other: what grid providers take is not charged to what is left for GitHub.
  const isPrivate = await isPrivateRepository(step)
  const context = await step.deadline.outside(() => joinContext(step, policy, isPrivate))
  const { checkRunId, runnerName, attempt, workflow } = job
  const { draft, judging } = joinRun(run, {
    ...context,
    workflow,
    isHostile: fixesGrid(policy, event),
    self: { checkRunId, runnerName, attempt, elapsedS: ageOf(process.ppid) },
  })
  const units = policy.settings.units
  await conclude(step, {
    draft: units ? { ...draft, units } : draft,
    judging,
    policy,
    job,
    kind: 'workflow',
    advice: {},
  })
}

/**
 * Whether the base fixes the grid over a proposal, whose code wrote the reports: then their grid does not count. A live figure is of the
 * time of the job, so there the report's own counts.
 */
function fixesGrid({ file, settings }: Policy, event: GitHubEvent): boolean {
  if (eventTraits(event.name).proposes === null || settings['grid-provider'] !== 'static') return false
  const { region, zone, intensity } = file.values
  return [region, zone, intensity].some((value) => value !== undefined)
}

/** What estimating jobs needs: power by runner class, and the grid and overhead of hosted runners and of unknown places. */
export async function joinContext(
  step: Step,
  policy: Pick<Policy, 'settings' | 'file'>,
  isPrivate: boolean | null,
): Promise<Omit<JoinContext, 'self' | 'workflow'>> {
  const [hosted, unknown] = await Promise.all([
    pricedAt(step, policy, { GITHUB_ACTIONS: 'true', RUNNER_ENVIRONMENT: 'github-hosted', RUNNER_OS: 'Linux' }),
    pricedAt(step, policy, {}),
  ])
  return {
    power: runnerPower(policy.file.runners, isPrivate),
    basisOf: ({ machine }) => {
      const { pue, grid, water } = machine.provider === 'azure' ? hosted : unknown
      return { pue, grid, water, embodied: (runner, seconds) => runnerEmbodied(runner, seconds, policy.settings) }
    },
    minCoverage: policy.settings['min-coverage'],
    nowMs: step.client?.server.nowMs() ?? Date.now(),
    ignoresReports: !policy.settings.reports,
  }
}

function pricedAt(step: Step, { settings }: Pick<Policy, 'settings'>, env: Record<string, string>): Promise<Pricing> {
  return priced(settings, {
    access: step.gridAccess,
    surroundings: { env, looksLike: [] },
  })
}

/** A client that a mode cannot do without. @throws ConfigurationError */
export function needClient({ client }: Step, mode: string): GitHubClient {
  if (client) return client
  throw new ConfigurationError(`mode: ${mode} needs github-token`)
}
