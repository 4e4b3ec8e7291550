import type { Command } from 'commander'
import { ASSUMED_UTILIZATION, WORK_SETTINGS } from '../plan/work-settings.ts'
import type { SettingName } from '../settings/table.ts'
import type { Context } from './context.ts'
import type { CommandLine } from './host.ts'
import { checkMisplacedFlags } from './misplaced-flags.ts'
import { COMMON_SETTINGS, type SettingWords, uselessFlags, withOutput, withSettings } from './options.ts'
import { withRunFlags } from './run-flags.ts'

/** A log keeps its own figures: no hardware is added to them. */
const LOG_WORDS: SettingWords = {
  interval: 'time between two rows of a power log without times',
  embodied: null,
  'lifetime-years': null,
  'boavizta-url': null,
}

/** What the reports of jobs say is summed as it is. */
const GATE_WORDS: SettingWords = {
  region: null,
  zone: null,
  intensity: null,
  pue: null,
  embodied: null,
  'lifetime-years': null,
  'boavizta-url': null,
  'grid-provider': null,
  'grid-url': null,
  'max-api-wait': null,
}

const ESTIMATE_WORDS: SettingWords = {
  regions: 'regions with commas between: also show what the work would emit in each; may be repeated',
  within: 'window in which it may start, such as `24 h`: also show the best start',
  utilization: `mean CPU utilisation; when missing ${ASSUMED_UTILIZATION.cpu} %`,
  'gpu-utilization': `mean GPU utilisation; when missing ${ASSUMED_UTILIZATION.gpu} %`,
  vcpus: 'hardware threads used; when missing the whole CPU',
}

/** Adds `run`, `estimate`, `logs` and `gate`: commands that make a report and judge it. */
export function addJudgingCommands({ program, host, argv, end }: CommandLine): void {
  /** A command that judges: common flags, its own settings, one context. */
  const judging = (
    spec: string,
    about: string,
    settings: readonly SettingName[],
    words: SettingWords,
    run: (context: Context, args: readonly string[], command: Command) => number | Promise<number>,
  ): Command =>
    withOutput(withSettings(program.command(spec).description(about), [...COMMON_SETTINGS, ...settings], words)).action(
      async (...all: unknown[]) => {
        const command = all.at(-1) as Command
        const useless = uselessFlags(command)
        if (useless.length > 0) {
          const verb = useless.length === 1 ? 'has' : 'have'
          host.console.err(
            `warning: ${useless.join(', ')} ${verb} no effect on ${spec}: it keeps the figures that it reads\n`,
          )
        }
        const { contextOf } = await import('./context.ts')
        const context = await contextOf(command, host.console, host.env)
        end(await run(context, command.args, command))
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
      {},
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
    ESTIMATE_WORDS,
    async (context) => (await import('./estimate.ts')).estimateCommand(context),
  )
  judging(
    'logs',
    'read the logs of trackers such as CodeCarbon, and of token usage',
    ['logs', 'format', 'log-columns', 'usage', 'factors', 'interval', 'min-coverage'],
    LOG_WORDS,
    async (context, args) => (await import('./logs.ts')).logsCommand(context, args),
  ).argument('[file...]', 'files, folders, globs')
  judging(
    'gate',
    'join the reports of several jobs and judge their sum',
    ['min-coverage'],
    GATE_WORDS,
    async (context, args) => (await import('./gate.ts')).gateCommand(context, args),
  ).argument('<report...>', 'reports: files, folders, globs')
}
