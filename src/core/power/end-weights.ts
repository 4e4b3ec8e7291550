/** How a curve follows readings at its ends, at one load level. */
export interface EndWeights {
  /** Share of the idle reading's deviation (a natural logarithm) that moves this level; the same for full load. */
  readonly idle: number
  readonly full: number
  /** Width of the range over its width without readings, in logarithms. */
  readonly width: number
}

/** The weights of idle, of full load and the width, each for all of `LOAD_LEVELS`. */
const read = (idle: readonly number[], full: readonly number[], width: readonly number[]): readonly EndWeights[] =>
  width.map((value, level) => ({ idle: idle[level] ?? 0, full: full[level] ?? 0, width: value }))

/**
 * Weights by what was read. Regressions of the residuals of servers left out of the fit (by server and by CPU, the mean
 * of both) on their residuals at the ends; widths are 90 % quantiles of what remains. `npm run bench:power` prints the
 * error and the coverage that result.
 */
export const END_WEIGHTS: Readonly<Record<'idle' | 'full' | 'both', readonly EndWeights[]>> = {
  idle: read(
    [1, 0.61, 0.56, 0.53, 0.5, 0.48, 0.45, 0.41, 0.37, 0.33, 0.27],
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0, 0.56, 0.63, 0.7, 0.72, 0.74, 0.74, 0.74, 0.78, 0.84, 0.87],
  ),
  full: read(
    [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
    [0.72, 0.9, 0.88, 0.88, 0.88, 0.89, 0.91, 0.92, 0.95, 0.99, 1],
    [0.92, 0.75, 0.73, 0.7, 0.68, 0.65, 0.6, 0.52, 0.46, 0.31, 0],
  ),
  both: read(
    [1, 0.49, 0.42, 0.37, 0.34, 0.3, 0.25, 0.19, 0.12, 0.05, 0],
    [0, 0.41, 0.47, 0.52, 0.56, 0.6, 0.66, 0.74, 0.84, 0.95, 1],
    [0, 0.5, 0.52, 0.56, 0.55, 0.54, 0.53, 0.48, 0.42, 0.32, 0],
  ),
}
