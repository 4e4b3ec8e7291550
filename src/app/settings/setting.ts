import { ConfigurationError } from '../../core/errors.ts'
import { parseBudgets } from '../../core/budget.ts'
import { parseUnits } from '../../core/budget.ts'
import { parseNumber } from '../../core/quantity.ts'
import { printable } from '../../core/text.ts'

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

function refuse(name: string, text: string, wanted: string): ConfigurationError {
  return new ConfigurationError(`${name} is ${printable(JSON.stringify(text.slice(0, 80)))}: ${wanted}`)
}

/** Any text. */
export function text(about: string): Setting<string> {
  return { about, schema: { type: 'string' }, read: (value) => value.trim() }
}

/** One word of a list. */
export function choice<const T extends string>(about: string, words: readonly T[]): Setting<T> {
  return {
    about,
    schema: { enum: words },
    read(value, name) {
      const word = words.find((each) => each === value.trim().toLowerCase())
      if (word === undefined) throw refuse(name, value, `use one of ${words.join(', ')}`)
      return word
    },
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

interface Bounds {
  readonly above?: number
  readonly from?: number
  readonly to?: number
  readonly whole?: boolean
}

/** A number within bounds, with its unit for the message. */
export function number(about: string, unit: string, bounds: Bounds): Setting<number> {
  const { above, from, to, whole } = bounds
  const kind = whole ? 'a whole number' : 'a number'
  const low = above === undefined ? (from === undefined ? '' : ` of at least ${from}`) : ` above ${above}`
  const wanted = `${kind}${low}${to === undefined ? '' : `${low === '' ? '' : ' and'} at most ${to}`}${unit && ` (${unit})`} is needed`
  return {
    about,
    unit,
    schema: {
      type: whole ? 'integer' : 'number',
      ...(above !== undefined && { exclusiveMinimum: above }),
      ...(from !== undefined && { minimum: from }),
      ...(to !== undefined && { maximum: to }),
    },
    read(value, name) {
      const parsed = parseNumber(value)
      const fits =
        parsed !== null &&
        (above === undefined || parsed > above) &&
        (from === undefined || parsed >= from) &&
        (to === undefined || parsed <= to) &&
        (!whole || Number.isInteger(parsed))
      if (!fits) throw refuse(name, value, wanted)
      return parsed
    },
  }
}

const SECONDS_PER = { ms: 0.001, s: 1, min: 60, m: 60, h: 3600 } as const

/** A time span: `1 s`, `500 ms`, `10`, `2 min`. Seconds without a unit. */
export function seconds(about: string, bounds: { from: number; to: number }): Setting<number> {
  return {
    about,
    unit: 's',
    schema: { type: ['string', 'number'] },
    read(value, name) {
      const match = /^([\d.eE+]+) ?(ms|s|min|m|h)?$/.exec(value.trim())
      const parsed = match ? parseNumber(match[1] ?? '') : null
      const result = parsed === null ? null : parsed * SECONDS_PER[(match?.[2] ?? 's') as keyof typeof SECONDS_PER]
      if (result === null || result < bounds.from || result > bounds.to) {
        throw refuse(
          name,
          value,
          `a time from ${bounds.from} s to ${bounds.to} s is needed, such as \`${bounds.from} s\``,
        )
      }
      return result
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
      if (parsed === null) throw refuse(name, value, 'a count above 0 and a name are needed, such as `1000 inferences`')
      return parsed
    },
  }
}
