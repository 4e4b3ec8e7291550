import { counted } from '../core/text.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { MeasurementError } from '../core/errors.ts'
import { note } from '../core/notes.ts'
import { parseNumber } from '../core/quantity.ts'
import { Header } from './header.ts'
import type { Log } from './log.ts'
import { readLog } from './log-reading.ts'
import { type Row, rowBatches } from './rows.ts'
import type { LogReading, LogSource } from './tracker.ts'

/** A row's value by column name; undefined for a missing column. */
export type Cell = (column: string) => string | undefined

/** What a format does with the header and the rows of its CSV. */
export interface CsvReading {
  /**
   * Reads one row.
   * @param torn true for a last row without a line end
   * @returns false when that shows in it: it was cut, and is not counted
   * @throws MeasurementError when it cannot be trusted
   */
  row(value: Cell, line: number, torn: boolean): boolean | void
  /** The records of all rows. @throws MeasurementError */
  records(): readonly EnergyRecord[]
}

/** Begins the reading of a CSV with its header. @throws MeasurementError when a column is missing */
export type CsvReader = (header: Header, log: Log) => CsvReading

/** Whether a line is a sentence: fewer fields than columns, and none of them a number or a date. */
function isProse(fields: readonly string[], columns: number): boolean {
  return (
    fields.length < columns &&
    /[a-z]{2}/i.test(fields[0] ?? '') &&
    fields.every((field) => parseNumber(field) === null && !/^\d{4}[-/]\d\d/.test(field)) &&
    (/\s/.test(fields[0] ?? '') || fields.length === 1)
  )
}

/** The fields of a row without white space around them. Most rows have none to take away. */
function trimmedFields({ plain, fields }: Row): readonly string[] {
  return plain !== null && !/\s/.test(plain) ? fields : fields.map((field) => field.trim())
}

/** @throws MeasurementError for a row that cannot be split into the columns */
export function assertColumns(fields: readonly string[], columns: readonly string[], malformed: boolean = false): void {
  if (malformed) throw new MeasurementError('text follows a closing quote: the fields are ambiguous')
  if (fields.length !== columns.length) {
    throw new MeasurementError(`the row has ${fields.length} fields under ${columns.length} columns`)
  }
}

/**
 * Reads a CSV with a header: rows of another length than the header are refused, except a last one without a line end, which
 * was cut while it was written.
 * @param options.endsInProse whether sentences after the last row end the table instead of being refused
 * @param options.tearsOpen whether a last row without a line end always counts as cut, because its last number may have lost digits
 */
export function readCsvLog(
  { file, text }: LogSource,
  delimiter: string,
  begin: CsvReader,
  { endsInProse = false, tearsOpen = false }: { readonly endsInProse?: boolean; readonly tearsOpen?: boolean } = {},
): Promise<LogReading> {
  return readLog(file, async (log, records) => {
    let header: Header | null = null
    let reading: CsvReading | null = null
    /** Lines of sentences since the last row. */
    const prose: number[] = []
    /** The row that `value` reads, and whether its last field was read. */
    let fields: readonly string[] = []
    let usesLast = false
    const value: Cell = (column) => {
      const at = header?.index(column) ?? -1
      usesLast ||= at === fields.length - 1
      return fields[at]
    }
    try {
      for await (const rows of rowBatches(text, delimiter)) {
        for (const row of rows) {
          const { line, malformed, torn: cut } = row
          fields = trimmedFields(row)
          if (header === null || reading === null) {
            header = new Header(fields)
            reading = begin(header, log)
            continue
          }
          const { names } = header
          if (fields[0] === names[0] && fields.join('\n') === names.join('\n')) continue
          if (endsInProse && (!cut || prose.length > 0) && isProse(fields, names.length)) {
            prose.push(line)
            continue
          }
          if (cut && (tearsOpen || malformed || fields.length < names.length)) {
            log.tear(line)
            continue
          }
          // Rows follow: the lines between were not rows.
          for (const between of prose.splice(0)) log.refuse(between, 'text is between the rows of the table')
          try {
            assertColumns(fields, names, malformed)
            usesLast = false
            if (reading.row(value, line, cut) === false) log.tear(line)
            else if (cut && usesLast) log.leaveOpen(line)
          } catch (error) {
            log.refuseFor(line, error)
          }
        }
      }
    } catch (error) {
      log.refuseFor(header === null ? 1 : null, error)
    }
    const [end] = prose
    if (end !== undefined)
      log.note(
        note('log-table-end', `${file}:${end}: the table ends here; ${counted(prose.length, 'line')} below not read`),
      )
    if (reading) records.push(...(reading as CsvReading).records())
  })
}
