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
    if (!isUpdate) {
      if (before !== undefined || !this.#counted.add(key)) this.repeated += 1
      else for (const item of reading.usage) this.#totals.add(item, line)
      return
    }
    if (before === undefined && !isLocalKey && this.#counted.has(key)) {
      // A later sum of the same counter, in another log or long after: the sum that was counted is too small.
      if (isCumulative) this.unfinished += 1
      else this.repeated += 1
      return
    }
    if (before !== undefined && before.usage.length > 0 && reading.usage.length === 0) {
      // A value without a count does not replace a count. If the server reuses its ids, it is the next request instead.
      if (!isLocalKey) return
      this.#count(before)
    }
    this.#older.delete(key)
    // A conversation that is continued repeats its messages under another session.
    this.#open.set(key, { ...reading, line, ...(before?.session !== undefined && { session: before.session }) })
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

  #close(open: ReadonlyMap<string, OpenRequest>): void {
    for (const request of open.values()) this.#count(request)
  }

  #count({ usage, line, key, session, isPartial = false, isLocalKey = false }: OpenRequest): void {
    if (session !== undefined && this.#counted.has(resultKey(session))) {
      this.repeated += 1
      return
    }
    if (key !== undefined && !isLocalKey) this.#counted.add(key)
    if (session !== undefined) this.#counted.add(sessionKey(session))
    if (key !== undefined && (isPartial || usage.length === 0)) this.unfinished += 1
    for (const item of usage) this.#totals.add(item, line)
  }
}

function sessionKey(session: string): string {
  return `session ${session}`
}

function resultKey(session: string): string {
  return `result of session ${session}`
}
