import {
  type AbsoluteBudget,
  type Budget,
  CALENDAR_SCOPES,
  type GrowthBudget,
  type Scope,
  type UnitBudget,
} from './budget.ts'
import { type Units, plural } from './functional-unit.ts'
import { type Label, labelOf } from './label.ts'
import type { Part } from './report.ts'
import type { Metric } from './units.ts'
import type { LineVerdict } from './verdict.ts'

/** Why a budget line is not a plain pass or fail. */
export type LineReasonCode =
  | 'figure-untrusted'
  | 'budgets-unknown'
  | 'emissions-unknown'
  | 'energy-unknown'
  | 'water-unknown'
  | 'units-unknown'
  | 'units-differ'
  | 'baseline-unknown'
  | 'history-needed'
  | 'ledger-unreadable'
  | 'pull-request-unknown'
  | 'period-exceeded'
  | 'workflow-needed'
  | 'judged-by-job'
  | 'judged-by-compare'
  | 'largest-job'
  | 'whole-run'

/** Totals of one scope in base units (g, Wh, L); null is unknown. */
export type Totals = Readonly<Record<Metric, number | null>>

/** The totals of a report or a part. */
export function ownTotals({ emissions, energy, water }: Pick<Part, 'energy' | 'emissions' | 'water'>): Totals {
  return { emissions: emissions.total_g, energy: energy.total_wh, water: water?.total_l ?? null }
}

/** The figures that budget lines are judged by. */
export interface Facts {
  /** False if the figure cannot be trusted (low coverage, refused rows ...): then no line passes. */
  readonly trusted: boolean
  /** Totals of each known scope. Lines of a scope without totals are not judged. */
  readonly totals: Readonly<Partial<Record<Scope, Totals>>>
  /** Totals of all repositories in a shared ledger, for lines per organisation. */
  readonly organisationTotals?: Readonly<Partial<Record<Scope, Totals>>>
  /** Why calendar totals are missing although a ledger is set, and whether their lines then block. Null: they are known. */
  readonly ledgerProblem?: { readonly text: string; readonly blocks: boolean } | null
  /** The same for lines per pull request: why the totals of its runs are missing. */
  readonly pullRequestProblem?: { readonly text: string; readonly blocks: boolean } | null
  /** Whether a line per day, week or month that is exceeded only warns. */
  readonly isPeriodWarned?: boolean
  /** Totals of the report itself, which the count of the functional unit belongs to. */
  readonly own: Totals
  readonly units: Units | null
  /** All units that were counted, `units` among them; only `units` by default. */
  readonly counts?: readonly Units[]
  /** Median energy of a branch's last runs, Wh; null where earlier runs are not looked up. */
  readonly baselineWh: Readonly<Record<string, number>> | null
  /** Whether a branch without a median has no earlier runs; false: they could not all be read. True by default. */
  readonly isBaselineRead?: boolean
}

/**
 * One budget line, judged. `limit` and `used` in g, Wh or L (of growth: shares of the baseline; of variants: energy as a share of the
 * reference's).
 */
export interface JudgedLine {
  readonly line: string
  readonly scope: Scope | 'unit' | 'growth' | 'variant'
  readonly metric: Metric
  readonly limit: number
  readonly used: number | null
  /** used / limit; null when it was not judged. */
  readonly share: number | null
  readonly verdict: LineVerdict
  /** Whether all repositories of a shared ledger count together. */
  readonly organisation?: true
  /** Where the line was set: `input`, `file`, `base`, `organisation`. */
  readonly source: string
  /** Why it is not a plain pass or fail. Code decides by this field, never by `reason`. */
  readonly reason_code: LineReasonCode | null
  /** The same in words, for people. */
  readonly reason: string | null
}

/** A reason in both forms. */
type LineReason = Pick<JudgedLine, 'reason' | 'reason_code'>

const FIGURE_UNTRUSTED: LineReason = { reason_code: 'figure-untrusted', reason: 'the figure is not trustworthy' }

