import type { Command, CommanderError } from 'commander'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
import { EXAMPLES } from './help.ts'

/**
 * One line for an error that the argument parser found: what is wrong and what would work.
 * @param argv arguments of the whole program
 */
export function describeUsageError(error: CommanderError, argv: readonly string[], program: Command): string {
  const command = program.commands.find((known) => known.name() === argv[0]) ?? null
  const text = printable(error.message.replace(/^error: /, '').split('\n')[0] ?? '')
  const name = /'(-{0,2})([^']*)'/.exec(text)
  if (error.code === 'commander.unknownOption' && name) {
    const flags = (command ?? program).options.flatMap(({ long }) => (long ? [long.slice(2)] : []))
    const near = nearest(name[2] ?? '', [...flags, 'help'], 1)[0]
    if (near === undefined && command?.name() === 'run' && !argv.includes('--')) {
      return `${text}: if it belongs to the command, put \`--\` before the command, as in run -- node ${printable(name[1] ?? '')}${name[2]}`
    }
    return withNearest(text, near, '--')
  }
  if (error.code === 'commander.unknownCommand' && name) {
    return withNearest(
      text,
      nearest(
        name[2] ?? '',
        program.commands.map((known) => known.name()),
        1,
      )[0],
      '',
    )
  }
  if (error.code === 'commander.missingArgument' && command) {
    const example = EXAMPLES[command.name()]?.[0]
    return `${command.name()}: ${text}${example ? `, for example \`carbon-gate ${example}\`` : ''}`
  }
  return text
}

function withNearest(text: string, near: string | undefined, prefix: string): string {
  return near === undefined ? `${text}: see carbon-gate --help` : `${text}: did you mean ${prefix}${near}?`
}
