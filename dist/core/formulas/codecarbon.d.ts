/** CodeCarbon 3.3 (github.com/mlco2/codecarbon; core/hardware.py, external/ram.py, emissions_tracker.py, core/emissions.py). */
/** Grid intensity that it takes for a country it has no figure of, g/kWh (core/emissions.py: the world's). */
export declare const WORLD_G_PER_KWH = 475;
/** TDP that it takes for a processor that it does not know, W (hardware.py, POWER_CONSTANT). */
export declare const UNKNOWN_TDP_W = 85;
/**
 * How many memory modules it takes a machine to have, since 3.0: for `memoryWatts`.
 * @param gigabytes all of the memory, GB
 * @throws QuantityError
 */
export declare function memoryModules(gigabytes: number): number;
/**
 * Memory power since 3.0: by modules, not by gigabytes.
 * @param modules count of memory modules, at least 0
 * @returns W
 * @throws QuantityError
 */
export declare function memoryWatts(modules: number, isArm: boolean): number;
/** Memory power of 2.x. @param gigabytes GB @returns W @throws QuantityError */
export declare function memoryWattsV2(gigabytes: number): number;
/**
 * Processor power by load in machine mode: TDP x (0.1 + 0.9 load^3).
 * @param tdpW W @param loadPercent 0 to 100
 * @returns W
 * @throws QuantityError
 */
export declare function loadWatts(tdpW: number, loadPercent: number): number;
/** The same from 2.8.5 to 3.0.2: TDP x load, at least 10 %. @param tdpW W @param loadPercent 0 to 100 @returns W @throws QuantityError */
export declare function linearLoadWatts(tdpW: number, loadPercent: number): number;
/** Constant mode: half of the TDP. @returns W @throws QuantityError */
export declare function constantWatts(tdpW?: number): number;
/**
 * Processor power of AMD Threadripper by load: measured on one of them, nothing when idle, all of the TDP's 95 % at half load
 * (hardware.py).
 * @param tdpW W @param loadPercent 0 to 100
 * @returns W
 * @throws QuantityError
 */
export declare function threadripperWatts(tdpW: number, loadPercent: number): number;
/** Energy of constant power, kWh. @throws QuantityError */
export declare function kilowattHours(watts: number, seconds: number): number;
/** Energy of the joules that a meter counted (RAPL, a GPU's counter). @param joules J @returns kWh @throws QuantityError */
export declare function meteredKilowattHours(joules: number): number;
/** Its totals: the PUE multiplies the energy, and the water is counted on the energy after it. @throws QuantityError */
export declare function totals(rawKwh: number, pue: number, litresPerKwh: number): {
    kwh: number;
    litres: number;
};
/** Its emissions, kg. @throws QuantityError */
export declare function emissionsKg(kwh: number, gramsPerKwh: number): number;
/** A share of the machine in process mode: TDP x share of the processors' time. @throws QuantityError */
export declare function processWatts(tdpW: number, share: number, processors?: number): number;
