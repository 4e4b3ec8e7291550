/** MLCO2 impact calculator (github.com/mlco2/impact, js/grayscale.js): TDP x hours x grid, without PUE. */
export interface Mlco2Impact {
    readonly kwh: number;
    readonly kgPerKwh: number;
    readonly kg: number;
    /** Part of it that the provider offsets, kg: shown by the tool, not used here. */
    readonly offsetKg: number;
}
/** The result without the rounding. @param kgPerKwh kgCO2e/kWh @throws QuantityError */
export declare function impact(watts: number, hours: number, kgPerKwh: number, offsetPercent?: number): Mlco2Impact;
/** As the page shows it: every step is rounded to two decimals, so that a small job is 0. @throws QuantityError */
export declare function shownImpact(watts: number, hours: number, kgPerKwh: number, offsetPercent?: number): Mlco2Impact;
/** Its grid figure of a region: grams rounded to two decimals of a kg. */
export declare function shownGrid(gramsPerKwh: number): number;
