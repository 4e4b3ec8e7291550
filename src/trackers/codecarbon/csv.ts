import { MeasurementError } from '../../core/errors.ts'
import { clock } from '../clock.ts'
import { Header } from '../header.ts'
import { note } from '../../core/notes.ts'
import type { Log } from '../log.ts'
import { readLog } from '../log-reading.ts'
import { type Row, fieldEnds, rowBatches } from '../rows.ts'
import type { LogReading, LogSource } from '../tracker.ts'
import {
  ENTRY_COLUMNS,
  type EntryTexts,
  type Lookup,
  OTHER_NUMBERS,
  checkOther,
  entryOf,
  runIdOf,
  textsOf,
} from './entry.ts'
import { writtenOrder } from './columns.ts'
import { agreesWithItself, isInWrittenOrder, repairedRow } from './repair.ts'
import { Runs } from './runs.ts'
import { TaskNames } from './task-names.ts'

/** Reads `emissions.csv` and the files of tasks (`emissions_NAME_RUN.csv`, whose rows are each a task of its own). */
export function readCsv({ file, text }: LogSource): Promise<LogReading> {
  return readLog(file, async (log, records) => {
    const reader = new CsvReader(log)
    try {
      for await (const rows of rowBatches(text)) {
        for (const row of rows) {
          try {
            reader.row(row)
          } catch (error) {
            log.refuseFor(row.line, error)
            if (!reader.hasHeader) return
          }
        }
        reader.runs.settle()
      }
    } catch (error) {
      log.refuseFor(null, error)
    }
    records.push(...reader.records())
  })
}

const COMMA = ','

/** Code of the blank: fields that begin or end at or below it are padded. */
const SPACE = 0x20

/** Widest header whose rows are cut in the quick way. */
const MAX_QUICK_COLUMNS = 200

/** Columns whose figures are counted. */
const COUNTED: ReadonlySet<string> = new Set(Object.values(ENTRY_COLUMNS))

/** Between the values of a kept row. */
const BETWEEN = '\u0000'

/** A name with signs in it: one of a column that a user added, or one of CodeCarbon's with something around it. */
const ODD = /[^\p{L}\w ():./%-]|^[^\p{L}_]/u

/** Columns that are read. */
const READ = [...COUNTED, 'run_id', 'timestamp', 'task_name', 'tracking_mode', 'on_cloud']

/** The first name of a header that hides one of a column that is read and that the header lacks. */
function hidingName(header: Header): string | undefined {
  const missing = READ.filter((column) => !header.has(column))
  return header.names.find((name) => ODD.test(name) && missing.some((column) => name.includes(column)))
}

class CsvReader {
  readonly #log: Log
  readonly runs: Runs
  readonly #tasks = new TaskNames()
  readonly #ends = new Int32Array(MAX_QUICK_COLUMNS * 4)
  #header: Header | null = null
  #at: Record<keyof EntryTexts | 'run_id' | 'timestamp' | 'tracking_mode' | 'on_cloud', number> | null = null
  #others: readonly { readonly column: string; readonly index: number }[] = []
  #repaired = 0
  #isTaskFile = false
  /** The order of the release that knows these columns, where the header has another one. */
  #otherOrder: readonly string[] | null = null

  /** The row that is read in the quick way. One pair of functions reads it: new ones for every row would cost a tenth of the time. */
  #plain = ''
  readonly #value: Lookup = (column) => this.#cell(this.#header?.index(column) ?? -1)
  readonly #keep = (): (() => Lookup) =>
    kept(
      this.#plain.split(COMMA).map((field) => field.trim()),
      this.#header as Header,
    )

  constructor(log: Log) {
    this.#log = log
    this.runs = new Runs(log)
  }

  get hasHeader(): boolean {
    return this.#header !== null
  }

  row(row: Row): void {
    const header = this.#header
    if (header === null) {
      this.#begin(new Header(row.fields))
      return
    }
    if (row.torn && COUNTED.has(header.names.at(-1) ?? '') && row.fields.length === header.names.length) {
      this.#log.leaveOpen(row.line)
    }
    if (row.plain !== null && this.#quick(row.plain, row.line)) return
    const fields = row.fields.map((field) => field.trim())
    const { names } = header
    if (fields.includes(ENTRY_COLUMNS.energy) && fields.includes(ENTRY_COLUMNS.emissions)) {
      // Two files joined: the header again, or that of another version.
      this.#begin(new Header(fields))
      return
    }
    if (row.malformed && !row.torn) {
      throw new MeasurementError('text follows a closing quote: the fields are ambiguous')
    }
    const value: Lookup = (column) => fields[header.index(column)]
    const wrong = misplaced(value('timestamp'), value('tracking_mode'), value('on_cloud'))
    const another = this.#otherOrder
    if (fields.length === names.length && !row.malformed && wrong === null) {
      if (another === null || !isInWrittenOrder(fields, value, another)) {
        this.#take(value, row.line, () => kept(fields, header))
        return
      }
    }
    this.#repair(
      row,
      fields,
      names,
      wrong === null ? '' : `: ${wrong} is ${JSON.stringify(value(wrong)?.slice(0, 80))}${dateHint(value(wrong))}`,
    )
  }

