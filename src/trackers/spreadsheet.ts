import { firstWritten } from './head.ts'
import { type Row, rowBatches } from './rows.ts'
import type { LogSource } from './tracker.ts'

/** Column separators other than the comma, most common first. */
const SIGNS = [';', '\t', '|'] as const

/** A first line in which a spreadsheet names its separator. */
const SEPARATOR_LINE = /^"?sep=(.)"?(?:\r\n?|\n|$)/i

/** A number with a decimal comma or point, and its unit. */
const DECIMAL = /^\s*[+-]?\d+([.,])\d+(?:e[+-]?\d+)?(?:\s*[a-z%]+)?\s*$/i

/** The beginning of a file with commas as separators. */
export interface CommaForm {
  readonly head: string
  /** The separator of the file; null if it is a comma. */
  readonly separator: string | null
}

/**
 * The possible readings of a file's beginning, unchanged first.
 * @example commaForms('id;energy\n1;2,5\n')[1] // {head: 'id,energy\n1,2,5\n', separator: ';'}
 */
export function commaForms(head: string): CommaForm[] {
  const start = firstWritten(head)
  const [line, named] = SEPARATOR_LINE.exec(start) ?? []
  if (line !== undefined && named !== undefined) {
    return [{ head: start.slice(line.length).replaceAll(named, ','), separator: named }]
  }
  const [header = ''] = start.split(/[\r\n]/, 1)
  const others = SIGNS.filter((sign) => header.includes(sign))
  return [
    { head: start, separator: null },
    ...others.map((separator) => ({ head: start.replaceAll(separator, ','), separator })),
  ]
}

/** A CSV whose format has semicolons between its columns, with decimal points. */
export interface SemicolonCsv {
  readonly source: LogSource
  /** A comma where a spreadsheet changed it, also after decimal commas were rewritten. */
  readonly separator: ';' | ','
}

/** Looks at the beginning of such a CSV: where a comma is the decimal sign, it is rewritten. */
export function semicolonCsv(source: LogSource): SemicolonCsv {
  const hasSemicolons = /^[^\r\n]*;/.test(source.head)
  const isOwn = hasSemicolons && !/\d,\d/.test(source.head)
  const text = hasSemicolons && !isOwn ? withCommas(source.text, ';') : source.text
  return { source: { ...source, text }, separator: isOwn ? ';' : ',' }
}

/**
 * Rewrites a CSV with commas between its columns and decimal points, on the same lines.
 * @param separator null gives the text back unchanged
 * @throws RecordTooLong
 */
export async function* withCommas(text: AsyncIterable<string>, separator: string | null): AsyncGenerator<string> {
  if (separator === null) {
    yield* text
    return
  }
  const decimals = separator === ',' ? null : new DecimalSigns()
  let line = 1
  for await (const rows of rowBatches(text, separator)) {
    const lines: string[] = []
    for (const row of rows) {
      if (row.line === 1 && SEPARATOR_LINE.test(row.fields.join(separator))) continue
      const written = rewrittenRow(row, decimals)
      lines.push('\n'.repeat(row.line - line), written, row.torn ? '' : '\n')
      line = row.line + (row.plain === null ? written.split('\n').length : 1)
    }
    yield lines.join('')
  }
}

function rewrittenRow({ plain, fields, malformed }: Row, decimals: DecimalSigns | null): string {
  if (decimals === null && plain !== null) return plain
  const written = fields.map((field, column) => quoted(decimals === null ? field : decimals.withPoint(field, column)))
  // Where the fields end is a guess, and the next reader has to see that.
  if (malformed) written.push('""x')
  return written.join(',')
}

function quoted(field: string): string {
  return /[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field
}

/** The decimal sign of each column. */
class DecimalSigns {
  readonly #signs: (string | undefined)[] = []

  /** A number with a decimal point. In a column that mixes points and commas it stays as it is, and no reader accepts it. */
  withPoint(field: string, column: number): string {
    const sign = field.includes(',') || field.includes('.') ? DECIMAL.exec(field)?.[1] : undefined
    if (sign === undefined) return field
    this.#signs[column] ??= sign
    if (this.#signs[column] !== sign) return `${field} (points and commas as decimal signs in one column)`
    return sign === ',' ? field.replace(',', '.') : field
  }
}
