import { type YAMLParseError, parseDocument } from 'yaml'
import type { Budget } from '../../core/budget.ts'
import { parseBudget } from '../../core/parse-budget.ts'
import { schemaAddress } from '../../core/schema-address.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { assertReadings } from '../../core/power/wall-readings.ts'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
import { readingsOf } from './wall-readings.ts'
import { SETTINGS, type SetValues, type SettingName, isSettingName, readSetting } from './table.ts'

/** A configuration larger than this is not one: it is refused before it is parsed. */
const MAX_CHARACTERS = 100_000

/** Brackets in it: thousands of nested ones take the parser seconds. */
const MAX_BRACKETS = 2_000

/** Settings that name the file itself or are given a step at a time: they make no sense inside it. */
const NOT_IN_FILE: ReadonlySet<SettingName> = new Set(['config', 'mode'])

/** Keys of the file that are not settings of a step. */
const OWN_KEYS = {
  budgets: { about: 'budget lines', schema: { type: 'array', items: { type: 'string' } } },
  protect: {
    about: 'true: on pull requests this file alone decides; inputs of the workflow that change the rules are ignored',
    schema: { type: 'boolean' },
  },
  extends: {
    about: 'organisation file whose budgets are floors: owner/repo/path@ref',
    schema: { type: 'string', pattern: '^[^/\\s]+/[^/\\s]+/[^@\\s]+@\\S+$' },
  },
  runners: {
    about: 'self-hosted runner labels: label -> {cpu, vcpus, memory-gb, gpu, gpus, watts, idle-watts, full-watts}',
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        additionalProperties: false,
        properties: {
          cpu: { type: 'string', description: 'name of the processor' },
          vcpus: { type: 'number', exclusiveMinimum: 0, description: 'logical processors' },
          'memory-gb': { type: 'number', minimum: 0, description: 'memory, GB' },
          gpu: { type: 'string', description: 'name of the GPU' },
          gpus: { type: 'integer', minimum: 0, maximum: 100_000, description: 'number of GPUs' },
          watts: { type: 'number', exclusiveMinimum: 0, description: 'typical power, W' },
          'idle-watts': { type: 'number', exclusiveMinimum: 0, description: 'power of the idle machine, W' },
          'full-watts': { type: 'number', exclusiveMinimum: 0, description: 'power at full load, W' },
        },
      },
    },
  },
  mapping: {
    about:
      'columns of a log of no known format, as log-columns: {energy: used in kWh, time: t in s, run: job}, or with the units apart: {energy: used, unit: kWh, emissions: co2, emissions-unit: kg}',
    schema: { type: 'object', additionalProperties: { type: 'string' } },
  },
} as const

/** A runner label of this project's own machines. */
export interface RunnerClass {
  readonly cpu?: string
  readonly vcpus?: number
  readonly 'memory-gb'?: number
  readonly gpu?: string
  readonly gpus?: number
  readonly watts?: number
  /** Wall power of the whole machine, W. */
  readonly 'idle-watts'?: number
  readonly 'full-watts'?: number
}

/** The file, read. */
export interface ConfigFile {
  /** Its path as it was asked for; absent where there is no file. */
  readonly path?: string
  readonly budgets: readonly Budget[]
  readonly extends: string | null
  /** Whether inputs of a proposal that change the rules are ignored. */
  readonly protect: boolean
  readonly runners: Readonly<Record<string, RunnerClass>>
  readonly values: SetValues
}

export const EMPTY_CONFIG: ConfigFile = { budgets: [], extends: null, protect: false, runners: {}, values: {} }

/**
 * Reads the config file's YAML.
 * @throws ConfigurationError with one line: file, key, value and what would work
 */
export function parseConfigFile(text: string, file: string): ConfigFile {
  const content = rootMapping(text, file)
  const config = { ...EMPTY_CONFIG, path: file, values: {} as Record<string, unknown> }
  for (const [key, value] of content) {
    // Editors write it to find the schema.
    if (key === '$schema') continue
    if (key === 'budgets') config.budgets = budgetList(value, file)
    else if (key === 'extends') config.extends = extendsOf(value, file)
    else if (key === 'protect') config.protect = protectOf(value, file)
    else if (key === 'runners') config.runners = runnersOf(value, file)
    else if (key === 'mapping' || (key === 'log-columns' && value instanceof Map)) {
      config.values['log-columns'] = columnLines(value, key, file)
    } else if (isSettingName(key) && !NOT_IN_FILE.has(key)) config.values[key] = settingOf(key, value, file)
    else throw unknownKey(key, file)
  }
  return config as ConfigFile
}

