import { type Argument, Command, CommanderError, Option } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { VERSION } from '../../core/version.ts'
import { EXIT, statusOfError } from '../exit-status.ts'
import { type Context, contextOf } from './context.ts'
import { withHelp } from './help.ts'
import type { Host } from './host.ts'
import { checkMisplacedFlags, refuseTakenCommand } from './misplaced-flags.ts'
import { COMMON_SETTINGS, withOutput, withSettings } from './options.ts'
import { WORK_SETTINGS } from '../plan/work-settings.ts'
import type { SettingName } from '../settings/table.ts'
import { gateCommand } from './gate.ts'
import { compareCommand } from './compare.ts'
import { intensityCommand, whenCommand, whereCommand } from './grid.ts'
import { type BadgeFlags, type LabelFlags, badgeCommand, labelCommand } from './label.ts'
import { addLedgerCommands } from './ledger-program.ts'
import { SUM_SETTINGS } from './judged-sum.ts'
import { logsCommand } from './logs.ts'
import { INIT_FORGES } from '../init/forge.ts'
import { COMPLETE, SHELLS } from './completion-shells.ts'
import type { InitFlags } from './init.ts'
import { runCommandLine, withRunFlags } from './run.ts'
import { schemaCommand } from './schema.ts'
import { checkHelpTopic, describeUsageError, withHelpFlag } from './usage-errors.ts'
import { wattsCommand } from './watts.ts'

/** The flag that takes what a user is most likely to write as a plain argument of a command, as in `intensity DE`. */
const MAIN_FLAGS: Readonly<Record<string, string>> = {
  estimate: '--plan',
  intensity: '--zone',
  watts: '--cpu',
  when: '--zone',
  where: '--regions',
}

/**
 * A value without its flag, or a name with spaces without its quotes, leaves arguments over.
 * @throws ConfigurationError that proposes the flag
 */
function assertNothingLeft(command: Command): void {
  const { args, registeredArguments } = command
  const extra = args[registeredArguments.length]
  if (extra === undefined || registeredArguments.at(-1)?.variadic === true) return
  const value = printable(JSON.stringify(extra.slice(0, 200)))
  const flag = MAIN_FLAGS[command.name()]
  // With flags before it, the argument is more likely the rest of an unquoted name.
  const isAlone =
    flag !== undefined &&
    args.length === 1 &&
    command.options.every((option) => command.getOptionValueSource(option.attributeName()) !== 'cli')
  throw new ConfigurationError(
    isAlone
      ? `${value} lacks its flag: did you mean ${command.name()} ${flag} ${value}?`
      : `${value} belongs to no flag: put a value with spaces in quotes, and give every flag its value`,
  )
}

