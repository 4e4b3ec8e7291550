import { type Budget, CALENDAR_SCOPES, type Scope, type Units } from './budget.ts'
import { type Label, labelOf } from './label.ts'
import { audienceOf } from './notes.ts'
import type { Metric } from './units.ts'

/** `indeterminate`: no trustworthy figure, never a pass. `none`: no budget. `not-judged`: outside the scope at hand. */
export const VERDICTS = ['fail', 'indeterminate', 'pass', 'none'] as const
export type Verdict = (typeof VERDICTS)[number]
export type LineVerdict = Verdict | 'not-judged'

/** Totals of one scope in base units (g, Wh, L); null is unknown. */
export type Totals = Readonly<Record<Metric, number | null>>

/** What the lines are judged against. */
export interface Facts {
  /** Whether the figure can be trusted at all (coverage, no refused rows). */
  readonly trusted: boolean
  /** Totals of each scope that is known here. A scope that is missing is not judged. */
  readonly totals: Readonly<Partial<Record<Scope, Totals>>>
  /** Totals that the functional unit's count belongs to. */
  readonly own: Totals
  readonly units: Units | null
  /** All units that were counted, `units` among them; only `units` by default. */
  readonly counts?: readonly Units[]
  /** Median energy of a branch's last runs, Wh. */
  readonly baselineWh: Readonly<Record<string, number>>
}

/** One budget line, judged. `limit` and `used` in g, Wh or L (for growth: shares of the baseline). */
export interface JudgedLine {
  readonly line: string
  readonly scope: Scope | 'unit' | 'growth'
  readonly metric: Metric
  readonly limit: number
  readonly used: number | null
  /** used / limit; null when it was not judged. */
  readonly share: number | null
  readonly verdict: LineVerdict
  /** Where the line was set: `input`, `file`, `base`, `organisation`. */
  readonly source: string
  /** Why it is not a plain pass or fail. */
  readonly reason: string | null
}

/** Reason of a line whose figure cannot be trusted. */
const UNTRUSTED = 'the figure is not trustworthy'

/** Judges one line. Never returns `pass` for a figure that is unknown or not trusted. */
export function judge(budget: Budget, source: string, facts: Facts): JudgedLine {
  const line = weighed(budget, source, facts)
  // A figure that cannot be trusted outweighs what is missing besides: whoever reads the report can tell the two apart.
  return line.verdict === 'indeterminate' && !facts.trusted ? { ...line, reason: UNTRUSTED } : line
}

function weighed(budget: Budget, source: string, facts: Facts): JudgedLine {
  switch (budget.kind) {
    case 'absolute': {
      const base = { line: budget.line, scope: budget.scope, metric: budget.metric, limit: budget.limit, source }
      const totals = facts.totals[budget.scope]
      if (!totals) return { ...base, ...unjudged(notJudgedBecause(budget.scope)) }
      return { ...base, ...weigh(totals[budget.metric], budget.limit, facts.trusted, unknownOf(budget.metric)) }
    }
    case 'unit': {
      const base = { line: budget.line, scope: 'unit' as const, metric: budget.metric, limit: budget.limit, source }
      const total = facts.own[budget.metric]
      const units = facts.counts?.find(({ name }) => name === budget.unit) ?? facts.units
      if (!units) return { ...base, ...unknown(`the count of ${budget.unit}s is not known: set units`) }
      if (units.name !== budget.unit) return { ...base, ...unknown(`units count ${units.name}s, not ${budget.unit}s`) }
      const used = total === null ? null : (total / units.count) * budget.count
      return { ...base, ...weigh(used, budget.limit, facts.trusted, unknownOf(budget.metric)) }
    }
    case 'growth': {
      const base = {
        line: budget.line,
        scope: 'growth' as const,
        metric: 'energy' as const,
        limit: budget.limit,
        source,
      }
      const baseline = Object.hasOwn(facts.baselineWh, budget.branch) ? facts.baselineWh[budget.branch] : undefined
      if (baseline === undefined || !(baseline > 0)) {
        return {
          ...base,
          used: null,
          share: null,
          verdict: 'none',
          reason: `no earlier run of ${budget.branch} is known`,
        }
      }
      const wh = facts.own.energy
      if (wh === null || !Number.isFinite(wh) || wh < 0 || !facts.trusted)
        return { ...base, ...unknown('energy unknown') }
      // Growth may be negative; as a use of the allowance it is then none.
      const growth = wh / baseline - 1
      return { ...base, ...weigh(Math.max(0, growth), budget.limit, true, ''), used: growth }
    }
  }
}

