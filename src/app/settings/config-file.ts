import { parseDocument } from 'yaml'
import type { Budget } from '../../core/budget.ts'
import { parseBudget } from '../../core/parse-budget.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
import { yamlFault } from '../../core/yaml-fault.ts'
import { columnLines } from './column-mapping.ts'
import { type ConfigFile, EMPTY_CONFIG } from './empty-config.ts'
import { NOT_IN_FILE, OWN_KEYS } from './config-keys.ts'
import { inFile, isScalar, kindOf } from './config-values.ts'
import { runnersOf } from './runner-class.ts'
import { SETTINGS, type SettingName, isSettingName, readSetting } from './table.ts'

/** A configuration larger than this is not one: it is refused before it is parsed. */
const MAX_CHARACTERS = 100_000

/** Brackets in it: thousands of nested ones take the parser seconds. */
const MAX_BRACKETS = 2_000

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
  const [error] = document.errors
  if (error) {
    const { text: fault, line } = yamlFault(error)
    throw new ConfigurationError(`${line === null ? file : `${file}:${line}`}: ${fault}`)
  }
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
  return [...content].map(([key, value]) => {
    if (!isScalar(key))
      throw new ConfigurationError(`${file}: a key is a ${kindOf(key)}: a name such as budgets is needed`)
    return [String(key), value]
  })
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
