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

/** Flags that may be repeated: each is a line more. */
const REPEATABLE: ReadonlySet<SettingName> = new Set(['budget', 'regions', 'logs', 'log-columns', 'usage'])

/** Placeholders of values in help pages, for settings without a unit or a list of words. */
const PLACEHOLDERS: Readonly<Partial<Record<SettingName, string>>> = {
  budget: 'line',
  config: 'file',
  plan: 'file',
  factors: 'file',
  logs: 'glob',
  usage: 'glob',
  'log-columns': 'column',
  units: 'count',
  region: 'region',
  zone: 'zone',
  regions: 'regions',
  pue: 'ratio',
  'grid-url': 'url',
  'boavizta-url': 'url',
  ledger: 'where',
  instance: 'type',
  vcpus: 'count',
  gpus: 'count',
  processors: 'count',
  'min-coverage': 'share',
  'stop-at': 'period',
  duration: 'time',
  within: 'time',
}

/** Placeholders by unit. */
const UNIT_WORDS: Readonly<Record<string, string>> = { h: 'hours', W: 'watts', '%': 'percent', s: 'seconds' }

/** Maximum number of words in a placeholder. A longer list is in the description. */
const FEW_WORDS = 3

/** `--hours <hours>`, `--on-ledger-error <warn|fail>`: a flag as help pages show it, what it does, and its default. */
function flagOf(name: SettingName, description?: string): { flags: string; about: string } {
  const { about, schema, unit = '' } = SETTINGS[name] as Setting<unknown>
  const words = Array.isArray(schema['enum']) ? (schema['enum'] as string[]) : []
  const isShort = words.length > 0 && words.length <= FEW_WORDS
  const value = isShort ? words.join('|') : (PLACEHOLDERS[name] ?? UNIT_WORDS[unit] ?? (unit || 'name'))
  const usual = String((DEFAULTS as SetValues)[name] ?? '')
  const more = [isShort ? '' : words.join(', '), usual === '' ? '' : `default ${usual}${unit && ` ${unit}`}`]
  const listed = more.filter(Boolean).join('; ')
  return {
    flags: `--${name} ${schema['type'] === 'boolean' ? '[true|false]' : `<${value}>`}`,
    about: `${description ?? about}${listed && ` (${listed})`}`,
  }
}

/** Descriptions of settings that differ from the table's in one command. Null: the flag is accepted and has no effect. */
export type SettingWords = Readonly<Partial<Record<SettingName, string | null>>>

/** Descriptions of flags where the table describes an input with several lines. */
const FLAG_WORDS: SettingWords = {
  budget: 'budget line, such as `5 g`; may be repeated; adds to those of the config file',
  comment: 'in GitLab CI: note on the merge request; auto: only `gate` writes it',
  logs: 'glob of tracker logs; may be repeated',
  usage: 'glob of usage logs of language models; may be repeated',
  regions: 'regions to choose from, with commas between; may be repeated',
  'log-columns': 'column of a log in an unknown format, such as `energy: used in kWh`; may be repeated',
}

/** Value of a flag that is given several times: one line each. */
export function joinLines(line: string, before: string | undefined): string {
  return before === undefined ? line : `${before}\n${line}`
}

/** Adds one flag per setting, described by the table. */
export function withSettings(command: Command, names: readonly SettingName[], words: SettingWords = {}): Command {
  const described: SettingWords = { ...FLAG_WORDS, ...words }
  for (const name of names) {
    const { flags, about } = flagOf(name, described[name] ?? undefined)
    const option = new Option(flags, about).hideHelp(words[name] === null)
    if (REPEATABLE.has(name)) option.argParser(joinLines)
    command.addOption(option)
  }
  return command
}

/** Contents of the files of `--json`, `--markdown` and `--svg`. */
const OUTPUTS = { json: 'the report', markdown: 'what the pull-request comment would say', svg: 'the carbon label' }

/** Adds `--json`, `--markdown`, `--svg`, `--no-enforce`. */
export function withOutput(command: Command, { json, markdown, svg } = OUTPUTS): Command {
  return withoutEnforcement(command)
    .option('--json [file]', `write ${json} (- or nothing: standard output)`)
    .option('--markdown <file>', `write ${markdown} (-: standard output)`)
    .option('--svg <file>', `write ${svg} (-: standard output)`)
}

/** Adds `--no-enforce`. */
export function withoutEnforcement(command: Command): Command {
  return command.option('--no-enforce', 'report only: exceeding the budget does not fail')
}

/** Flags that were given to a command in which they have no effect. */
export function uselessFlags(command: Command): string[] {
  return command.options
    .filter((option) => option.hidden && command.getOptionValueSource(option.attributeName()) === 'cli')
    .map((option) => `--${option.name()}`)
}

/** Reads the settings among a command's parsed flags. @throws ConfigurationError */
export function settingsOf(command: Command): SetValues {
  const texts: Partial<Record<SettingName, string>> = {}
  for (const option of command.options) {
    const name = option.name() as SettingName
    if (!Object.hasOwn(SETTINGS, name) || option.negate) continue
    const value: unknown = command.getOptionValue(option.attributeName())
    if (typeof value === 'string') texts[name] = value
    // A switch without a value.
    else if (value === true) texts[name] = 'true'
  }
  const enforce: unknown = command.getOptionValue('enforce')
  return { ...readSettings(texts), ...(enforce === false && { enforce: false }) }
}

/**
 * Refuses a blank option of any command. An unset variable in a script (`--budget "$LIMIT"`, `--json "$REPORT"`) would otherwise switch the
 * gate off, or show only at the end of long work.
 * @throws ConfigurationError
 */
export function refuseBlankOptions(command: Command): void {
  for (const option of command.options) {
    const values: unknown[] = [command.getOptionValue(option.attributeName())].flat()
    // A repeated setting is one text, in which a blank one is a blank line.
    const texts = values
      .filter((value) => typeof value === 'string')
      .flatMap((text) => (Object.hasOwn(SETTINGS, option.name()) ? text.split('\n') : [text]))
    if (texts.some((text) => text.trim() === '')) {
      throw new ConfigurationError(`${option.long ?? option.flags} is blank: give it a value, or leave the flag out`)
    }
  }
}
