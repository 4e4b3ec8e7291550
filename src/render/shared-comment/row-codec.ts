import { z } from 'zod'
import { METHODS } from '../../core/method.ts'
import { JudgedLineSchema } from '../../core/report.ts'
import { VERDICTS } from '../../core/verdict.ts'
import { parseJson } from '../../core/json.ts'
import { NAME_LENGTH, truncate } from '../escape.ts'
import type { Line } from '../headline.ts'
import { MAX_ROWS, type SharedRow, SharedRowSchema, usedBy } from './job-rows.ts'

/** The rows of a shared comment as one line that GitHub does not show. */

const PREFIX = '<!-- carbon-gate:rows '
const SUFFIX = ' -->'
/** Length of the hidden text: half of a comment, whose limit is 65,536 characters. */
export const MAX_ROWS_LENGTH = 32_000
/** Lengths that names are cut to until the rows fit. */
const NAME_LENGTHS = [NAME_LENGTH, 32, 16, 8, 3]

/**
 * The rows as one hidden line. Names are shortened until it fits, then the smallest rows that pass are left out.
 * @returns the line, and how many rows did not fit
 */
export function encodeRows(rows: readonly SharedRow[]): { line: string; left: number } {
  for (const length of NAME_LENGTHS) {
    const line = written(rows.map((row) => renamed(row, length)))
    if (line.length <= MAX_ROWS_LENGTH) return { line, left: 0 }
  }
  // The row of a failed job must never be left out.
  const largest = rows
    .toSorted((a, b) => VERDICTS.indexOf(a.verdict) - VERDICTS.indexOf(b.verdict) || (b.wh[0] ?? 0) - (a.wh[0] ?? 0))
    .map((row) => renamed(row, 3))
  let kept = largest.length
  let line = written(largest)
  while (line.length > MAX_ROWS_LENGTH && kept > 0) {
    kept = Math.min(kept - 1, Math.floor((kept * MAX_ROWS_LENGTH) / line.length))
    line = written(largest.slice(0, kept))
  }
  return { line, left: rows.length - kept }
}

function renamed(row: SharedRow, length: number): SharedRow {
  return { ...row, name: truncate(row.name, length) }
}

/** Each run and each line is written once; rows point to them. */
function written(rows: readonly SharedRow[]): string {
  const lines: string[] = []
  const runs = [...new Set(rows.map(({ run }) => run))]
  const compact = rows.map((row) => {
    const text = row.line && JSON.stringify({ ...row.line, used: null, share: null })
    if (text && !lines.includes(text)) lines.push(text)
    return [
      row.id,
      runs.indexOf(row.run),
      row.name,
      ...row.wh,
      ...row.g,
      ...row.of,
      row.l,
      row.s,
      row.method && METHODS.indexOf(row.method),
      VERDICTS.indexOf(row.verdict),
      row.label,
      text && lines.indexOf(text),
      row.line && row.line.used,
    ]
  })
  const parsed = lines.map((line) => JSON.parse(line) as unknown)
  const json = JSON.stringify({ v: 3, runs, lines: parsed, rows: compact })
  // In JSON these only occur inside strings, where an escape means the same: no comment's end, no tag, no mention.
  const inert = json
    .replace(/[^\u0020-\u007E]|[<>&@#`]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .replaceAll('--', '-\\u002d')
  return PREFIX + inert + SUFFIX
}

const cell = z.union([z.string(), z.number(), z.null()])
const WrittenSchema = z.strictObject({
  v: z.literal(3),
  runs: z.array(z.string()).max(MAX_ROWS),
  lines: z.array(JudgedLineSchema).max(MAX_ROWS),
  rows: z.array(z.array(cell).length(18)).max(MAX_ROWS),
})

/**
 * The rows in a comment's text. Anything that is not exactly what `encodeRows` writes gives null, never a guess: the
 * text was on a server where others could have changed it.
 */
export function decodeRows(body: string): SharedRow[] | null {
  const head = body.slice(0, MAX_ROWS_LENGTH + 2000).split('\n', 3)
  const line = head.map((each) => each.trimEnd()).find((each) => each.startsWith(PREFIX))
  if (!line || !line.endsWith(SUFFIX) || line.length > MAX_ROWS_LENGTH) return null
  const read = WrittenSchema.safeParse(parseJson(line.slice(PREFIX.length, -SUFFIX.length)))
  if (!read.success) return null
  const { runs, lines, rows } = read.data
  const all = z.array(SharedRowSchema).safeParse(rows.map((cells) => unpacked(cells, runs, lines)))
  if (!all.success) return null
  const ids = new Set(all.data.map(({ id }) => id))
  return ids.size === all.data.length ? all.data : null
}

/** What a row's cells say, for the schema to check. */
function unpacked(cells: readonly z.infer<typeof cell>[], runs: readonly string[], lines: readonly Line[]): unknown {
  const [id, run, name] = cells
  const [l, s, method, verdict, label, at, used] = cells.slice(11)
  const line = at === null ? null : lines[at as number]
  return {
    id,
    run: runs[run as number],
    name,
    wh: cells.slice(3, 6),
    g: cells.slice(6, 9),
    of: cells.slice(9, 11),
    l,
    s,
    method: method === null ? null : METHODS[method as number],
    verdict: VERDICTS[verdict as number],
    label,
    line: line && usedBy(line, typeof used === 'number' ? used : null),
  }
}
