/** Eco-CI (github.com/green-coding-solutions/eco-ci-energy-estimation, scripts/misc.sh). */
/** Grid intensity that Eco CI uses for an unknown place, g/kWh. */
export declare const DEFAULT_G_PER_KWH = 472;
/** Life of a machine, s: 4 years. */
export declare const LIFE_SECONDS = 126144000;
/** What it prints, before its rounding to nine decimals. The embodied figure of the machine is counted by time alone. @throws QuantityError */
export declare function ciFootprint(run: {
    joules: number;
    seconds: number;
    gramsPerKwh: number;
    machineGrams: number;
    lifeSeconds?: number;
}): {
    kwh: number;
    operationalGrams: number;
    embodiedGrams: number;
};
