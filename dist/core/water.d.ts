import { type Range } from './range.js';
/** Fuels of a generation mix, as Our World in Data divides them. */
export declare const FUELS: readonly ['coal', 'gas', 'oil', 'nuclear', 'hydro', 'biofuel', 'other_renewable', 'solar', 'wind'];
export type Fuel = (typeof FUELS)[number];
/** Water that power stations consume for electricity (energy water intensity factor), L/kWh. */
export interface WaterIntensity {
    readonly lPerKwh: number;
    /** The same without evaporation from reservoirs of hydropower. */
    readonly withoutHydro: number;
}
/**
 * Water intensity of a generation mix.
 * @param mix generation by fuel, any unit (TWh), at least 0, not all 0
 * @param gallonsPerMwh water consumed by each fuel, US gal/MWh, at least 0
 * @returns L/kWh
 * @throws QuantityError
 * @example waterIntensity({ nuclear: 60, hydro: 40 }, { nuclear: 672, hydro: 4491 }).withoutHydro // 1.53
 */
export declare function waterIntensity(mix: Readonly<Partial<Record<Fuel, number>>>, gallonsPerMwh: Readonly<Partial<Record<Fuel, number>>>): WaterIntensity;
/** Water figures of a site: what its cooling uses and what its electricity took. Null: unknown. */
export interface SiteWater {
    /** Water usage effectiveness: litres on site for each kWh of IT energy. */
    readonly wue: {
        readonly lPerKwh: Range;
        readonly source: string;
    } | null;
    /** Water intensity of the electricity. */
    readonly ewif: (WaterIntensity & {
        readonly source: string;
    }) | null;
}
/** Litres of water. `lowL`, `highL` and `withoutHydroL` are of the total, or of the off-site water while the total is unknown. */
export interface WaterUse {
    readonly totalL: number | null;
    readonly onsiteL: number | null;
    readonly offsiteL: number | null;
    readonly lowL: number | null;
    readonly highL: number | null;
    readonly withoutHydroL: number | null;
}
/**
 * Water of an energy: on site E x WUE, off site E x PUE x EWIF, with E before the PUE (Li et al. 2023, "Making AI less thirsty").
 * Multiplying an energy that already contains the PUE would count it twice.
 * @param itWh energy of the machine before the PUE, Wh
 * @param pue 1 to 10
 * @param water figures of the site
 * @returns litres; null when neither part is known
 * @throws QuantityError
 * @example waterUse(makeRange(1000), makeRange(1.2), { wue: { lPerKwh: makeRange(0.3), source }, ewif: null })?.onsiteL // 0.3
 */
export declare function waterUse(itWh: Range, pue: Range, { wue, ewif }: SiteWater): WaterUse | null;
