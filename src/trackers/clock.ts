import { QuantityError } from '../core/errors.ts'

/** `YYYY-MM-DD HH:MM:SS[.fff][zone]`, with `T` or a blank, and dashes or slashes: what trackers write. */
const CLOCK =
  /^(\d{4})[-/](\d\d)[-/](\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?$/

/** `30/05/2024 10:15[:00]`, as spreadsheets save it. */
const SPREADSHEET = /^(\d{1,2})\/(\d{1,2})\/(\d{4})[T ](\d{1,2}:\d\d)(:\d\d)?$/

/** A moment as a log writes it. */
export interface Clock {
  /** Seconds since 1970 by the clock of the log: of that machine's zone when it names none. */
  readonly seconds: number
  /** The whole seconds and the rest apart: together they would lose the microseconds. */
  readonly wholeS: number
  readonly fractionS: number
  /** RFC 3339 in UTC if the log names its zone, else null: a local time is ambiguous. */
  readonly instant: string | null
}

/** Reads a log's time stamp. @returns null when it is none, or a date that does not exist */
export function clock(text: string): Clock | null {
  const match = CLOCK.exec(text.trim()) ?? CLOCK.exec(withYearFirst(text.trim()))
  if (!match) return null
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const [hour, minute, second] = [Number(match[4]), Number(match[5]), Number(match[6] ?? 0)]
  const fraction = match[7] ? Number(`0.${match[7]}`) : 0
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 60) return null
  // Of the days that every month has nothing needs to be checked.
  if (day > 28 && new Date(Date.UTC(year, month - 1, day)).getUTCDate() !== day) return null
  const local = Date.UTC(year, month - 1, day, hour, minute, second)
  const zone = match[8]
  const parts = { wholeS: local / 1000, fractionS: fraction }
  if (zone === undefined) return { seconds: local / 1000 + fraction, ...parts, instant: null }
  const offset = /^[+-]/.test(zone)
    ? (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2)))
    : 0
  const seconds = local / 1000 + fraction - offset * 60
  return { seconds, wholeS: parts.wholeS - offset * 60, fractionS: fraction, instant: instant(seconds) }
}

/** A date of a spreadsheet with its year first; unchanged where day and month cannot be told apart. */
function withYearFirst(text: string): string {
  const [, first = '', second = '', year, minutes = '', seconds = ':00'] = SPREADSHEET.exec(text) ?? []
  if (year === undefined || Number(first) > 12 === Number(second) > 12) return text
  const [day, month] = Number(first) > 12 ? [first, second] : [second, first]
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')} ${minutes.padStart(5, '0')}${seconds}`
}

/** The last second of the years that a log can be of (2100), since 1970. */
const LAST_S = 4.2e9

/** Seconds since 1970, or of a clock that began later. @throws QuantityError for milliseconds, with which a log would last a thousand times as long */
export function secondsOfEpoch(quantity: string, seconds: number): number {
  if (Math.abs(seconds) <= LAST_S) return seconds
  throw new QuantityError(quantity, seconds, 'a time in seconds is needed')
}

/** RFC 3339 in UTC of seconds since 1970; null outside of the years 1970 to 9999. */
export function instant(seconds: number): string | null {
  if (!(seconds >= 0) || seconds > 253_402_300_799) return null
  return new Date(Math.round(seconds * 1000)).toISOString()
}

/** A duration written `h:mm:ss[.ff]`, also `N day(s), h:mm:ss`, s; null when it is none. */
export function durationSeconds(text: string): number | null {
  const match = /^(?:(\d+) days?, )?(\d+):(\d\d):(\d\d(?:\.\d+)?)$/.exec(text.trim())
  if (!match) return null
  return Number(match[1] ?? 0) * 86_400 + Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4])
}
