import { MeasurementError } from '../../core/errors.ts'
import { textOrNull } from '../field.ts'
import { Header } from '../header.ts'
import { note } from '../record.ts'
import { Refusals } from '../refusals.ts'
import { type Row, rowBatches } from '../rows.ts'
import type { LogReading, LogSource } from '../tracker.ts'
import { SHAPES } from './columns.ts'
import { type Lookup, entryOf, runIdOf } from './entry.ts'
import { ordersOf, repairedRow } from './repair.ts'
import { Runs } from './runs.ts'

/** Reads `emissions.csv` and the files of tasks (`emissions_NAME_RUN.csv`, whose rows are each a task of its own). */
export async function readCsv({ file, text }: LogSource): Promise<LogReading> {
  const refusals = new Refusals(file)
  const reader = new CsvReader(file)
  try {
    for await (const rows of rowBatches(text)) {
      for (const row of rows) {
        try {
          reader.row(row)
        } catch (error) {
          if (!(error instanceof MeasurementError)) throw error
          refusals.add(row.line, error.message)
          if (!reader.hasHeader) return { records: [], refusals: refusals.list() }
        }
      }
      reader.settle()
    }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    refusals.add(null, error.message)
  }
  return { records: reader.records(), refusals: refusals.list() }
}

class CsvReader {
  readonly #file: string
  readonly #runs: Runs
  readonly #piecesNamed = new Map<string, number>()
  #header: Header | null = null
  #repaired = 0
  #torn: number | null = null
  #isTaskFile = false

  constructor(file: string) {
    this.#file = file
    this.#runs = new Runs(file)
  }

  get hasHeader(): boolean {
    return this.#header !== null
  }

  settle(): void {
    this.#runs.settle()
  }

  row(row: Row): void {
    if (this.#header === null) {
      const header = new Header(row.fields)
      for (const column of ['duration', 'emissions', 'energy_consumed']) header.need(column)
      this.#header = header
      this.#isTaskFile = header.has('task_name')
      return
    }
    const { names } = this.#header
    if (
      row.fields[0] === names[0] &&
      row.fields.length === names.length &&
      row.fields.every((f, i) => f === names[i])
    ) {
      return // two files joined: the header again
    }
    if (row.malformed && !row.torn)
      throw new MeasurementError('text follows a closing quote: the fields cannot be told apart')
    if (row.fields.length === names.length && !row.malformed && this.#fits(row.fields)) {
      const { fields } = row
      const header = this.#header
      this.#take((column) => fields[header.index(column)], row.line)
      return
    }
    this.#repair(row, names)
  }

  /** Whether the values that can be told by their looks stand in their own columns. */
  #fits(fields: readonly string[]): boolean {
    const header = this.#header as Header
    const stamp = fields[header.index('timestamp')]
    if (stamp !== undefined && stamp !== '' && !(SHAPES.get('timestamp')?.fits(stamp) ?? true)) return false
    const mode = fields[header.index('tracking_mode')]
    if (mode !== undefined && mode !== '' && mode !== 'machine' && mode !== 'process') return false
    const cloud = fields[header.index('on_cloud')]
    return cloud === undefined || cloud === '' || cloud === 'Y' || cloud === 'N'
  }

  #repair(row: Row, names: readonly string[]): void {
    const order = ordersOf(names)[0]
    try {
      if (order === undefined || row.fields.length > names.length || row.malformed) {
        throw new MeasurementError(
          row.fields.length === names.length
            ? 'values stand in the wrong columns, and no release of CodeCarbon writes these columns'
            : `the row has ${row.fields.length} fields under ${names.length} columns`,
        )
      }
      const values = repairedRow(row.fields, order)
      this.#take((column) => (values.has(column) ? (values.get(column) ?? '') : undefined), row.line)
      this.#repaired += 1
    } catch (error) {
      // A last row that was cut while it was written is not the log's fault: what stands before it is whole.
      if (!row.torn || !(error instanceof MeasurementError) || row.fields.length > names.length) throw error
      this.#torn = row.line
    }
  }

  #take(value: Lookup, line: number): void {
    const entry = entryOf(value)
    const runId = runIdOf(value)
    this.#runs.add(value, entry, { line, runId, piece: this.#isTaskFile ? this.#piece(value) : null })
  }

  /** A task's name, numbered where a run has several of one name. */
  #piece(value: Lookup): string {
    const name = textOrNull(value('task_name')) ?? 'task'
    const key = `${value('run_id') ?? ''} ${name}`
    const count = (this.#piecesNamed.get(key) ?? 0) + 1
    if (this.#piecesNamed.size < 10_000) this.#piecesNamed.set(key, count)
    return count === 1 ? name : `${name} #${count}`
  }

  records(): LogReading['records'] {
    const records = this.#runs.records()
    const first = records[0]
    if (!first) return records
    const notes = [...first.notes]
    if (this.#repaired > 0) {
      notes.push(
        note(
          'log-repaired',
          'warning',
          `${this.#file}: ${this.#repaired} rows had lost columns (a fault of CodeCarbon 3.2.9 to 3.3.0) and were put back together; each in the only way that fits`,
        ),
      )
    }
    if (this.#torn !== null) {
      notes.push(
        note(
          'log-torn',
          'warning',
          `${this.#file}:${this.#torn}: the last row was cut while it was written and is left out`,
        ),
      )
    }
    return [{ ...first, notes }, ...records.slice(1)]
  }
}
