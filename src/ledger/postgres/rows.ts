import type { Line } from '../entry.ts'
import { readEntryLine } from '../entry-file.ts'
import type { Sum } from '../totals.ts'
import { COLUMNS, columnType } from './table.ts'

/** A row as the server answers: `numeric` and `bigint` come as text, so that nothing is rounded on the way. */
export type Row = Readonly<Record<string, string | number | null>>

/** Columns for `select`. Times are UTC text with up to six decimals. */
export const SELECTED = COLUMNS.map((column) =>
  column === 'ended_at' ? `to_char(ended_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ended_at` : column,
).join(', ')

/** Columns with their types, for `jsonb_to_recordset`. */
export const RECORD = COLUMNS.map((column) => `${column} ${columnType(column)}`).join(', ')

/** Columns that only a correction has. */
const OPTIONAL: ReadonlySet<string> = new Set(['corrects', 'reason', 'reveals'])

/** Lines as the JSON text of one parameter. PostgreSQL stores neither NUL nor lone surrogates in a text. */
export function jsonOf(lines: readonly Line[]): string {
  return JSON.stringify(lines, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(UNSTORABLE, '\uFFFD') : value,
  )
}

// eslint-disable-next-line no-control-regex
const UNSTORABLE = /\u0000|\p{Surrogate}/gu

/**
 * A row as a line of the ledger, with every rule of the schema applied.
 * @throws MeasurementError that names the key
 */
export function lineOf(row: Row, table: string): Line {
  const fields = COLUMNS.flatMap((column) => {
    const value = row[column] ?? null
    if (OPTIONAL.has(column) && value === null) return []
    if (column === 'ended_at') return [[column, withoutZeros(String(value))]]
    return [[column, columnType(column) === 'numeric' && value !== null ? Number(value) : value]]
  })
  return readEntryLine(JSON.stringify(Object.fromEntries(fields)), `${table}, key ${String(row['key'])}`)
}

/** `13:05:00.000000Z` as `13:05:00Z`. */
function withoutZeros(time: string): string {
  return time.replace(/\.?0+Z$/, 'Z')
}

/** A row of sums. */
export function sumOf(row: Row): Sum {
  const count = (name: string): number => Number(row[name] ?? 0)
  const figure = (name: string): number | null => (row[name] === null ? null : Number(row[name]))
  const unknown = { g: count('no_g'), wh: count('no_wh'), l: count('no_l') }
  return { entries: count('entries'), g: figure('g'), wh: figure('wh'), l: figure('l'), unknown }
}
