import type { Report } from '../core/report.ts'
import { isDoubtful } from '../core/verdict.ts'
import { plain, quantity } from './quantities.ts'

/** Room that a first budget leaves above the run it is set from: runs of one commit vary by up to 30 %. */
const HEADROOM = 1.5

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

/** Figures of at least this much, g or Wh, are written as `1 billion t` or `1 billion MWh`, which is not a budget line. */
const TOO_LARGE = 1e15

function limitOf(used: number, family: 'g' | 'wh'): string | null {
  const limit = roundLimit(used * HEADROOM)
  return limit >= TOO_LARGE ? null : plain(quantity(limit, family)).replaceAll(',', '')
}

/**
 * A budget line to copy: 1.5 times this run, rounded: `0.6 g`. Null without a figure that can be trusted, or if it is so small or
 * so large that no limit could be written.
 */
export function suggestedBudget(report: Report): string | null {
  if (isDoubtful(report)) return null
  const { total_g: g } = report.emissions
  const { total_wh: wh } = report.energy
  let limit: string | null = null
  if (g !== null && g >= 1e-5) limit = limitOf(g, 'g')
  // A limit below 0.1 Wh would be one of the measurement itself.
  else if (g === null && wh !== null && wh >= 0.1) limit = limitOf(wh, 'wh')
  if (limit === null) return null
  return report.subject.kind === 'workflow' ? `${limit} per workflow` : limit
}
