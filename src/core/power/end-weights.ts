/** How a curve follows readings at its ends, at one load level. */
export interface EndWeights {
  /** Share of the idle reading's deviation (a natural logarithm) that moves this level; the same for full load. */
  readonly idle: number
  readonly full: number
  /** Width of the range over its width without readings, in logarithms. */
  readonly width: number
}

/** Rows of [idle, full, width] for each of `LOAD_LEVELS`. */
const read = (rows: readonly (readonly [idle: number, full: number, width: number])[]): readonly EndWeights[] =>
  rows.map(([idle, full, width]) => ({ idle, full, width }))

/**
 * Weights by what was read. Regressions of the residuals of servers left out of the fit (by server and by CPU, the mean
 * of both) on their residuals at the ends; widths are 90 % quantiles of what remains. `npm run bench:power` prints the
 * error and the coverage that result.
 */
export const END_WEIGHTS: Readonly<Record<'idle' | 'full' | 'both', readonly EndWeights[]>> = {
  idle: read([
    [1, 0, 0],
    [0.61, 0, 0.56],
    [0.56, 0, 0.63],
    [0.53, 0, 0.7],
    [0.5, 0, 0.72],
    [0.48, 0, 0.74],
    [0.45, 0, 0.74],
    [0.41, 0, 0.74],
    [0.37, 0, 0.78],
    [0.33, 0, 0.84],
    [0.27, 0, 0.87],
  ]),
  full: read([
    [0, 0.72, 0.92],
    [0, 0.9, 0.75],
    [0, 0.88, 0.73],
    [0, 0.88, 0.7],
    [0, 0.88, 0.68],
    [0, 0.89, 0.65],
    [0, 0.91, 0.6],
    [0, 0.92, 0.52],
    [0, 0.95, 0.46],
    [0, 0.99, 0.31],
    [0, 1, 0],
  ]),
  both: read([
    [1, 0, 0],
    [0.49, 0.41, 0.5],
    [0.42, 0.47, 0.52],
    [0.37, 0.52, 0.56],
    [0.34, 0.56, 0.55],
    [0.3, 0.6, 0.54],
    [0.25, 0.66, 0.53],
    [0.19, 0.74, 0.48],
    [0.12, 0.84, 0.42],
    [0.05, 0.95, 0.32],
    [0, 1, 0],
  ]),
}
