import { existsSync } from 'node:fs'
import type { Command } from 'commander'
import { type Draft, type JudgingContext, judged } from '../../core/assemble.ts'
import { VERSION } from '../../core/version.ts'
import type { Console } from '../console.ts'
import { statusOf } from '../exit-status.ts'
import { assertReportTarget, readNamed } from '../report-output.ts'
import { EMPTY_CONFIG, type ConfigFile, parseConfigFile } from '../settings/config-file.ts'
import { type Resolved, resolve } from '../settings/resolve.ts'
import { DEFAULTS, type SetValues } from '../settings/table.ts'
import { deliver } from './deliver.ts'
import { type OutputOptions, settingsOf } from './options.ts'

/** What a command runs with. */
export interface Context extends Resolved {
  readonly console: Console
  readonly env: NodeJS.ProcessEnv
  readonly file: ConfigFile
  readonly output: OutputOptions
}

/**
 * Reads flags and config file into one context, and refuses an output file that must not be overwritten before any work is done.
 * @throws ConfigurationError
 */
export function contextOf(command: Command, console: Console, env: NodeJS.ProcessEnv): Context {
  const url = env['CARBON_GATE_GRID_URL']
  const given: SetValues = { ...(url && { 'grid-url': url }), ...settingsOf(command) }
  const file = configFile(given)
  const output: OutputOptions = command.opts()
  if (typeof output.json === 'string' && output.json !== '-') assertReportTarget(output.json)
  return { ...resolve({ given, file, base: null }), console, env, file: file ?? EMPTY_CONFIG, output }
}

/** The config file of the folder at hand. One that was named must exist. */
export function configFile(given: SetValues): ConfigFile | null {
  const name = given.config ?? DEFAULTS.config
  if (given.config === undefined && !existsSync(name)) return null
  return parseConfigFile(readNamed(name, 'config'), name)
}

/** Judges a draft, shows and writes it, and returns the exit status. */
export function conclude(context: Context, draft: Draft, judging: JudgingContext): number {
  const report = judged(draft, VERSION, context.budgets, judging)
  deliver(context, report)
  return statusOf(report, context.settings)
}

/** The grid provider's token comes from the environment only: a flag would be seen in the list of processes. */
export function gridTokenOf({ env }: Context): string | null {
  return env['CARBON_GATE_GRID_TOKEN'] || null
}
