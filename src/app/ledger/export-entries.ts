import { type Entry, EntrySchema, entryLine } from '../../ledger/entry.ts'

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

/** Entries as NDJSON, one a line, as the ledger has them. */
export function toNdjson(entries: readonly Entry[]): string {
  return entries.map(entryLine).join('')
}

/** Entries as CSV with a header (RFC 4180). Unknown figures are empty. */
export function toCsv(entries: readonly Entry[]): string {
  const rows = entries.map((entry) => COLUMNS.map((column) => csvCell(entry[column])).join(','))
  return `${[COLUMNS.join(','), ...rows].join('\r\n')}\r\n`
}

/** A text that a spreadsheet would run as a formula is marked as text: branch names are chosen by strangers. */
function csvCell(value: string | number | null): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Entries as a Parquet file. The end of the work is a timestamp in UTC; unknown figures are null. */
export async function toParquet(entries: readonly Entry[]): Promise<Uint8Array> {
  const { parquetWriteBuffer } = await import('hyparquet-writer')
  const columnData = COLUMNS.map((name) => {
    if (name === 'ended_at') {
      return { name, data: entries.map(({ ended_at }) => new Date(ended_at)), type: 'TIMESTAMP' as const }
    }
    const data = entries.map((entry) => entry[name])
    if (WHOLE.has(name)) return { name, data, type: 'INT32' as const }
    if (DECIMAL.has(name)) return { name, data, type: 'DOUBLE' as const }
    return { name, data, type: 'STRING' as const }
  })
  return new Uint8Array(parquetWriteBuffer({ columnData }))
}
