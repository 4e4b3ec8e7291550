import { nonNegative, positive, numberWithin } from './quantity.ts'
import { type Range, makeRange } from './range.ts'

/**
 * Model FLOP utilisation (MFU) where a plan does not state it: share of the dense peak over the whole run, restarts included.
 * 21 published runs imply 0.05 to 0.51, median 0.28, 10 to 90 %: 0.14 to 0.46. Papers quote more, because restarts are left out.
 */
export const MFU = { value: 0.3, low: 0.15, high: 0.5 } as const

/**
 * Energy of a whole training project over that of its final run: failed and development runs. OLMo: 1.5 (Morrison et al. 2025);
 * Olmo 3: 82 % of the total was development, a factor of 5.5.
 */
export const DEVELOPMENT = { value: 1.5, low: 1, high: 5 } as const

/** FLOP of one parameter and token: forward and backward pass (Kaplan et al. 2020). */
const FLOP_PER_PARAMETER_AND_TOKEN = 6

/**
 * FLOP of training a transformer: 6 x active parameters x tokens.
 * @param activeParameters of a mixture of experts: those that work on one token
 * @returns FLOP
 * @throws QuantityError
 * @example trainingFlop(175e9, 300e9) // 3.15e23
 */
export function trainingFlop(activeParameters: number, tokens: number): number {
  return FLOP_PER_PARAMETER_AND_TOKEN * nonNegative('parameters', activeParameters) * nonNegative('tokens', tokens)
}

/**
 * Hours of one device for an amount of computation.
 * @param flop FLOP
 * @param peakFlops dense peak of one device, FLOP/s
 * @param mfu share of the peak, above 0 and at most 1
 * @returns device hours
 * @throws QuantityError
 * @example deviceHours(7.2e23, 989.4e12, 0.35) // 577550.6
 */
export function deviceHours(flop: number, peakFlops: number, mfu: number): number {
  return (
    nonNegative('FLOP', flop) / (positive('peak', peakFlops) * numberWithin('MFU', positive('MFU', mfu), 0, 1) * 3600)
  )
}

/**
 * Model FLOP utilisation that hours imply.
 * @returns share of the peak
 * @throws QuantityError
 * @example impliedMfu(3.15e23, 125e12, 3_552_000) // 0.197
 */
export function impliedMfu(flop: number, peakFlops: number, hours: number): number {
  return nonNegative('FLOP', flop) / (positive('peak', peakFlops) * positive('device hours', hours) * 3600)
}

/** Device hours of an assumed MFU against those of its value: 1, with the ends of the range. */
export function assumedMfuSpread(): Range {
  return makeRange(1, MFU.value / MFU.high, MFU.value / MFU.low)
}
