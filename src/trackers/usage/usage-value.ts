import { DAY_MS } from '../../core/calendar.ts'
import { member, stringOrNull } from '../field.ts'

/** A list in a value; empty where it is missing. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = member(value, key)
  return Array.isArray(list) ? list : []
}

/** As `toISOString` writes it: taken as it is, because parsing costs more than all the rest of a record. */
const ISO_TIME = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** A time as RFC 3339: text of a known shape, or seconds or milliseconds since 1970. */
export function timeOf(value: unknown): string | null {
  if (typeof value === 'string' && ISO_TIME.test(value)) return value
  if (typeof value === 'number' && value > 1e8 && value < 8e15) return isoTime(value < 1e11 ? value * 1000 : value)
  const text = stringOrNull(value)
  if (text === null || !/^\d{4}-\d\d-\d\d[T ]/.test(text)) return null
  const ms = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/.test(text) ? text : `${text.replace(' ', 'T')}Z`)
  return Number.isNaN(ms) ? null : new Date(ms).toISOString()
}

/** The date of the last time that was written: records follow each other, and `toISOString` is slow. */
let lastDay = { day: Number.NaN, text: '' }

/** @param ms Unix time of at least 0 */
function isoTime(ms: number): string {
  const whole = Math.trunc(ms)
  const day = Math.floor(whole / DAY_MS)
  if (day !== lastDay.day) lastDay = { day, text: new Date(day * DAY_MS).toISOString().slice(0, -13) }
  const rest = whole - day * DAY_MS
  const two = (value: number): string => (value < 10 ? `0${value}` : `${value}`)
  const fraction = `${1000 + (rest % 1000)}`.slice(1)
  return `${lastDay.text}${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}:${two(Math.floor(rest / 1000) % 60)}.${fraction}Z`
}
