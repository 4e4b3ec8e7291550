import path from 'node:path'
import type { Note } from '../../core/report.ts'
import { terminal } from '../../render/escape.ts'
import { identify } from '../../sensors/process-identity.ts'
import { type Replacement, restartSampler } from '../measure/restart-sampler.ts'
import { prospectOf, whyUnarmed } from '../stop/prospect.ts'
import { unarmedNotes } from '../stop/stop-note.ts'
import { runningPower } from '../stop/running-power.ts'
import { type ActionContext, type Invocation, openContext, policyOf } from './context.ts'
import { PrivateFolder } from './private-folder.ts'
import type { StartedJob } from './start.ts'
import { stopHistoryOf } from './stop-history.ts'

/** A stop that the sampler carries out at the budget. */
interface ArmedStop {
  /** Path of the stop file, for later steps. */
  readonly stopFile: string
  /** The budget lines, for the log. */
  readonly lines: string
  /** Whether the job's processes can be signalled; otherwise the stop file is all. */
  readonly canSignal: boolean
  /** Lines that stop nothing although `stop-at` names them. */
  readonly notes: readonly Note[]
}

/** Result of `on-exceed`. `armed` and `problem` are null if the policy does not ask for a stop. */
export interface StopAnswer {
  readonly armed: ArmedStop | null
  /** The measurement with its new sampler. Null: it keeps the one that it has. */
  readonly replacement: Replacement | null
  /** Why nothing is stopped although the policy asks for it. */
  readonly problem: string | null
  /** Requests that were sent. */
  readonly requests: number
}

/** Name of the stop file in its folder. */
const STOP_FILE = 'stop.json'

/**
 * Makes the sampler of a job that has started stop it at its budget: by the policy that will judge it, with the power curve of this
 * machine and the grid figure of now.
 * @param ownFolder folder of our bundles
 * @throws ConfigurationError as the judging at the end would
 */
export async function armStop(invocation: Invocation, job: StartedJob, ownFolder: string): Promise<StopAnswer> {
  const { env } = invocation
  const context = await openContext(invocation, { event: job.event })
  const policy = await policyOf(context)
  const { settings, budgets } = policy
  const unarmed = { armed: null, replacement: null }
  const isWanted = settings['on-exceed'] === 'stop'
  const history = isWanted ? await stopHistoryOf(context, policy) : null
  const requests = context.client?.server.requests ?? 0
  if (!isWanted) return { ...unarmed, problem: null, requests }
  const prospect = await prospectOf({ settings, budgets, env, access: context.gridAccess, history })
  const problem = whyUnarmed(policy, prospect)
  if (problem !== null) return { ...unarmed, problem, requests }
  const { lines } = prospect.lines
  const stopFile = path.join(PrivateFolder.create(env).path, STOP_FILE)
  const cancelUrl = settings['cancel-run'] && context.token !== null ? cancelAddress(context) : null
  // Only Linux shows which processes belong to the job.
  const trackingId = process.platform === 'linux' ? env['RUNNER_TRACKING_ID'] || null : null
  const options = {
    lines,
    lifetimeYears: prospect.lifetimeYears,
    graceMs: settings['stop-grace'] * 1000,
    stopFile,
    trackingId,
    sinceTicks: identify(process.pid).startTicks,
    ownFolder,
    cancelUrl,
  }
  const replacement = await restartSampler(job.measurement, {
    ...job.options,
    total: runningPower(prospect.machine, prospect.power),
    stop: { options, token: cancelUrl === null ? null : context.token },
  })
  if (!replacement) return { ...unarmed, problem: 'the sampler that stops the job could not be started', requests }
  return {
    replacement,
    armed: {
      stopFile,
      lines: lines.map(({ line }) => terminal(line, 60)).join(' or '),
      canSignal: trackingId !== null,
      notes: unarmedNotes(prospect.lines.unarmed),
    },
    problem: null,
    requests,
  }
}

/** `POST` to it cancels this run. Null outside of a run. */
function cancelAddress({ env }: ActionContext): string | null {
  const [api, repository, run] = [env['GITHUB_API_URL'], env['GITHUB_REPOSITORY'], env['GITHUB_RUN_ID']]
  return api && repository && run ? `${api}/repos/${repository}/actions/runs/${run}/cancel` : null
}
