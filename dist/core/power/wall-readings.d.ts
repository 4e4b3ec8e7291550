import type { PowerCurve } from './curve.js';
import type { Conditions } from './field.js';
/** Power that an owner read at the wall of a whole machine, without its GPUs, W. Unknown is undefined. */
export interface WallReadings {
    /** W of the idle machine, > 0. */
    readonly idleWatts?: number | undefined;
    /** W with every core busy, >= `idleWatts`. */
    readonly fullWatts?: number | undefined;
}
/** What decides the range of an anchored curve. */
export interface AnchorOptions {
    /** `field` (default) keeps room above the figure for loads between the readings. */
    readonly conditions?: Conditions | undefined;
    /** Year in which the machine came out; unknown counts as recent. */
    readonly year?: number | undefined;
}
/** Whether anything was read. */
export declare const hasReadings: (readings: WallReadings | undefined) => readings is WallReadings;
/**
 * @param where names the settings in the error: `''`, or a prefix such as `runners.big.`
 * @throws ConfigurationError when a machine would draw more idle than at full load
 */
export declare const assertReadings: ({ idleWatts, fullWatts }: WallReadings, where?: string) => void;
/**
 * Replaces the ends of a curve by what its owner read and moves the rest with them. What the model is wrong by at one
 * end it is mostly wrong by, in part, at the other loads too: the weights and the narrower ranges are from servers left
 * out of the fit.
 *
 * @param curve of the whole machine, for published set-ups
 * @throws ConfigurationError when idleWatts > fullWatts
 * @example anchorCurve(curve, { idleWatts: 60, fullWatts: 210 }).points[0]?.watts // 60
 */
export declare const anchorCurve: (curve: PowerCurve, readings: WallReadings, { conditions, year }?: AnchorOptions) => PowerCurve;
