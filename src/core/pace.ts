import { DAY_MS, dayOf, spanAround } from './calendar.ts'

/** How a budget of a day, a week or a month will end if it goes on as it began. */
export interface Pace {
  /** Share of the period that has passed, 0 to 1. */
  readonly elapsed: number
  /** Share of the budget at the period's end; null too early in the period. */
  readonly forecast: number | null
  /** Last day of the period, `2026-11-30`. */
  readonly lastDay: string
  /** Day on which the budget will be used up; null if that is not within the period, or has happened. */
  readonly spentOn: string | null
}

/** Elapsed time below which no forecast is made, as a share of the period: one run would decide it. */
const EARLIEST_FORECAST = 0.05

/**
 * Forecast of a budget over time.
 * @param share of the budget that is used, at least 0
 * @param nowMs now, Unix ms: it selects the period
 * @param knownMs time until which the share is known, Unix ms, at most `nowMs`
 * @example paceOf(0.6, 'month', Date.parse('2026-11-16')) // { elapsed: 0.5, forecast: 1.2, lastDay: '2026-11-30', spentOn: '2026-11-26' }
 */
export function paceOf(share: number, scope: 'day' | 'week' | 'month', nowMs: number, knownMs = nowMs): Pace {
  const { from, to } = spanAround(dayOf(nowMs), scope)
  const [startMs, endMs] = [Date.parse(from), Date.parse(to) + DAY_MS]
  const known = (knownMs - startMs) / (endMs - startMs)
  const forecast = known < EARLIEST_FORECAST ? null : share / known
  const isSpent = forecast !== null && forecast > 1 && share < 1
  // A forecast names no day of the past: what happened since the known time is unknown.
  const spentMs = Math.max(nowMs, startMs + (knownMs - startMs) / share)
  return {
    elapsed: (nowMs - startMs) / (endMs - startMs),
    forecast,
    lastDay: to,
    spentOn: isSpent ? dayOf(spentMs) : null,
  }
}
