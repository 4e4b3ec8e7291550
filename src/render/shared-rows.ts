import { z } from 'zod'
import { LABEL_CLASSES } from '../core/label.ts'
import { METHODS } from '../core/method.ts'
import { JudgedLineSchema, type Report } from '../core/report.ts'
import { VERDICTS } from '../core/verdict.ts'
import { NAME_LENGTH, shown } from './escape.ts'
import { type Line, failedGrowth, labelLine } from './headline.ts'

/**
 * Jobs that each carry the step share one comment. Each leaves its row, unseen, in the comment's text; the next one
 * reads the rows, puts in its own and writes the comment anew.
 */

/** Rows that one comment carries: a workflow's largest matrix. */
export const MAX_ROWS = 300

const figure = z.number().nonnegative().nullable()
const triple = z.tuple([figure, figure, figure])

/** What one job left in the shared comment. */
export const SharedRowSchema = z.strictObject({
  /** Tells the jobs of a run apart, matrix legs too: the check run's id. */
  id: z.string().regex(/^[\w.-]{1,40}$/),
  /** Run and attempt it is of: rows of an older run make way. */
  run: z.string().regex(/^[\w.-]{1,40}$/),
  name: z.string().max(NAME_LENGTH + 1),
  /** Total, low, high; Wh. */
  wh: triple,
  /** Total, low, high; g. */
  g: triple,
  /** Operational, embodied; g. */
  of: z.tuple([figure, figure]),
  s: figure,
  method: z.enum(METHODS).nullable(),
  verdict: z.enum(VERDICTS),
  label: z.enum(LABEL_CLASSES.map(({ letter }) => letter)).nullable(),
  /** The line that decided: a failed one, else the one with the largest share. */
  line: JudgedLineSchema.extend({
    line: z.string().max(120),
    source: z.string().max(40),
    reason: z.string().max(120).nullable(),
  }).nullable(),
})
export type SharedRow = z.infer<typeof SharedRowSchema>

/** The row of one job. @param id the check run's id @param run the run's id with its attempt */
export function sharedRow(report: Report, id: string, run: string): SharedRow {
  const { energy, emissions } = report
  const line = failedGrowth(report) ?? labelLine(report)
  return {
    id,
    run,
    name: shown(report.subject.name, NAME_LENGTH),
    wh: [rounded(energy.total_wh), rounded(energy.low_wh, 3), rounded(energy.high_wh, 3)],
    g: [rounded(emissions.total_g), rounded(emissions.low_g, 3), rounded(emissions.high_g, 3)],
    of: [rounded(emissions.operational_g), rounded(emissions.embodied_g)],
    s: rounded(report.duration_s),
    method: report.method,
    verdict: report.verdict,
    label: report.label,
    line: line && usedBy(lineText(line), rounded(line.used)),
  }
}

function lineText(line: Line): Line {
  return {
    ...line,
    line: shown(line.line, 80),
    source: shown(line.source, 30),
    reason: line.reason === null ? null : shown(line.reason, 80),
  }
}

/** The line with what was used of it; its share follows. */
export function usedBy(line: Line, used: number | null): Line {
  return { ...line, used, share: used === null ? null : Math.max(0, used) / line.limit }
}

/** Five digits for figures, three for the ends of their ranges: more would not show in a sum. */
function rounded(value: number | null, digits = 5): number | null {
  return value === null ? null : Number(value.toPrecision(digits))
}

/** The rows with this one in place: its earlier version goes, and so do rows of other runs. */
export function mergeRow(rows: readonly SharedRow[], row: SharedRow): SharedRow[] {
  return [...rows.filter(({ id, run }) => id !== row.id && run === row.run), row].slice(-MAX_ROWS)
}