/** An argument as usage lines show it: `<file>`, `[file...]`. */
function argumentTerm(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

/** A flag that may be repeated. */
function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/**
 * Runs the command line.
 * @param argv arguments without node and script
 * @returns exit status
 */
export async function runProgram(argv: readonly string[], host: Host): Promise<number> {
  const words = withHelpFlag(argv)
  let status: number = EXIT.ok
  const program = new Command('carbon-gate')
    .description(
      'Measures the power a command or CI job uses, computes its emissions and compares them with a carbon budget.',
    )
    .version(VERSION, '-V, --version')
    .enablePositionalOptions()
    .showSuggestionAfterError(false)
    // `[options]` after each name would push the descriptions beyond 80 columns, where they are not wrapped.
    .configureHelp({
      subcommandTerm: (inner) => [inner.name(), ...inner.registeredArguments.map(argumentTerm)].join(' '),
    })
    .configureOutput({
      writeOut: (text) => host.console.out(text),
      writeErr: (text) => host.console.err(text),
      // Printed below, in one line and with what would work.
      outputError: () => {},
    })
    .exitOverride()
    // `assertNothingLeft` refuses them, and names what is too much.
    .allowExcessArguments()
    .hook('preAction', (_program, command) => {
      assertNothingLeft(command)
      if (command.name() === 'run') refuseTakenCommand(argv, command.args, command)
    })

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
      (context, args, command) =>
        runCommandLine(
          { ...context, notes: [...context.notes, ...checkMisplacedFlags(argv, args, command)] },
          args,
          command,
        ),
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
    logsCommand,
  ).argument('[file...]', 'files, folders, globs')
  judging('gate', 'join the reports of several jobs and judge their sum', ['min-coverage'], gateCommand).argument(
    '<report...>',
    'reports: files, folders, globs',
  )

  /** A command that answers a question about the grid. */
  const asking = (
    name: string,
    about: string,
    settings: readonly SettingName[],
    run: (command: Command, host: Host) => Promise<number>,
  ): Command =>
    withSettings(program.command(name).description(about), [
      ...settings,
      'config',
      'grid-provider',
      'grid-url',
      'max-api-wait',
    ])
      .addOption(new Option('--provider <name>', 'the same as --grid-provider').conflicts('gridProvider'))
      .option('--json [file]', 'write JSON (- or nothing: standard output)')
      .action(async (...all: unknown[]) => {
        const command = all.at(-1) as Command
        const provider: unknown = command.getOptionValue('provider')
        if (provider !== undefined) command.setOptionValue('gridProvider', provider)
        status = await run(command, host)
      })

  asking(
    'intensity',
    'show the carbon intensity of a place, now or at a given time',
    ['region', 'zone'],
    intensityCommand,
  ).option('--at <time>', 'RFC 3339 time; now when missing')
  asking(
    'when',
    'find the start time with the lowest emissions',
    ['region', 'zone', 'duration', 'within'],
    whenCommand,
  ).option('--report <file>', 'also show what the energy of this report would emit there')
  asking('where', 'find the region with the lowest emissions', ['regions', 'pue'], whereCommand).option(
    '--report <file>',
    'also show what the energy of this report would emit there',
  )
  program
    .command('watts')
    .description('show how many watts a machine draws at each load')
    .option('--cpu <name>', 'CPU model name, as any system spells it')
    .option('--sockets <n>', 'processors in the machine')
    .option('--cores <n>', 'cores of the whole machine')
    .option('--threads <n>', 'hardware threads of the whole machine')
    .option('--tdp <watts>', 'thermal design power of one processor, such as 280W')
    .option('--mhz <n>', 'base clock, MHz, or with its unit: 2.4GHz')
    .option('--memory-gb <n>', 'installed memory, GB, or with its unit: 256GiB')
    .option('--year <n>', 'year in which the machine came out')
    .option('--vcpus <n>', "a virtual machine's share of a host")
    .option('--idle-watts <watts>', 'power of the idle machine (with --vcpus: of its whole host), read at the wall')
    .option('--full-watts <watts>', 'the same with every core busy')
    .option('--utilization <list>', 'percentages, such as 0,50,100')
    .option('--batch <file>', 'CSV: predict one machine a row')
    .option('--benchmark', 'ranges of machines that are set up for a benchmark, without the margin for the field')
    .option('--json [file]', 'write JSON (- or nothing: standard output)')
    .action((_options: unknown, command: Command) => {
      status = wattsCommand(command, host)
    })
  withOutput(
    withSettings(
      program
        .command('compare')
        .description('compare reports, or variants of one task per functional unit such as 1000 inferences')
        .argument('[report...]', 'reports; the first one is BASE'),
      ['budget', 'config', 'on-measurement-error', 'strict'],
    ),
  )
    .option('--variant <name=file>', 'a report with a name of its own; may be repeated', collected)
    .option('--quality <name=number>', 'quality of a variant, higher is better; may be repeated', collected)
    .action((_reports: unknown, _flags: unknown, command: Command) => {
      status = compareCommand(command, host)
    })
  withSettings(
    program
      .command('model-card')
      .description('write the emissions into the front matter of a Hugging Face model card')
      .argument('<card>', 'the card, such as README.md')
      .argument('<report...>', 'reports; several are added up'),
    SUM_SETTINGS,
  )
    .option('--training-type <type>', 'pre-training or fine-tuning')
    .option('--location <text>', 'place of the training; when missing the region or zone of the reports')
    .option('--hardware <text>', 'hardware of the training; when missing that of the reports')
    .option('--check', 'write nothing; status 1 if the card is out of date')
    .option('--no-enforce', 'report only: exceeding the budget does not fail')
    .action(async (...all: unknown[]) => {
      // The YAML library is loaded only for this.
      const { modelCardCommand } = await import('./model-card.ts')
      status = modelCardCommand(all.at(-1) as Command, host)
    })
  withSettings(
    program
      .command('export')
      .description('write reports in formats of others: BoAmps, Impact Framework, EU model documentation')
      .argument('<report...>', 'reports; several are added up'),
    SUM_SETTINGS,
  )
    .option('--boamps <file>', 'BoAmps report, JSON (-: standard output)')
    .option('--task <file>', 'with --boamps: its object `task`, YAML or JSON, which no report knows')
    .option('--impact-framework <file>', 'SCI statement as a manifest of the Impact Framework (-: standard output)')
    .option('--eu-form <file>', "energy lines of the EU's Model Documentation Form, Markdown (-: standard output)")
    .option('--no-enforce', 'report only: exceeding the budget does not fail')
    .action(async (...all: unknown[]) => {
      const { exportCommand } = await import('./export.ts')
      status = exportCommand(all.at(-1) as Command, host)
    })
  program
    .command('label')
    .description('draw the carbon label of a report, as SVG or PNG')
    .argument('<report>', 'a report')
    .option('-o, --output <file>', 'SVG file to write; standard output when missing')
    .option('--png <file>', 'PNG file to write (needs the package @resvg/resvg-js)')
    .option('--for <kind>', 'run, or service: per million tokens or per 1,000 of another unit (default run)')
    .option('--runs-per-month <n>', 'shows what so many runs a month add up to')
    .action(async (file: string, flags: LabelFlags) => {
      status = await labelCommand(file, flags, host)
    })
  program
    .command('badge')
    .description('draw the badge of a report or of a month, as SVG or as JSON for shields.io')
    .argument('[report]', 'a report')
    .option('-o, --output <file>', 'file to write; standard output when missing')
    .option('--json', 'the JSON that a shields endpoint answers')
    .option('--label <text>', 'text of the left half (default carbon)')
    .option('--ledger <where>', 'total of the current month and its trend, from this ledger instead of a report')
    .option('--budget <line>', 'with --ledger: limit of the month, such as "2 kg per month", for the letter')
    .action(async (file: string | undefined, flags: BadgeFlags) => {
      status = await badgeCommand(file, flags, host)
    })
  withSettings(program.command('dashboard'), ['budget', 'config'])
    .description('write the history as one HTML page: from a ledger, from GitHub alone, or from reports')
    .argument('[report...]', 'reports: files, folders, globs')
    .option('-o, --output <file>', 'HTML file to write (-: standard output)')
    .option(
      '--ledger <where...>',
      'one or more ledgers: branch, `refs/...`, path or URL of a repository, `postgres://`',
    )
    .option('--month <month>', 'with --ledger: a UTC month; the current one and the two before when missing')
    .option('--from <day>', 'with --ledger: first UTC day, such as 2026-11-01')
    .option('--to <day>', 'with --ledger: last UTC day; today when missing')
    .option('--from-api <time>', 'all runs of the last days from GitHub alone, estimated, such as 30d; no ledger')
    .option('--repository <name>', 'with --from-api: owner/name; GITHUB_REPOSITORY when missing')
    .action(async (...all: unknown[]) => {
      status = await (await import('./dashboard.ts')).dashboardCommand(all.at(-1) as Command, host)
    })
  addLedgerCommands(program, host, (ended) => {
    status = ended
  })
  program
    .command('init')
    .description('set up a repository: write a workflow and a config file; overwrites nothing')
    .option('--dir <folder>', 'a folder of the repository; the current one when missing')
    .option('--dry-run', 'show what would be written, and write nothing')
    .addOption(
      new Option('--forge <forge>', 'where its CI runs; found by origin and files when missing').choices(INIT_FORGES),
    )
    .addOption(
      new Option('--budget <line>', 'budget line for the config file').argParser(
        (line: string, before: string | undefined) => (before === undefined ? line : `${before}\n${line}`),
      ),
    )
    .option('--report <file>', 'propose the budget from this report: 1.5 times its figure')
    .option('--ledger [where]', "also write the ledger's hourly collector (default carbon-ledger)")
    .action(async (flags: InitFlags) => {
      status = await (await import('./init.ts')).initCommand(flags, host)
    })
  program
    .command('completion')
    .description('print a shell completion script')
    .argument('<shell>', SHELLS.join(', '))
    .action(async (shell: string) => {
      status = await (await import('./completion.ts')).completionCommand(shell, host.console)
    })
  program
    .command(COMPLETE, { hidden: true })
    .description('what a shell asks for completion')
    .argument('[words...]')
    .action(async (words: string[]) => {
      status = await (await import('./completion.ts')).completeCommand(words, program, host.console)
    })
  program
    .command('schema')
    .description('print a JSON Schema')
    .argument('<name>', 'report, config, ledger or plan')
    .action(async (name: string) => {
      status = await schemaCommand(name, host.console)
    })
  program
    .command('notes')
    .description('explain the code of a note or warning, or list all of them')
    .argument('[code]', 'a code, such as grid-fallback')
    .action(async (code: string | undefined) => {
      status = (await import('./notes.ts')).notesCommand(code, host.console)
    })

  try {
    withHelp(program)
    checkHelpTopic(words, program)
    const isVersion = argv.length === 1 && (argv[0] === '-v' || argv[0] === 'version')
    await program.parseAsync(isVersion ? ['--version'] : words, { from: 'user' })
    return status
  } catch (error) {
    if (error instanceof CommanderError) {
      if (error.exitCode === 0) return EXIT.ok
      // Without any argument the help page has been printed.
      if (error.code !== 'commander.help') {
        host.console.err(`carbon-gate: ${describeUsageError(error, words, program)}\n`)
      }
      return EXIT.usage
    }
    const { status: failed, message } = statusOfError(error)
    host.console.err(`carbon-gate: ${message}\n`)
    return failed
  }
}
