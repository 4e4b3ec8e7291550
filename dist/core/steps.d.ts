/** Mean power over one stretch of the measured time. */
export interface PowerSpan {
    /** Unix time, ms. */
    readonly startMs: number;
    readonly endMs: number;
    /** At least 0. */
    readonly watts: number;
}
/** When a step ran. */
export interface StepTime {
    readonly name: string;
    /** Unix time, ms, with a resolution of one second. */
    readonly startMs: number;
    /** Null while it runs: then until the end of the measured time. */
    readonly endMs: number | null;
}
/** What one step took of the job. */
export interface StepShare {
    /** Null: the runner's own time between the steps. */
    readonly step: StepTime | null;
    /** Time of the step within the measured time, s; less than its wall time if other steps ran at the same time. */
    readonly seconds: number;
    /** Share of the job's energy, 0 to 1; the shares of a job sum to 1. */
    readonly share: number;
}
/**
 * Divides a job's energy among its steps by the power at each moment. Steps that overlap share a moment equally; a moment without a
 * step is the runner's. Time outside the measured time is left out, because the job's energy excludes it too.
 * @param timeline in any order; spans must not overlap
 * @returns steps with a share, in the order given, the runner last; none when nothing was measured
 */
export declare function shareAmongSteps(timeline: readonly PowerSpan[], steps: readonly StepTime[]): StepShare[];
/**
 * Amounts by share that sum to the whole exactly as far as numbers do: the largest takes what rounding left.
 * @param shares sum to 1
 */
export declare function portions(whole: number | null, shares: readonly number[]): (number | null)[];
