/** Power over a stretch of time. */
export interface PowerStretch {
    /** Seconds since the start. */
    readonly fromS: number;
    readonly toS: number;
    readonly watts: number;
}
/** Power over the time of a run in equal steps, for a picture. A step without any figure is null. */
export interface Profile {
    readonly step_s: number;
    readonly watts: readonly (number | null)[];
}
/** Points of a profile, at most (the report's own limit). */
export declare const MOST_POINTS = 60;
/**
 * Mean power in equal steps. The energy under the profile is that of the stretches.
 * @param stretches in order of time, not overlapping
 * @returns null when they cover no time
 */
export declare function profileOf(stretches: readonly PowerStretch[]): Profile | null;
