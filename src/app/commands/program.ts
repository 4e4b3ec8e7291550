import { type Argument, Command, CommanderError } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { VERSION } from '../../core/version.ts'
import { EXIT, statusOfError } from '../exit-status.ts'
import { withHelp } from './help.ts'
import { addGridCommands } from './grid-program.ts'
import type { CommandLine, Host } from './host.ts'
import { addJudgingCommands } from './judging-program.ts'
import { refuseTakenCommand, refuseTakenFlags } from './misplaced-flags.ts'
import { refuseBlankOptions } from './options.ts'
import { addLedgerCommands } from './ledger-program.ts'
import { addReportCommands } from './report-program.ts'
import { addToolCommands } from './tool-program.ts'
import { checkHelpTopic, describeUsageError, withHelpFlag } from './usage-errors.ts'

/**
 * The flag that takes what a user is most likely to write as plain arguments of a command, as in `intensity DE`, and what joins several of
 * them: `watts EPYC 7763` is one name, `where DE SE` are two regions.
 */
const MAIN_FLAGS: Readonly<Record<string, readonly [flag: string, separator: string]>> = {
  estimate: ['--plan', ' '],
  intensity: ['--zone', ' '],
  watts: ['--cpu', ' '],
  when: ['--zone', ' '],
  where: ['--regions', ','],
}

/**
 * A value without its flag, or a name with spaces without its quotes, leaves arguments over.
 * @throws ConfigurationError that proposes the flag
 */
function assertNothingLeft(command: Command): void {
  const { args, registeredArguments } = command
  const extra = args[registeredArguments.length]
  if (extra === undefined || registeredArguments.at(-1)?.variadic === true) return
  const quoted = (text: string): string => printable(JSON.stringify(text.slice(0, 200)))
  const [flag, separator] = MAIN_FLAGS[command.name()] ?? []
  // With flags before it, the argument is more likely the rest of an unquoted name.
  const hasFlags = command.options.some((option) => command.getOptionValueSource(option.attributeName()) === 'cli')
  throw new ConfigurationError(
    flag === undefined || hasFlags
      ? `${quoted(extra)} belongs to no flag: put a value with spaces in quotes, and give every flag its value`
      : `${quoted(args.join(' '))} lacks its flag: did you mean ${command.name()} ${flag} ${quoted(args.join(separator))}?`,
  )
}

/** An argument as usage lines show it: `<file>`, `[file...]`. */
function argumentTerm(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '...' : '')
  return argument.required ? `<${name}>` : `[${name}]`
}

/**
 * Runs the command line. The code of a command is loaded when it is called: `run` does not pay for the readers of logs.
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
    .commandsGroup('Look up:')
    .helpCommand('help [command]', 'show the help page of a command')
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
      refuseTakenFlags(command)
      refuseBlankOptions(command)
      assertNothingLeft(command)
      if (command.name() === 'run') refuseTakenCommand(argv, command.args, command)
    })

  const line: CommandLine = {
    program,
    host,
    argv,
    ends:
      (run) =>
      async (...all) => {
        const command = all.at(-1) as Command
        status = await run(command, command.args)
      },
  }
  addJudgingCommands(line)
  addGridCommands(line)
  addReportCommands(line)
  addLedgerCommands(line)
  addToolCommands(line)

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
