/** Cumulative counters of work at one moment. What they counted since boot does not matter, only their differences. */
export interface WorkCount {
    /** Monotonic time, ms. */
    readonly t: number;
    /** Processor time spent on work, ms. */
    readonly workMs: number;
    /** Processor time that was there to be spent, ms. */
    readonly capacityMs: number;
    /** Processor time that the hypervisor assigned to other machines, ms. */
    readonly stealMs: number;
}
/** A stretch of time with its mean utilisation. */
export interface Stretch {
    /** Seconds since the start of the measurement, monotonic. */
    readonly fromS: number;
    readonly toS: number;
    /** Mean, percent, 0 to 100. */
    readonly utilization: number;
    /** Index of the counters at its end: that of the sample, or null for the closing counters. */
    readonly sample: number | null;
}
/** The work of a measurement over its time. */
export interface Reconciled {
    /** Without holes from the start to the end. */
    readonly stretches: readonly Stretch[];
    /** Samples that contradict the counters: earlier or later than these, running backwards, or faster than processors can work. */
    readonly rejected: number;
    /** Of the whole time, percent. */
    readonly utilization: number;
    /** Percent of the capacity that the hypervisor assigned to other machines. */
    readonly steal: number;
}
/**
 * Lays the samples between the two counts that the measurement itself took. As all of them are cumulative, the work of the
 * stretches always adds up to that of the two counts: lost, forged or zeroed samples change how the work is spread over time, never
 * how much it was.
 * @param start counters at the start, read by the measurement itself
 * @param samples the sampler's readings, null where it could not read; they are not trusted
 * @param end counters at the end, read by the measurement itself
 * @param processors processors that can work at once: bounds the work of one step
 * @param slackMs what a step may exceed that by, ms per processor
 */
export declare function reconcile(start: WorkCount, samples: readonly (WorkCount | null)[], end: WorkCount, processors: number, slackMs?: number): Reconciled;
/** Whether `b` can be later counters of the machine that `a` is from. */
export declare function follows(a: WorkCount, b: WorkCount, processors: number, slackMs?: number): boolean;
