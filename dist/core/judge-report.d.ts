import { type Budget } from './budget.js';
import { type Part, type Report } from './report.js';
import { type Facts, type Totals } from './verdict.js';
/** A report before it is judged. */
export type Draft = Omit<Report, 'schema' | 'tool' | 'budgets' | 'verdict' | 'label'>;
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
/** What is known besides the draft's own totals. */
export interface JudgingContext {
    /** False when the data behind the figure cannot be trusted: then nothing passes. */
    readonly trusted: boolean;
    /** False when energy is known to be missing from the figure: then nothing passes a budget. True by default. */
    readonly isComplete?: boolean;
    /** Totals of scopes other than the draft's own: calendar spans, the pull request. */
    readonly totals?: Facts['totals'];
    /** Scopes that the draft's own totals stand for. */
    readonly ownScopes: readonly ('job' | 'workflow')[];
    readonly baselineWh?: Facts['baselineWh'];
    /**
     * Set where a whole run is judged: its largest single job, by which `per job` lines are judged, and so are unscoped lines from a
     * file, because a file speaks to every job alike. An unscoped line given to the step itself means what the step gates: the run.
     */
    readonly largestJob?: Totals;
}
/** Reason of a line that holds for every job, where several jobs are judged together. */
export declare const HELD_AGAINST_LARGEST = "held against the largest job";
/** The largest of the parts by each metric; null where one part is unknown, which might be the largest. */
export declare function largestOf(parts: readonly (Pick<Part, 'energy' | 'emissions'> & Partial<Pick<Report, 'water'>>)[]): Totals;
/** Judges a draft: budget lines, verdict, label. The only place where a report gets its verdict. */
export declare function judged(draft: Draft, version: string, budgets: readonly SetBudget[], context: JudgingContext): Report;
