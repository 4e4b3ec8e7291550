import type { Baseline } from './report.js';
/**
 * Compares a run with earlier ones: their median, their spread, and whether this run is outside of it. All statistics are robust:
 * one run on a loaded runner must not widen or move the baseline.
 */
/** Maximum number of runs in a baseline: "median of the last 10 runs". */
export declare const BASELINE_RUNS = 10;
/** The middle of the values; the mean of the two middle ones of an even count. @param values not empty */
export declare function median(values: readonly number[]): number;
/**
 * Half-width, as a share of the median, of the range in which nine of ten runs of unchanged code are expected.
 * @param values energies of earlier runs, not empty, median above 0
 */
export declare function spreadOf(values: readonly number[]): number;
/**
 * This run against earlier ones, for the report.
 * @param energiesWh earlier runs, Wh; those that are not above 0 say nothing and are left out
 * @returns null without a usable earlier run or without a figure of this one
 */
export declare function baselineOf(energiesWh: readonly number[], currentWh: number | null, branch: string, source: string): Baseline | null;
/** Median of the runs that say something; null when none does. */
export declare function baselineMedian(energiesWh: readonly number[]): number | null;
/** Growth of one part over the same part's median; null when no earlier run has it. */
export declare function partChange(energiesWh: readonly number[], currentWh: number | null): number | null;
