import { type Range } from './range.js';
/**
 * Model FLOP utilisation (MFU) where a plan does not state it: share of the dense peak over the whole run, restarts included.
 * 21 published runs imply 0.05 to 0.51, median 0.28, 10 to 90 %: 0.14 to 0.46. Papers quote more, because restarts are left out.
 */
export declare const MFU: {
    readonly value: 0.3;
    readonly low: 0.15;
    readonly high: 0.5;
};
/**
 * Energy of a whole training project over that of its final run: failed and development runs. OLMo: 1.5 (Morrison et al. 2025);
 * Olmo 3: 82 % of the total was development, a factor of 5.5.
 */
export declare const DEVELOPMENT: {
    readonly value: 1.5;
    readonly low: 1;
    readonly high: 5;
};
/**
 * FLOP of training a transformer: 6 x active parameters x tokens.
 * @param activeParameters of a mixture of experts: those that work on one token
 * @returns FLOP
 * @throws QuantityError
 * @example trainingFlop(175e9, 300e9) // 3.15e23
 */
export declare function trainingFlop(activeParameters: number, tokens: number): number;
/**
 * Hours of one device for an amount of computation.
 * @param flop FLOP
 * @param peakFlops dense peak of one device, FLOP/s
 * @param mfu share of the peak, above 0 and at most 1
 * @returns device hours
 * @throws QuantityError
 * @example deviceHours(7.2e23, 989.4e12, 0.35) // 577550.6
 */
export declare function deviceHours(flop: number, peakFlops: number, mfu: number): number;
/**
 * Model FLOP utilisation that hours imply.
 * @returns share of the peak
 * @throws QuantityError
 * @example impliedMfu(3.15e23, 125e12, 3_552_000) // 0.197
 */
export declare function impliedMfu(flop: number, peakFlops: number, hours: number): number;
/** Device hours of an assumed MFU against those of its value: 1, with the ends of the range. */
export declare function assumedMfuSpread(): Range;
