import { type Range } from '../range.js';
/** Energy of one stretch as far as meters tell, J; null is not metered. */
export interface MeteredJoules {
    /** The whole machine. */
    readonly whole: number | null;
    /** The processors' packages. */
    readonly package: number | null;
    readonly memory: number | null;
}
/** Energy of one stretch by component, J. cpu + memory + other = total. */
export interface Parts {
    readonly total: Range;
    readonly cpu: number;
    readonly memory: number;
    readonly other: number;
}
/**
 * Joins meters and model for one stretch. A measured figure takes the place of what it covers and nothing is counted twice.
 * @param modelled energy of the slice at the wall by the model, memory included, J
 * @param memory of it for the memory, J
 */
export declare function partsOf(modelled: Range, memory: number, metered: MeteredJoules): Parts;
