/**
 * The shared formula. All figures of the product use these few lines:
 *
 *     energy      kWh = hours x processors x kW
 *     at the meter of the building: kWh x PUE
 *     operational g = kWh x gCO2e/kWh
 *     embodied    g = hardware's total x share of its life x share of its capacity
 *
 * Worked example: 10 h x 4 x 0.3 kW = 12 kWh; x PUE 1.5 = 18 kWh; x 450 g/kWh = 8,100 g.
 */
/** Seconds in a year of 365 days, as the SCI default (4 years = 126,144,000 s) counts them. */
export declare const SECONDS_PER_YEAR = 31536000;
/**
 * Energy of equal processors at constant power.
 * @param hours wall time, h, at least 0
 * @param processors count of equal processors, at least 0 (fractions: shares)
 * @param kilowatts power of one, kW, at least 0
 * @returns kWh
 * @throws QuantityError
 * @example energyKwh(10, 4, 0.3) // 12
 */
export declare function energyKwh(hours: number, processors: number, kilowatts: number): number;
/**
 * Energy at the data centre's meter.
 * @param itEnergy energy of the machine, any unit
 * @param pue power usage effectiveness, 1 (nothing but machines) to 10
 * @returns the same unit
 * @throws QuantityError
 * @example withPue(12, 1.5) // 18
 */
export declare function withPue(itEnergy: number, pue: number): number;
/**
 * Removes a PUE from an energy that includes it.
 * @throws QuantityError
 * @example withoutPue(18, 1.5) // 12
 */
export declare function withoutPue(totalEnergy: number, pue: number): number;
/**
 * Checks a PUE: 1 to 10. Below 1 is impossible by definition (ISO/IEC 30134-2); above 10 no building is known. @throws
 * QuantityError
 */
export declare function checkedPue(pue: unknown): number;
/**
 * Operational emissions.
 * @param kwh energy, kWh, at least 0
 * @param gramsPerKwh grid intensity, gCO2e/kWh, at least 0
 * @returns grams CO2e
 * @throws QuantityError
 * @example operationalGrams(18, 450) // 8100
 */
export declare function operationalGrams(kwh: number, gramsPerKwh: number): number;
/**
 * The share of the hardware's embodied emissions (SCI 1.1: M = TE x TiR/EL x RR/ToR).
 * @param share.totalGrams embodied emissions of the whole machine, g
 * @param share.seconds time reserved, s
 * @param share.lifetimeSeconds expected life, s, above 0
 * @param share.reserved resources reserved, e.g. threads
 * @param share.available all resources of the machine, same unit, above 0
 * @returns grams CO2e
 * @throws QuantityError
 * @example embodiedGrams({ totalGrams: 1_000_000, seconds: 3600, lifetimeSeconds: 126_144_000, reserved: 16, available: 64 }) // 7.13
 */
export declare function embodiedGrams(share: {
    totalGrams: number;
    seconds: number;
    lifetimeSeconds: number;
    reserved: number;
    available: number;
}): number;
/**
 * Software Carbon Intensity (SCI 1.1): ((E x I) + M) per R.
 * @param kwh energy E, kWh
 * @param gramsPerKwh intensity I, g/kWh (location-based; no offsets)
 * @param embodied M, g
 * @param units count R of the functional unit, above 0
 * @returns grams CO2e per functional unit
 * @throws QuantityError
 * @example sciGramsPerUnit(18, 450, 100, 1000) // 8.2
 */
export declare function sciGramsPerUnit(kwh: number, gramsPerKwh: number, embodied: number, units: number): number;
/**
 * Water consumed (Li et al. 2023, "Making AI less thirsty"): W = E_IT x (WUE on site + PUE x EWIF).
 * @param itKwh energy of the machine, kWh
 * @param wueOnsite litres evaporated on site per kWh of IT energy
 * @param pue 1 to 10
 * @param ewif litres consumed by the power stations per kWh of electricity
 * @returns litres on site, off site and together
 * @throws QuantityError
 * @example waterLitres(12, 0.2, 1.5, 3).total // 56.4
 */
export declare function waterLitres(itKwh: number, wueOnsite: number, pue: number, ewif: number): {
    onsite: number;
    offsite: number;
    total: number;
};
