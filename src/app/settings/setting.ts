import { ConfigurationError } from '../../core/errors.ts'
import { parseBudgets } from '../../core/parse-budget.ts'
import { parseUnits } from '../../core/functional-unit.ts'
import { nearest } from '../../core/nearest.ts'
import { parseNumber } from '../../core/quantity.ts'
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

function refuse(name: string, text: string, wanted: string): ConfigurationError {
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

interface Bounds {
  readonly above?: number
  readonly from?: number
  readonly to?: number
  readonly whole?: boolean
}

/** Units that may follow a number, each with how many of the setting's own unit it is. Case counts: mW is not MW. */
export type NumberUnits = Readonly<Record<string, number>>

/** Splits `300 W` and `300W` into number and unit; `1e3` keeps its exponent. */
function splitNumber(text: string): { value: number | null; unit: string } {
  const match = /^([+-]?[\d.,]*(?:[eE][+-]?\d+)?) ?(.*)$/.exec(text.trim().replace(/\s+/g, ' '))
  return { value: parseNumber(match?.[1] ?? ''), unit: match?.[2] ?? text.trim() }
}

/** A number within bounds. @param unit of the value that is returned @param units what else may be written after the number */
export function number(about: string, unit: string, bounds: Bounds, units: NumberUnits = {}): Setting<number> {
  const { above, from, to, whole } = bounds
  const kind = whole ? 'a whole number' : 'a number'
  const low = above === undefined ? (from === undefined ? '' : ` of at least ${from}`) : ` above ${above}`
  const wanted = `${kind}${low}${to === undefined ? '' : `${low === '' ? '' : ' and'} at most ${to}`}${unit && ` (${unit})`} is needed`
  return {
    about,
    unit,
    schema: {
      type: whole ? 'integer' : Object.keys(units).length > 0 ? ['number', 'string'] : 'number',
      ...(above !== undefined && { exclusiveMinimum: above }),
      ...(from !== undefined && { minimum: from }),
      ...(to !== undefined && { maximum: to }),
    },
    read(value, name) {
      const { value: written, unit: suffix } = splitNumber(value)
      const factor = suffix === '' ? 1 : factorOf(suffix, units)
      if (factor === null && written !== null) throw refuse(name, value, unitHint(suffix, unit, units))
      const parsed = written === null || factor === null ? null : scaleExactly(written, factor)
      const fits =
        parsed !== null &&
        (above === undefined || parsed > above) &&
        (from === undefined || parsed >= from) &&
        (to === undefined || parsed <= to) &&
        (!whole || Number.isInteger(parsed))
      if (!fits) throw refuse(name, value, `${wanted}${decimalHint(value)}`)
      return parsed
    },
  }
}

/** `450 gCO2e/kWh` is `450 g/kWh`. */
function factorOf(suffix: string, units: NumberUnits): number | null {
  const plain = suffix.replace(/ ?CO[2\u2082][- ]?(?:e|eq)?(?=\/|$)/iu, '')
  return Object.hasOwn(units, plain) ? (units[plain] ?? null) : null
}

/** Divides by a whole divisor where there is one, so that 90 % is 0.9 and not 0.9000000000000001. */
function scaleExactly(value: number, factor: number): number {
  const divisor = Math.round(1 / factor)
  return factor < 1 && Math.abs(1 / factor - divisor) < 1e-9 ? value / divisor : value * factor
}

function unitHint(suffix: string, unit: string, units: NumberUnits): string {
  const known = Object.keys(units)
  if (known.length === 0)
    return `${JSON.stringify(suffix)} is not part of a number: give the number alone${unit && ` (${unit})`}`
  return `the unit ${JSON.stringify(suffix)} is unknown: use ${[...new Set(known)].slice(0, 6).join(', ')}, or the number alone${unit && ` (${unit})`}`
}

/** What a comma or a clock time in place of a number should be. */
function decimalHint(text: string): string {
  if (/^\d{1,3}(?:,\d{3}){2,}$/.test(text.trim()))
    return `; write it without commas: ${text.trim().replaceAll(',', '')}`
  const [, whole, rest = ''] = /^(\d+),(\d+)/.exec(text.trim()) ?? []
  if (whole === undefined) return ''
  // `1,000` may also be a thousand.
  const thousands =
    rest.length === 3 && whole.length <= 3 && whole !== '0' ? `, or ${whole}${rest} without the comma` : ''
  return `; the decimal point is a dot: ${whole}.${rest}${thousands}`
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
