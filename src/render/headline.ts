import { hasCode } from '../core/notes.ts'
import type { Label } from '../core/label.ts'
import type { Report } from '../core/report.ts'
import { CALENDAR_SCOPES } from '../core/budget.ts'
import { LARGEST_JOB, WHOLE_RUN, labelLine } from '../core/judged-line.ts'
import { type Verdict, isDoubtful } from '../core/verdict.ts'
import { type Family, type Spread, change, digitsOf, percent, quantity, shareOf, shareUsed } from './quantities.ts'

/** A judged line of the report. */
export type Line = Report['budgets'][number]

/** The EU label's colours as squares that every mail client has. The letter beside them carries the meaning. */
const SQUARES: Readonly<Record<Label, string>> = { A: '🟩', B: '🟩', C: '🟨', D: '🟨', E: '🟧', F: '🟥', G: '🟥' }
const GREY = '⬜'
/** Without a letter: only growth lines, or no budget. */
const BY_VERDICT: Readonly<Record<Verdict, string>> = { pass: '🟩', fail: '🟥', indeterminate: GREY, none: GREY }

/** The verdict in words. `waived`: over the budget, and a person with write access accepted it. */
const VERDICT_WORDS: Readonly<Record<Verdict, string>> = {
  pass: 'pass',
  fail: 'fail',
  indeterminate: 'indeterminate',
  none: 'no budget set',
}

/** What a reader takes in first, in plain text. Everything a renderer shows at the top comes from here. */
export interface Headline {
  readonly square: string
  readonly letter: Label | null
  /** Emissions, or energy if only that is known; null without either. */
  readonly amount: string | null
  /** Whether the amount is grams of CO2e. */
  readonly isEmissions: boolean
  /** The line that sets the label, or the one that failed. Its text is untrusted. */
  readonly line: Line | null
  /** Share of that line: `8 %`. */
  readonly share: string | null
  readonly verdict: string
}

/** The growth line that fails, when one does. */
export function failedGrowth(report: Report): Line | null {
  return report.budgets.find((line) => line.scope === 'growth' && line.verdict === 'fail') ?? null
}

/** Whether the report's verdict was let pass by a waiver. */
function isWaived(report: Report): boolean {
  return report.verdict === 'pass' && report.notes.some((note) => hasCode(note, 'waived'))
}

/** Emissions of a report with their range, g. */
export function gramsOf({ emissions }: Pick<Report, 'emissions'>): Spread {
  return { value: emissions.total_g, low: emissions.low_g, high: emissions.high_g }
}

/** Energy of a report with its range, Wh. */
export function wattHoursOf({ energy }: Pick<Report, 'energy'>): Spread {
  return { value: energy.total_wh, low: energy.low_wh, high: energy.high_wh }
}

/** A figure with as many digits as its range allows; null when unknown. */
function quantityOf(spread: Spread, family: Family): string | null {
  return spread.value === null ? null : quantity(spread.value, family, digitsOf(spread))
}

/** Watt-hours with as many digits as their range allows; null when unknown. */
export function wattHours(report: Pick<Report, 'energy'>): string | null {
  return quantityOf(wattHoursOf(report), 'wh')
}

/** Whether a line is about more than this run: a day, a week, a month, the runs of a pull request. */
export function spansRuns({ scope }: Line): boolean {
  return CALENDAR_SCOPES.has(scope) || scope === 'pull-request'
}

/** Significant digits of what a budget line counts: those of the report's own figure, unless the line counts other runs as well. */
export function lineDigits(line: Line, report: Report): 2 | 3 {
  const { metric } = line
  if (metric === 'water') return 2
  if (spansRuns(line)) return 3
  return digitsOf(metric === 'energy' ? wattHoursOf(report) : gramsOf(report))
}

/** What an indeterminate report says in place of a verdict: no figure, an untrusted figure, or a line that could not be judged. */
export function indeterminateWords(report: Report, figure: string | null): string {
  if (figure === null) return 'no trustworthy figure'
  return isDoubtful(report) ? `${figure}, but not a figure to trust` : figure
}

export function headlineOf(report: Report): Headline {
  const line = labelLine(report.budgets)
  const g = quantityOf(gramsOf(report), 'g')
  const waived = isWaived(report)
  const unjudged = report.verdict === 'none' && report.budgets.length > 0
  const trusted = report.verdict !== 'indeterminate'
  return {
    square: squareOf(report),
    letter: trusted ? report.label : null,
    amount: g ?? wattHours(report),
    isEmissions: g !== null,
    line,
    share: line?.share === null || line === null ? null : percent(line.share),
    verdict: waived ? 'waived' : unjudged ? 'no line judged' : VERDICT_WORDS[report.verdict],
  }
}

/**
 * `8 % of the budget of 5 g`, `largest job 8 % of its budget of 5 g`, `2 kg per month: 76 % used`.
 * @param share as `Headline.share` has it
 * @param escape makes the line's text safe for the place it is shown in
 */
export function usageWords(line: Line, share: string, escape: (text: string) => string): string {
  const budget = escape(line.line)
  // The figure beside it is of this run alone.
  if (CALENDAR_SCOPES.has(line.scope)) return `${budget}: ${shareUsed(share)}`
  // A line that applies to every job shows the share of the job that used the most.
  const article = line.reason_code === LARGEST_JOB.reason_code ? 'its' : 'the'
  return scopePrefix(line) + shareOf(share, `${article} budget of ${budget}`)
}

/** What a line without a scope limits when several jobs are judged together: the largest job or the sum of all jobs. */
export function scopePrefix({ reason_code }: Line): '' | 'all jobs ' | 'largest job ' {
  if (reason_code === WHOLE_RUN.reason_code) return 'all jobs '
  return reason_code === LARGEST_JOB.reason_code ? 'largest job ' : ''
}

function squareOf(report: Report): string {
  if (report.verdict === 'indeterminate') return GREY
  if (report.label === null) return BY_VERDICT[report.verdict]
  // Within the absolute budget but over a growth line: a green square beside "fail" would be read as a pass.
  if (report.verdict === 'fail' && (failedGrowth(report) || report.stopped)) return '🟥'
  return SQUARES[report.label]
}

/** The change against the baseline, honest about its noise. Plain text; the branch is untrusted. */
export function changeOf(report: Report, escape: (text: string) => string): string | null {
  const { baseline } = report
  if (!baseline) return null
  const branch = escape(baseline.branch)
  const moved = `energy ${change(baseline.change)} against ${branch}`
  return `${moved}${baseline.clear ? '' : ': no clear change'} (its own runs differ by ${percent(baseline.spread)})`
}
