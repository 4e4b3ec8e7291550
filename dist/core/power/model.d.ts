import type { Kernel, KernelPoint } from './kernel.js';
/** How close the measured servers come to a machine, nearest first. */
export declare const NEARNESS: readonly ['cpu', 'generation', 'maker', 'unknown'];
export type Nearness = (typeof NEARNESS)[number];
/** A measured machine: one or more servers of the same published configuration. */
export interface MeasuredPoint extends KernelPoint {
    /** Servers behind the point. */
    readonly servers: number;
    /** Weight of the point in the prediction of each load level's process: idle, full, then 10..90 %. */
    readonly weights: readonly number[];
}
/** One Gaussian process: a linear mean plus what measured machines add to it. */
export interface Process {
    readonly kernel: Kernel;
    /** For each of its outputs the mean and the weights of `linearInputs`. */
    readonly outputs: readonly {
        readonly mean: number;
        readonly linear: readonly number[];
    }[];
}
/** Natural logarithms of measured over predicted watts that leave 5 % of machines below and 5 % above. */
export interface Spread {
    readonly low: number;
    readonly high: number;
}
/** Weights for the logarithm to base 2 of a quantity, and how far off (standard deviation) they are. */
export interface Regression {
    readonly weights: readonly number[];
    readonly deviation: number;
}
/** Regressions that stand in for unknown inputs, each fitted on the measured servers. */
export interface Imputation {
    /** Cores of a chip. */
    readonly coresPerSocket: Regression;
    /** TDP of a chip, W. */
    readonly tdpWatts: Regression;
    /** Nominal clock, MHz. */
    readonly mhz: Regression;
    /** Memory for each chip, GB. */
    readonly memoryGb: Regression;
    /** Years from a generation's coming out to the machine's. */
    readonly yearsAfterGeneration: {
        readonly mean: number;
        readonly deviation: number;
    };
}
/** The fitted model of the wall power of servers. */
export interface PowerModel {
    /** Published results behind it, for people. */
    readonly source: string;
    readonly servers: number;
    /** Log watts at idle. */
    readonly idle: Process;
    /** Log watts at full load. */
    readonly full: Process;
    /** Log watts at 10..90 % less their mix of the logs at idle and full load: nine outputs. */
    readonly shape: Process;
    /** For 10..90 %: weights of log idle and log full watts, and a constant. */
    readonly mix: readonly {
        readonly idle: number;
        readonly full: number;
        readonly constant: number;
    }[];
    readonly points: readonly MeasuredPoint[];
    readonly imputation: Imputation;
    /** Spread by nearness, by era (before 2022, from 2022), by load level. */
    readonly spreads: Readonly<Record<Nearness, readonly (readonly Spread[])[]>>;
}
/** First year of the recent era, whose power varies more from board to board. */
export declare const RECENT_YEAR = 2022;
