/** Utilisation of the load levels of a curve, percent: those of SPECpower_ssj2008. */
export declare const LOAD_LEVELS: readonly number[];
/** Power with its 90 % interval, W. `low <= watts <= high`, all finite and >= 0. */
export interface PowerRange {
    readonly watts: number;
    readonly low: number;
    readonly high: number;
}
/** Power of a machine, or of a share of one, against its utilisation. */
export interface PowerCurve {
    /** One range for each of `LOAD_LEVELS`; neither figure ever falls as utilisation rises. */
    readonly points: readonly PowerRange[];
    /** How the figures were obtained, one line for people. */
    readonly method: string;
    /** The measurements or the published figures that they rest on. */
    readonly basis: string;
    /** The part of the power that memory draws, W. It is inside the points already: split it out, never add it. */
    readonly memoryWatts: number;
}
/**
 * Power at a utilisation, W, piecewise linear between the load levels and never falling as utilisation rises.
 *
 * @param utilizationPercent share of the machine's (or slice's) processor time in use, 0..100
 * @throws ConfigurationError when the utilisation is not a number from 0 to 100
 */
export declare const wattsAt: (curve: Pick<PowerCurve, 'points'>, utilizationPercent: number) => PowerRange;
/** Which part of a host a guest has. */
export interface Share {
    /** Hardware threads (vCPUs) of the guest, > 0. */
    readonly threads: number;
    /** Hardware threads of the host, >= threads. */
    readonly ofThreads: number;
}
/** The same curve times a factor > 0. */
export declare const scaleCurve: (curve: PowerCurve, factor: number) => PowerCurve;
/**
 * The share of a host's power that belongs to a guest, by threads, at the utilisation of the guest. The idle power of
 * the host is shared in the same way, so all guests together draw what the host draws.
 *
 * @throws ConfigurationError when a guest has no threads or more than its host
 */
export declare const slice: (host: PowerCurve, { threads, ofThreads }: Share) => PowerCurve;
/**
 * The curve that never falls: running maxima for the point and the upper bound, and bounds that hold the point
 * between them. Taking maxima keeps what was measured at low load, where the power of some machines dips by a watt.
 */
export declare const monotone: (points: readonly PowerRange[]) => readonly PowerRange[];
