/** One moment on three clocks, ms (see sensors/clock.ts). */
export interface Clocks {
    readonly monotonicMs: number;
    readonly wallMs: number;
    /** Also counts while the machine is suspended; null if the system does not report it. */
    readonly bootMs: number | null;
}
/** How long the machine ran and was suspended. */
export interface Elapsed {
    /** Seconds that the machine ran. */
    readonly runningS: number;
    /** Seconds that it was suspended: no figure covers them. */
    readonly suspendedS: number;
}
/**
 * How long the machine ran and was suspended between two moments. A clock that continues while suspended is ahead of the monotonic
 * one by exactly that time. The wall clock is the second choice, because it may have been set.
 * @returns null if the monotonic clock ran backwards: the machine restarted
 */
export declare function elapsed(start: Clocks, end: Clocks): Elapsed | null;
