import { type TokenUsage, inputTokens } from '../../core/llm/usage.ts'
import { CountedKeys } from './counted-keys.ts'
import type { MakerReading } from './maker.ts'
import type { UsageTotals } from './usage-totals.ts'

/** Keys of one generation: a value may be updated by a later one of its own generation or the next. More would fill the memory. */
const GENERATION = 1000

interface OpenRequest extends MakerReading {
  readonly line: number
}

/**
 * Requests that a later value may update, or repeat: parts of a stream, a message that is written more than once, the same response in
 * two logs. Each is counted once.
 */
export class OpenRequests {
  readonly #totals: UsageTotals
  readonly #counted: CountedKeys
  #open = new Map<string, OpenRequest>()
  #older = new Map<string, OpenRequest>()
  /** Cumulative results by session: each replaces the messages of its session. */
  readonly #results = new Map<string, OpenRequest>()
  /** Requests that were in the logs before. */
  repeated = 0
  /** Whole answers that have the id of another one and other counts. */
  differing = 0
  /** Requests whose last count is missing, because their stream ends before it. */
  unfinished = 0

  /** @param counted keys of the requests of all logs that are read together */
  constructor(totals: UsageTotals, counted: CountedKeys = new CountedKeys()) {
    this.#totals = totals
    this.#counted = counted
  }

  add(reading: MakerReading, line: number): void {
    const { key, session, isResult = false, isUpdate = false, isCumulative = false, isLocalKey = false } = reading
    if (key === undefined) {
      this.#count({ ...reading, line })
      return
    }
    if (isResult) {
      this.#results.set(session ?? '', { ...reading, line })
      return
    }
    const before = this.#open.get(key) ?? this.#older.get(key)
    if (before === undefined && !isLocalKey && isCumulative && this.#counted.has(key)) {
      this.#addGrowth(key, reading.usage, line)
      return
    }
    const isSmaller = before !== undefined && before.usage.length > 0 && isWithin(reading.usage, before.usage)
    const isSame = isSmaller && isWithin(before.usage, reading.usage)
    if (isSmaller && !isSame && isLocalKey && before.isPartial !== true) {
      // A count that falls is that of the next request: the server reuses its ids.
      this.#count(before)
      this.#keep(key, { ...reading, line })
      return
    }
    // A value without a count does not replace a count.
    if (isSmaller && reading.usage.length === 0) return
    if (before !== undefined && !isUpdate) {
      this.repeated += 1
      if (before.isUpdate !== true && !isSame) {
        this.differing += 1
        if (tokensOf(reading.usage) <= tokensOf(before.usage)) return
      }
    }
    const later = isSmaller
      ? { ...before, isPartial: before.isPartial === true && reading.isPartial === true }
      : { ...reading, line }
    // A conversation that is continued repeats its messages under another session.
    this.#keep(key, { ...later, ...(before?.session !== undefined && { session: before.session }) })
  }

  #keep(key: string, request: OpenRequest): void {
    this.#older.delete(key)
    this.#open.set(key, request)
    if (this.#open.size < GENERATION) return
    this.#close(this.#older)
    this.#older = this.#open
    this.#open = new Map()
  }

  /** Counts what is open. A session's messages only count where it has no result. */
  end(): void {
    for (const session of this.#results.keys()) {
      if (!this.#counted.has(sessionKey(session))) continue
      // Its messages, or an earlier copy of its result, are in the sum already.
      this.#results.delete(session)
      this.repeated += 1
    }
    for (const open of [this.#older, this.#open]) {
      for (const [key, { session }] of open) if (session !== undefined && this.#results.has(session)) open.delete(key)
      this.#close(open)
    }
    this.#close(this.#results)
    for (const session of this.#results.keys()) this.#counted.add(resultKey(session))
  }

  /** Counts what a sum of the same counter, in another log or long after, has beyond the one that was counted. */
  #addGrowth(key: string, usage: readonly TokenUsage[], line: number): void {
    const growth = growthOf(this.#counted.sumOf(key), usage)
    if (growth === null) this.unfinished += 1
    else if (growth.length === 0) this.repeated += 1
    else {
      for (const item of growth) this.#totals.add(item, line)
      this.#counted.keepSum(key, usage)
    }
  }

  /** Counts what a request that was counted before, in another log or long ago, has beyond that. */
  #countAgain(
    key: string,
    usage: readonly TokenUsage[],
    { line, isUpdate }: Pick<OpenRequest, 'line' | 'isUpdate'>,
  ): void {
    this.repeated += 1
    const before = this.#counted.sumOf(key)
    if (before === undefined || (isWithin(usage, before) && (isUpdate || isWithin(before, usage)))) return
    const growth = growthOf(before, usage)
    if (!isUpdate || growth === null) this.differing += 1
    if (growth === null || growth.length === 0) return
    for (const item of growth) this.#totals.add(item, line)
    this.#counted.keepSum(key, usage)
  }

  #close(open: ReadonlyMap<string, OpenRequest>): void {
    for (const request of open.values()) this.#count(request)
  }

  #count({ usage, line, key, session, isPartial = false, isLocalKey = false, isUpdate = false }: OpenRequest): void {
    if (session !== undefined && this.#counted.has(resultKey(session))) {
      this.repeated += 1
      return
    }
    if (key !== undefined && !isLocalKey) {
      if (!this.#counted.add(key)) {
        this.#countAgain(key, usage, { line, isUpdate })
        return
      }
      this.#counted.keepSum(key, usage)
    }
    if (session !== undefined) this.#counted.add(sessionKey(session))
    if (key !== undefined && (isPartial || usage.length === 0)) this.unfinished += 1
    for (const item of usage) this.#totals.add(item, line)
  }
}

const COUNTS = ['requests', 'inputUncached', 'cacheRead', 'cacheWrite', 'output'] as const

/** What a later sum has beyond an earlier one; empty where it is an earlier state or a copy; null where they contradict each other. */
function growthOf(
  before: readonly TokenUsage[] | undefined,
  after: readonly TokenUsage[],
): readonly TokenUsage[] | null {
  if (before === undefined || hasModelTwice(before) || hasModelTwice(after)) return null
  if (isWithin(after, before)) return []
  if (!isWithin(before, after)) return null
  return after.map((item) => {
    const base = sameModel(before, item)
    return { ...item, ...Object.fromEntries(COUNTS.map((name) => [name, item[name] - (base?.[name] ?? 0)])) }
  })
}

function isWithin(part: readonly TokenUsage[], whole: readonly TokenUsage[]): boolean {
  return part.every((item) => {
    const other = sameModel(whole, item)
    return other !== undefined && COUNTS.every((name) => item[name] <= other[name])
  })
}

function tokensOf(items: readonly TokenUsage[]): number {
  return items.reduce((sum, item) => sum + inputTokens(item) + item.output, 0)
}

function hasModelTwice(items: readonly TokenUsage[]): boolean {
  return items.some((item) => sameModel(items, item) !== item)
}

function sameModel(items: readonly TokenUsage[], { model, provider, region }: TokenUsage): TokenUsage | undefined {
  return items.find((each) => each.model === model && each.provider === provider && each.region === region)
}

function sessionKey(session: string): string {
  return `session ${session}`
}

function resultKey(session: string): string {
  return `result of session ${session}`
}
