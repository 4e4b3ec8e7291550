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
 * How long the machine ran and stood still between two moments. A clock that runs on while suspended is ahead of the
 * monotonic one by just that time. The wall clock tells it too, but may have been set: it is the second choice.
 * @returns null when the monotonic clock ran backwards: the machine was started anew
 */
export declare function elapsed(start: Clocks, end: Clocks): Elapsed | null;
