import { type Command, Option } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'

/** Signals that may warn a command at 80 %, as they are written after `--warn-signal`. */
const WARN_SIGNALS = ['USR1', 'USR2', 'HUP', 'INT'] as const
export type WarnSignal = (typeof WARN_SIGNALS)[number]

/** How the progress of a command is shown: `auto` is a row on a terminal and a line a minute in CI, nothing with `--scope command`. */
const PROGRESS = ['auto', 'json', 'off'] as const
export type ProgressKind = (typeof PROGRESS)[number]

/** Whose CPU time `run` counts: that of the whole machine (or its control group), or that of the command alone. */
type Scope = 'machine' | 'command'

/** Flags that only `run` has. */
export interface RunFlags {
  readonly name: string | null
  readonly scope: Scope
  readonly warnSignal: WarnSignal | null
  readonly progress: ProgressKind
}

/** Adds `--name`, `--scope`, `--warn-signal` and `--progress`. */
export function withRunFlags(command: Command): Command {
  return command
    .option('--name <name>', "name in the report, label and comment (default: the CI job's, else the command's)")
    .addOption(
      new Option('--scope <scope>', 'whose CPU time counts: all of the machine, or only that of the command').choices([
        'machine',
        'command',
      ]),
    )
    .addOption(
      new Option(
        '--warn-signal <signal>',
        'with --on-exceed stop: signal at 80 %, to those processes of the command that handle it',
      ).choices(WARN_SIGNALS),
    )
    .addOption(
      new Option(
        '--progress <kind>',
        'auto: a row on a terminal, a line a minute in CI; json: one JSON object a line on standard error',
      )
        .choices(PROGRESS)
        .default('auto'),
    )
}

/** @throws ConfigurationError */
export function readRunFlags(command: Command): RunFlags {
  const {
    name,
    scope = 'machine',
    warnSignal,
    progress,
  } = command.opts<{ name?: string; scope?: Scope; warnSignal?: WarnSignal; progress: ProgressKind }>()
  if (scope === 'command' && process.platform !== 'linux') {
    throw new ConfigurationError(
      `--scope command needs the CPU times of processes, which ${process.platform} does not report: omit it, or run on Linux`,
    )
  }
  if (scope === 'command' && progress === 'json') {
    throw new ConfigurationError(
      '--progress json does not work with --scope command: what the command used is known when it has ended. Omit one of them',
    )
  }
  return { name: name?.trim() ?? null, scope, warnSignal: warnSignal ?? null, progress }
}