/** Reason of a line where stricter budgets may exist that could not be read. */
export const BUDGETS_UNKNOWN: LineReason = {
  reason_code: 'budgets-unknown',
  reason: 'not all of the budgets that apply are known',
}

/** Reason of a line about each job where several jobs are judged together. */
export const LARGEST_JOB: LineReason = { reason_code: 'largest-job', reason: 'compared with the largest job' }

/** Reason of a line without a scope that limits several jobs together, because it was given to the step or command that joins them. */
export const WHOLE_RUN: LineReason = { reason_code: 'whole-run', reason: 'compared with the sum of all jobs' }

/** Judges one line. Never returns `pass` for a figure that is unknown or not trusted. */
export function judgeLine(budget: Budget, source: string, facts: Facts): JudgedLine {
  const line = compareWithLimit(budget, source, facts)
  // An untrusted figure comes first, because it has to be repaired first.
  return line.verdict === 'indeterminate' && !facts.trusted ? { ...line, ...FIGURE_UNTRUSTED } : line
}

function compareWithLimit(budget: Budget, source: string, facts: Facts): JudgedLine {
  const { line, limit } = budget
  switch (budget.kind) {
    case 'absolute': {
      const { scope, metric, isOrganisation } = budget
      const base = { line, scope, metric, limit, source, ...(isOrganisation && { organisation: true as const }) }
      return { ...base, ...absoluteOutcome(budget, facts) }
    }
    case 'unit':
      return { line, scope: 'unit', metric: budget.metric, limit, source, ...unitOutcome(budget, facts) }
    case 'growth':
      return { line, scope: 'growth', metric: 'energy', limit, source, ...growthOutcome(budget, facts) }
    case 'variant': {
      const reason = { reason_code: 'judged-by-compare', reason: '`compare` judges lines about variants' } as const
      return { line, scope: 'variant', metric: 'energy', limit, source, ...notJudged(reason) }
    }
  }
}

function absoluteOutcome({ scope, metric, limit, isOrganisation }: AbsoluteBudget, facts: Facts): Outcome {
  const totals = (isOrganisation ? facts.organisationTotals : facts.totals)?.[scope]
  const isPeriod = CALENDAR_SCOPES.has(scope)
  if (!totals && facts.ledgerProblem && isPeriod) return problemOutcome('ledger-unreadable', facts.ledgerProblem)
  if (!totals && facts.pullRequestProblem && scope === 'pull-request') {
    return problemOutcome('pull-request-unknown', facts.pullRequestProblem)
  }
  if (!totals) return notJudged(notJudgedHere(scope))
  const outcome = compare(totals[metric], limit, facts.trusted, metricUnknown(metric))
  const isWarned = outcome.verdict === 'fail' && facts.isPeriodWarned === true && isPeriod
  return isWarned ? { ...outcome, ...PERIOD_WARNED } : outcome
}

/** Totals of other runs are missing. */
function problemOutcome(code: LineReasonCode, { text, blocks }: NonNullable<Facts['ledgerProblem']>): Outcome {
  const reason = { reason_code: code, reason: text }
  return blocks ? indeterminate(reason) : notJudged(reason)
}

function unitOutcome(
  { unit, metric, limit, count }: UnitBudget,
  { own, counts, units: first, trusted }: Facts,
): Outcome {
  const units = counts?.find(({ name }) => name === unit) ?? first
  if (!units) {
    const reason = `the count of ${plural(unit)} is not known: set units`
    return indeterminate({ reason_code: 'units-unknown', reason })
  }
  if (units.name !== unit) {
    const reason = `units count ${plural(units.name)}, not ${plural(unit)}`
    return indeterminate({ reason_code: 'units-differ', reason })
  }
  const total = own[metric]
  return compare(total === null ? null : (total / units.count) * count, limit, trusted, metricUnknown(metric))
}

