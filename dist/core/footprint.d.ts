import type { Emissions, Energy, Intensity, Water } from './report.js';
import { type Range } from './range.js';
import { type SiteWater } from './water.js';
/** Kind of a grid figure. Marginal ones answer another question and are never compared with an average-based budget unsaid. */
export type IntensityKind = Intensity['kind'];
/** A grid intensity with its source. */
export interface GridFigure {
    /** gCO2e/kWh with its 90 % range. */
    readonly gPerKwh: Range;
    readonly zone: string | null;
    readonly kind: IntensityKind;
    /** Who says so, for people. */
    readonly source: string;
    /** Year, or RFC 3339 time, of the figure. */
    readonly asOf: string | null;
    /** Whether it replaces a requested figure that is not available, or that of an unknown place. */
    readonly fallback: boolean;
}
/** A power usage effectiveness with its range and source. */
export interface PueFigure {
    readonly pue: Range;
    readonly source: string;
}
/**
 * Energy of the machine by component, Wh. The components sum to the total; the memory in a wall-power curve is a component of its
 * own.
 */
export interface ItEnergy {
    readonly it: Range;
    readonly cpuWh: number | null;
    readonly memoryWh: number | null;
    readonly gpuWh: number | null;
    readonly otherWh: number | null;
}
/** Energy whose division over the components is not known. */
export declare const UNDIVIDED: Omit<ItEnergy, 'it'>;
/** Nothing is known of the energy. */
export declare const NO_ENERGY: Energy;
/** Nothing is known of the emissions. */
export declare const NO_EMISSIONS: Emissions;
/** Nothing is known of the water. */
export declare const NO_WATER: Water;
/**
 * From the machine's energy to the report's two blocks: x PUE, x grid, + hardware.
 * The ranges of watts, PUE and grid are independent of each other; the hardware's adds.
 * @param embodied grams with range, or null when it is not counted
 * @throws QuantityError
 * @example computeFootprint({ it: makeRange(1000), cpuWh: null, memoryWh: null, gpuWh: null, otherWh: null }, { pue: makeRange(1.5), source: 'given' }, { gPerKwh: makeRange(450), zone: null, kind: 'given', source: 'given', asOf: null, fallback: false }, null).emissions.total_g // 675
 */
export declare function computeFootprint(energy: ItEnergy, pue: PueFigure, grid: GridFigure, embodied: Range | null): {
    energy: Energy;
    emissions: Emissions;
};
/**
 * The report's water block.
 * @param itWh energy of the machine before the PUE, Wh
 * @returns null when nothing is known of the site's water
 * @throws QuantityError
 */
export declare function waterOf(itWh: Range, pue: Range, site: SiteWater): Water | null;
/** The report's form of a grid figure. */
export declare function intensityOf(grid: GridFigure): Intensity;
