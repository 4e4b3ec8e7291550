import { positive } from '../quantity.ts'
import { type Range, makeRange, scaleRange, sumRanges } from '../range.ts'
import type { TokenUsage } from './usage.ts'

/** Where a factor comes from, most trusted first. */
const FACTOR_KINDS = ['user', 'measurement', 'fit', 'class-prior'] as const
type FactorKind = (typeof FACTOR_KINDS)[number]

/** What a model uses, Wh before PUE. */
export interface TokenFactor {
  readonly kind: FactorKind
  readonly perRequest: Range
  /** For each token that was read anew or written to the cache. */
  readonly perInputToken: Range
  readonly perCachedToken: Range
  readonly perOutputToken: Range
  /** One line for people. */
  readonly source: string
}

/**
 * Energy of usage: requests, input and output as separate terms.
 * @returns Wh before PUE
 * @example usageEnergy({ ...usage, inputUncached: 100_000, output: 0 }, factor)
 */
export function usageEnergy(usage: TokenUsage, factor: TokenFactor): Range {
  return sumRanges([
    scaleRange(factor.perRequest, usage.requests),
    scaleRange(factor.perInputToken, usage.inputUncached + usage.cacheWrite),
    scaleRange(factor.perCachedToken, usage.cacheRead),
    scaleRange(factor.perOutputToken, usage.output),
  ])
}

/** Coefficients of the fit, see src/data/llm-constants.ts. */
export interface Fit {
  readonly intercept: number
  readonly perLnActive: number
  readonly perLnTotal: number
  readonly perLnBatch: number
  readonly onB200: number
}

/** What the fit needs to know of a model and its service. */
export interface FitQuery {
  /** Active and total parameters, billions, above 0. */
  readonly activeB: number
  readonly totalB: number
  /** Requests that one replica works on at the same time. */
  readonly batch: number
  readonly gpu?: 'H100' | 'B200'
}

/**
 * Energy of one output token by a power law of parameters and batch.
 * @returns J, of all GPUs, without host and PUE
 * @throws QuantityError
 * @example fittedOutputJoules(FIT, { activeB: 123, totalB: 123, batch: 64 }) // 1.67
 */
export function fittedOutputJoules(fit: Fit, { activeB, totalB, batch, gpu = 'H100' }: FitQuery): number {
  const exponent =
    fit.intercept +
    fit.perLnActive * Math.log(positive('active parameters', activeB)) +
    fit.perLnTotal * Math.log(positive('total parameters', totalB)) +
    fit.perLnBatch * Math.log(positive('batch', batch)) +
    (gpu === 'B200' ? fit.onB200 : 0)
  return Math.exp(exponent)
}

/** No energy, known exactly. */
export const NO_TERM: Range = makeRange(0)