function growthOutcome({ branch, limit }: GrowthBudget, { baselineWh, isBaselineRead, own, trusted }: Facts): Outcome {
  const baseline = baselineWh && Object.hasOwn(baselineWh, branch) ? baselineWh[branch] : undefined
  if (baseline === undefined || !(baseline > 0)) {
    const reason =
      baselineWh === null
        ? `earlier runs of ${branch} are unknown: \`mode: job\` and \`workflow\` look them up, \`compare\` takes a report`
        : isBaselineRead === false
          ? `earlier runs of ${branch} could not all be read`
          : `no earlier run of ${branch} is known`
    return { used: null, share: null, verdict: 'none', reason_code: 'baseline-unknown', reason }
  }
  const wh = own.energy
  if (wh === null || !Number.isFinite(wh) || wh < 0 || !trusted) return indeterminate(metricUnknown('energy'))
  // Growth may be negative: then none of the allowance is used.
  const growth = wh / baseline - 1
  return { ...compare(Math.max(0, growth), limit, true, metricUnknown('energy')), used: growth }
}

/** A spent day, week or month where that only warns. */
const PERIOD_WARNED: LineReason & { readonly verdict: LineVerdict } = {
  verdict: 'not-judged',
  reason_code: 'period-exceeded',
  reason: 'over the limit; on-period-exceeded is warn, so it does not fail',
}

function metricUnknown(metric: Metric): LineReason {
  const reason =
    metric === 'water'
      ? 'water unknown: it is known for regions of AWS, Azure and Google Cloud, so set region'
      : `${metric} unknown`
  return { reason_code: `${metric}-unknown`, reason }
}

function notJudgedHere(scope: Scope): LineReason {
  if (CALENDAR_SCOPES.has(scope) || scope === 'pull-request') {
    const where =
      scope === 'pull-request' ? 'is judged by the action on a pull request' : 'needs a ledger: set `ledger`'
    return { reason_code: 'history-needed', reason: `a line per ${scope} ${where}` }
  }
  if (scope === 'workflow') {
    const reason = 'a line per workflow is judged by `mode: workflow` of the action or `gate` of the command line'
    return { reason_code: 'workflow-needed', reason }
  }
  return { reason_code: 'judged-by-job', reason: 'each job judges this line itself' }
}

type Outcome = Pick<JudgedLine, 'used' | 'share' | 'verdict' | keyof LineReason>

function indeterminate(reason: LineReason): Outcome {
  return { used: null, share: null, verdict: 'indeterminate', ...reason }
}

function notJudged(reason: LineReason): Outcome {
  return { used: null, share: null, verdict: 'not-judged', ...reason }
}

function compare(used: number | null, limit: number, trusted: boolean, ifUnknown: LineReason): Outcome {
  if (used === null || !Number.isFinite(used) || used < 0) return indeterminate(ifUnknown)
  // The share of a tiny limit overflows. It is still over the limit, and JSON has no infinity.
  const share = Math.min(used / limit, Number.MAX_VALUE)
  if (!trusted) return { used, share, verdict: 'indeterminate', ...FIGURE_UNTRUSTED }
  return { used, share, verdict: used <= limit ? 'pass' : 'fail', reason_code: null, reason: null }
}

/** The absolute line with the largest share: the one that sets the label. Growth lines never do. */
export function labelLine<T extends Pick<JudgedLine, 'scope' | 'verdict' | 'share'>>(lines: readonly T[]): T | null {
  let largest: T | null = null
  for (const line of lines) {
    if (line.scope === 'growth' || line.scope === 'variant' || line.verdict === 'not-judged' || line.share === null)
      continue
    if (largest === null || line.share > (largest.share ?? 0)) largest = line
  }
  return largest
}

/** Share of the line that sets the label, with its letter. An untrusted figure has none. */
export function labelShare(
  lines: readonly Pick<JudgedLine, 'scope' | 'verdict' | 'share'>[],
): { share: number; label: Label } | null {
  const share = labelLine(lines.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail'))?.share ?? null
  return share === null ? null : { share, label: labelOf(share) }
}
