/** How a curve follows readings at its ends, at one load level. */
export interface EndWeights {
    /** Share of the idle reading's deviation (a natural logarithm) that moves this level; the same for full load. */
    readonly idle: number;
    readonly full: number;
    /** Width of the range over its width without readings, in logarithms. */
    readonly width: number;
}
/**
 * Weights by what was read. Regressions of the residuals of servers left out of the fit (by server and by CPU, the mean
 * of both) on their residuals at the ends; widths are 90 % quantiles of what remains. `npm run bench:power` prints the
 * error and the coverage that result.
 */
export declare const END_WEIGHTS: Readonly<Record<'idle' | 'full' | 'both', readonly EndWeights[]>>;