function rootMapping(text: string, file: string): [string, unknown][] {
  if (text.length > MAX_CHARACTERS) {
    throw new ConfigurationError(`${file} has ${text.length} characters: at most ${MAX_CHARACTERS} are read`)
  }
  if ((text.match(/[[{]/g) ?? []).length > MAX_BRACKETS) {
    throw new ConfigurationError(
      `${file} has more than ${MAX_BRACKETS} brackets: write lists and mappings line by line`,
    )
  }
  const document = parseDocument(text, { strict: true, uniqueKeys: true, schema: 'core', maxAliasCount: 0 } as object)
  const fault = document.errors[0]
  if (fault) throw new ConfigurationError(`${file}: ${describeFault(fault)}`)
  let content: unknown
  try {
    content = document.toJS({ maxAliasCount: 10, mapAsMap: true })
  } catch {
    throw new ConfigurationError(`${file}: too many YAML aliases`)
  }
  if (content === null || content === undefined) return []
  if (!(content instanceof Map)) {
    throw new ConfigurationError(`${file}: settings are needed, such as \`budgets: [5 g]\``)
  }
  return [...content].map(([key, value]) => [String(key), value])
}

/** What is wrong with the YAML, with its line, in one sentence. */
function describeFault({ code, message }: YAMLParseError): string {
  if (code === 'MULTIPLE_DOCS') return 'it has several documents: keep one, without `---` between'
  return printable((message.split('\n')[0] ?? 'it is not YAML').replace(/:$/, ''))
}

function unknownKey(key: string, file: string): ConfigurationError {
  const known = [
    ...Object.keys(OWN_KEYS),
    ...Object.keys(SETTINGS).filter((name) => !NOT_IN_FILE.has(name as SettingName)),
  ]
  const near = nearest(key, known, 1)[0]
  const hint = near ? `did you mean ${near}?` : `known keys are ${known.join(', ')}`
  return new ConfigurationError(`${file}: key ${printable(JSON.stringify(key.slice(0, 60)))} is unknown; ${hint}`)
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function settingOf(name: SettingName, value: unknown, file: string): unknown {
  const text = Array.isArray(value) && value.every(isScalar) ? value.join('\n') : value
  if (!isScalar(text)) throw new ConfigurationError(`${file}: ${name} needs a plain value, not a ${kindOf(value)}`)
  return inFile(file, () => readSetting(name, String(text)))
}

function budgetList(value: unknown, file: string): Budget[] {
  const list = isScalar(value) ? String(value).split('\n') : value
  if (!Array.isArray(list) || !list.every(isScalar)) {
    throw new ConfigurationError(`${file}: budgets needs a list of lines, such as \`- 5 g per workflow\``)
  }
  // A blank entry is a budget that was meant to be set.
  const isBlank = (line: unknown): boolean => String(line).trim() === ''
  if (isScalar(value) ? isBlank(value) : list.some(isBlank)) {
    throw new ConfigurationError(
      `${file}: budgets has a blank line: write one such as \`- 5 g per workflow\`, or remove it`,
    )
  }
  return inFile(file, () => list.filter((line) => !isBlank(line)).map((line) => parseBudget(String(line))))
}

function extendsOf(value: unknown, file: string): string {
  if (typeof value === 'string' && /^[^/\s]+\/[^/\s]+\/[^@\s]+@\S+$/.test(value)) return value
  throw new ConfigurationError(`${file}: extends is ${JSON.stringify(value)}: owner/repo/path@ref is needed`)
}

function protectOf(value: unknown, file: string): boolean {
  if (typeof value === 'boolean') return value
  throw new ConfigurationError(`${file}: protect is ${JSON.stringify(value)}: use true or false`)
}

function runnersOf(value: unknown, file: string): Record<string, RunnerClass> {
  const runners: Record<string, RunnerClass> = Object.create(null) as Record<string, RunnerClass>
  for (const [label, row] of entriesOf(value, 'runners', file)) {
    const known = OWN_KEYS.runners.schema.additionalProperties.properties
    const machine: Record<string, unknown> = {}
    for (const [key, field] of entriesOf(row, `runners.${label}`, file)) {
      if (!Object.hasOwn(known, key) || !isScalar(field)) {
        throw new ConfigurationError(`${file}: runners.${label}.${key} is not one of ${Object.keys(known).join(', ')}`)
      }
      machine[key] = inFile(file, () => readSetting(key as SettingName, String(field)))
    }
    const runner = machine as RunnerClass
    inFile(file, () => assertReadings(readingsOf(runner), `runners.${label}.`))
    runners[label] = runner
  }
  return runners
}

/** Columns written as a mapping, as the lines of `log-columns`; a unit may be given as `unit` (of the energy) or `time-unit`. */
function columnLines(value: unknown, key: string, file: string): readonly string[] {
  const columns = new Map<string, string>()
  const units = new Map<string, string>()
  for (const [name, column] of entriesOf(value, key, file)) {
    if (!isScalar(column)) throw new ConfigurationError(`${file}: ${key}.${name} needs a column name`)
    if (name === 'unit') units.set('energy', String(column))
    else if (name.endsWith('-unit')) units.set(name.slice(0, -'-unit'.length), String(column))
    else columns.set(name === 'name' ? 'run' : name, String(column))
  }
  for (const what of units.keys()) {
    if (!columns.has(what)) throw new ConfigurationError(`${file}: ${key} has a unit and no column of ${what}`)
  }
  return [...columns].map(([what, column]) => `${what}: ${column}${units.has(what) ? ` in ${units.get(what)}` : ''}`)
}

function entriesOf(value: unknown, key: string, file: string): [string, unknown][] {
  if (value instanceof Map) return [...value].map(([name, each]) => [String(name), each])
  throw new ConfigurationError(`${file}: ${key} needs keys and values, not a ${kindOf(value)}`)
}

function kindOf(value: unknown): string {
  if (value === null) return 'blank'
  return Array.isArray(value) ? 'list' : value instanceof Map ? 'mapping' : typeof value
}

function inFile<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof ConfigurationError) throw new ConfigurationError(`${file}: ${error.message}`)
    throw error
  }
}

/** The JSON Schema of the file, as `schema config` prints it. */
export function configJsonSchema(): Record<string, unknown> {
  const properties: Record<string, unknown> = {}
  for (const [key, { about, schema }] of Object.entries(OWN_KEYS)) properties[key] = { description: about, ...schema }
  for (const [name, { about, schema }] of Object.entries(SETTINGS)) {
    if (!NOT_IN_FILE.has(name as SettingName)) properties[name] = { description: about, ...schema }
  }
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: schemaAddress('config'),
    title: 'Carbon Gate configuration (.github/carbon-gate.yml)',
    type: 'object',
    additionalProperties: false,
    properties: { $schema: { type: 'string', description: 'address of this schema, for editors' }, ...properties },
  }
}
