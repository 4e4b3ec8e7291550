import { type Range } from '../range.js';
import type { Stretch } from './counters.js';
/** Power of the machine, or of the job's slice of it, at the wall, memory included. */
export type WattsAt = (utilization: number) => Range;
/** Stretches longer than this are known by their mean alone, s: the adaptive interval is 5 s at most, with room for a busy machine. */
export declare const RESOLVED_S = 20;
/**
 * Mean power over a stretch. Where only the mean utilisation is known, the load may have been steady (the curve at the mean)
 * or swinging between idle and full (the straight line between the ends): the range holds both.
 */
export declare function wattsOver(stretch: Stretch, wattsAt: WattsAt, resolvedS?: number): Range;
/** Energy of stretches, Wh. One model made all of their powers, so their errors go together. @throws QuantityError */
export declare function energyOver(stretches: readonly Stretch[], wattsAt: WattsAt, resolvedS?: number): Range;
