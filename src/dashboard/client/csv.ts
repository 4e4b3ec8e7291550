import type { ClientColumn, Rows } from './rows.ts'

/** The chosen rows as CSV (RFC 4180), with the ledger's names of columns. */
export function csvOf({ columns }: Rows, chosen: Uint32Array): string {
  const lines = [columns.map(({ key }) => key).join(',')]
  for (const row of chosen) lines.push(columns.map((column) => csvCell(column, row)).join(','))
  return `${lines.join('\r\n')}\r\n`
}

function csvCell(column: ClientColumn, row: number): string {
  if (column.kind === 'text') return quoted(column.names[column.values[row] ?? 0] ?? '')
  const value = column.values[row] ?? Number.NaN
  if (Number.isNaN(value)) return ''
  return column.kind === 'time' ? new Date(value * 1000).toISOString().replace('.000Z', 'Z') : String(value)
}

/** A name that a spreadsheet would take for a formula gets an apostrophe. */
function quoted(text: string): string {
  const inert = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
