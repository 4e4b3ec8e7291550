import { CALENDAR_SCOPES } from '../core/budget.ts'
import { type Pace, paceOf } from '../core/pace.ts'
import type { Report } from '../core/report.ts'
import { bar } from './bar.ts'
import type { Line } from './headline.ts'
import { NBSP, percent, shareUsed } from './quantities.ts'

/** Share of a budget over time from which its progress is shown. */
const SHOWN_FROM = 0.5

/** How far a budget of a day, a week or a month is used. */
interface PeriodProgress extends Pace {
  readonly line: Line
  /** Share of the budget. */
  readonly share: number
  /** Time of the ledger's newest run in the sum, RFC 3339; null: unknown. */
  readonly asOf: string | null
}

/** Budget lines per day, week or month that are used by half or more. Empty if the time of the report is unknown. */
function periodProgress({ budgets, started_at, ended_at, ledger }: Report): PeriodProgress[] {
  const nowMs = Date.parse(ended_at ?? started_at ?? ledger?.as_of ?? '')
  if (Number.isNaN(nowMs)) return []
  return budgets.flatMap((line) => {
    const { scope, share } = line
    if (!CALENDAR_SCOPES.has(scope) || share === null || share < SHOWN_FROM) return []
    const ofAll = line.organisation ? (ledger?.organisation_as_of ?? null) : null
    const completeUntil = ofAll ?? ledger?.complete_until ?? null
    const knownMs = completeUntil === null ? nowMs : Math.min(nowMs, Date.parse(completeUntil))
    const asOf = ofAll ?? ledger?.as_of ?? null
    return [{ line, share, asOf, ...paceOf(share, scope as 'day' | 'week' | 'month', nowMs, knownMs) }]
  })
}

/**
 * One line for each budget over time of which half is used: bar, share, time gone, forecast, time of the totals. Bold where it is spent,
 * or will be before the period ends.
 * @param escape makes the budget's text safe for the place it is shown in
 */
export function periodLines(report: Report, escape: (text: string) => string): string[] {
  return periodProgress(report).map((progress) => {
    const { line, share, elapsed, asOf } = progress
    const words = [
      `${escape(line.line)}: **${shareUsed(percent(share))}**`,
      `${percent(elapsed)} of the ${line.scope} gone`,
      paceWords(progress),
      asOf === null ? null : `as of ${dayText(Date.parse(asOf))}, ${asOf.slice(11, 16)}${NBSP}UTC`,
    ]
    return `\`${bar(share)}\` ${words.filter(Boolean).join(' · ')}`
  })
}

/** When the budget will be spent, or how much of it the period will have used. */
function paceWords({ line, share, forecast, spentOn }: PeriodProgress): string | null {
  if (forecast === null || share > 1) return null
  return spentOn === null
    ? `at this pace ${percent(forecast)} at the end of the ${line.scope}`
    : `**at this pace spent on ${dayText(Date.parse(spentOn))}**`
}

/** `26 March`, of a time in Unix ms, UTC. */
function dayText(ms: number): string {
  return new Date(ms).toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' }).replace(' ', NBSP)
}
