import { type Command, Option } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import type { Setting } from '../settings/setting.ts'
import { DEFAULTS, SETTINGS, type SetValues, type SettingName, readSettings } from '../settings/table.ts'

/** Settings that every judging command takes. */
export const COMMON_SETTINGS = [
  'budget',
  'config',
  'units',
  'region',
  'zone',
  'intensity',
  'pue',
  'embodied',
  'lifetime-years',
  'boavizta-url',
  'grid-provider',
  'grid-url',
  'max-api-wait',
  'on-measurement-error',
  'strict',
  'comment',
  'ledger',
  'on-ledger-error',
  'on-period-exceeded',
] as const satisfies readonly SettingName[]

/** Settings of commands that write what reports say: their budgets are judged as well. */
export const SUM_SETTINGS = ['budget', 'config', 'units', 'on-measurement-error', 'strict', 'min-coverage'] as const

/** Flags that are not settings: where the result goes. */
export interface OutputOptions {
  /** A file; `-` or true: standard output. */
  readonly json?: string | true
  /** A file; `-`: standard output. */
  readonly markdown?: string
  readonly svg?: string
}

/** Flags that may be repeated: each is a line more. */
const REPEATABLE: ReadonlySet<SettingName> = new Set(['budget', 'regions', 'logs', 'log-columns', 'usage'])

/** What a flag does, with the words or the unit it takes and its default. */
function helpOf(name: SettingName): string {
  const { about, schema, unit } = SETTINGS[name] as Setting<unknown>
  const words = Array.isArray(schema['enum']) ? (schema['enum'] as string[]).join(', ') : ''
  const usual = String((DEFAULTS as SetValues)[name] ?? '')
  const more = [unit, words, usual === '' ? '' : `default ${usual}`].filter(Boolean)
  return more.length > 0 ? `${about} (${more.join('; ')})` : about
}

/** Adds one flag per setting, described by the table. */
export function withSettings(command: Command, names: readonly SettingName[]): Command {
  for (const name of names) {
    const isSwitch = (SETTINGS[name] as Setting<unknown>).schema['type'] === 'boolean'
    const value = isSwitch ? '[value]' : `<${name === 'budget' ? 'line' : 'value'}>`
    const option = new Option(`--${name} ${value}`, helpOf(name))
    if (REPEATABLE.has(name)) {
      option.argParser((line: string, before: string | undefined) =>
        before === undefined ? line : `${before}\n${line}`,
      )
    }
    command.addOption(option)
  }
  return command
}

/** Adds `--json`, `--markdown`, `--svg`, `--no-enforce`. */
export function withOutput(command: Command): Command {
  return command
    .option('--json [file]', 'write the report (- or nothing: standard output)')
    .option('--markdown <file>', 'write what the pull-request comment would say (-: standard output)')
    .option('--svg <file>', 'write the carbon label (-: standard output)')
    .option('--no-enforce', 'report only: exceeding the budget does not fail')
}

/** Reads the settings among a command's parsed flags. @throws ConfigurationError */
export function settingsOf(command: Command): SetValues {
  const texts: Partial<Record<SettingName, string>> = {}
  for (const option of command.options) {
    const name = option.name() as SettingName
    if (!Object.hasOwn(SETTINGS, name) || option.negate) continue
    const value: unknown = command.getOptionValue(option.attributeName())
    if (typeof value === 'string') texts[name] = filled(name, value)
    // A switch without a value.
    else if (value === true) texts[name] = 'true'
  }
  const enforce: unknown = command.getOptionValue('enforce')
  return { ...readSettings(texts), ...(enforce === false && { enforce: false }) }
}

/**
 * Refuses a blank flag. An unset variable in a script (`--budget "$LIMIT"`) would otherwise switch the gate off.
 * @throws ConfigurationError
 */
function filled(name: SettingName, text: string): string {
  if (text.split('\n').every((line) => line.trim() !== '')) return text
  throw new ConfigurationError(`--${name} is blank: give it a value, or leave the flag out`)
}
