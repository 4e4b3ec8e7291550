import type { Report } from '../../core/report.ts'
import { existsSync } from 'node:fs'
import { setSecret } from '@actions/core'
import type { Judgeable } from '../../core/judge-report.ts'
import type { ReportKind } from '../../github/artifact-name.ts'
import { type GitHubClient, GITHUB_WAIT_MS, type KnownFile, connect, forgeOf } from '../../github/client.ts'
import { StepCommands } from '../../github/commands.ts'
import { confirmEvent } from '../../github/confirmed-event.ts'
import { Deadline } from '../../github/deadline.ts'
import { type GitHubEvent, readEvent } from '../../github/event.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { workflowPathOf } from '../../github/workflow-path.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import type { AdviceBasis } from '../advice/advice.ts'
import type { StepPlace } from '../policy/policy-sources.ts'
import { type Policy, readPolicy } from '../policy/policy.ts'
import type { GridAccess } from '../grid/site-factors.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import type { SetValues } from '../settings/table.ts'
import { givenInputs, secretInputs } from './inputs.ts'
import { type RunningJob, runningJob } from './job-identity.ts'
import { JOB_REQUESTS } from './requests.ts'

/** How the runner starts a mode. */
export interface Invocation {
  readonly env: NodeJS.ProcessEnv
  /** Fires when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** Variables that decide where the token is sent and that a step of the job changed. Their first values are used. */
  readonly changedVariables?: readonly string[]
}

/** What every mode works with: inputs, event, connections and their time limit. */
export interface ActionContext {
  readonly env: NodeJS.ProcessEnv
  /** Inputs of the step, without those that have their default. */
  readonly given: SetValues
  readonly gridAccess: GridAccess
  /** The forge's token, for the ledger's repository on the same server; null without one. */
  readonly token: string | null
  readonly commands: StepCommands
  readonly event: GitHubEvent | null
  readonly job: RunningJob
  /** Null without a token, or outside of a forge's workflow. */
  readonly client: GitHubClient | null
  /** Failures of GitHub so far: part of one warning at the end. */
  readonly failures: readonly GitHubFailure[]
  /** Shared by every GitHub call; ends at once when the job is cancelled. */
  readonly deadline: Deadline
}

/** What a mode found: a report to judge and publish. A mode that publishes nothing returns null. */
export interface ModeResult extends Judgeable {
  readonly context: ActionContext
  readonly policy: Policy
  /** `workflow` replaces the comment of the run's jobs; the other kinds share it. */
  readonly kind: ReportKind
  /** What advice may use besides the report. Null: no advice. */
  readonly advice: AdviceBasis | null
  /** Set if a second workflow judges a finished run. It leaves no report of its own. */
  readonly secondStage?: { readonly isFork: boolean }
  /** States of the ledger that the run's reports saw. */
  readonly seenLedgers?: readonly NonNullable<Report['ledger']>[]
}

/** What differs between modes. */
interface ContextOptions {
  /** The event as it was at the start of the job, when the step began there. */
  readonly event?: GitHubEvent | null
  /** Files that the start of the job read. */
  readonly known?: readonly KnownFile[]
  /** Time limit of all GitHub calls together, ms. */
  readonly waitMs?: number
  /** Requests after which optional ones stop. */
  readonly requests?: number
}

/** Modes that read every job of a run work in `main`, so they may wait longer than a post step, ms. */
export const COLLECTING_WAIT_MS = 60_000

/** @throws ConfigurationError for an invalid input */
export async function openContext(
  { env, cancelled }: Invocation,
  options: ContextOptions = {},
): Promise<ActionContext> {
  const given = givenInputs(env)
  const { githubToken, gridToken } = secretInputs(env)
  for (const secret of [githubToken, gridToken]) if (secret) setSecret(secret)
  const deadline = new Deadline(options.waitMs ?? GITHUB_WAIT_MS, cancelled)
  const started = options.event ?? null
  const read = started ?? readEvent(env, readPlainFile)
  const connected =
    githubToken && read
      ? await connect({ token: githubToken, apiUrl: env['GITHUB_API_URL'], deadline, forge: forgeOf(env) })
      : null
  const client = connected?.ok ? { ...connected.value, known: options.known ?? [] } : null
  client?.server.limitRequests(options.requests ?? JOB_REQUESTS)
  // An event kept since the start of the job is trusted. The event file is not, because every step of the job may write it.
  const event = read && !started ? await confirmEvent(client, read, env) : read
  return {
    env,
    given,
    // Grid providers have a waiting time of their own: only a cancelled job ends it.
    gridAccess: { gridToken: gridToken || null, mask: setSecret, signal: cancelled },
    token: githubToken || null,
    commands: new StepCommands(env),
    event,
    job: runningJob(env),
    client,
    failures: connected && !connected.ok ? [connected.failure] : [],
    deadline,
  }
}

/** Reads the budgets and settings that apply to the step. @throws ConfigurationError */
export function policyOf({ env, given, event, client }: ActionContext): Promise<Policy> {
  return readPolicy({ given, event, client, place: stepPlace(env), readLocal })
}

/** Position of this step in its workflow; null where the forge does not say. */
function stepPlace(env: NodeJS.ProcessEnv): StepPlace | null {
  const workflowPath = workflowPathOf(env['GITHUB_WORKFLOW_REF'])
  if (workflowPath === null) return null
  return { workflowPath, job: env['GITHUB_JOB'] ?? '', action: env['GITHUB_ACTION_REPOSITORY'] || null }
}

function readLocal(path: string): string | null {
  return existsSync(path) ? readSettingsFile(path, 'config') : null
}
