import type { Features } from './features.js';
import type { CentralModel } from './model.js';
/**
 * Variance of log watts of a machine that came out after every measured one. 0 up to the last measured year.
 * @param year in which the machine came out
 */
export declare const varianceAfter: (model: CentralModel, year: number) => number;
/**
 * Variance of log watts of a machine that has more or less of something than every measured one, because the spread of
 * similar machines says little about it. 0 within the measured bounds.
 */
export declare const varianceOutside: (model: CentralModel, features: Features) => number;
