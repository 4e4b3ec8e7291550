import { FIGURE_OF } from '../core/units.ts'
import { parseUnits, plural } from '../core/functional-unit.ts'
import type { Report } from '../core/report.ts'
import { gramsOf } from './headline.ts'
import { digitsOf, percent, quantity, shareOf } from './quantities.ts'

/** Counts of a functional unit that figures are shown for: budgets are written `per 1000 inferences` as well. */
const COUNTS = [1, 1e3, 1e6, 1e9] as const

/** Smallest figure that reads well: 0.1 mg, 0.1 mWh, in g and Wh. */
const READABLE_FROM = 1e-4

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
  const fits = (count: number): boolean => known.every((value) => value * count >= READABLE_FROM)
  const count = COUNTS.find(fits) ?? COUNTS[COUNTS.length - 1] ?? 1
  return { count, words: count === 1 ? unit : `${count} ${plural(unit)}` }
}

/** The figure of a functional unit, for people. */
export interface UnitFigure {
  /** `67.5 mg CO₂e per inference`. */
  readonly figure: string
  /** `84 % of the budget`; null where no line is about the unit. */
  readonly usage: string | null
  /** `120,000 counted`; null if the count is unknown. */
  readonly counted: string | null
}

/** Each figure that a line per unit was judged by. */
export function judgedUnits({ budgets, units, counts }: Report, escape: (text: string) => string): UnitFigure[] {
  return budgets
    .filter(({ scope, used, share }) => scope === 'unit' && used !== null && share !== null)
    .slice(0, 3)
    .map(({ line, metric, used, share }) => {
      const scope = / per (.+)$/i.exec(line)?.[1] ?? ''
      const unit = parseUnits(scope) ?? parseUnits(`1 ${scope}`)
      const known = [...(counts ?? []), ...(units ? [units] : [])].find(({ name }) => name === unit?.name)
      return {
        figure: `${quantity(used, FIGURE_OF[metric])}${metric === 'emissions' ? ' CO₂e' : ''} ${escape(`per ${scope}`)}`,
        usage: shareOf(percent(share ?? 0), 'the budget'),
        counted: known ? `${known.count.toLocaleString('en-US')} counted` : null,
      }
    })
}

/** The figures per unit that lines were judged by; without such a line, the figure of one unit and what was counted. */
export function unitFigures(report: Report, escape: (text: string) => string): UnitFigure[] {
  const judged = judgedUnits(report, escape)
  return judged.length > 0 || report.verdict === 'indeterminate' ? judged : countedUnits(report, escape)
}

/** `15 mg CO₂e per request`, and `412,000 requests, 118,000,000 output tokens counted`. */
function countedUnits(report: Report, escape: (text: string) => string): UnitFigure[] {
  const { units, counts } = report
  const total = gramsOf(report)
  const all = counts?.length ? counts : units ? [units] : []
  const unit = units ?? all[0]
  if (!unit || unit.count <= 0 || total.value === null) return []
  const several = severalOf(unit.name, [total.value / unit.count])
  const figure = quantity((total.value / unit.count) * several.count, 'g', digitsOf(total))
  const counted = all
    .slice(0, 4)
    .map(({ name, count }) => `${count.toLocaleString('en-US')} ${escape(count === 1 ? name : plural(name))}`)
  return [
    { figure: `${figure} CO₂e per ${escape(several.words)}`, usage: null, counted: `${counted.join(', ')} counted` },
  ]
}
