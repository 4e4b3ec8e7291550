import { type IntensityPoint } from './time-aligned.js';
/** A start with the mean intensity over the whole duration from there. */
export interface WindowStart {
    /** Unix time, s. */
    readonly start: number;
    readonly meanGPerKwh: number;
}
/**
 * Mean intensity over `durationS` from each start that may be the best. The mean is a straight line between the moments at which
 * the window's start or its end meets an edge of a step, so its lowest value is at one of them; steps of any length and gaps are
 * fine. Only windows that the curve covers without a gap count.
 * @param from earliest start, Unix time, s
 * @param to latest start, Unix time, s
 * @returns starts in order of time; empty when the curve covers no whole window
 * @throws QuantityError
 */
export declare function windowStarts(points: readonly IntensityPoint[], durationS: number, from: number, to: number): readonly WindowStart[];
/** The best start: lowest mean, the earliest of equal ones. Null when the curve covers no whole window. */
export declare function bestStart(starts: readonly WindowStart[]): WindowStart | null;
