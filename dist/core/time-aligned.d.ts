/** One step of an intensity curve: the figure applies from `start` for `durationS`. */
export interface IntensityPoint {
    /** Unix time, s. */
    readonly start: number;
    readonly durationS: number;
    readonly gPerKwh: number;
}
/** Energy that was used evenly over a stretch of time. */
export interface EnergyStretch {
    /** Unix time, s. */
    readonly start: number;
    readonly durationS: number;
    readonly wh: number;
}
/** What hour-by-hour charging makes of a run. */
export interface TimeAligned {
    /** Mean weighted by the energy of each moment, gCO2e/kWh: energy x this is what the hours add up to. */
    readonly meanGPerKwh: number;
    /** Cleanest and dirtiest moment in which energy was used, gCO2e/kWh. */
    readonly lowestGPerKwh: number;
    readonly highestGPerKwh: number;
    /** Share of the energy that the curve covers; the rest gets the mean intensity. */
    readonly covered: number;
}
/**
 * The curve in order, without overlaps: if two steps apply at once the later one wins, as a later answer corrects an earlier.
 * @throws QuantityError for a step with an invalid number
 */
export declare function orderedCurve(points: readonly IntensityPoint[]): readonly IntensityPoint[];
/**
 * Multiplies each stretch of energy by the intensity of its time.
 * @param timeline stretches in any order; one stretch over the whole run when nothing finer is known
 * @throws MeasurementError when the curve covers none of the energy
 */
export declare function chargeByHour(timeline: readonly EnergyStretch[], points: readonly IntensityPoint[]): TimeAligned;
