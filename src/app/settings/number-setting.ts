import { parseNumber } from '../../core/quantity.ts'
import { type Setting, refuse } from './setting.ts'

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
      if (factor === null && written !== null)
        throw refuse(name, value, clockHint(value, unit) ?? unitHint(suffix, unit, units))
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

/** `1:30` hours as a number. */
function clockHint(text: string, unit: string): string | null {
  const [, hours, minutes] = /^(\d+):([0-5]\d)$/.exec(text.trim()) ?? []
  if (unit !== 'h' || hours === undefined) return null
  return `a number of hours is needed: ${Number((Number(hours) + Number(minutes) / 60).toFixed(3))}`
}

/** What a comma in place of the decimal point should be. */
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
        throw refuse(name, value, `a time from ${bounds.from} s to ${bounds.to} s is needed, such as \`10 s\``)
      }
      return result
    },
  }
}
