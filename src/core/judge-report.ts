import { type Budget, isUnscoped } from './budget.ts'
import type { MeasurementError } from './errors.ts'
import type { Units } from './functional-unit.ts'
import { type Note, note } from './notes.ts'
import { type Part, REPORT_SCHEMA, type Report, type ReportUnits } from './report.ts'
import { type UnjudgedReport, unjudged } from './unjudged.ts'
import {
  BUDGETS_UNKNOWN,
  type Facts,
  type JudgedLine,
  LARGEST_JOB,
  type LineReasonCode,
  type Totals,
  WHOLE_RUN,
  judgeLine,
  labelShare,
  ownTotals,
} from './judged-line.ts'
import type { Metric } from './units.ts'
import { type Doubt, combineVerdicts } from './verdict.ts'

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

/** What judging needs in addition to the report's own totals. */
export interface JudgingContext {
  /** Why the figure cannot be trusted: then nothing passes. Null: it can. */
  readonly doubt: Doubt | null
  /** False if budgets that apply could not be read: then nothing passes, although the figure may be sound. True by default. */
  readonly areBudgetsKnown?: boolean
  /** True if a report of which no budget line is judged is indeterminate. False by default: it gets a warning. */
  readonly isStrict?: boolean
  /** Totals of scopes other than the report's own: calendar spans, the pull request. */
  readonly totals?: Facts['totals']
  /** Totals of calendar spans over all repositories of a shared ledger. */
  readonly organisationTotals?: Facts['organisationTotals']
  readonly ledgerProblem?: Facts['ledgerProblem']
  readonly pullRequestProblem?: Facts['pullRequestProblem']
  readonly isPeriodWarned?: boolean
  /** Scopes that the report's own totals apply to. */
  readonly ownScopes: readonly ('job' | 'workflow')[]
  /** Missing where earlier runs are not looked up. */
  readonly baselineWh?: NonNullable<Facts['baselineWh']>
  /** Whether everything that was asked about earlier runs was answered. False by default. */
  readonly isBaselineRead?: boolean
  /**
   * Set where a whole run is judged: its largest single job. `per job` lines are compared with it, and so are unscoped lines from a
   * file, because a file applies to every job. An unscoped line that was given to the step itself applies to the whole run.
   */
  readonly largestJob?: Totals
}

/** A report with what judging it needs. */
export interface Judgeable {
  readonly draft: UnjudgedReport
  readonly judging: JudgingContext
}

/**
 * Makes a report without a figure, with the reason as a note: it is always indeterminate.
 * @example withoutFigure({ kind: 'job', name: 'test' }, new MeasurementError('the sampler left no samples')).judging.doubt // "no-figure"
 */
export function withoutFigure(subject: Report['subject'], error: MeasurementError): Judgeable {
  return {
    draft: unjudged(subject, { notes: [note('no-figure', error.message)] }),
    judging: { doubt: 'no-figure', ownScopes: subject.kind === 'workflow' ? ['job', 'workflow'] : ['job'] },
  }
}

/** Sources of lines that were given to the running step or command itself. */
const GIVEN_DIRECTLY: ReadonlySet<BudgetSource> = new Set(['input', 'flag'])

/** Whether a line without a scope limits the whole run instead of each job. */
function meansWholeRun({ budget, source }: SetBudget): boolean {
  return GIVEN_DIRECTLY.has(source) && isUnscoped(budget)
}

/** Removes lines that repeat an earlier limit, unless one means the run and the other each job. */
function withoutRepeats(lines: readonly SetBudget[], { largestJob }: JudgingContext): SetBudget[] {
  const seen = new Map<string, SetBudget>()
  for (const line of lines) {
    const { line: _, ...meaning } = line.budget
    const key = JSON.stringify([meaning, largestJob !== undefined && meansWholeRun(line)])
    if (!seen.has(key)) seen.set(key, line)
  }
  return [...seen.values()]
}

/** Judges one line with the meaning of its source. */
function judgeSetBudget({ budget, source }: SetBudget, facts: Facts, { largestJob }: JudgingContext): JudgedLine {
  if (!largestJob || budget.kind !== 'absolute' || budget.scope !== 'job') return judgeLine(budget, source, facts)
  const wholeRun = meansWholeRun({ budget, source })
  const totals = { ...facts.totals, job: wholeRun ? facts.own : largestJob }
  const line = judgeLine(budget, source, { ...facts, totals })
  return line.reason_code !== null ? line : { ...line, ...(wholeRun ? WHOLE_RUN : LARGEST_JOB) }
}

/** The largest part by each metric; null where one part is unknown, because that one may be the largest. */
export function largestOf(parts: readonly Pick<Part, 'energy' | 'emissions' | 'water'>[]): Totals {
  const totals = parts.map(ownTotals)
  const largest = (metric: Metric): number | null =>
    totals.reduce<number | null>(
      (most, { [metric]: own }) => (most === null || own === null ? null : Math.max(most, own)),
      0,
    )
  return { emissions: largest('emissions'), energy: largest('energy'), water: largest('water') }
}

