import type { Budget } from '../core/budget.ts'
import { type Days, dayOf } from '../core/calendar.ts'
import type { Collector } from './collector.ts'

/** What a dashboard is made from. */
export interface Dashboard {
  readonly collector: Collector
  readonly source: Source
  readonly budgets: readonly Budget[]
  readonly nowMs: number
  readonly version: string
}

/** Where the entries come from. */
export interface Source {
  /** Names of the ledgers, the repository or the reports; never with a password. */
  readonly names: readonly string[]
  /** Days that were read, UTC; `from` is the first day of which everything is known. */
  readonly range: Days
  /** Until when the ledger is complete, RFC 3339; null where that is unknown. */
  readonly asOf: string | null
  /** What a reader must know. */
  readonly warnings: readonly string[]
}

/** The days that pictures show: from the first entry to the end of what was read, at most today. */
export function shownRange({ collector, source, nowMs }: Dashboard): Days {
  const today = dayOf(nowMs)
  const end = source.range.to < today ? source.range.to : today
  const span = collector.history.span()
  if (span === null) return { from: end, to: end }
  return { from: span.from, to: span.to > end ? span.to : end }
}
