/** Power at a moment. */
export interface PowerSample {
    /** Monotonic time, s. */
    readonly t: number;
    /** Watts, at least 0. */
    readonly watts: number;
}
/** Energy of power samples, and how much of the time they cover. */
export interface Integral {
    /** Energy of the covered time, Wh. */
    readonly wh: number;
    /** Time between neighbouring samples no further apart than the gap limit, s. */
    readonly coveredS: number;
    /** Time from the first sample to the last, s. */
    readonly spanS: number;
    /** How many gaps were left out. */
    readonly gaps: number;
}
/**
 * Energy of power samples by the trapezoidal rule over monotonic time. A gap longer than `maxGapS` is not bridged: what
 * happened in it is unknown (a suspended machine, a stopped sampler), and the caller sees it in the coverage.
 * @param samples in order of time; two at the same moment add nothing
 * @param maxGapS longest bridged distance of two samples, s, above 0
 * @throws QuantityError for a time that runs backwards, NaN, infinite or negative power
 */
export declare function integratePower(samples: readonly PowerSample[], maxGapS: number): Integral;
