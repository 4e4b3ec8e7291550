import { ConfigurationError } from '../../core/errors.ts'
import type { Report } from '../../core/report.ts'
import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { eventTraits } from '../../github/events.ts'
import type { Policy } from '../policy/policy.ts'
import { type Collected, collectRun } from '../join/collect.ts'
import { estimateContext } from '../join/estimate-context.ts'
import { joinRun } from '../join/run.ts'
import type { JoinContext } from '../join/join-context.ts'
import { ageOf } from '../../sensors/process-identity.ts'
import {
  type ActionContext,
  COLLECTING_WAIT_MS,
  type Invocation,
  type ModeResult,
  openContext,
  policyOf,
} from './context.ts'
import { joinUsage } from './usage.ts'
import { RUN_REQUESTS } from './requests.ts'
import { isPrivateRepository } from './visibility.ts'

/** `mode: workflow`: collects every job of this run and sums them up. */
export async function collectWorkflow(invocation: Invocation): Promise<ModeResult> {
  const { context, client, event } = await openCollecting(invocation, 'workflow')
  const { checkRunId, runnerName, attempt, workflow, runId } = context.job
  if (runId === 0) throw new ConfigurationError('mode: workflow needs GITHUB_RUN_ID: run it as a step of a workflow')
  const policy = await policyOf(context)
  const run = await collectRun(client, event.repository, runId)
  const { draft, judging } = joinRun(run, {
    ...(await joinContext(context, policy)),
    workflow,
    ...gridTrust(policy, event),
    self: { checkRunId, runnerName, attempt, elapsedS: ageOf(process.ppid) },
  })
  const { units } = policy.settings
  const judgeable = { draft: units ? { ...draft, units } : draft, judging }
  const joined = await joinUsage(judgeable, policy.settings, context)
  return { ...joined, context, policy, kind: 'workflow', advice: {}, seenLedgers: ledgersIn(run) }
}

/** States of the ledger that the reports of a run saw. */
export function ledgersIn({ reports }: Pick<Collected, 'reports'>): NonNullable<Report['ledger']>[] {
  return reports.map(({ report }) => report.ledger ?? null).filter((ledger) => ledger !== null)
}

/**
 * How far the grid of the reports counts. Over a proposal, whose code wrote them, it does not where the base fixes the grid, and is checked
 * where it does not. A live figure is of the time of the job, so there the report's own counts.
 */
function gridTrust(
  { file, settings }: Policy,
  event: GitHubEvent,
): Required<Pick<JoinContext, 'isHostile' | 'checksGrid'>> {
  const isProposal = eventTraits(event.name).proposes !== null
  const { region, zone, intensity } = file.values
  const isFixed = settings['grid-provider'] === 'static' && (region ?? zone ?? intensity) !== undefined
  return { isHostile: isProposal && isFixed, checksGrid: isProposal && !isFixed }
}

/** Opens the context of a mode that reads every job of a run. @throws ConfigurationError without a token or an event */
export async function openCollecting(
  invocation: Invocation,
  mode: string,
): Promise<{ readonly context: ActionContext; readonly client: GitHubClient; readonly event: GitHubEvent }> {
  const context = await openContext(invocation, { waitMs: COLLECTING_WAIT_MS, requests: RUN_REQUESTS })
  const { client, event } = context
  if (client && event) return { context, client, event }
  throw new ConfigurationError(
    `mode: ${mode} needs github-token and a workflow run: set \`github-token: \${{ github.token }}\``,
  )
}

/** What estimating jobs needs: power by runner class, and the grid and overhead of hosted runners and of unknown places. */
export async function joinContext(
  context: ActionContext,
  { settings, file }: Pick<Policy, 'settings' | 'file'>,
): Promise<Omit<JoinContext, 'self' | 'workflow'>> {
  const isPrivate = await isPrivateRepository(context)
  const nowMs = context.client?.server.nowMs() ?? Date.now()
  // Asking a grid provider must not use up the time for GitHub.
  return context.deadline.outside(() =>
    estimateContext({ settings, runners: file.runners, access: context.gridAccess, isPrivate, nowMs }),
  )
}
