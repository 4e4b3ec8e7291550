import type { Metric } from './units.js';
/** Scopes a limit can have, as they are written after `per`; no scope means the job (or command, or log) itself. */
export declare const SCOPES: readonly ['job', 'workflow', 'pull-request', 'day', 'week', 'month'];
export type Scope = (typeof SCOPES)[number];
/** Spans of the UTC calendar that only a history can judge. */
export declare const CALENDAR_SCOPES: ReadonlySet<string>;
interface Line {
    /** The line as it was written, white space tidied. */
    readonly line: string;
}
/** `5 g`, `20 g per workflow`, `2 kg per month`, `0.8 Wh`. */
export interface AbsoluteBudget extends Line {
    readonly kind: 'absolute';
    readonly scope: Scope;
    readonly metric: Metric;
    /** In the metric's base unit: g, Wh or L; above 0. */
    readonly limit: number;
    /** `per month per organisation`: all repositories of a shared ledger count, not only this one. */
    readonly isOrganisation?: true;
}
/** `40 mg per 1000 inferences`. */
export interface UnitBudget extends Line {
    readonly kind: 'unit';
    readonly metric: Metric;
    /** For `count` units, in the metric's base unit; above 0. */
    readonly limit: number;
    readonly count: number;
    /** Singular name of the functional unit. */
    readonly unit: string;
}
/** `+10 % vs main`: growth of ENERGY over the median of the branch's last 10 runs. */
export interface GrowthBudget extends Line {
    readonly kind: 'growth';
    /** Allowed growth as a share: 0.1 is +10 %. */
    readonly limit: number;
    readonly branch: string;
}
/** `-20 % vs variant pytorch`, `+10 % vs BASE`: ENERGY of a variant against another one. Only `compare` judges it. */
export interface VariantBudget extends Line {
    readonly kind: 'variant';
    /** Largest allowed energy as a share of the reference's: 1.1 for `+10 %`, 0.8 for `-20 %` (a reduction that is needed). */
    readonly limit: number;
    /** Name of the variant that the others are compared with; null: the first report (BASE). */
    readonly variant: string | null;
}
/** Whether a line names no scope (`5 g`, not `5 g per job`): where a step gates a whole run, it means that run. */
export declare function isUnscoped(budget: Budget): boolean;
export type Budget = AbsoluteBudget | UnitBudget | GrowthBudget | VariantBudget;
export {};
