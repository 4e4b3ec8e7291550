import type { Days } from '../core/calendar.ts'
import type { EntryRow } from './canonical-line.ts'
import type { Entry, Line } from './entry.ts'
import type { MonthTotals, Sum } from './totals.ts'

/** An entry to be added. */
export interface NewEntry {
  readonly entry: Line
  /** Whether its report has no end time, so that `ended_at` is the time of adding. */
  readonly isUndated?: boolean
}

/** Result of an addition. */
export interface Added {
  readonly added: number
  /** Entries whose key the ledger has already. */
  readonly duplicates: number
  /** Entries that are stored and counted, but not yet part of the ledger's files. */
  readonly waiting: number
  /** Why entries are waiting; null if no entry waits. */
  readonly warning: string | null
}

/** Totals of a range of days, with everything that was added and not swept yet. */
export interface LedgerTotals extends Sum, Pick<MonthTotals, 'days' | 'workflows' | 'repositories'>, Days {
  /** Until when the ledger is complete, RFC 3339: the oldest cursor of its collectors, else its last write; null for an empty ledger. */
  readonly as_of: string | null
  /** When the ledger was last written, RFC 3339; null for an empty ledger. */
  readonly written_at: string | null
  /** Which state was read: a commit; null for an empty ledger or a database. */
  readonly tip: string | null
  /** Until when each repository's collector has read runs, RFC 3339; empty without a collector. */
  readonly cursors: Readonly<Record<string, string>>
  /** Entries of the ledger as a whole, of all time. */
  readonly all_entries: number
}

/** A problem found by `verify`. */
export interface LedgerFault {
  readonly commit: string | null
  readonly file: string | null
  readonly line: number | null
  readonly text: string
}

export interface Verification {
  readonly commits: number
  readonly entries: number
  readonly faults: readonly LedgerFault[]
  /** Oddities that no later commit can repair, such as a clock that was wrong. */
  readonly warnings: readonly LedgerFault[]
}

/** What a ledger knows of its lines besides the lines. */
export interface LedgerMarks {
  /** Months whose entries were deleted and whose totals stayed, in their order. */
  readonly pruned: readonly string[]
  /** Keys of entries whose report has no end time: in a git ledger, adding the report again must find them. */
  readonly undated: ReadonlySet<string>
}

/** A history of entries. */
export interface LedgerStore {
  /** Where it is, for people; never with a password. */
  readonly name: string
  /** Adds entries; the same key twice is one entry. @throws MeasurementError when they could not be stored */
  add(entries: readonly NewEntry[]): Promise<Added>
  /**
   * Adds entries and moves the collector's cursor, all or nothing.
   * @param cursor null leaves it
   * @param repository whose cursor it is: in a ledger of many repositories each has a collector of its own
   * @throws MeasurementError
   */
  collect(entries: readonly NewEntry[], cursor: string | null, repository?: string): Promise<Added>
  /** @throws MeasurementError */
  totals(range: Days): Promise<LedgerTotals>
  /** Cursor of a repository's collector, without a repository the latest of all; null before its first run. @throws MeasurementError */
  cursor(repository?: string): Promise<string | null>
  /** Entries of the days with their corrections applied. @throws MeasurementError for one that cannot be read */
  entries(range: Days): Promise<Entry[]>
  /** As `entries`, some at a time: a large month needs little memory. */
  pages(range: Days): AsyncIterable<Entry[]>
  /** As `pages`, with what a table shows only: a large month takes half the time. */
  rows(range: Days): AsyncIterable<EntryRow[]>
  /** As `pages`, as NDJSON: what is stored in this form already is passed on as it is. */
  ndjson(range: Days): AsyncIterable<string | Buffer>
  /** Lines of the days as they are kept, corrections apart. @throws MeasurementError for one that cannot be read */
  lines(range: Days): Promise<Line[]>
  /** What lines do not show and a move needs. @throws MeasurementError */
  marks(): Promise<LedgerMarks>
  /**
   * Deletes the entries of all months before one; the totals of those months stay.
   * @param month `2026-01`; the caller makes sure that it is not after the previous month
   * @returns months that were pruned now
   * @throws MeasurementError
   */
  prune(month: string): Promise<string[]>
  /** @throws MeasurementError when it cannot be read at all */
  verify(): Promise<Verification>
  /** Releases the store's connections and temporary files. */
  close(): Promise<void>
}
