import { type Command, CommanderError } from 'commander'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
import { EXIT } from '../exit-status.ts'
import { COMPLETE } from './completion-shells.ts'
import { EXAMPLES } from './help.ts'

/**
 * One line for an error that the argument parser found: what is wrong and what would work.
 * @param argv arguments of the whole program
 */
export function describeUsageError(error: CommanderError, argv: readonly string[], program: Command): string {
  const { command, path } = commandOf(argv, program)
  const text = printable(error.message.replace(/^error: /, '').split('\n')[0] ?? '')
  const name = /'(-{0,2})([^']*)'/.exec(text)
  const help = ['carbon-gate', ...path, '--help'].join(' ')
  if (error.code === 'commander.unknownOption' && name) {
    const flags = command.options.flatMap(({ long }) => (long ? [long.slice(2)] : []))
    const near = nearest(name[2] ?? '', [...flags, 'help'], 1)[0]
    const owner = path.length === 0 ? findOwner(name[2] ?? '', argv, program) : null
    if (owner !== null) return `${text} before the command: write it after, as in carbon-gate ${owner}`
    if (near === undefined && path[0] === 'run' && !argv.includes('--')) {
      return `${text}: if it belongs to the command, put \`--\` before the command, as in run -- node ${printable(name[1] ?? '')}${name[2]}`
    }
    return withNearest(text, near === undefined ? undefined : `--${near}`, help)
  }
  if (error.code === 'commander.unknownCommand' && name) {
    const known = command.commands.map((each) => each.name()).filter((each) => each !== COMPLETE)
    const near = nearest(name[2] ?? '', [...known, 'help'], 1)[0]
    return withNearest(text, near === undefined ? undefined : [...path, near].join(' '), help)
  }
  if (error.code === 'commander.invalidArgument') return withNearestChoice(text)
  if (error.code === 'commander.missingArgument' && path[0] !== undefined) {
    const examples = EXAMPLES[path[0]] ?? []
    const example = examples.find((each) => each.startsWith(path.join(' '))) ?? examples[0]
    return `${path.join(' ')}: ${text}${example ? `, for example \`carbon-gate ${example}\`` : ''}`
  }
  return text
}

/** The command that takes a flag which was written before it, with the flag; null if no command takes it. */
function findOwner(flag: string, argv: readonly string[], program: Command): string | null {
  const takes = ({ options }: Command): boolean => options.some(({ long }) => long === `--${flag}`)
  const named = program.commands.find((command) => argv.includes(command.name()) && takes(command))
  const owner = named ?? program.commands.find(takes)
  return owner === undefined ? null : `${owner.name()} --${flag}`
}

/** `help ledger add` and `ledger help add` as `ledger add --help`, which the parser knows at every level. */
export function withHelpFlag(argv: readonly string[]): readonly string[] {
  const at = argv[0] === 'ledger' ? 1 : 0
  return argv[at] === 'help' && argv.length > at + 1 ? [...argv.toSpliced(at, 1), '--help'] : argv
}

/**
 * Refuses a page of help about an unknown command, for which the parser would print the help of the whole program.
 * @throws CommanderError
 */
export function checkHelpTopic(argv: readonly string[], program: Command): void {
  if (!argv.some((arg) => arg === '--help' || arg === '-h')) return
  const { command, path } = commandOf(argv, program)
  const word = argv.slice(path.length)[0]
  if (command.commands.length === 0 || word === undefined || word.startsWith('-')) return
  throw new CommanderError(EXIT.usage, 'commander.unknownCommand', `error: unknown command '${word}'`)
}

/** Adds the nearest of the words that a flag takes. */
function withNearestChoice(text: string): string {
  const [, value = '', choices] = / argument '(.*)' is invalid\. Allowed choices are (.*)\.$/.exec(text) ?? []
  const near = choices === undefined ? undefined : nearest(value, choices.split(', '), 1)[0]
  return near === undefined ? text : `${text.slice(0, -1)}; did you mean ${near}?`
}

/** The command that the first words name, down to its subcommand, and those words. */
function commandOf(argv: readonly string[], program: Command): { command: Command; path: readonly string[] } {
  let command = program
  const path: string[] = []
  for (const word of argv) {
    const inner = command.commands.find((known) => known.name() === word)
    if (!inner) break
    command = inner
    path.push(word)
  }
  return { command, path }
}

/** @param near what to propose, as the user would write it @param help the command that shows what exists */
function withNearest(text: string, near: string | undefined, help: string): string {
  return near === undefined ? `${text}: see ${help}` : `${text}: did you mean ${near}?`
}