function unknownOf(metric: Metric): string {
  return metric === 'water' ? 'water unknown: this version does not work it out yet' : `${metric} unknown`
}

function notJudgedBecause(scope: Scope): string {
  if (CALENDAR_SCOPES.has(scope) || scope === 'pull-request') {
    return `per ${scope} needs a history of earlier runs, which this version does not keep yet`
  }
  if (scope === 'workflow') return 'judged where the whole run is known (mode: workflow)'
  return 'each job judges this line itself'
}

type Outcome = Pick<JudgedLine, 'used' | 'share' | 'verdict' | 'reason'>

function unjudged(reason: string): Outcome {
  return { used: null, share: null, verdict: 'not-judged', reason }
}

function unknown(reason: string): Outcome {
  return { used: null, share: null, verdict: 'indeterminate', reason }
}

function weigh(used: number | null, limit: number, trusted: boolean, missing: string): Outcome {
  if (used === null || !Number.isFinite(used) || used < 0) return unknown(missing)
  // Of a limit next to nothing the share overflows; it is over the limit all the same, and a report holds no infinity.
  const share = Math.min(used / limit, Number.MAX_VALUE)
  if (!trusted) return { used, share, verdict: 'indeterminate', reason: UNTRUSTED }
  return { used, share, verdict: used <= limit ? 'pass' : 'fail', reason: null }
}

/** Several lines combine as fail > indeterminate > pass > none. Data that cannot be trusted is indeterminate even without a line. */
export function combine(lines: readonly { readonly verdict: LineVerdict }[], trusted: boolean): Verdict {
  const present = new Set<LineVerdict>(lines.map(({ verdict }) => verdict))
  if (!trusted) present.add('indeterminate')
  return VERDICTS.find((verdict) => present.has(verdict)) ?? 'none'
}

/**
 * Whether a report's figure itself cannot be trusted. A verdict may also be indeterminate because a line could not be judged (water
 * that nobody knows, units that nobody counted) while the figure stands. In doubt, it is doubtful.
 */
export function isDoubtful(report: {
  readonly verdict: Verdict
  readonly budgets: readonly Pick<JudgedLine, 'verdict' | 'reason'>[]
  readonly notes: readonly { readonly level: string; readonly code?: string }[]
}): boolean {
  // Without a budget missing energy is only a warning, and the verdict is none: another judge must not pass the figure.
  if (report.notes.some(({ code }) => code === 'gpu-uncounted')) return true
  if (report.verdict !== 'indeterminate') return false
  const errors = report.notes.filter(({ level }) => level === 'error')
  // Unknown budgets are no fault of the figure: another judge, with its own budgets, can use it.
  if (errors.length > 0)
    return !errors.every(({ code }) => code !== undefined && audienceOf({ code: code as never }) === 'job')
  const open = report.budgets.filter(({ verdict }) => verdict === 'indeterminate')
  return open.length === 0 || open.some(({ reason }) => reason === null || reason === UNTRUSTED)
}

/** The absolute line with the largest share: the one that sets the label. Growth lines never do. */
export function labelLine<T extends Pick<JudgedLine, 'scope' | 'verdict' | 'share'>>(lines: readonly T[]): T | null {
  let largest: T | null = null
  for (const line of lines) {
    if (line.scope === 'growth' || line.verdict === 'not-judged' || line.share === null) continue
    if (largest === null || line.share > (largest.share ?? 0)) largest = line
  }
  return largest
}

/** Share of the line that sets the label, with its letter. A figure that cannot be trusted has none. */
export function labelShare(lines: readonly JudgedLine[]): { share: number; label: Label } | null {
  const share = labelLine(lines.filter(({ verdict }) => verdict === 'pass' || verdict === 'fail'))?.share ?? null
  return share === null ? null : { share, label: labelOf(share) }
}
