import type { CompleteMachine, Features } from './features.js';
/**
 * How alike the logarithms of the power of two machines are: a Gaussian process's covariance. Lengths are in the units
 * of `Features` (one unit: a factor of two, or five years), variances in squared natural logarithms.
 */
export interface Kernel {
    /** Prior variance of each linear weight. */
    readonly linear: number;
    /** Machines with similar published figures. */
    readonly alike: {
        readonly variance: number;
        readonly chips: number;
        readonly coresPerChip: number;
        readonly tdpPerChip: number;
        readonly memoryPerChip: number;
        readonly clock: number;
        readonly generationYear: number;
        readonly top: number;
        readonly threads: number;
        readonly year: number;
    };
    /** Variances shared by machines of one socket or CPU, whatever else they are. */
    readonly same: {
        readonly platform: number;
        readonly cpu: number;
    };
    /** The same, for machines with like memory of a like year: mostly of one maker's one test. */
    readonly sameAndNear: {
        readonly platform: number;
        readonly cpu: number;
        readonly memoryPerChip: number;
        readonly year: number;
    };
    /** Variance that machines with a CPU of one maker share, and the length of time over which they do. */
    readonly maker: {
        readonly variance: number;
        readonly year: number;
    };
    /** Variance of two measurements of one machine. */
    readonly noise: number;
    /** Scale of the Cauchy weights, in standard deviations of the noise: a residual this large has half the weight. */
    readonly robust: number;
}
/** A machine in the form that the kernel compares. */
export interface KernelPoint {
    readonly machine: CompleteMachine;
    readonly features: Features;
}
/** Covariance of two machines, in squared natural logarithms of watts, without the linear part, which is kept as weights. */
export declare const covariance: (kernel: Kernel, a: KernelPoint, b: KernelPoint) => number;
