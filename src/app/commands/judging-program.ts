import type { Command } from 'commander'
import { WORK_SETTINGS } from '../plan/work-settings.ts'
import type { SettingName } from '../settings/table.ts'
import type { Context } from './context.ts'
import type { CommandLine } from './host.ts'
import { checkMisplacedFlags } from './misplaced-flags.ts'
import { COMMON_SETTINGS, withOutput, withSettings } from './options.ts'
import { withRunFlags } from './run-flags.ts'

/** Adds `run`, `estimate`, `logs` and `gate`: commands that make a report and judge it. */
export function addJudgingCommands({ program, host, argv, end }: CommandLine): void {
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
        const { contextOf } = await import('./context.ts')
        end(await run(contextOf(command, host.console, host.env), command.args, command))
      },
    )

  withRunFlags(
    judging(
      'run',
      'measure a command and judge it against a budget',
      [
        'interval',
        'min-coverage',
        'top-processes',
        'idle-watts',
        'full-watts',
        'usage',
        'factors',
        'on-exceed',
        'stop-at',
        'stop-grace',
      ],
      async (context, args, command) => {
        const notes = [...context.notes, ...checkMisplacedFlags(argv, args, command)]
        return (await import('./run.ts')).runCommandLine({ ...context, notes }, args, command)
      },
    ),
  )
    .argument('<command...>', 'the command, after --')
    .usage('[flags] -- CMD ARGS')
    .passThroughOptions()
  judging(
    'estimate',
    'estimate planned work before it runs: hours and watts, hardware, an instance type, or a plan file',
    ['plan', ...WORK_SETTINGS, 'regions', 'within'],
    async (context) => (await import('./estimate.ts')).estimateCommand(context),
  )
  judging(
    'logs',
    'read the logs of trackers such as CodeCarbon, and of token usage',
    ['logs', 'format', 'log-columns', 'usage', 'factors', 'interval', 'min-coverage'],
    async (context, args) => (await import('./logs.ts')).logsCommand(context, args),
  ).argument('[file...]', 'files, folders, globs')
  judging('gate', 'join the reports of several jobs and judge their sum', ['min-coverage'], async (context, args) =>
    (await import('./gate.ts')).gateCommand(context, args),
  ).argument('<report...>', 'reports: files, folders, globs')
}
