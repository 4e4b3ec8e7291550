import { type Budget, CALENDAR_SCOPES, type Scope } from './budget.ts'
import { type Units, plural } from './functional-unit.ts'
import { type Label, labelOf } from './label.ts'
import type { Metric } from './units.ts'

/** `indeterminate`: no trustworthy figure, never a pass. `none`: no budget. `not-judged`: outside the current scope. */
export const VERDICTS = ['fail', 'indeterminate', 'pass', 'none'] as const
export type Verdict = (typeof VERDICTS)[number]
export type LineVerdict = Verdict | 'not-judged'

/** Why a figure must not be judged, with the meaning of each code. Reports carry the code in `figure.reason_code`. */
const DOUBTS = {
  'no-figure': 'neither energy nor emissions are known',
  'low-coverage': 'the samples cover less of the time than min-coverage requires',
  'rows-refused': 'rows of the logs were refused',
  'monthly-export': "a cloud provider's monthly export is not the energy of a job",
  'part-untrusted': 'the figure of a part is not trustworthy',
  'energy-missing': 'some energy is known to be missing; this matters only with a budget line',
  'jobs-unknown': 'the list of jobs of the run is missing or incomplete',
  'reports-broken': 'reports of jobs cannot be read',
} as const
export type Doubt = keyof typeof DOUBTS

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
  switch (budget.kind) {
    case 'absolute': {
      const base = {
        line: budget.line,
        scope: budget.scope,
        metric: budget.metric,
        limit: budget.limit,
        source,
        ...(budget.isOrganisation && { organisation: true as const }),
      }
      const totals = (budget.isOrganisation ? facts.organisationTotals : facts.totals)?.[budget.scope]
      if (!totals && facts.ledgerProblem && CALENDAR_SCOPES.has(budget.scope)) {
        const { text, blocks } = facts.ledgerProblem
        const reason = { reason_code: 'ledger-unreadable' as const, reason: text }
        return { ...base, ...indeterminate(reason), ...(!blocks && { verdict: 'not-judged' as const }) }
      }
      if (!totals && facts.pullRequestProblem && budget.scope === 'pull-request') {
        const { text, blocks } = facts.pullRequestProblem
        const reason = { reason_code: 'pull-request-unknown' as const, reason: text }
        return { ...base, ...indeterminate(reason), ...(!blocks && { verdict: 'not-judged' as const }) }
      }
      if (!totals) return { ...base, used: null, share: null, verdict: 'not-judged', ...notJudgedHere(budget.scope) }
      const line = compare(totals[budget.metric], budget.limit, facts.trusted, metricUnknown(budget.metric))
      const isWarned = line.verdict === 'fail' && facts.isPeriodWarned === true && CALENDAR_SCOPES.has(budget.scope)
      return { ...base, ...line, ...(isWarned && PERIOD_WARNED) }
    }
    case 'unit': {
      const base = { line: budget.line, scope: 'unit' as const, metric: budget.metric, limit: budget.limit, source }
      const total = facts.own[budget.metric]
      const units = facts.counts?.find(({ name }) => name === budget.unit) ?? facts.units
      if (!units) {
        const reason = `the count of ${plural(budget.unit)} is not known: set units`
        return { ...base, ...indeterminate({ reason_code: 'units-unknown', reason }) }
      }
      if (units.name !== budget.unit) {
        const reason = `units count ${plural(units.name)}, not ${plural(budget.unit)}`
        return { ...base, ...indeterminate({ reason_code: 'units-differ', reason }) }
      }
      const used = total === null ? null : (total / units.count) * budget.count
      return { ...base, ...compare(used, budget.limit, facts.trusted, metricUnknown(budget.metric)) }
    }
    case 'growth': {
      const base = {
        line: budget.line,
        scope: 'growth' as const,
        metric: 'energy' as const,
        limit: budget.limit,
        source,
      }
      const known = facts.baselineWh ?? {}
      const baseline = Object.hasOwn(known, budget.branch) ? known[budget.branch] : undefined
      if (baseline === undefined || !(baseline > 0)) {
        const reason =
          facts.baselineWh === null
            ? `earlier runs of ${budget.branch} are unknown: \`mode: job\` and \`workflow\` look them up, \`compare\` takes a report`
            : facts.isBaselineRead === false
              ? `earlier runs of ${budget.branch} could not all be read`
              : `no earlier run of ${budget.branch} is known`
        return { ...base, used: null, share: null, verdict: 'none', reason_code: 'baseline-unknown', reason }
      }
      const wh = facts.own.energy
      if (wh === null || !Number.isFinite(wh) || wh < 0 || !facts.trusted)
        return { ...base, ...indeterminate(metricUnknown('energy')) }
      // Growth may be negative: then none of the allowance is used.
      const growth = wh / baseline - 1
      return { ...base, ...compare(Math.max(0, growth), budget.limit, true, metricUnknown('energy')), used: growth }
    }
    case 'variant':
      return {
        line: budget.line,
        scope: 'variant',
        metric: 'energy',
        limit: budget.limit,
        source,
        used: null,
        share: null,
        verdict: 'not-judged',
        reason_code: 'judged-by-compare',
        reason: '`compare` judges lines about variants',
      }
  }
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
    return {
      reason_code: 'workflow-needed',
      reason: 'a line per workflow is judged by `mode: workflow` of the action or `gate` of the command line',
    }
  }
  return { reason_code: 'judged-by-job', reason: 'each job judges this line itself' }
}

type Outcome = Pick<JudgedLine, 'used' | 'share' | 'verdict' | keyof LineReason>

function indeterminate(reason: LineReason): Outcome {
  return { used: null, share: null, verdict: 'indeterminate', ...reason }
}

function compare(used: number | null, limit: number, trusted: boolean, ifUnknown: LineReason): Outcome {
  if (used === null || !Number.isFinite(used) || used < 0) return indeterminate(ifUnknown)
  // The share of a tiny limit overflows. It is still over the limit, and JSON has no infinity.
  const share = Math.min(used / limit, Number.MAX_VALUE)
  if (!trusted) return { used, share, verdict: 'indeterminate', ...FIGURE_UNTRUSTED }
  return { used, share, verdict: used <= limit ? 'pass' : 'fail', reason_code: null, reason: null }
}

/**
 * Combines the verdicts of several lines: fail > indeterminate > pass > none. An untrusted figure is indeterminate even without a line.
 */
export function combineVerdicts(
  lines: readonly { readonly verdict: LineVerdict }[],
  { trusted }: { readonly trusted: boolean },
): Verdict {
  const present = new Set<LineVerdict>(lines.map(({ verdict }) => verdict))
  if (!trusted) present.add('indeterminate')
  return VERDICTS.find((verdict) => present.has(verdict)) ?? 'none'
}

/**
 * Whether a report's figure itself cannot be trusted. Its verdict may also be indeterminate because the budgets are unknown or a line
 * could not be judged (water or units unknown) although the figure is sound. Reports of earlier versions do not say which: all of their
 * indeterminate ones are doubtful.
 * @example isDoubtful({ verdict: 'pass', figure: { trusted: false } }) // true
 */
export function isDoubtful(report: {
  readonly verdict: Verdict
  readonly figure?: { readonly trusted: boolean } | undefined
}): boolean {
  return report.figure ? !report.figure.trusted : report.verdict === 'indeterminate'
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
