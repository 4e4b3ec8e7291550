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

/** `gate` adds up the figures of reports and changes none of them. */
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

/** A command that makes a report and judges it. */
interface JudgingCommand {
  readonly name: string
  readonly about: string
  /** Its own settings, beside the common ones. */
  readonly settings: readonly SettingName[]
  readonly words: SettingWords
  readonly run: (context: Context, args: readonly string[], command: Command) => number | Promise<number>
}

/** Adds `run`, `estimate`, `logs` and `gate`: commands that make a report and judge it. */
export function addJudgingCommands({ program, host, argv, ends }: CommandLine): void {
  /** Adds a command with the common flags and its own settings. */
  const judging = ({ name, about, settings, words, run }: JudgingCommand): Command =>
    withOutput(withSettings(program.command(name).description(about), [...COMMON_SETTINGS, ...settings], words)).action(
      ends(async (command, args) => {
        const useless = uselessFlags(command)
        if (useless.length > 0) {
          const verb = useless.length === 1 ? 'has' : 'have'
          host.console.err(
            `warning: ${useless.join(', ')} ${verb} no effect on ${name}: it keeps the figures that it reads\n`,
          )
        }
        const { contextOf } = await import('./context.ts')
        return run(await contextOf(command, host.console, host.env), args, command)
      }),
    )

  withRunFlags(
    judging({
      name: 'run',
      about: 'measure a command and judge it against a budget',
      settings: [
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
      words: {},
      run: async (context, args, command) => {
        const notes = [...context.notes, ...checkMisplacedFlags(argv, args, command)]
        return (await import('./run.ts')).runCommandLine({ ...context, notes }, args, command)
      },
    }),
  )
    .argument('<command...>', 'the command, after --')
    .usage('[flags] -- CMD ARGS')
    .passThroughOptions()
  judging({
    name: 'estimate',
    about: 'estimate planned work before it runs: hours and watts, hardware, an instance type, or a plan file',
    settings: ['plan', ...WORK_SETTINGS, 'regions', 'within'],
    words: ESTIMATE_WORDS,
    run: async (context) => (await import('./estimate.ts')).estimateCommand(context),
  })
  judging({
    name: 'logs',
    about: 'read the logs of trackers such as CodeCarbon, and of token usage',
    settings: ['logs', 'format', 'log-columns', 'usage', 'factors', 'interval', 'min-coverage'],
    words: LOG_WORDS,
    run: async (context, args) => (await import('./logs.ts')).logsCommand(context, args),
  }).argument('[file...]', 'files, folders, globs')
  judging({
    name: 'gate',
    about: 'join the reports of several jobs and judge their sum',
    settings: ['min-coverage'],
    words: GATE_WORDS,
    run: async (context, args) => (await import('./gate.ts')).gateCommand(context, args),
  }).argument('<report...>', 'reports: files, folders, globs')
}