/**
 * Judges a report: budget lines, verdict, label. The only place where a report gets its verdict.
 * @example judgeReport(unjudged({ kind: 'job', name: 'test' }), '1.0.0', [], { doubt: null, ownScopes: ['job'] }).verdict // "indeterminate"
 */
export function judgeReport(
  draft: UnjudgedReport,
  version: string,
  budgets: readonly SetBudget[],
  context: JudgingContext,
): Report {
  const own = ownTotals(draft)
  const doubt = context.doubt ?? (own.emissions === null && own.energy === null ? 'no-figure' : null)
  const trusted = doubt === null
  const isJudgeable = trusted || (doubt === 'energy-missing' && budgets.length === 0)
  const areBudgetsKnown = context.areBudgetsKnown !== false
  const facts: Facts = {
    trusted: isJudgeable && areBudgetsKnown,
    own,
    totals: { ...context.totals, ...Object.fromEntries(context.ownScopes.map((scope) => [scope, own])) },
    organisationTotals: context.organisationTotals ?? {},
    ledgerProblem: context.ledgerProblem ?? null,
    pullRequestProblem: context.pullRequestProblem ?? null,
    isPeriodWarned: context.isPeriodWarned === true,
    units: draft.units,
    ...(draft.counts === undefined ? {} : { counts: draft.counts }),
    baselineWh: context.baselineWh ?? null,
    isBaselineRead: context.isBaselineRead === true,
  }
  const judged = withoutRepeats(budgets, context).map((line) => judgeSetBudget(line, facts, context))
  const lines = trusted && !areBudgetsKnown ? judged.map(withBudgetsUnknown) : judged
  // A budget that was given and is never judged only looks like a gate.
  const isNothingJudged = lines.length > 0 && lines.every(isUnjudged)
  // Without this exception a new branch could never have a first run, and so never a baseline. A failed read is not a first run.
  const isFirstRun = context.isBaselineRead === true && lines.some(({ verdict }) => verdict === 'none')
  const isGateOff = isNothingJudged && !isFirstRun && context.isStrict === true
  return {
    schema: REPORT_SCHEMA,
    tool: { name: 'carbon-gate', version },
    ...draft,
    notes: [...draft.notes, ...unjudgedNotes(lines, context)],
    units: draft.units && perUnit(draft.units, own.emissions),
    counts: draft.counts?.map((count) => perUnit(count, own.emissions)),
    figure: { trusted, reason_code: doubt },
    budgets: lines,
    // Work that its budget ended is not a pass, also if it used a little less than the running total said.
    verdict: draft.stopped ? 'fail' : isGateOff ? 'indeterminate' : combineVerdicts(lines, facts),
    label: labelShare(lines)?.label ?? null,
  }
}

/** A line outside the current scope, or a growth line without earlier runs. */
function isUnjudged({ verdict }: JudgedLine): boolean {
  return verdict === 'not-judged' || verdict === 'none'
}

/** Reasons of lines that only another mode or command judges. */
const JUDGED_ELSEWHERE: ReadonlySet<string | null> = new Set<LineReasonCode>([
  'history-needed',
  'workflow-needed',
  'judged-by-job',
  'judged-by-compare',
])

/**
 * Warns that no line is judged, or that a line is not judged that was given to this step or command. A file applies to several modes,
 * and a step to events without a pull request.
 */
function unjudgedNotes(lines: readonly JudgedLine[], { baselineWh }: JudgingContext): Note[] {
  if (lines.length === 0) return []
  const listed = (some: readonly JudgedLine[]): string =>
    some.map(({ line, reason }) => `${line}${reason ? ` (${reason})` : ''}`).join('; ')
  if (lines.every(isUnjudged)) return [note('no-line-judged', `no budget line is judged here: ${listed(lines)}`)]
  const ignored = lines.filter(
    ({ source, scope, verdict, reason_code }) =>
      (source === 'flag' || (source === 'input' && scope !== 'pull-request')) &&
      ((verdict === 'not-judged' && JUDGED_ELSEWHERE.has(reason_code)) ||
        (verdict === 'none' && baselineWh === undefined)),
  )
  return ignored.length === 0 ? [] : [note('line-not-judged', `not judged here: ${listed(ignored)}`)]
}

function withBudgetsUnknown(line: JudgedLine): JudgedLine {
  return line.reason_code === 'figure-untrusted' ? { ...line, ...BUDGETS_UNKNOWN } : line
}

/** Adds the grams per functional unit; null if the grams are unknown. */
function perUnit(units: Units, totalG: number | null): ReportUnits {
  return { ...units, g_per_unit: totalG === null ? null : totalG / units.count }
}
