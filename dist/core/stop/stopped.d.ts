import type { Stopped } from '../report.js';
/** A stretch of time with its mean power. */
interface PowerStretch {
    /** Unix time, ms. */
    readonly startMs: number;
    readonly endMs: number;
    /** Before the PUE. */
    readonly watts: number;
}
/** What is known of a stop besides the measurement. */
export interface StopFacts {
    readonly line: string;
    readonly atShare: number;
    /** When SIGTERM was sent, Unix ms. */
    readonly fromMs: number;
    /** When no process was left, Unix ms; null: unknown. */
    readonly toMs: number | null;
    readonly wasKilled: boolean;
}
/**
 * What the report says of a stop: how long the rest took, and the energy of that time.
 * @param timeline power of the whole time; null without a figure
 * @param pue null: unknown
 */
export declare function stoppedOf(facts: StopFacts, timeline: readonly PowerStretch[] | null, pue: number | null): Stopped;
export {};
