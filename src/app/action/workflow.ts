import { ConfigurationError } from '../../core/errors.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { Policy } from '../policy/policy.ts'
import { collectRun } from '../join/collect.ts'
import { estimateContext } from '../join/estimate-context.ts'
import { joinRun } from '../join/run.ts'
import type { JoinContext } from '../join/join-context.ts'
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

/** What estimating jobs needs: power by runner class, and the grid and overhead of hosted runners and of unknown places. */
export function joinContext(
  { gridAccess, client }: Step,
  { settings, file }: Pick<Policy, 'settings' | 'file'>,
  isPrivate: boolean | null,
): Promise<Omit<JoinContext, 'self' | 'workflow'>> {
  const nowMs = client?.server.nowMs() ?? Date.now()
  return estimateContext({ settings, runners: file.runners, access: gridAccess, isPrivate, nowMs })
}

/** A client that a mode cannot do without. @throws ConfigurationError */
export function needClient({ client }: Step, mode: string): GitHubClient {
  if (client) return client
  throw new ConfigurationError(`mode: ${mode} needs github-token`)
}
