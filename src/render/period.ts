import { CALENDAR_SCOPES } from '../core/budget.ts'
import { type Pace, paceOf } from '../core/pace.ts'
import type { Report } from '../core/report.ts'
import { bar } from './bar.ts'
import type { Line } from './headline.ts'
import { percent, shareOf } from './quantities.ts'

/** Share of a budget over time from which its progress is shown. */
const SHOWN_FROM = 0.5

/** How far a budget of a day, a week or a month is used. */
export interface PeriodProgress extends Pace {
  readonly line: Line
  /** Share of the budget. */
  readonly share: number
}

/** The lines over time of which half or more is used. Empty where the time of the report is unknown. */
export function periodProgress({ budgets, started_at, ended_at, ledger }: Report): PeriodProgress[] {
  const nowMs = Date.parse(ended_at ?? started_at ?? ledger?.as_of ?? '')
  if (Number.isNaN(nowMs)) return []
  return budgets.flatMap((line) => {
    const { scope, share } = line
    if (!CALENDAR_SCOPES.has(scope) || share === null || share < SHOWN_FROM) return []
    return [{ line, share, ...paceOf(share, scope as 'day' | 'week' | 'month', nowMs) }]
  })
}

/**
 * One line for each budget over time of which half is used: bar, share, time gone, as of, forecast.
 * @param escape makes the budget's text safe for the place it is shown in
 */
export function periodLines(report: Report, escape: (text: string) => string): string[] {
  const asOf = report.ledger?.as_of ?? null
  return periodProgress(report).map(({ line, share, elapsed, forecast, lastDay, spentOn }) => {
    const pace = forecast === null || share > 1 ? null : `at this pace ${percent(forecast)} by ${lastDay}`
    const words = [
      `${shareOf(percent(share), escape(line.line))} used`,
      `${percent(elapsed)} of the ${line.scope} gone`,
      asOf === null ? null : `as of ${asOf.slice(0, 16).replace('T', ' ')} UTC`,
      pace === null || spentOn === null ? pace : `${pace}, spent on ${spentOn}`,
    ]
    return `\`${bar(share)}\` ${words.filter(Boolean).join(' · ')}`
  })
}
