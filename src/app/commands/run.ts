import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { type Judgeable, withoutFigure } from '../../core/judge-report.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { detectCi } from '../forge/ci.ts'
import { type CommandEnd, runCommand } from './child-command.ts'
import { commandNotes } from './command-notes.ts'
import { GITLAB_TOKEN } from '../forge/gitlab-place.ts'
import { computeMeasurement, endMeasurement } from '../measure/finish.ts'
import type { Measurement } from '../measure/measurement.ts'
import { startMeasurement } from '../measure/start.ts'
import { measuredDraft, reservedMachine, siteOfMeasurement } from '../measure/measured-report.ts'
import { type StopFacts, stoppedOf } from '../../core/stop/stopped.ts'
import { EXIT, statusOfError } from '../exit-status.ts'
import { withMinerals } from '../grid/minerals.ts'
import { assertSiteSettings } from '../grid/site-factors.ts'
import { slicePower } from '../power/machine-power.ts'
import { withStop } from '../stop/stop-note.ts'
import { type Context, conclude, gridAccessOf } from './context.ts'
import { RunBudget } from './run-budget.ts'
import { readRunFlags } from './run-flags.ts'

/** The sampler's bundle is next to the command line's. */
const SAMPLER = path.join(path.dirname(fileURLToPath(import.meta.url)), '..', 'sampler', 'index.js')

/** Variables of ours that the command does not get. */
const OWN_VARIABLES: ReadonlySet<string> = new Set(['CARBON_GATE_GRID_TOKEN', GITLAB_TOKEN])

/**
 * `run [flags] -- CMD ARGS`: measures a command. Passes its output, signals and status through untouched.
 * @returns 1 for a command that its budget stopped; the command's own status when it failed; else the status of the verdict
 */
export async function runCommandLine(context: Context, command: readonly string[], program: Command): Promise<number> {
  const [file, ...args] = command
  if (file === undefined) throw new ConfigurationError('no command was given: `run -- CMD ARGS` measures CMD')
  const flags = readRunFlags(program)
  // Before the work starts: a mistyped region must not surface after an hour.
  assertSiteSettings(context.settings, gridAccessOf(context))
  const budget = await RunBudget.open(context, flags)
  const state = await startMeasurement({
    samplerPath: SAMPLER,
    intervalMs: context.settings.interval === undefined ? null : context.settings.interval * 1000,
    watchPid: process.pid,
    removesFolder: true,
    topProcesses: context.settings['top-processes'],
    environment: context.env,
    ...budget.measurement,
  })
  budget.begin(state)
  const end = await runCommand(file, args, {
    env: { ...childEnvironment(context.env), ...budget.variables },
    onWait: (processes) => budget.sayWaiting(processes),
    stop: budget.stop,
    hasOrphans: flags.scope === 'command',
  }).catch(async (error: unknown) => {
    budget.close(state.start.at)
    await endMeasurement(state).catch(() => null)
    throw error
  })
  const stopped = budget.close(state.start.at)
  const name = flags.name ?? detectCi(context.env)?.job ?? path.basename(file)
  try {
    const noted = { ...context, notes: [...context.notes, ...budget.notes] }
    const commandMs = flags.scope === 'command' ? end.cpuMs : null
    const finish = async (): Promise<Measurement> => {
      const readings = await endMeasurement(state)
      return computeMeasurement(readings, slicePower(budget.powerOf(readings.machine)), commandMs)
    }
    const judgeable = await draftReport(noted, { name, end, stopped, finish })
    const status = await conclude({ ...noted, quietOut: true }, judgeable)
    return end.status === 0 || stopped ? status : end.status
  } catch (error) {
    // The command's own failure matters more than the report's.
    if (end.status === 0) throw error
    context.console.err(`carbon-gate: ${statusOfError(error).message}\n`)
    return stopped ? EXIT.overBudget : end.status
  }
}

/** A command that has ended. */
interface EndedCommand {
  readonly name: string
  readonly end: CommandEnd
  /** What the budget did to the command. */
  readonly stopped: StopFacts | null
  /** Ends the measurement. */
  readonly finish: () => Promise<Measurement>
}

async function draftReport(context: Context, { name, end, stopped, finish }: EndedCommand): Promise<Judgeable> {
  const subject = { kind: 'command' as const, name }
  try {
    const measurement = await finish()
    const site = await siteOfMeasurement(measurement, context.settings, {
      env: context.env,
      access: gridAccessOf(context),
      ownMachine: measurement.machine.isVirtual === false && !context.env['CI'],
    })
    const { draft: measured, judging } = measuredDraft(measurement, site, subject, context.settings)
    const draft = await withMinerals(measured, reservedMachine(measurement), context.settings)
    const notes = [...draft.notes, ...commandNotes(measurement, end)]
    const stop = stopped && stoppedOf(stopped, measurement.timeline, draft.pue)
    const judgeable = { draft: withStop({ ...draft, notes }, stop), judging }
    if (context.settings.usage === undefined) return judgeable
    const { withUsage } = await import('../logs/joined-usage.ts')
    return await withUsage(judgeable, context.settings, process.cwd())
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    const { draft, judging } = withoutFigure(subject, error)
    return { draft: withStop(draft, stopped && stoppedOf(stopped, null, null)), judging }
  }
}

function childEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !OWN_VARIABLES.has(name)))
}
