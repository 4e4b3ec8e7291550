import { type Label, LABEL_CLASSES } from '../../core/label.ts'
import { methodOfSum } from '../../core/method.ts'
import type { Part, Report } from '../../core/report.ts'
import { NO_ENERGY } from '../../core/footprint.ts'
import { waterOfParts } from '../../core/totals.ts'
import { sumOrNull } from '../../core/quantity.ts'
import { LARGEST_JOB } from '../../core/judged-line.ts'
import { combineVerdicts } from '../../core/verdict.ts'
import type { Line } from '../headline.ts'
import type { SharedRow } from './job-rows.ts'
import { idOfRun } from './whole-run.ts'

/**
 * The report that a shared comment shows: the sum of its rows, with the machine and the grid of the job that writes it.
 * The verdict is the worst of the jobs'; each line is shown where most of it was used.
 * @param own report of the job that writes the comment
 * @param runUrl page of the run, for links to its jobs
 */
export function joinRows(rows: readonly SharedRow[], own: Report, runUrl?: string | null): Report {
  if (rows.length < 2) return own
  const [wh, whLow, whHigh] = [0, 1, 2].map((at) => sumOrNull(rows.map((row) => row.wh[at] ?? null)))
  const [g, gLow, gHigh] = [0, 1, 2].map((at) => sumOrNull(rows.map((row) => row.g[at] ?? null)))
  const letters = LABEL_CLASSES.map(({ letter }) => letter)
  const worst = Math.max(...rows.map(({ label }) => (label === null ? -1 : letters.indexOf(label))))
  const parts = rows.map((row) => partOf(row, runUrl ?? null))
  const verdict = combineVerdicts(rows, { trusted: true })
  const isTrusted = verdict !== 'indeterminate'
  return {
    ...own,
    subject: { kind: 'workflow', name: own.subject.name },
    duration_s: sumOrNull(rows.map(({ s }) => s)),
    energy: { ...NO_ENERGY, total_wh: wh ?? null, low_wh: whLow ?? null, high_wh: whHigh ?? null },
    emissions: {
      operational_g: sumOrNull(rows.map((row) => row.of[0])),
      embodied_g: sumOrNull(rows.map((row) => row.of[1])),
      total_g: g ?? null,
      low_g: gLow ?? null,
      high_g: gHigh ?? null,
    },
    water: waterOfParts(parts),
    units: null,
    method: methodOfSum(rows.map((row) => ({ method: row.method, wh: row.wh[0] }))),
    parts,
    // That of the one job says nothing of the others' time.
    coverage: null,
    profile: null,
    baseline: null,
    budgets: worstLines(rows),
    figure: isTrusted ? { trusted: true, reason_code: null } : { trusted: false, reason_code: 'part-untrusted' },
    verdict,
    label: (letters[worst] ?? null) as Label | null,
  }
}

function partOf(row: SharedRow, runUrl: string | null): Part {
  return {
    kind: 'job',
    name: row.name,
    started_at: null,
    ended_at: null,
    duration_s: row.s,
    energy: { ...NO_ENERGY, total_wh: row.wh[0], low_wh: row.wh[1], high_wh: row.wh[2] },
    pue: null,
    intensity: null,
    emissions: {
      operational_g: row.of[0],
      embodied_g: row.of[1],
      total_g: row.g[0],
      low_g: row.g[1],
      high_g: row.g[2],
    },
    water: row.l === null ? null : { total_l: row.l },
    method: row.method,
    coverage: null,
    source: jobPage(row, runUrl),
    conclusion: row.verdict === 'fail' ? 'over budget' : row.verdict === 'indeterminate' ? row.verdict : null,
  }
}

/** Page of a row's job: its id ends with the check run's, where the forge has one. */
function jobPage({ id, run }: SharedRow, runUrl: string | null): string | null {
  const checkRun = /-(\d{1,20})$/.exec(id)?.[1]
  return runUrl === null || checkRun === undefined || !runUrl.endsWith(`/${idOfRun(run)}`)
    ? null
    : `${runUrl}/job/${checkRun}`
}

/** Each line once, as judged for the job that used the most of it. */
function worstLines(rows: readonly SharedRow[]): Line[] {
  const worst = new Map<string, Line>()
  for (const { line } of rows) {
    if (!line || (line.share ?? 0) < (worst.get(line.line)?.share ?? 0)) continue
    const isDecided = line.verdict === 'pass' || line.verdict === 'fail'
    worst.set(line.line, line.scope === 'job' && isDecided ? { ...line, ...LARGEST_JOB } : line)
  }
  return [...worst.values()]
}
