import type { Kernel, KernelPoint } from './kernel.js';
/**
 * How close the measured servers come to a machine, nearest first: at least `ENOUGH_SERVERS` of its CPU, fewer of its
 * CPU, only others of its generation, only others of its maker, nothing in common.
 */
export declare const NEARNESS: readonly ['cpu', 'few', 'generation', 'maker', 'unknown'];
export type Nearness = (typeof NEARNESS)[number];
/** Measured servers of a CPU from which its own spread is used: with fewer, new servers of the CPU fall outside too often. */
export declare const ENOUGH_SERVERS = 4;
/** A measured machine: one or more servers of the same published configuration. */
export interface MeasuredPoint extends KernelPoint {
    /** Servers behind the point. */
    readonly servers: number;
    /** Weight of the point in the process of each load level: idle, full, then 10..90 %. */
    readonly weights: readonly number[];
}
/** One Gaussian process: a linear mean plus the weighted likeness to each measured machine. */
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
/** Regressions that replace unknown inputs, each fitted to the measured servers. */
export interface Imputation {
    /** Cores of a chip. */
    readonly coresPerSocket: Regression;
    /** TDP of a chip, W. */
    readonly tdpWatts: Regression;
    /** Nominal clock, MHz. */
    readonly mhz: Regression;
    /** Memory for each chip, GB. */
    readonly memoryGb: Regression;
    /** Years between the release of a generation and that of a machine with it. */
    readonly yearsAfterGeneration: {
        readonly mean: number;
        readonly deviation: number;
    };
}
/** The part of the model that gives the central figures. */
export interface CentralModel {
    /** Published results that the model is fitted to, in words. */
    readonly source: string;
    readonly servers: number;
    /** Log watts at idle. */
    readonly idle: Process;
    /** Log watts at full load. */
    readonly full: Process;
    /** Log watts at 10..90 % minus their mix of the logs at idle and full load: nine outputs. */
    readonly shape: Process;
    /** For 10..90 %: weights of log idle and log full watts, and a constant. */
    readonly mix: readonly {
        readonly idle: number;
        readonly full: number;
        readonly constant: number;
    }[];
    readonly points: readonly MeasuredPoint[];
    readonly imputation: Imputation;
}
/** The fitted model of the wall power of servers. */
export interface PowerModel extends CentralModel {
    /** Spread by nearness, by era (see `eraOf`), by load level. */
    readonly spreads: Readonly<Record<Nearness, readonly (readonly Spread[])[]>>;
}
/** First year of each era but the first. Power varies more from board to board since 2022, and idle power again since 2024. */
export declare const ERA_STARTS: readonly [2022, 2024];
/** Index of the era of a machine that came out in `year`: 0 before 2022, 1 in 2022 and 2023, 2 from 2024. */
export declare const eraOf: (year: number) => number;
