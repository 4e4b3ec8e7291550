import type { Baseline } from './report.ts'
import { positive } from './quantity.ts'

/**
 * Compares a run with earlier ones: their median, their spread, and whether this run is outside of it. All statistics are robust:
 * one run on a loaded runner must not widen or move the baseline.
 */

/** Maximum number of runs in a baseline: "median of the last 10 runs". */
export const BASELINE_RUNS = 10

/**
 * Energy of runs of one commit varies by up to 30 % on hosted runners (Eco-CI's published repetitions; other CPUs are drawn).
 * Below FEW runs their own spread is a guess, and nothing smaller than this is believed.
 */
const KNOWN_VARIATION = 0.3
const FEW = 5

/** Differences below this share are below what any of the methods resolves. */
const LEAST_SPREAD = 0.02

/** A normal distribution's standard deviation over its median absolute deviation: 1 / quantile(0.75). */
const SIGMA_PER_MAD = 1.4826
/** ... and over half of its interquartile range, which is the same quantile. */
const SIGMA_PER_HALF_IQR = 1.4826

/**
 * Two-sided 90 % quantiles of Student's t for 4 to 9 degrees of freedom (any table of it): few runs give a rough spread,
 * and the interval for one more run is wider for it.
 */
const T_90: Readonly<Record<number, number>> = { 4: 2.132, 5: 2.015, 6: 1.943, 7: 1.895, 8: 1.86, 9: 1.833 }
/** For more of them: the normal quantile. */
const Z_90 = 1.645

/** The middle of the values; the mean of the two middle ones of an even count. @param values not empty */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5)
}

/** Linear interpolation between order statistics (Hyndman and Fan's type 7). */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  const at = (sorted.length - 1) * share
  const low = sorted[Math.floor(at)] as number
  const high = sorted[Math.ceil(at)] as number
  return low + (high - low) * (at - Math.floor(at))
}

/**
 * Half-width, as a share of the median, of the range in which nine of ten runs of unchanged code are expected.
 * @param values energies of earlier runs, not empty, median above 0
 */
export function spreadOf(values: readonly number[]): number {
  const middle = median(values)
  const own = (sigmaOf(values, middle) / middle) * quantileOf(values.length)
  return Math.max(own, values.length < FEW ? KNOWN_VARIATION : LEAST_SPREAD)
}

function sigmaOf(values: readonly number[], middle: number): number {
  const mad = median(values.map((value) => Math.abs(value - middle)))
  // If more than half of the runs are equal to the digit, the MAD is zero, however far away the others are.
  const halfIqr = (quantile(values, 0.75) - quantile(values, 0.25)) / 2
  return Math.max(mad * SIGMA_PER_MAD, halfIqr * SIGMA_PER_HALF_IQR)
}

/** For one more run against the median of n: its own spread and the median's (pi/2 of the mean's) together. */
function quantileOf(n: number): number {
  const t = n - 1 > 9 ? Z_90 : (T_90[Math.max(4, n - 1)] ?? Z_90)
  return t * Math.sqrt(1 + Math.PI / (2 * n))
}

/**
 * This run against earlier ones, for the report.
 * @param energiesWh earlier runs, Wh; those that are not above 0 say nothing and are left out
 * @returns null without a usable earlier run or without a figure of this one
 */
export function baselineOf(
  energiesWh: readonly number[],
  currentWh: number | null,
  branch: string,
  source: string,
): Baseline | null {
  const usable = usableOf(energiesWh)
  if (usable.length === 0 || currentWh === null || !Number.isFinite(currentWh)) return null
  const middle = positive('median', median(usable))
  const spread = spreadOf(usable)
  const change = currentWh / middle - 1
  return {
    branch,
    runs: usable.length,
    median_wh: middle,
    spread,
    change,
    clear: Math.abs(change) > spread,
    source,
  }
}

/** Median of the runs that say something; null when none does. */
export function baselineMedian(energiesWh: readonly number[]): number | null {
  const usable = usableOf(energiesWh)
  return usable.length === 0 ? null : median(usable)
}

/** Growth of one part over the same part's median; null when no earlier run has it. */
export function partChange(energiesWh: readonly number[], currentWh: number | null): number | null {
  const usable = usableOf(energiesWh)
  if (usable.length === 0 || currentWh === null) return null
  return currentWh / median(usable) - 1
}

function usableOf(energiesWh: readonly number[]): number[] {
  return energiesWh.filter((wh) => Number.isFinite(wh) && wh > 0)
}
