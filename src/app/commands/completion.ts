import type { RootCommand } from '@bomb.sh/tab'
import type { Command, Option } from 'commander'
import { nearest } from '../../core/nearest.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { NOTES } from '../../core/note-table.ts'
import { printable } from '../../core/text.ts'
import { FORMATS } from '../../trackers/formats.ts'
import type { Console } from '../console.ts'
import { EXIT } from '../exit-status.ts'
import type { Setting } from '../settings/setting.ts'
import { SETTINGS, isSettingName } from '../settings/table.ts'
import { BASH_SCRIPT, COMPLETE, SHELLS } from './completion-shells.ts'
import { SCHEMA_NAMES } from './schema.ts'

/** `completion SHELL`: prints the shell's script. @throws ConfigurationError for another shell */
export async function completionCommand(shell: string, console: Console): Promise<number> {
  if (!(SHELLS as readonly string[]).includes(shell)) {
    const near = nearest(shell, SHELLS, 1)[0]
    const hint = near === undefined ? `use ${SHELLS.join(', ')}` : `did you mean ${near}?`
    throw new ConfigurationError(`shell ${printable(JSON.stringify(shell))} is unknown: ${hint}`)
  }
  if (shell === 'bash') console.out(BASH_SCRIPT)
  else {
    const { script } = await import('@bomb.sh/tab')
    for (const line of capture(() => script(shell, 'carbon-gate', 'carbon-gate'))) console.out(`${line}\n`)
  }
  return EXIT.ok
}

/**
 * `complete -- WORDS`: what may follow, one a line, then `:` and the library's directive: 4 where files make no sense, else 0.
 * @param words what was typed after the program's name; the last one is being typed
 */
export async function completeCommand(words: readonly string[], program: Command, console: Console): Promise<number> {
  const tab = await import('@bomb.sh/tab')
  const root = new tab.RootCommand()
  addCommands(root, program, [])
  const typed = words.at(-1) ?? ''
  // After `--` come the words of the measured command.
  const lines = words.slice(0, -1).includes('--') ? [] : capture(() => root.parse([...words])).slice(0, -1)
  const takesFiles = lines.length === 0 && !(typed.startsWith('-') && !typed.includes('='))
  console.out([...lines, takesFiles ? ':0' : ':4'].map((line) => `${line}\n`).join(''))
  return EXIT.ok
}

/** The library prints; what it printed is returned, so that the caller's console writes it. */
function capture(print: () => void): string[] {
  const lines: string[] = []
  const { log } = globalThis.console
  globalThis.console.log = (line: string) => void lines.push(line)
  try {
    print()
  } finally {
    globalThis.console.log = log
  }
  return lines
}

function addCommands(root: RootCommand, parent: Command, path: readonly string[]): void {
  for (const command of parent.commands.filter((each) => each.name() !== COMPLETE)) {
    const name = [...path, command.name()]
    const entry = root.command(name.join(' '), command.description())
    for (const option of command.options) {
      if (option.long === undefined || option.long === null || option.hidden) continue
      const values = valuesOf(option)
      const flag = option.long.slice(2)
      if (!option.required && !option.optional) entry.option(flag, option.description)
      else entry.option(flag, option.description, (complete) => values.forEach((value) => complete(value, '')))
    }
    entry.option('help', 'display help for command')
    const words = ARGUMENTS[command.name()]
    if (words) entry.argument('value', (complete) => words().forEach((word) => complete(word, '')), false)
    addCommands(root, command, name)
  }
}

/** Arguments with fixed words, by command. */
const ARGUMENTS: Readonly<Record<string, () => readonly string[]>> = {
  completion: () => SHELLS,
  notes: () => Object.keys(NOTES),
  schema: () => SCHEMA_NAMES,
}

/** Fixed values of a flag; empty if any text may follow. */
function valuesOf(option: Option): readonly string[] {
  if (option.argChoices) return option.argChoices
  const name = option.name()
  if (name === 'format') return ['auto', ...FORMATS.map((format) => format.name)]
  if (name === 'for') return ['run', 'service']
  const known = name === 'provider' ? 'grid-provider' : name
  if (!isSettingName(known)) return []
  const { schema } = SETTINGS[known] as Setting<unknown>
  if (schema['type'] === 'boolean') return ['true', 'false']
  return Array.isArray(schema['enum']) ? (schema['enum'] as string[]) : []
}
