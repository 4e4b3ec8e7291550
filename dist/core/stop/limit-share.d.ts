import type { Metric } from '../units.js';
/** A budget line that can stop work, with what each Wh of the machine and each second add to it. */
export interface LimitedLine {
    /** The line as it was written. */
    readonly line: string;
    readonly metric: Metric;
    /** In the metric's base unit: g, Wh or L; above 0. */
    readonly limit: number;
    /** Base units for each Wh of the machine, before the PUE. */
    readonly perWh: number;
    /** Base units for each second: manufacture of the hardware. */
    readonly perSecond: number;
}
/** What was used up to a moment. */
export interface UsedSoFar {
    /** Energy of the machine before the PUE, Wh. */
    readonly itWh: number;
    /** Time since the start, s. */
    readonly seconds: number;
}
/** How much of a line is used. */
export interface LineShare {
    readonly line: LimitedLine;
    /** In the line's base unit. */
    readonly used: number;
    /** used / limit. */
    readonly share: number;
}
/** The line of which the largest share is used: the first that will be exceeded. Null without lines. */
export declare function largestShare(lines: readonly LimitedLine[], { itWh, seconds }: UsedSoFar): LineShare | null;
/**
 * Time until a limit is reached if work goes on as it did on average since the start.
 * @param share used share of the limit, at least 0
 * @param seconds time since the start, s
 * @returns s; 0 if it is reached already; null if nothing is used yet
 */
export declare function secondsToLimit(share: number, seconds: number): number | null;
