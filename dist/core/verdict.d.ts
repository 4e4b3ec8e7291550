import { type Budget, type Scope } from './budget.js';
import { type Units } from './functional-unit.js';
import { type Label } from './label.js';
import type { Metric } from './units.js';
/** `indeterminate`: no trustworthy figure, never a pass. `none`: no budget. `not-judged`: outside the current scope. */
export declare const VERDICTS: readonly ['fail', 'indeterminate', 'pass', 'none'];
export type Verdict = (typeof VERDICTS)[number];
export type LineVerdict = Verdict | 'not-judged';
/** Why a figure must not be judged, with the meaning of each code. Reports carry the code in `figure.reason_code`. */
declare const DOUBTS: {
    readonly 'no-figure': 'neither energy nor emissions are known';
    readonly 'low-coverage': 'the samples cover less of the time than min-coverage requires';
    readonly 'rows-refused': 'rows of the logs were refused';
    readonly 'monthly-export': "a cloud provider's monthly export is not the energy of a job";
    readonly 'part-untrusted': 'the figure of a part is not trustworthy';
    readonly 'energy-missing': 'some energy is known to be missing; this matters only with a budget line';
    readonly 'jobs-unknown': 'the list of jobs of the run is missing or incomplete';
    readonly 'reports-broken': 'reports of jobs cannot be read';
};
export type Doubt = keyof typeof DOUBTS;
/** Why a budget line is not a plain pass or fail. */
export type LineReasonCode = 'figure-untrusted' | 'budgets-unknown' | 'emissions-unknown' | 'energy-unknown' | 'water-unknown' | 'units-unknown' | 'units-differ' | 'baseline-unknown' | 'history-needed' | 'ledger-unreadable' | 'pull-request-unknown' | 'period-exceeded' | 'workflow-needed' | 'judged-by-job' | 'judged-by-compare' | 'largest-job';
/** Totals of one scope in base units (g, Wh, L); null is unknown. */
export type Totals = Readonly<Record<Metric, number | null>>;
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
/** Judges one line. Never returns `pass` for a figure that is unknown or not trusted. */
export declare function judgeLine(budget: Budget, source: string, facts: Facts): JudgedLine;
/**
 * Combines the verdicts of several lines: fail > indeterminate > pass > none. An untrusted figure is indeterminate even without a line.
 */
export declare function combineVerdicts(lines: readonly {
    readonly verdict: LineVerdict;
}[], { trusted }: {
    readonly trusted: boolean;
}): Verdict;
/**
 * Whether a report's figure itself cannot be trusted. Its verdict may also be indeterminate because the budgets are unknown or a line
 * could not be judged (water or units unknown) although the figure is sound. Reports of earlier versions do not say which: all of their
 * indeterminate ones are doubtful.
 * @example isDoubtful({ verdict: 'pass', figure: { trusted: false } }) // true
 */
export declare function isDoubtful(report: {
    readonly verdict: Verdict;
    readonly figure?: {
        readonly trusted: boolean;
    } | undefined;
}): boolean;
/** The absolute line with the largest share: the one that sets the label. Growth lines never do. */
export declare function labelLine<T extends Pick<JudgedLine, 'scope' | 'verdict' | 'share'>>(lines: readonly T[]): T | null;
/** Share of the line that sets the label, with its letter. An untrusted figure has none. */
export declare function labelShare(lines: readonly Pick<JudgedLine, 'scope' | 'verdict' | 'share'>[]): {
    share: number;
    label: Label;
} | null;
export {};