  #begin(header: Header): void {
    for (const column of ['duration', 'emissions', 'energy_consumed']) header.need(column)
    const hiding = hidingName(header)
    if (hiding !== undefined) {
      const name = JSON.stringify(hiding.slice(0, 80))
      throw new MeasurementError(`${name} is not the name of a column: remove what is in front of the lines`)
    }
    this.#header = header
    this.#at = null
    this.#isTaskFile = header.has('task_name')
    const written = writtenOrder(header.names)
    this.#otherOrder = written?.some((name, index) => name !== header.names[index]) ? written : null
    if (this.#isTaskFile || header.names.length > MAX_QUICK_COLUMNS) return
    const at = (column: string): number => header.index(column)
    this.#others = OTHER_NUMBERS.map((column) => ({ column, index: at(column) })).filter(({ index }) => index !== -1)
    const texts = Object.entries(ENTRY_COLUMNS).map(([name, column]) => [name, at(column)])
    this.#at = {
      ...(Object.fromEntries(texts) as Record<keyof EntryTexts, number>),
      run_id: at('run_id'),
      timestamp: at('timestamp'),
      tracking_mode: at('tracking_mode'),
      on_cloud: at('on_cloud'),
    }
  }

  /** Text of a field of the row that is read in the quick way; undefined for a column that is not there (-1). */
  #cell(index: number): string | undefined {
    if (index === -1) return undefined
    const plain = this.#plain
    const ends = this.#ends
    const from = index === 0 ? 0 : (ends[index - 1] as number) + 1
    const to = ends[index] as number
    const isPadded = from < to && (plain.charCodeAt(from) <= SPACE || plain.charCodeAt(to - 1) <= SPACE)
    return isPadded ? plain.slice(from, to).trim() : plain.slice(from, to)
  }

  /** Takes a row in its own columns, cutting out only what is counted. False when it has to be looked at closely. */
  #quick(plain: string, line: number): boolean {
    const header = this.#header
    const at = this.#at
    if (header === null || at === null || plain.length < header.names.length) return false
    const ends = this.#ends
    if (fieldEnds(plain, COMMA, ends) !== header.names.length) return false
    this.#plain = plain
    const stamp = this.#cell(at.timestamp)
    if (misplaced(stamp, this.#cell(at.tracking_mode), this.#cell(at.on_cloud)) !== null) return false
    if (this.#otherOrder !== null && !agreesWithItself(this.#value)) return false
    const runId = runIdOf(this.#cell(at.run_id))
    for (const { column, index } of this.#others) checkOther(column, this.#cell(index))
    const entry = entryOf({
      duration: this.#cell(at.duration),
      emissions: this.#cell(at.emissions),
      energy: this.#cell(at.energy),
      cpu: this.#cell(at.cpu),
      gpu: this.#cell(at.gpu),
      ram: this.#cell(at.ram),
      pue: this.#cell(at.pue),
      water: this.#cell(at.water),
    })
    this.runs.add({ entry, line, runId, piece: null, stamp, value: this.#value, keep: this.#keep })
    return true
  }

  #repair(row: Row, fields: readonly string[], names: readonly string[], wrong: string): void {
    const order = writtenOrder(names)
    try {
      if (order === null || fields.length > names.length || row.malformed) {
        throw new MeasurementError(
          fields.length === names.length
            ? `values are in the wrong columns, and no release of CodeCarbon writes these columns${wrong}`
            : `the row has ${fields.length} fields under ${names.length} columns`,
        )
      }
      const values = repairedRow(fields, order, wrong)
      const value: Lookup = (column) => (values.has(column) ? (values.get(column) ?? '') : undefined)
      this.#take(value, row.line, () => () => value)
      this.#repaired += 1
    } catch (error) {
      // A truncated last row is not an error of the log: what precedes it is complete.
      if (!row.torn || !(error instanceof MeasurementError) || fields.length > names.length) throw error
      this.#log.tear(row.line)
    }
  }

  #take(value: Lookup, line: number, keep: () => () => Lookup): void {
    this.runs.add({
      entry: entryOf(textsOf(value)),
      line,
      runId: runIdOf(value('run_id')),
      piece: this.#isTaskFile ? this.#tasks.named(value) : null,
      stamp: value('timestamp'),
      value,
      keep,
    })
  }

  records(): LogReading['records'] {
    const repaired = this.#repaired
    if (repaired > 0) {
      const text = `${this.#log.file}: ${repaired} ${repaired === 1 ? 'row' : 'rows'} with lost columns (a fault of CodeCarbon 3.2.9 to 3.3.0) or in another order than the header: put back, each in the only way that fits`
      this.#log.note(note('log-repaired', text))
    }
    return this.runs.records()
  }
}

/** A copy of a row's values that does not keep the text around it in memory. */
function kept(fields: readonly string[], header: Header): () => Lookup {
  const text = fields.join(BETWEEN)
  return () => {
    const values = text.split(BETWEEN)
    // A row that contains that character itself: descriptive columns are then unknown.
    return (column) => (values.length === header.names.length ? values[header.index(column)] : undefined)
  }
}

/** The first recognisable column that contains another one's value; null if all are in their own. */
function misplaced(stamp: string | undefined, mode: string | undefined, cloud: string | undefined): string | null {
  if (stamp !== undefined && stamp !== '' && !STAMP.test(stamp) && clock(stamp) === null) return 'timestamp'
  if (mode !== undefined && mode !== '' && mode !== 'machine' && mode !== 'process') return 'tracking_mode'
  return cloud === undefined || cloud === '' || cloud === 'Y' || cloud === 'N' ? null : 'on_cloud'
}

/** Advice for a date whose day and month cannot be told apart. */
function dateHint(text: string | undefined): string {
  return /^\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/.test(text ?? '')
    ? ' (its day and month cannot be told apart: save dates as 2026-03-02 08:15:00)'
    : ''
}

const STAMP = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d/
