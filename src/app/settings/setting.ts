import { ConfigurationError } from '../../core/errors.ts'
import { parseBudgets } from '../../core/parse-budget.ts'
import { parseUnits } from '../../core/functional-unit.ts'
import { nearest } from '../../core/nearest.ts'
import { printable } from '../../core/text.ts'
import { parseWhere } from '../../ledger/where.ts'

/** One setting: how its text is read. The same for an input of the action, a flag of the command line and a key of the file. */
export interface Setting<T> {
  readonly about: string
  /** JSON Schema of the key in the file. */
  readonly schema: Record<string, unknown>
  /** Unit of a number, for people. */
  readonly unit?: string
  /** @throws ConfigurationError that names the setting, the value and what would work */
  read(text: string, name: string): T
}

/** The error of a value that cannot be read. */
export function refuse(name: string, text: string, wanted: string): ConfigurationError {
  return new ConfigurationError(`${name} is ${printable(JSON.stringify(text.slice(0, 80)))}: ${wanted}`)
}

/** Any text. */
export function text(about: string): Setting<string> {
  return { about, schema: { type: 'string' }, read: (value) => value.trim() }
}

/** Where a ledger is; checked before any work starts, and never with a password. */
export function ledger(about: string): Setting<string> {
  return {
    about,
    schema: { type: 'string' },
    read(value) {
      parseWhere(value)
      return value.trim()
    },
  }
}

/** One word of a list. */
export function choice<const T extends string>(about: string, words: readonly T[]): Setting<T> {
  return {
    about,
    schema: { enum: words },
    read(value, name) {
      const word = words.find((each) => each === value.trim().toLowerCase())
      if (word === undefined) {
        const near = nearest(value.trim(), words, 1)[0]
        throw refuse(
          name,
          value,
          `use one of ${words.join(', ')}${near === undefined ? '' : `; did you mean ${near}?`}`,
        )
      }
      return word
    },
  }
}

/** Several words of a list, with commas or line ends between them. */
export function words<const T extends string>(about: string, allowed: readonly T[]): Setting<readonly T[]> {
  const { read } = choice(about, allowed)
  return {
    about,
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { enum: allowed } }] },
    read: (value, name) =>
      value
        .split(/[,\r\n]+/)
        .filter((word) => word.trim() !== '')
        .map((word) => read(word, name)),
  }
}

/** true or false, as YAML 1.2 core schema writes them. */
export function flag(about: string): Setting<boolean> {
  return {
    about,
    schema: { type: 'boolean' },
    read(value, name) {
      const word = value.trim().toLowerCase()
      if (word !== 'true' && word !== 'false') throw refuse(name, value, 'use true or false')
      return word === 'true'
    },
  }
}

/** Lines of text; blank ones are left out. */
export function lines(about: string): Setting<readonly string[]> {
  return {
    about,
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    read: (value) =>
      value
        .split(/\r\n|\r|\n/)
        .map((line) => line.trim())
        .filter((line) => line !== ''),
  }
}

/** Lines of text that the file may also write as keys and values. */
export function linesOrMapping(about: string): Setting<readonly string[]> {
  const { schema, read } = lines(about)
  const mapping = { type: 'object', additionalProperties: { type: 'string' } }
  return { about, schema: { anyOf: [...(schema.anyOf as readonly unknown[]), mapping] }, read }
}

/** Budget lines. */
export function budgets(about: string): Setting<ReturnType<typeof parseBudgets>> {
  return {
    about,
    schema: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }] },
    read: (value) => parseBudgets(value),
  }
}

/** A count of a functional unit. */
export function units(about: string): Setting<NonNullable<ReturnType<typeof parseUnits>>> {
  return {
    about,
    schema: { type: 'string', examples: ['1000 inferences'] },
    read(value, name) {
      const parsed = parseUnits(value)
      if (parsed === null)
        throw refuse(name, value, `a count above 0 and a name are needed, such as \`${countExample(value)}\``)
      return parsed
    },
  }
}

/** `5k inferences` and `5,000 inferences`, written out. */
function countExample(text: string): string {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?) ?(k|M)? ?(\p{L}.*)$/u.exec(text.trim())
  const [, number = '', prefix, name] = match ?? []
  const count = Number(number.replaceAll(',', '')) * (prefix === 'k' ? 1e3 : prefix === 'M' ? 1e6 : 1)
  return match && count > 0 ? `${count} ${name}` : '1000 inferences'
}
