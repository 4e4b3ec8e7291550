import type { Report } from '../core/report.ts'
import { digitsOf, percent, quantity, shareOf } from './quantities.ts'

/** Counts of a functional unit that figures are shown for: budgets are written `per 1000 inferences` as well. */
const COUNTS = [1, 1e3, 1e6, 1e9] as const

/** Smallest figure that is readable: 0.01 mg, 0.01 mWh, in g and Wh. */
const TOLD_FROM = 1e-5

/** A count of a functional unit for which all figures are large enough to be readable. */
export interface Several {
  readonly count: number
  /** `inference`, `1000 inferences`: as a budget line takes it. */
  readonly words: string
}

/**
 * How many units to show figures for: one, or the thousands that make the smallest of them readable.
 * @param values of one unit, in g and Wh; null and 0 are ignored
 * @param unit singular
 */
export function severalOf(unit: string, values: readonly (number | null)[]): Several {
  const known = values.filter((value) => value !== null && value > 0) as number[]
  const fits = (count: number): boolean => known.every((value) => value * count >= TOLD_FROM)
  const count = COUNTS.find(fits) ?? COUNTS[COUNTS.length - 1] ?? 1
  return { count, words: count === 1 ? unit : `${count} ${unit}s` }
}

const FAMILY = { emissions: 'g', energy: 'wh', water: 'l' } as const

/** `67.5 mg per inference, 84 % of the budget; 120,000 counted`: each figure that a line per unit was judged by. */
export function judgedUnits({ budgets, units, counts }: Report, escape: (text: string) => string): string[] {
  return budgets
    .filter(({ scope, used, share }) => scope === 'unit' && used !== null && share !== null)
    .slice(0, 3)
    .map(({ line, metric, used, share }) => {
      const counted = / (per .+)$/.exec(line)?.[1] ?? ''
      const figure = `${quantity(used, FAMILY[metric])}${metric === 'emissions' ? ' CO₂e' : ''} ${escape(counted)}`
      const known = [...(counts ?? []), ...(units ? [units] : [])].find(({ name }) => counted.includes(name))
      const count = known ? `; ${known.count.toLocaleString('en-US')} counted` : ''
      return `${figure}, ${shareOf(percent(share ?? 0), 'the budget')}${count}`
    })
}

/** The figures per unit that lines were judged by; without such a line, the figure of one unit and what was counted. */
export function unitLines(report: Report, escape: (text: string) => string): string[] {
  const judged = judgedUnits(report, escape)
  return judged.length > 0 || report.verdict === 'indeterminate' ? judged : countedUnits(report, escape)
}

/** `15 mg CO₂e per request; 412,000 requests, 118,000,000 output tokens counted`. */
function countedUnits({ units, counts, emissions }: Report, escape: (text: string) => string): string[] {
  const all = counts?.length ? counts : units ? [units] : []
  const unit = units ?? all[0]
  if (!unit || unit.count <= 0 || emissions.total_g === null) return []
  const { total_g, low_g, high_g } = emissions
  const several = severalOf(unit.name, [total_g / unit.count])
  const figure = quantity((total_g / unit.count) * several.count, 'g', digitsOf(total_g, low_g, high_g))
  const counted = all
    .slice(0, 4)
    .map(({ name, count }) => `${count.toLocaleString('en-US')} ${escape(count === 1 ? name : `${name}s`)}`)
  return [`${figure} CO₂e per ${escape(several.words)}; ${counted.join(', ')} counted`]
}
