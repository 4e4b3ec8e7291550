import { Command, CommanderError } from 'commander'
import { VERSION } from '../../core/version.ts'
import type { Console } from '../console.ts'
import { EXIT, statusOfError } from '../exit-status.ts'
import { type Context, contextOf } from './context.ts'
import { COMMON_SETTINGS, withOutput, withSettings } from './options.ts'
import type { SettingName } from '../settings/table.ts'
import { gateCommand } from './gate.ts'
import { estimateCommand } from './estimate.ts'
import { GRID_SETTINGS, intensityCommand, whenCommand, whereCommand } from './grid.ts'
import { schemaCommand } from './schema.ts'

/** What the command line is given by its entry. */
export interface Host {
  readonly console: Console
  readonly env: NodeJS.ProcessEnv
}

/**
 * Runs the command line.
 * @param argv arguments without node and script
 * @returns exit status
 */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
  let status: number = EXIT.ok
  const program = new Command('carbon-gate')
    .description(
      'Measures the power a command or CI job uses, computes its emissions and holds them to a carbon budget.',
    )
    .version(VERSION)
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .configureOutput({ writeOut: (text) => host.console.out(text), writeErr: (text) => host.console.err(text) })
    .exitOverride()

  /** A command that judges: common flags, its own settings, one context. */
  const judging = (
    spec: string,
    about: string,
    settings: readonly SettingName[],
    run: (context: Context, args: readonly string[], command: Command) => number | Promise<number>,
  ): Command =>
    withOutput(withSettings(program.command(spec).description(about), [...COMMON_SETTINGS, ...settings])).action(
      async (...all: unknown[]) => {
        const command = all.at(-1) as Command
        status = await run(contextOf(command, host.console, host.env), command.args, command)
      },
    )

  judging(
    'estimate',
    'works out a plan',
    ['hours', 'processors', 'watts', 'cpu', 'vcpus', 'utilization', 'memory-gb', 'gpu', 'gpus', 'gpu-utilization'],
    estimateCommand,
  )
  judging('gate', 'joins reports and judges the sum', [], gateCommand).argument('<report...>', 'reports to join')
  /** A command that asks about the grid: nothing is judged. */
  const asking = (
    name: string,
    about: string,
    settings: readonly SettingName[],
    run: (context: Context, command: Command) => Promise<number>,
  ): Command =>
    withSettings(program.command(name).description(about), [...GRID_SETTINGS, ...settings])
      .option('--json [file]', 'write the answer as JSON (- or nothing: standard output)')
      .option('--provider <name>', 'short for --grid-provider')
      .on('option:provider', function (this: Command, name: string) {
        this.setOptionValue('gridProvider', name)
      })
      .action(async (_options: unknown, command: Command) => {
        status = await run(contextOf(command, host.console, host.env), command)
      })

  asking('intensity', 'grid figure of a place', [], intensityCommand).option('--at <time>', 'of this time (RFC 3339)')
  asking('when', 'best start within a window, and what it saves', ['duration', 'within'], whenCommand).option(
    '--report <file>',
    'report of the work, for the saving in grams',
  )
  asking('where', 'best region of a list, and what it saves', ['regions', 'pue'], whereCommand).option(
    '--report <file>',
    'report of the work, for the saving in grams and where it ran',
  )
  program
    .command('schema')
    .description('prints a JSON Schema')
    .argument('<name>', 'report or config')
    .action((name: string) => {
      status = schemaCommand(name, host.console)
    })

  try {
    await program.parseAsync(argv, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.ok : EXIT.usage
    const { status: failed, message } = statusOfError(error)
    host.console.err(`carbon-gate: ${message}\n`)
    return failed
  }
}
