import type { Features } from './features.js';
import type { PowerModel } from './model.js';
/**
 * Variance of log watts of a machine that has more or less of something than any measured one: how its kin spread says
 * little about it. 0 within what was measured.
 */
export declare const varianceOutside: (model: PowerModel, features: Features) => number;
