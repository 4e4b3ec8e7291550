import { type Range } from '../range.js';
import type { Stretch } from './counters.js';
/** Power of the machine, or of the job's slice of it, at the wall, memory included. */
export type WattsAt = (utilization: number) => Range;
/**
 * Mean power over a stretch. Where only the mean utilisation is known, the load may have been steady (the curve at the mean) or
 * swinging between idle and full (the straight line between the ends): the range includes both.
 */
export declare function wattsOver(stretch: Stretch, wattsAt: WattsAt, resolvedS?: number): Range;
