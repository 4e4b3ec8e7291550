import path from 'node:path'
import { terminal } from '../../render/escape.ts'
import { readEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import { identify } from '../../sensors/process-identity.ts'
import type { StartOptions } from '../measure/start.ts'
import { prospectOf, whyUnarmed } from '../stop/prospect.ts'
import { runningPower } from '../stop/running-power.ts'
import { type ActionContext, type Invocation, openContext, policyOf } from './context.ts'
import { PrivateFolder } from './private-folder.ts'

/** How a job is stopped at its budget. */
export interface StopPlan {
  readonly measurement: Pick<StartOptions, 'total' | 'stop'>
  /** Path of the stop file, for later steps. */
  readonly stopFile: string
  /** The budget lines, for the log. */
  readonly lines: string
}

/** A plan, or why there is none. Both null: the policy does not ask for a stop. */
export interface Planned {
  readonly plan: StopPlan | null
  readonly problem: string | null
}

/** Name of the stop file in its folder. */
const STOP_FILE = 'stop.json'

/**
 * Plans how the job is stopped at its budget: by the policy that will judge it, with the power curve of this machine and the grid
 * figure of now.
 * @param ownFolder folder of our bundles
 * @throws ConfigurationError as the judging at the end would
 */
export async function planStop(invocation: Invocation, ownFolder: string): Promise<Planned> {
  const { env } = invocation
  const context = await openContext(invocation, { event: readEvent(env, readPlainFile) })
  const policy = await policyOf(context)
  const { settings, budgets } = policy
  if (settings['on-exceed'] !== 'stop') return { plan: null, problem: null }
  const prospect = await prospectOf({ settings, budgets, env, access: context.gridAccess })
  const problem = whyUnarmed(policy, prospect)
  if (problem !== null) return { plan: null, problem }
  const { lines } = prospect.lines
  const stopFile = path.join(PrivateFolder.create(env).path, STOP_FILE)
  const cancelUrl = settings['cancel-run'] && context.token !== null ? cancelAddress(context) : null
  const options = {
    lines,
    lifetimeYears: prospect.lifetimeYears,
    graceMs: settings['stop-grace'] * 1000,
    stopFile,
    trackingId: env['RUNNER_TRACKING_ID'] || null,
    sinceTicks: identify(process.pid).startTicks,
    ownFolder,
    cancelUrl,
  }
  return {
    plan: {
      measurement: {
        total: runningPower(prospect.machine, prospect.power),
        stop: { options, token: cancelUrl === null ? null : context.token },
      },
      stopFile,
      lines: lines.map(({ line }) => terminal(line, 60)).join(' or '),
    },
    problem: null,
  }
}

/** `POST` to it cancels this run. Null outside of a run. */
function cancelAddress({ env }: ActionContext): string | null {
  const [api, repository, run] = [env['GITHUB_API_URL'], env['GITHUB_REPOSITORY'], env['GITHUB_RUN_ID']]
  return api && repository && run ? `${api}/repos/${repository}/actions/runs/${run}/cancel` : null
}
