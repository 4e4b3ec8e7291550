import { z } from 'zod'
import { LABEL_CLASSES } from '../../core/label.ts'
import { METHODS } from '../../core/method.ts'
import { JudgedLineSchema, type Report } from '../../core/report.ts'
import { labelLine } from '../../core/judged-line.ts'
import { VERDICTS } from '../../core/verdict.ts'
import { NAME_LENGTH, shown } from '../escape.ts'
import { type Line, failedGrowth } from '../headline.ts'
import { byRun, idOfRun } from './whole-run.ts'

/**
 * Jobs that each carry the step share one comment. Each job hides its row in the comment's text. The next job reads the rows, adds
 * its own and renders the comment again.
 */

/** Rows that one comment carries: a workflow's largest matrix. */
export const MAX_ROWS = 300

const figure = z.number().nonnegative().nullable()
const triple = z.tuple([figure, figure, figure])

/** What one job left in the shared comment. */
export const SharedRowSchema = z.strictObject({
  /** Identifies a job of a run, matrix legs too: `JOB-EXECUTION`, whose first half is the same in every attempt. */
  id: z.string().regex(/^[\w.-]{1,40}$/),
  /** Run and attempt it is of. */
  run: z.string().regex(/^[\w.-]{1,40}$/),
  name: z.string().max(NAME_LENGTH + 1),
  /** Total, low, high; Wh. */
  wh: triple,
  /** Total, low, high; g. */
  g: triple,
  /** Operational, embodied; g. */
  of: z.tuple([figure, figure]),
  /** Water, L. */
  l: figure,
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

/** The row of one job. @param run the run's id with its attempt */
export function sharedRow(report: Report, id: string, run: string): SharedRow {
  const { energy, emissions } = report
  const line = failedGrowth(report) ?? labelLine(report.budgets)
  return {
    id,
    run,
    name: shown(report.subject.name, NAME_LENGTH),
    wh: [rounded(energy.total_wh), rounded(energy.low_wh, 3), rounded(energy.high_wh, 3)],
    g: [rounded(emissions.total_g), rounded(emissions.low_g, 3), rounded(emissions.high_g, 3)],
    of: [rounded(emissions.operational_g), rounded(emissions.embodied_g)],
    l: rounded(report.water?.total_l ?? null),
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

/** Merges a row into the rows of a comment: it replaces its own earlier row, and rows of older runs go. */
export function mergeRow(rows: readonly SharedRow[], row: SharedRow): SharedRow[] {
  const others = rows.filter(({ id }) => id !== row.id)
  const isOtherRun = (each: SharedRow): boolean => idOfRun(each.run) !== idOfRun(row.run)
  if (others.some((each) => isOtherRun(each) && byRun(each.run, row.run) > 0)) return [...rows]
  const merged = [...others.filter((each) => !isOtherRun(each)), row]
  const superseded = new Set(
    [...new Set(merged.map(({ id }) => jobOf(id)))].flatMap((job) => supersededOf(job, merged)),
  )
  return merged.filter((each) => !superseded.has(each)).slice(-MAX_ROWS)
}

/**
 * Rows of earlier attempts that a newer attempt of the same job replaces: as many as ran again. A workflow that is called twice has two
 * jobs of one key; which of them ran again is not known without `actions: read`, so the row of the nearest energy goes.
 */
function supersededOf(job: string, rows: readonly SharedRow[]): SharedRow[] {
  const own = rows.filter(({ id }) => jobOf(id) === job)
  const newest = own.filter(({ run }) => own.every((each) => byRun(each.run, run) <= 0))
  const earlier = own.filter((each) => !newest.includes(each))
  return newest.flatMap(({ wh: [energy] }) => {
    const distance = ({ wh: [other] }: SharedRow): number => Math.abs((other ?? 0) - (energy ?? 0))
    earlier.sort((a, b) => distance(b) - distance(a))
    return earlier.pop() ?? []
  })
}

/** The part of a row's id that is the same in every attempt. */
function jobOf(id: string): string {
  return id.split('-', 1)[0] ?? id
}
