import { type Budget, type Units, isUnscoped } from './budget.ts'
import { type Part, REPORT_SCHEMA, type Report } from './report.ts'
import { type Facts, type JudgedLine, type Totals, combine, judge, labelShare } from './verdict.ts'

/** A report before it is judged. */
export type Draft = Omit<Report, 'schema' | 'tool' | 'budgets' | 'verdict' | 'label'>

/**
 * Where a budget line was set: an input of the step, a flag of the command, the repository's file, the file at the base commit of a
 * proposal, the organisation's file.
 */
export type BudgetSource = 'input' | 'flag' | 'file' | 'base' | 'organisation'

/** A budget line with where it was set. */
export interface SetBudget {
  readonly budget: Budget
  readonly source: BudgetSource
}

/** What is known besides the draft's own totals. */
export interface JudgingContext {
  /** False when the data behind the figure cannot be trusted: then nothing passes. */
  readonly trusted: boolean
  /** False when energy is known to be missing from the figure: then nothing passes a budget. True by default. */
  readonly isComplete?: boolean
  /** Totals of scopes other than the draft's own: calendar spans, the pull request. */
  readonly totals?: Facts['totals']
  /** Scopes that the draft's own totals stand for. */
  readonly ownScopes: readonly ('job' | 'workflow')[]
  readonly baselineWh?: Facts['baselineWh']
  /**
   * Set where a whole run is judged: its largest single job, by which `per job` lines are judged, and so are unscoped lines from a
   * file, because a file speaks to every job alike. An unscoped line given to the step itself means what the step gates: the run.
   */
  readonly largestJob?: Totals
}

/** Sources of lines that were given to the running step or command itself. */
const GIVEN_DIRECTLY: ReadonlySet<BudgetSource> = new Set(['input', 'flag'])

/** Reason of a line that holds for every job, where several jobs are judged together. */
export const HELD_AGAINST_LARGEST = 'held against the largest job'

/** Whether a line without a scope limits the whole run instead of each job. */
function meansWholeRun({ budget, source }: SetBudget): boolean {
  return GIVEN_DIRECTLY.has(source) && isUnscoped(budget)
}

/** The same limit from two sources is one line, told with the first; unless it means the run in the one and each job in the other. */
function withoutRepeats(lines: readonly SetBudget[], { largestJob }: JudgingContext): SetBudget[] {
  const seen = new Map<string, SetBudget>()
  for (const each of lines) {
    const { line: _, ...meaning } = each.budget
    const key = JSON.stringify([meaning, largestJob !== undefined && meansWholeRun(each)])
    if (!seen.has(key)) seen.set(key, each)
  }
  return [...seen.values()]
}

/** Judges one line by what it means where it was set. */
function judgedLine({ budget, source }: SetBudget, facts: Facts, { largestJob }: JudgingContext): JudgedLine {
  if (!largestJob || budget.kind !== 'absolute' || budget.scope !== 'job') return judge(budget, source, facts)
  const wholeRun = meansWholeRun({ budget, source })
  const totals = { ...facts.totals, job: wholeRun ? facts.own : largestJob }
  const line = judge(budget, source, { ...facts, totals })
  return wholeRun ? line : { ...line, reason: line.reason ?? HELD_AGAINST_LARGEST }
}

/** The largest of the parts by each metric; null where one part is unknown, which might be the largest. */
export function largestOf(
  parts: readonly (Pick<Part, 'energy' | 'emissions'> & Partial<Pick<Report, 'water'>>)[],
): Totals {
  const largest = (values: readonly (number | null)[]): number | null =>
    values.reduce<number | null>((most, each) => (most === null || each === null ? null : Math.max(most, each)), 0)
  return {
    emissions: largest(parts.map(({ emissions }) => emissions.total_g)),
    energy: largest(parts.map(({ energy }) => energy.total_wh)),
    water: largest(parts.map(({ water }) => water?.total_l ?? null)),
  }
}

/** Judges a draft: budget lines, verdict, label. The only place where a report gets its verdict. */
export function judged(draft: Draft, version: string, budgets: readonly SetBudget[], context: JudgingContext): Report {
  const own: Totals = {
    emissions: draft.emissions.total_g,
    energy: draft.energy.total_wh,
    water: draft.water?.total_l ?? null,
  }
  const isComplete = context.isComplete !== false || budgets.length === 0
  const trusted = context.trusted && isComplete && (own.emissions !== null || own.energy !== null)
  const facts: Facts = {
    trusted,
    own,
    totals: { ...context.totals, ...Object.fromEntries(context.ownScopes.map((scope) => [scope, own])) },
    units: draft.units,
    ...(draft.counts === undefined ? {} : { counts: draft.counts }),
    baselineWh: context.baselineWh ?? {},
  }
  const lines = withoutRepeats(budgets, context).map((line) => judgedLine(line, facts, context))
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'carbon-gate', version },
    ...draft,
    units: perUnit(draft.units, own.emissions),
    ...(draft.counts === undefined
      ? {}
      : { counts: draft.counts.map((each) => ({ ...each, ...perUnit(each, own.emissions) })) }),
    budgets: lines,
    verdict: combine(lines, trusted),
    label: labelShare(lines)?.label ?? null,
  }
}

/** Grams per functional unit, once both are known. */
function perUnit<U extends Units>(units: U | null, totalG: number | null): (U & { g_per_unit: number | null }) | null {
  return units && { ...units, g_per_unit: totalG === null ? null : totalG / units.count }
}
