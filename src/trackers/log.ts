import type { EnergyRecord } from '../core/energy-record.ts'
import { MeasurementError } from '../core/errors.ts'
import type { Note } from '../core/notes.ts'
import { counted, printable } from '../core/text.ts'
import { type KnownRecord, gapsNote, noLineEnd, record, silentNote, tornNote, withNotes } from './record.ts'
import type { LogReading, Refusal } from './tracker.ts'

/** Maximum number of refusals that are kept one by one: a log full of faults must not fill the memory or the screen. */
const MAX_KEPT = 50

/** What may be truncated at the end of a log. */
type Torn = Parameters<typeof tornNote>[2]

/** A log while it is read: what is refused in it, and what has to be noted about all of it. */
export class Log {
  readonly file: string
  readonly #refusals: Refusal[] = []
  #dropped = 0
  readonly #notes: Note[] = []
  #explainsAbsence = false
  /** The truncated end. */
  #torn: { readonly line: number; readonly what: Torn } | null = null
  /** A last line that ends in a counted number and has no line end. */
  #openLine: number | null = null

  constructor(file: string) {
    this.file = file
  }

  /** @param line null when the whole file is meant */
  refuse(line: number | null, reason: string): void {
    if (this.#refusals.length < MAX_KEPT) this.#refusals.push({ file: this.file, line, reason: printable(reason, 500) })
    else this.#dropped += 1
  }

  /** Refuses what a MeasurementError is about (a number that cannot be trusted). @throws any other error */
  refuseFor(line: number | null, error: unknown): void {
    if (!(error instanceof MeasurementError)) throw error
    this.refuse(line, error.message)
  }

  /** Reads one row. A MeasurementError refuses it. */
  attempt(line: number | null, read: () => void): void {
    try {
      read()
    } catch (error) {
      this.refuseFor(line, error)
    }
  }

  /** Number of refusals. */
  get refused(): number {
    return this.#refusals.length + this.#dropped
  }

  note(...notes: readonly Note[]): void {
    this.#notes.push(...notes)
  }

  /** The notes say why a log that can be trusted has no record. */
  explainAbsence(): void {
    this.#explainsAbsence = true
  }

  /** The log ends within what begins on a line: it is left out. */
  tear(line: number, what: Torn = 'row'): void {
    this.#torn = { line, what }
  }

  /** The last line ends in a number that is counted, without a line end. */
  leaveOpen(line: number): void {
    this.#openLine = line
  }

  /** Time without samples has no energy. @param count 0 adds no note */
  gaps(count: number): void {
    if (count > 0) this.note(gapsNote(this.file, count))
  }

  /** A meter did not change or has no figure. */
  silent(meter: string, why: string): void {
    this.note(silentNote(this.file, meter, why))
  }

  /** A record of the log, measured where nothing else is known. */
  record(known: KnownRecord): EnergyRecord {
    return record(known, this.file)
  }

  /** What was read: the notes are kept with the first record. */
  reading(records: readonly EnergyRecord[]): LogReading {
    const rest = this.#dropped
    const more = {
      file: this.file,
      line: null,
      reason: `${counted(rest, 'more row', 'more rows')} cannot be trusted`,
      rows: rest,
    }
    if (this.#torn !== null) this.note(tornNote(this.file, this.#torn.line, this.#torn.what))
    else if (this.#openLine !== null) this.note(noLineEnd(this.file, this.#openLine))
    const refusals = rest === 0 ? this.#refusals : [...this.#refusals, more]
    const notes = this.#explainsAbsence && records.length === 0 ? { notes: this.#notes } : {}
    return { records: withNotes(records, this.#notes), refusals, ...notes }
  }
}
