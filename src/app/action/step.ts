import { existsSync } from 'node:fs'
import { setSecret } from '@actions/core'
import { type GitHubClient, GITHUB_WAIT_MS, connect, forgeOf } from '../../github/client.ts'
import { StepCommands } from '../../github/commands.ts'
import { confirmEvent } from '../../github/confirmed-event.ts'
import { Deadline } from '../../github/deadline.ts'
import { type GitHubEvent, readEvent } from '../../github/event.ts'
import type { GitHubFailure } from '../../github/failure.ts'
import { workflowPathOf } from '../../github/runs.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import type { StepPlace } from '../policy/policy-sources.ts'
import { type Policy, readPolicy } from '../policy/policy.ts'
import type { GridAccess } from '../grid/site-factors.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import type { SetValues } from '../settings/table.ts'
import { givenInputs, secretInputs } from './inputs.ts'
import { JOB_REQUESTS } from './requests.ts'

/** One run of a step: what it was given, whom it talks to, and how long it may wait. */
export interface Step {
  readonly env: NodeJS.ProcessEnv
  readonly given: SetValues
  readonly gridAccess: GridAccess
  /** The forge's token, for the ledger's repository on the same server; null without one. */
  readonly token: string | null
  readonly commands: StepCommands
  readonly event: GitHubEvent | null
  /** Null without a token, or outside of a forge's workflow. */
  readonly client: GitHubClient | null
  /** What could not be had of GitHub so far: part of one warning at the end. */
  readonly failures: readonly GitHubFailure[]
  /** Shared by every GitHub call; ends at once when the job is cancelled. */
  readonly deadline: Deadline
}

/** What a mode is started with. */
export interface Start {
  readonly env: NodeJS.ProcessEnv
  /** Fires when the job is cancelled. */
  readonly cancelled: AbortSignal
  /** Variables that decide whom the token goes to and that a step of the job changed; their first values are in force. */
  readonly changedVariables?: readonly string[]
}

/** What differs between modes. */
interface StepOptions {
  /** The event as it was at the start of the job, when the step began there. */
  readonly event?: GitHubEvent | null
  /** All GitHub calls together, ms. */
  readonly waitMs?: number
  /** Requests after which optional ones stop. */
  readonly requests?: number
}

/** Modes that read every job of a run may wait longer: nobody's post step, whose time is short, hangs on them. */
export const COLLECTING_WAIT_MS = 60_000

/** @throws ConfigurationError for an input that cannot be read */
export async function openStep({ env, cancelled }: Start, options: StepOptions = {}): Promise<Step> {
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
  const client = connected?.ok ? connected.value : null
  client?.server.limitRequests(options.requests ?? JOB_REQUESTS)
  // Only an event that was kept since the start of the job is taken as it is: its file lies where every step may write.
  const event = read && !started ? await confirmEvent(client, read, env) : read
  return {
    env,
    given,
    // Grid providers have an allowance of waiting of their own: only a cancelled job ends it.
    gridAccess: { gridToken: gridToken || null, mask: setSecret, signal: cancelled },
    token: githubToken || null,
    commands: new StepCommands(env),
    event,
    client,
    failures: connected && !connected.ok ? [connected.failure] : [],
    deadline,
  }
}

/** What the step is judged by. @throws ConfigurationError */
export function policyOf({ env, given, event, client }: Step): Promise<Policy> {
  return readPolicy({ given, event, client, place: stepPlace(env), readLocal })
}

/** Where the workflow has this step; null where the forge does not say. */
function stepPlace(env: NodeJS.ProcessEnv): StepPlace | null {
  const workflowPath = workflowPathOf(env['GITHUB_WORKFLOW_REF'])
  if (workflowPath === null) return null
  return { workflowPath, job: env['GITHUB_JOB'] ?? '', action: env['GITHUB_ACTION_REPOSITORY'] || null }
}

function readLocal(path: string): string | null {
  return existsSync(path) ? readSettingsFile(path, 'config') : null
}
