import { type Budget, type Scope } from './budget.js';
import { type Units } from './functional-unit.js';
import { type Label } from './label.js';
import type { Part } from './report.js';
import type { Metric } from './units.js';
import type { LineVerdict } from './verdict.js';
/** Why a budget line is not a plain pass or fail. */
export type LineReasonCode = 'figure-untrusted' | 'budgets-unknown' | 'emissions-unknown' | 'energy-unknown' | 'water-unknown' | 'units-unknown' | 'units-differ' | 'baseline-unknown' | 'history-needed' | 'ledger-unreadable' | 'pull-request-unknown' | 'period-exceeded' | 'workflow-needed' | 'judged-by-job' | 'judged-by-compare' | 'largest-job' | 'whole-run';
/** Totals of one scope in base units (g, Wh, L); null is unknown. */
export type Totals = Readonly<Record<Metric, number | null>>;
/** The totals of a report or a part. */
export declare function ownTotals({ emissions, energy, water }: Pick<Part, 'energy' | 'emissions' | 'water'>): Totals;
/** The figures that budget lines are judged by. */
export interface Facts {
    /** False if the figure cannot be trusted (low coverage, refused rows ...): then no line passes. */
    readonly trusted: boolean;
    /** Totals of each known scope. Lines of a scope without totals are not judged. */
    readonly totals: Readonly<Partial<Record<Scope, Totals>>>;
    /** Totals of all repositories in a shared ledger, for lines per organisation. */
    readonly organisationTotals?: Readonly<Partial<Record<Scope, Totals>>>;
    /** Why calendar totals are missing although a ledger is set, and whether their lines then block. Null: they are known. */
    readonly ledgerProblem?: {
        readonly text: string;
        readonly blocks: boolean;
    } | null;
    /** The same for lines per pull request: why the totals of its runs are missing. */
    readonly pullRequestProblem?: {
        readonly text: string;
        readonly blocks: boolean;
    } | null;
    /** Whether a line per day, week or month that is exceeded only warns. */
    readonly isPeriodWarned?: boolean;
    /** Totals of the report itself, which the count of the functional unit belongs to. */
    readonly own: Totals;
    readonly units: Units | null;
    /** All units that were counted, `units` among them; only `units` by default. */
    readonly counts?: readonly Units[];
    /** Median energy of a branch's last runs, Wh; null where earlier runs are not looked up. */
    readonly baselineWh: Readonly<Record<string, number>> | null;
    /** Whether a branch without a median has no earlier runs; false: they could not all be read. True by default. */
    readonly isBaselineRead?: boolean;
}
/**
 * One budget line, judged. `limit` and `used` in g, Wh or L (of growth: shares of the baseline; of variants: energy as a share of the
 * reference's).
 */
export interface JudgedLine {
    readonly line: string;
    readonly scope: Scope | 'unit' | 'growth' | 'variant';
    readonly metric: Metric;
    readonly limit: number;
    readonly used: number | null;
    /** used / limit; null when it was not judged. */
    readonly share: number | null;
    readonly verdict: LineVerdict;
    /** Whether all repositories of a shared ledger count together. */
    readonly organisation?: true;
    /** Where the line was set: `input`, `file`, `base`, `organisation`. */
    readonly source: string;
    /** Why it is not a plain pass or fail. Code decides by this field, never by `reason`. */
    readonly reason_code: LineReasonCode | null;
    /** The same in words, for people. */
    readonly reason: string | null;
}
/** A reason in both forms. */
type LineReason = Pick<JudgedLine, 'reason' | 'reason_code'>;
/** Reason of a line where stricter budgets may exist that could not be read. */
export declare const BUDGETS_UNKNOWN: LineReason;
/** Reason of a line about each job where several jobs are judged together. */
export declare const LARGEST_JOB: LineReason;
/** Reason of a line without a scope that limits several jobs together, because it was given to the step or command that joins them. */
export declare const WHOLE_RUN: LineReason;
/** Judges one line. Never returns `pass` for a figure that is unknown or not trusted. */
export declare function judgeLine(budget: Budget, source: string, facts: Facts): JudgedLine;
/** The absolute line with the largest share: the one that sets the label. Growth lines never do. */
export declare function labelLine<T extends Pick<JudgedLine, 'scope' | 'verdict' | 'share'>>(lines: readonly T[]): T | null;
/** Share of the line that sets the label, with its letter. An untrusted figure has none. */
export declare function labelShare(lines: readonly Pick<JudgedLine, 'scope' | 'verdict' | 'share'>[]): {
    share: number;
    label: Label;
} | null;
export {};
