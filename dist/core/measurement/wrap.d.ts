/** A counter that goes back to zero when it is full. */
export interface WrappingReading {
    /** Monotonic time, ms. */
    readonly t: number;
    /** µJ; null when it could not be read. */
    readonly uj: number | null;
}
/** A wrapping counter, unrolled. */
export interface Unwrapped {
    /** µJ since the first reading, one for every reading; unreadable and impossible ones repeat the one before. */
    readonly energyUj: readonly number[];
    /** Readings that no machine can have given: they are left out. */
    readonly rejected: number;
    /** Number of gaps so long that the counter may have wrapped around. */
    readonly ambiguous: number;
}
/**
 * Energy of a wrapping counter. From one reading to the next it is the difference, plus a round when it is negative. Where
 * the gap is so long that whole rounds may be missing, the count of rounds that comes nearest to the expected power is taken.
 * A counter that does not move, or was set back in between, is not a meter.
 * @param readings in order of time; the first and the last are the measurement's own and always kept
 * @param rangeUj µJ after which the counter is back at 0
 * @param expectedWatts power the model expects, W: used only for gaps that may hide rounds
 * @param maxWatts the most that the counter's part of the machine can draw, W; by default one socket's
 * @returns null if the first or the last reading is missing, and for a counter that is not a meter
 */
export declare function unwrap(readings: readonly WrappingReading[], rangeUj: number, expectedWatts: number, maxWatts?: number): Unwrapped | null;
