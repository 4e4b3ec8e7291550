import type { EnergyRecord } from '../core/energy-record.ts'
import type { Note } from '../core/notes.ts'
import type { ColumnMapping } from './column-mapping.ts'
import type { CountedKeys } from './usage/counted-keys.ts'

/** A row or file that cannot be trusted, with the place a person must look at. */
export interface Refusal {
  readonly file: string
  /** From 1; null when the whole file is meant. */
  readonly line: number | null
  /** One printable line: what was found and what would work. */
  readonly reason: string
  /** How many rows are meant, for one refusal that represents all beyond the first ones. */
  readonly rows?: number
}

/** What a log contains: the records that can be trusted and the rows that cannot. */
export interface LogReading {
  readonly records: readonly EnergyRecord[]
  readonly refusals: readonly Refusal[]
  /** Why a log that can be trusted has no record. */
  readonly notes?: readonly Note[]
}

/** Text of a log as it streams in, with the name to cite. */
export interface LogSource {
  /** As the user named it; cited in records and refusals. */
  readonly file: string
  /** Decoded text, in pieces of any size; the first one contains the head. May be iterated once. */
  readonly text: AsyncIterable<string>
  /** The first 64 Ki characters, without a byte order mark and blank lines. */
  readonly head: string
  /** Whether a spreadsheet changed the sign between the columns, and so perhaps the signs within numbers. */
  readonly isResaved: boolean
}

/** What the log itself does not say and the user may. */
export interface LogSettings {
  /** Which column is what, for the generic formats. */
  readonly mapping: ColumnMapping | null
  /** Distance of rows, s, for logs without times (turbostat). Null: not given. */
  readonly intervalS: number | null
  /** Requests to language models that other logs of the same reading have counted. */
  readonly countedKeys?: CountedKeys
}

/** One log format: one file in this folder, one row in the table of formats, one example in test/trackers/examples.ts. */
export interface LogFormat {
  /** The name that `--format` takes. */
  readonly name: string
  /** What it is, for the table in the documentation. */
  readonly title: string
  /** What its figures include (units, PUE, method), for the same table. */
  readonly figures: string
  /** What its energy is of where it is never of the whole: logs of the one and of the other add up. */
  readonly meters?: 'processors' | 'gpus'
  /** Set where the records of one file are of devices that ran side by side: their times do not add up. */
  readonly simultaneous?: true
  /** Whether the first 64 KiB of a file look like this format. Must not be true for two formats. */
  detect(head: string): boolean
  /** Reads a whole log, streaming. Faulty rows become refusals; it only throws for bugs and for MeasurementError of the whole file. */
  read(source: LogSource, settings: LogSettings): Promise<LogReading>
}
