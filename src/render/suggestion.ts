import type { Report } from '../core/report.ts'
import { plain, quantity } from './quantities.ts'

/** Room that a first budget leaves above the run it is set from: runs of one commit vary by up to 30 %. */
export const HEADROOM = 1.5

/** Figures that people would choose as a limit, within one decade. */
const ROUND = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9, 10]

/** The nearest figure that a person would choose as a limit. @param value above 0 */
export function roundLimit(value: number): number {
  const decade = 10 ** Math.floor(Math.log10(value))
  const mantissa = value / decade
  const distance = (each: number): number => Math.abs(Math.log(each / mantissa))
  const nearest = ROUND.reduce((best, each) => (distance(each) < distance(best) ? each : best))
  return Number((nearest * decade).toPrecision(2))
}

/**
 * A budget line to copy: 1.5 times this run, rounded: `0.6 g`. Null when there is no figure, or one so small that no
 * limit could be written.
 */
export function suggestedBudget(report: Report): string | null {
  const g = report.emissions.total_g
  if (g === null || !(g >= 1e-5)) return null
  const limit = plain(quantity(roundLimit(g * HEADROOM), 'g')).replaceAll(',', '')
  return report.subject.kind === 'workflow' ? `${limit} per workflow` : limit
}
