import { type Range } from '../range.js';
import type { TokenUsage } from './usage.js';
/** Where a factor comes from, most trusted first. */
declare const FACTOR_KINDS: readonly ['user', 'measurement', 'fit', 'class-prior'];
type FactorKind = (typeof FACTOR_KINDS)[number];
/** What a model uses, Wh before PUE. */
export interface TokenFactor {
    readonly kind: FactorKind;
    readonly perRequest: Range;
    /** For each token that was read anew or written to the cache. */
    readonly perInputToken: Range;
    readonly perCachedToken: Range;
    readonly perOutputToken: Range;
    /** One line for people. */
    readonly source: string;
}
/**
 * Energy of usage: requests, input and output as separate terms.
 * @returns Wh before PUE
 * @example usageEnergy({ ...usage, inputUncached: 100_000, output: 0 }, factor)
 */
export declare function usageEnergy(usage: TokenUsage, factor: TokenFactor): Range;
/** Coefficients of the fit, see src/data/llm-constants.ts. */
export interface Fit {
    readonly intercept: number;
    readonly perLnActive: number;
    readonly perLnTotal: number;
    readonly perLnBatch: number;
    readonly onB200: number;
}
/** What the fit needs to know of a model and its service. */
export interface FitQuery {
    /** Active and total parameters, billions, above 0. */
    readonly activeB: number;
    readonly totalB: number;
    /** Requests that one replica works on at the same time. */
    readonly batch: number;
    readonly gpu?: 'H100' | 'B200';
}
/**
 * Energy of one output token by a power law of parameters and batch.
 * @returns J, of all GPUs, without host and PUE
 * @throws QuantityError
 * @example fittedOutputJoules(FIT, { activeB: 123, totalB: 123, batch: 64 }) // 1.67
 */
export declare function fittedOutputJoules(fit: Fit, { activeB, totalB, batch, gpu }: FitQuery): number;
/** No energy, known exactly. */
export declare const NO_TERM: Range;
export {};
