import { DAY_MS } from '../../core/calendar.ts'
import type { TokenUsage } from '../../core/llm/usage.ts'
import { MeasurementError } from '../../core/errors.ts'
import { type Fields, member, numberOrNull, stringOrNull } from '../field.ts'

/** A reading of one JSON value: usage, or none if the value is of the maker and has no request of its own. */
export interface MakerReading {
  /** Empty with a key: a request is announced, and its count comes later. */
  readonly usage: readonly TokenUsage[]
  /** Identifies the request: another value with the same key is not counted again. */
  readonly key?: string | undefined
  /** The value takes the place of an earlier one with its key: parts of a stream, cumulative counts. */
  readonly isUpdate?: boolean
  /** The key only identifies the request within its own log, and another request may have it later. */
  readonly isLocalKey?: boolean
  /** The value is a sum that grows: a later one is larger. */
  readonly isCumulative?: boolean
  /** The request goes on: a later value has its whole count. */
  readonly isPartial?: boolean
  /** Session of an agent that the request belongs to. */
  readonly session?: string
  /** The value is the sum of its session, in place of the messages. */
  readonly isResult?: boolean
}

/** One maker's usage logs. */
export interface UsageMaker {
  readonly name: string
  /** Reads a value. @returns null when it is not of this maker @throws MeasurementError when it cannot be trusted */
  read(value: Fields): MakerReading | readonly MakerReading[] | null
}

export const NOTHING: MakerReading = { usage: [] }

/** Tokens of one inference; what is not given is 0 or unknown. */
export function tokens(known: Partial<TokenUsage>): TokenUsage {
  return {
    model: null,
    provider: null,
    requests: 1,
    inputUncached: 0,
    cacheRead: 0,
    cacheWrite: 0,
    output: 0,
    at: null,
    region: null,
    ...known,
  }
}

/** The reading of one inference. @param about what identifies it */
export function inference(known: Partial<TokenUsage>, about: Omit<MakerReading, 'usage'> = {}): MakerReading {
  return { ...about, usage: [tokens(known)] }
}

/** A text in a value; null where it is missing or empty. */
export function textAt(value: unknown, name: string): string | null {
  return stringOrNull(member(value, name))
}

/** A list in a value; empty where it is missing. */
export function listAt(value: unknown, key: string): readonly unknown[] {
  const list = member(value, key)
  return Array.isArray(list) ? list : []
}

/** A count of tokens or requests, 0 where it is missing. @throws QuantityError, MeasurementError for what is not a whole number of at least 0 */
export function count(value: unknown, name: string): number {
  return countOrNull(value, name) ?? 0
}

/** The same, null where it is missing. */
export function countOrNull(value: unknown, name: string): number | null {
  const number = numberOrNull(name, member(value, name))
  if (number === null || Number.isSafeInteger(number)) return number
  throw new MeasurementError(`${name} is ${number}: a whole number of tokens is needed`)
}

/** A count that every answer of this kind has: without it the tokens are unknown, not 0. @throws MeasurementError */
export function neededCount(value: unknown, name: string): number {
  const number = countOrNull(value, name)
  if (number === null) throw new MeasurementError(`the usage has no ${name}, so its tokens are unknown`)
  return number
}

/** The key of a value by the id that its maker gives it; none without an id. */
export function keyOf(maker: string, id: unknown): string | undefined {
  const text = stringOrNull(id)
  return text === null ? undefined : `${maker} ${text}`
}

/** Whether a value has a count of that name. */
export function hasCount(value: unknown, name: string): boolean {
  return countOrNull(value, name) !== null
}

/** What is left of an input after its subsets. @throws MeasurementError where a subset is larger than the whole */
export function withoutCache(input: number, ...cached: readonly number[]): number {
  const rest = input - cached.reduce((sum, each) => sum + each, 0)
  if (rest < 0)
    throw new MeasurementError(
      `the cached tokens (${cached.join(' + ')}) are more than the input of ${input} that includes them`,
    )
  return rest
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
