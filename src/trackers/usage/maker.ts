import type { TokenUsage } from '../../core/llm/usage.ts'
import { type Fields, stringOrNull } from '../field.ts'

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

/** The key of a value by the id that its maker gives it; none without an id. */
export function keyOf(maker: string, id: unknown): string | undefined {
  const text = stringOrNull(id)
  return text === null ? undefined : `${maker} ${text}`
}
