import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Draft, JudgingContext } from '../../core/judge-report.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { detectCi } from '../forge/ci.ts'
import { runCommand } from './child-command.ts'
import { GITLAB_TOKEN } from '../forge/gitlab-place.ts'
import { finishMeasurement, startMeasurement } from '../measure/index.ts'
import { measuredDraft, powerChoice, spanOf, stretchesOf } from '../measure/measured-report.ts'
import { statusOfError } from '../exit-status.ts'
import { assertPriceable, priced } from '../grid/site-factors.ts'
import { unmeasured } from '../measure/unmeasured.ts'
import { type Context, conclude, gridAccessOf } from './context.ts'

/** The sampler's bundle lies beside the command line's. */
const SAMPLER = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'sampler', 'index.js')

/** Variables that are ours and no business of the command. */
const OWN_VARIABLES: ReadonlySet<string> = new Set(['CARBON_GATE_GRID_TOKEN', GITLAB_TOKEN])

/**
 * `run [flags] -- CMD ARGS`: measures a command. Its output, signals and status pass through untouched.
 * @returns the command's own status when it failed, else the verdict's
 */
export async function runCommandLine(context: Context, command: readonly string[]): Promise<number> {
  const [file, ...args] = command
  if (file === undefined) throw new ConfigurationError('no command was named: `run -- CMD ARGS` measures CMD')
  // Before the work starts: nobody waits an hour to hear of a mistyped region.
  assertPriceable(context.settings, gridAccessOf(context))
  const state = await startMeasurement({
    samplerPath: SAMPLER,
    intervalMs: context.settings.interval === undefined ? null : context.settings.interval * 1000,
    watchPid: process.pid,
    topProcesses: context.settings['top-processes'],
    environment: context.env,
  })
  const { powerOf, chosen } = powerChoice()
  const finish = (): ReturnType<typeof finishMeasurement> => finishMeasurement(state, { powerOf })
  const end = await runCommand(file, args, childEnvironment(context.env)).catch(async (error: unknown) => {
    await finish().catch(() => null)
    throw error
  })
  const name = detectCi(context.env)?.job ?? path.basename(file)
  try {
    const { draft, judging } = await drafted(context, finish, chosen, name)
    const status = await conclude({ ...context, quietOut: true }, draft, judging)
    return end.status === 0 ? status : end.status
  } catch (error) {
    // What became of the command matters more than what became of its report.
    if (end.status === 0) throw error
    context.console.err(`carbon-gate: ${statusOfError(error).message}\n`)
    return end.status
  }
}

async function drafted(
  context: Context,
  finish: () => ReturnType<typeof finishMeasurement>,
  chosen: ReturnType<typeof powerChoice>['chosen'],
  name: string,
): Promise<{ draft: Draft; judging: JudgingContext }> {
  const subject = { kind: 'command' as const, name }
  try {
    const measurement = await finish()
    const { machine } = measurement
    const pricing = await priced(context.settings, {
      surroundings: { env: context.env, looksLike: machine.cloud ? [machine.cloud] : [] },
      access: gridAccessOf(context),
      span: spanOf(measurement),
      timeline: stretchesOf(measurement),
      ownMachine: machine.isVirtual === false && !context.env['CI'],
    })
    const { draft, trusted } = measuredDraft(measurement, chosen(), pricing, subject, context.settings)
    return { draft, judging: { trusted, ownScopes: ['job'] } }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    return { draft: unmeasured(subject, error), judging: { trusted: false, ownScopes: ['job'] } }
  }
}

function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OWN_VARIABLES.has(name)))
}
