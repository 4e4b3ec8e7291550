import { type Budget, type Scope, type Units } from './budget.js';
import { type Label } from './label.js';
import type { Metric } from './units.js';
/** `indeterminate`: no trustworthy figure, never a pass. `none`: no budget. `not-judged`: outside the scope at hand. */
export declare const VERDICTS: readonly ['fail', 'indeterminate', 'pass', 'none'];
export type Verdict = (typeof VERDICTS)[number];
export type LineVerdict = Verdict | 'not-judged';
/** Totals of one scope in base units (g, Wh, L); null is unknown. */
export type Totals = Readonly<Record<Metric, number | null>>;
/** What the lines are judged against. */
export interface Facts {
    /** Whether the figure can be trusted at all (coverage, no refused rows). */
    readonly trusted: boolean;
    /** Totals of each scope that is known here. A scope that is missing is not judged. */
    readonly totals: Readonly<Partial<Record<Scope, Totals>>>;
    /** Totals that the functional unit's count belongs to. */
    readonly own: Totals;
    readonly units: Units | null;
    /** All units that were counted, `units` among them; only `units` by default. */
    readonly counts?: readonly Units[];
    /** Median energy of a branch's last runs, Wh. */
    readonly baselineWh: Readonly<Record<string, number>>;
}
/** One budget line, judged. `limit` and `used` in g, Wh or L (for growth: shares of the baseline). */
export interface JudgedLine {
    readonly line: string;
    readonly scope: Scope | 'unit' | 'growth';
    readonly metric: Metric;
    readonly limit: number;
    readonly used: number | null;
    /** used / limit; null when it was not judged. */
    readonly share: number | null;
    readonly verdict: LineVerdict;
    /** Where the line was set: `input`, `file`, `base`, `organisation`. */
    readonly source: string;
    /** Why it is not a plain pass or fail. */
    readonly reason: string | null;
}
/** Judges one line. Never returns `pass` for a figure that is unknown or not trusted. */
export declare function judge(budget: Budget, source: string, facts: Facts): JudgedLine;
/** Several lines combine as fail > indeterminate > pass > none. Data that cannot be trusted is indeterminate even without a line. */
export declare function combine(lines: readonly {
    readonly verdict: LineVerdict;
}[], trusted: boolean): Verdict;
/**
 * Whether a report's figure itself cannot be trusted. A verdict may also be indeterminate because a line could not be judged (water
 * that nobody knows, units that nobody counted) while the figure stands. In doubt, it is doubtful.
 */
export declare function isDoubtful(report: {
    readonly verdict: Verdict;
    readonly budgets: readonly Pick<JudgedLine, 'verdict' | 'reason'>[];
    readonly notes: readonly {
        readonly level: string;
        readonly code?: string;
    }[];
}): boolean;
/** The absolute line with the largest share: the one that sets the label. Growth lines never do. */
export declare function labelLine<T extends Pick<JudgedLine, 'scope' | 'verdict' | 'share'>>(lines: readonly T[]): T | null;
/** Share of the line that sets the label, with its letter. A figure that cannot be trusted has none. */
export declare function labelShare(lines: readonly JudgedLine[]): {
    share: number;
    label: Label;
} | null;
