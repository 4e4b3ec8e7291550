import type { VariantBudget } from '../budget.ts'
import type { SetBudget } from '../judge-report.ts'
import type { Report } from '../report.ts'
import { type Facts, type JudgedLine, judgeLine, ownTotals } from '../judged-line.ts'
import { type Verdict, combineVerdicts, isDoubtful } from '../verdict.ts'
import type { VariantComparison } from './compare-variants.ts'
import type { Variant } from './variant.ts'

/** A budget line, judged for one variant. */
export interface VariantLine extends JudgedLine {
  /** Name of the variant that it is about. */
  readonly variant: string
}

/** A comparison with the verdict of its budget lines. */
export interface JudgedComparison extends VariantComparison {
  readonly lines: readonly VariantLine[]
  readonly verdict: Verdict
}

/** Rounding of figures per unit: 0.3 / 3 is not 0.1. As a share. */
const ROUNDING = 1e-9

/**
 * Judges every line for every variant: lines about variants for each one but their reference, all others for each report.
 * @param find the position of the variant that a line names
 */
export function judgeVariants(
  comparison: VariantComparison,
  variants: readonly Variant[],
  budgets: readonly SetBudget[],
  find: (budget: VariantBudget) => number,
): { lines: VariantLine[]; verdict: Verdict } {
  const lines = budgets.flatMap(({ budget, source }) => {
    const reference = budget.kind === 'variant' ? find(budget) : null
    return variants.flatMap(({ name, report }, at): VariantLine[] => {
      if (at === reference) return []
      const line = judgeLine(budget, source, factsOf(report))
      const isChange = budget.kind === 'variant' && reference !== null
      return [{ ...line, ...(isChange && judgeChange(budget, comparison, reference, at)), variant: name }]
    })
  })
  const areTrusted = comparison.variants.every(({ isTrusted }) => isTrusted)
  return { lines, verdict: combineVerdicts(lines, { trusted: areTrusted }) }
}

type Outcome = Pick<JudgedLine, 'used' | 'share' | 'verdict' | 'reason' | 'reason_code'>

/** Energy of a variant as a share of the reference's. Never a pass where one of them is unknown or not trusted. */
function judgeChange(
  { limit }: VariantBudget,
  { variants, unit, unitProblem }: VariantComparison,
  reference: number,
  at: number,
): Outcome {
  const indeterminate = (reason_code: JudgedLine['reason_code'], reason: string): Outcome => ({
    used: null,
    share: null,
    verdict: 'indeterminate',
    reason_code,
    reason,
  })
  const [base, own] = [variants[reference], variants[at]]
  if (!base || !own) return indeterminate('energy-unknown', 'energy unknown')
  const doubtful = [base, own].filter(({ isTrusted }) => !isTrusted).map(({ name }) => name)
  if (doubtful.length > 0) {
    return indeterminate('figure-untrusted', `the figure of ${doubtful.join(' and ')} is not trustworthy`)
  }
  if (unitProblem !== null) {
    const reason = 'the variants count different units: give all of them the same, as in --units "1000 inferences"'
    return indeterminate(unitProblem, reason)
  }
  const [baseWh, ownWh] = [base, own].map((figures) => (unit === null ? figures.energyWh : figures.energyWhPerUnit))
  if (baseWh === 0 || ownWh === 0) return indeterminate('energy-unknown', 'an energy is 0 Wh, which no work needs')
  if (!baseWh || !ownWh) return indeterminate('energy-unknown', 'energy unknown')
  const used = ownWh / baseWh
  const verdict = used <= limit * (1 + ROUNDING) ? 'pass' : 'fail'
  return { used, share: Math.min(used / limit, Number.MAX_VALUE), verdict, reason_code: null, reason: null }
}

/** A report's own totals: it is a job or a whole workflow. */
function factsOf(report: Report): Facts {
  const own = ownTotals(report)
  return {
    trusted: !isDoubtful(report),
    own,
    totals: { job: own, workflow: own },
    units: report.units,
    ...(report.counts && { counts: report.counts }),
    baselineWh: {},
  }
}
