import type { Report } from '../../core/report.ts'
import { gramsOf, headlineOf, wattHours } from '../headline.ts'
import { shownWater } from '../water-text.ts'
import { decimal, digitsOf, duration, quantity, rangeOf, shownGrid } from '../quantities.ts'

/** What a label may be given besides the report. */
export interface LabelOptions {
  /** How often the work runs in a month: the label shows what that adds up to. */
  readonly runsPerMonth?: number
}

/** One line of the label's table, in plain text. */
export interface LabelRow {
  readonly name: string
  readonly value: string
}

/** A row that is left out where its value is null. */
export type NamedValue = readonly [name: string, value: string | null]

export function knownRows(rows: readonly NamedValue[]): LabelRow[] {
  return rows.flatMap(([name, value]) => (value === null ? [] : [{ name, value }]))
}

const SCOPES: Readonly<Record<Report['subject']['kind'], string>> = {
  job: 'one CI job',
  workflow: 'whole workflow run',
  command: 'one command',
  logs: 'logs of a tracker',
  estimate: 'a plan, not yet run',
}

/** Runs that a label adds up where no number is given: one run is too little to picture. */
const MANY_RUNS = 1000

/** What a label shows besides the letter. Rows without a known value are left out. */
export function labelRows(report: Report, options: LabelOptions = {}): LabelRow[] {
  const { emissions, water, intensity, pue } = report
  // As many digits as the headline has: where the electricity is all there is, it is the same figure.
  const total = gramsOf(report)
  const digits = digitsOf(total)
  const shown = (g: number | null): string | null => (g === null ? null : `${quantity(g, 'g', digits)} CO₂e`)
  const isPerUnit = headlineOf(report).line?.scope === 'unit'
  const rows: NamedValue[] = [
    ['Total', isPerUnit ? shown(total.value) : null],
    ['Energy', wattHours(report)],
    ['Electricity', shown(emissions.operational_g)],
    ['Hardware', shown(emissions.embodied_g)],
    ['Likely range', rangeOf(total, 'g')],
    ['Water', shownWater(water)],
    [
      report.subject.kind === 'workflow' ? 'Machine time' : 'Duration',
      report.duration_s === null ? null : duration(report.duration_s),
    ],
    runsRow(report, options),
    ['Method', report.method],
    ['Grid', [shownGrid(intensity), pue && `PUE ${decimal(pue)}`].filter(Boolean).join(', ') || null],
    ['Scope', scopeOf(report)],
    ['Date', report.ended_at?.slice(0, 10) ?? null],
  ]
  return knownRows(rows)
}

/** A command is measured by what its whole machine does, unless its own CPU time was asked for. */
function scopeOf({ subject, scope }: Report): string {
  const text = SCOPES[subject.kind]
  return subject.kind === 'command' && scope === 'machine' ? `${text}, whole machine` : text
}

/** What many runs add up to, with the digits of the one. */
function runsRow(report: Report, { runsPerMonth }: LabelOptions): NamedValue {
  const total = gramsOf(report)
  const runs = runsPerMonth ?? MANY_RUNS
  const name = `${runs.toLocaleString('en-US')} ${runsPerMonth === undefined ? 'such runs' : 'runs a month'}`
  const isRun =
    report.subject.kind !== 'logs' && report.subject.kind !== 'estimate' && report.verdict !== 'indeterminate'
  if (total.value === null || (!isRun && runsPerMonth === undefined)) return [name, null]
  return [name, `${quantity(total.value * runs, 'g', digitsOf(total))} CO₂e`]
}
