import { MeasurementError } from '../core/errors.ts'
import { parseNumber } from '../core/quantity.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { Header } from './header.ts'
import { note } from '../core/notes.ts'
import { noLineEnd, tornNote, withNotes } from './record.ts'
import { Refusals } from './refusals.ts'
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

/**
 * Reads a CSV with a header: rows of another length than the header are refused, except a last one without a line end, which
 * was cut while it was written.
 * @param options.endsInProse whether sentences after the last row end the table instead of being refused
 * @param begin looks at the header @throws MeasurementError when a column is missing
 */
export async function readCsvLog(
  { file, text }: LogSource,
  delimiter: string,
  begin: (header: Header) => CsvReading,
  { endsInProse = false }: { readonly endsInProse?: boolean } = {},
): Promise<LogReading> {
  const refusals = new Refusals(file)
  let header: Header | null = null
  let reading: CsvReading | null = null
  let torn: number | null = null
  let open: number | null = null
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
          reading = begin(header)
          continue
        }
        const columns = header
        const into = reading
        if (fields[0] === columns.names[0] && fields.join('\n') === columns.names.join('\n')) continue
        if (endsInProse && (!cut || prose.length > 0) && isProse(fields, columns.names.length)) {
          prose.push(line)
          continue
        }
        if (cut && (malformed || fields.length < columns.names.length)) {
          torn = line
          continue
        }
        // Rows follow: the lines between were not rows.
        for (const between of prose.splice(0)) refusals.add(between, 'text is between the rows of the table')
        refusals.attempt(line, () => {
          if (malformed) throw new MeasurementError('text follows a closing quote: the fields are ambiguous')
          if (fields.length !== columns.names.length) {
            throw new MeasurementError(`the row has ${fields.length} fields under ${columns.names.length} columns`)
          }
          usesLast = false
          if (into.row(value, line, cut) === false) torn = line
          else if (cut && usesLast) open = line
        })
      }
    }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    refusals.add(header === null ? 1 : null, error.message)
  }
  const records: EnergyRecord[] = []
  if (reading) refusals.attempt(null, () => records.push(...(reading as CsvReading).records()))
  const notes = [
    ...(torn === null ? [] : [tornNote(file, torn, 'row')]),
    ...(open === null ? [] : [noLineEnd(file, open)]),
    ...(prose.length === 0 || records.length === 0
      ? []
      : [
          note(
            'log-table-end',
            `${file}:${prose[0]}: the table ends here; the ${prose.length} lines below are not read`,
          ),
        ]),
  ]
  return { records: withNotes(records, notes), refusals: refusals.list() }
}
