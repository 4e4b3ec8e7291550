import type { PowerCurve } from './curve.js';
/** Idle and full power of a desktop, laptop or Mac at the wall, W. */
export interface ClientPower {
    readonly idleWatts: number;
    readonly fullWatts: number;
    readonly basis: string;
}
/**
 * The curve between an idle and a full figure, W, with a range that says how little is known.
 *
 * @param memoryGb installed memory, GB; unknown counts as none
 */
export declare const clientCurve: (power: ClientPower, memoryGb: number | undefined) => PowerCurve;
/**
 * Power of a laptop from its processor's TDP, W: at full load the TDP and a quarter more for losses of the adapter and
 * the rest of the board; idle with the screen off 4 W and a tenth of the TDP. Assumptions; the range allows for them.
 */
export declare const laptopPower: (tdpWatts: number) => ClientPower;
/**
 * Power of a desktop or workstation at the wall, without a graphics card, W. The TDP does not limit these chips: at full
 * load the package draws up to its power limit.
 *
 * @param tdpWatts base power of the chip, W
 * @param limitWatts package power limit of the chip, W
 * @example desktopPower(125, 253).fullWatts // about 311 W
 */
export declare const desktopPower: (tdpWatts: number, limitWatts: number) => ClientPower;
