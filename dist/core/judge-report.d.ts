import { type Budget } from './budget.js';
import type { MeasurementError } from './errors.js';
import { type Part, type Report } from './report.js';
import { type UnjudgedReport } from './unjudged.js';
import { type Facts, type Totals } from './judged-line.js';
import { type Doubt } from './verdict.js';
/**
 * Where a budget line was set: an input of the step, a flag of the command, the repository's file, the file at the base commit of a
 * proposal, the organisation's file.
 */
export type BudgetSource = 'input' | 'flag' | 'file' | 'base' | 'organisation';
/** A budget line with where it was set. */
export interface SetBudget {
    readonly budget: Budget;
    readonly source: BudgetSource;
}
/** What judging needs in addition to the report's own totals. */
export interface JudgingContext {
    /** Why the figure cannot be trusted: then nothing passes. Null: it can. */
    readonly doubt: Doubt | null;
    /** False if budgets that apply could not be read: then nothing passes, although the figure may be sound. True by default. */
    readonly areBudgetsKnown?: boolean;
    /** True if a report of which no budget line is judged is indeterminate. False by default: it gets a warning. */
    readonly isStrict?: boolean;
    /** Totals of scopes other than the report's own: calendar spans, the pull request. */
    readonly totals?: Facts['totals'];
    /** Totals of calendar spans over all repositories of a shared ledger. */
    readonly organisationTotals?: Facts['organisationTotals'];
    readonly ledgerProblem?: Facts['ledgerProblem'];
    readonly pullRequestProblem?: Facts['pullRequestProblem'];
    readonly isPeriodWarned?: boolean;
    /** Scopes that the report's own totals apply to. */
    readonly ownScopes: readonly ('job' | 'workflow')[];
    /** Missing where earlier runs are not looked up. */
    readonly baselineWh?: NonNullable<Facts['baselineWh']>;
    /** Whether everything that was asked about earlier runs was answered. False by default. */
    readonly isBaselineRead?: boolean;
    /**
     * Set where a whole run is judged: its largest single job. `per job` lines are compared with it, and so are unscoped lines from a
     * file, because a file applies to every job. An unscoped line that was given to the step itself applies to the whole run.
     */
    readonly largestJob?: Totals;
}
/** A report with what judging it needs. */
export interface Judgeable {
    readonly draft: UnjudgedReport;
    readonly judging: JudgingContext;
}
/**
 * Makes a report without a figure, with the reason as a note: it is always indeterminate.
 * @example withoutFigure({ kind: 'job', name: 'test' }, new MeasurementError('the sampler left no samples')).judging.doubt // "no-figure"
 */
export declare function withoutFigure(subject: Report['subject'], error: MeasurementError): Judgeable;
/** The largest part by each metric; null where one part is unknown, because that one may be the largest. */
export declare function largestOf(parts: readonly Pick<Part, 'energy' | 'emissions' | 'water'>[]): Totals;
/**
 * Judges a report: budget lines, verdict, label. The only place where a report gets its verdict.
 * @example judgeReport(unjudged({ kind: 'job', name: 'test' }), '1.0.0', [], { doubt: null, ownScopes: ['job'] }).verdict // "indeterminate"
 */
export declare function judgeReport(draft: UnjudgedReport, version: string, budgets: readonly SetBudget[], context: JudgingContext): Report;
