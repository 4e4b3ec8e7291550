import { type Entry, EntrySchema } from '../../ledger/entry.ts'

/** Columns of an export, in the order of the schema. */
const COLUMNS = Object.keys(EntrySchema.shape) as (keyof Entry)[]

/** Columns of whole numbers and of decimals; all others are text. */
const WHOLE: ReadonlySet<keyof Entry> = new Set(['v', 'pr'])
const DECIMAL: ReadonlySet<keyof Entry> = new Set([
  's',
  'wh',
  'wh_low',
  'wh_high',
  'g',
  'op_g',
  'em_g',
  'l',
  'tokens',
  'coverage',
])

/** Header of a CSV file (RFC 4180). */
export const CSV_HEADER = `${COLUMNS.join(',')}\r\n`

/** Entries as rows of a CSV file. Unknown figures are empty. */
export function csvRows(entries: readonly Entry[]): string {
  return entries.map((entry) => `${COLUMNS.map((column) => csvCell(entry[column])).join(',')}\r\n`).join('')
}

/** A text that a spreadsheet would run as a formula is marked as text: branch names are chosen by strangers. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Collects entries for a Parquet file, by column. The end of the work is a timestamp in UTC; unknown figures are null. */
export class ParquetColumns {
  readonly #columns = COLUMNS.map((name) => ({ name, data: [] as Entry[keyof Entry][] }))

  /** Number of entries. */
  get length(): number {
    return this.#columns[0]?.data.length ?? 0
  }

  add(entries: readonly Entry[]): void {
    for (const { name, data } of this.#columns) for (const entry of entries) data.push(entry[name])
  }

  async bytes(): Promise<Uint8Array> {
    const { parquetWriteBuffer } = await import('hyparquet-writer')
    const columnData = this.#columns.map(({ name, data }) => {
      if (name === 'ended_at') {
        return { name, data: data.map((time) => new Date(String(time))), type: 'TIMESTAMP' as const }
      }
      if (WHOLE.has(name)) return { name, data, type: 'INT32' as const }
      if (DECIMAL.has(name)) return { name, data, type: 'DOUBLE' as const }
      return { name, data, type: 'STRING' as const }
    })
    return new Uint8Array(parquetWriteBuffer({ columnData }))
  }
}
