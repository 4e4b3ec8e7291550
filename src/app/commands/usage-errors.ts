import type { Command, CommanderError } from 'commander'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
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
    if (near === undefined && path[0] === 'run' && !argv.includes('--')) {
      return `${text}: if it belongs to the command, put \`--\` before the command, as in run -- node ${printable(name[1] ?? '')}${name[2]}`
    }
    return withNearest(text, near === undefined ? undefined : `--${near}`, help)
  }
  if (error.code === 'commander.unknownCommand' && name) {
    const known = command.commands.map((each) => each.name()).filter((each) => each !== COMPLETE)
    const near = nearest(name[2] ?? '', known, 1)[0]
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
