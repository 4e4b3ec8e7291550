/** Cloud Carbon Footprint (github.com/cloud-carbon-footprint/cloud-carbon-footprint, packages/core). Its factors are metric tons a kWh. */
/** Watts of one thread, idle and full, and PUE, by provider (averages of its CoreConstants). */
export declare const CCF_DEFAULTS: {
    readonly aws: {
        readonly minWatts: 0.74;
        readonly maxWatts: 3.5;
        readonly pue: 1.135;
    };
    readonly gcp: {
        readonly minWatts: 0.68;
        readonly maxWatts: 4.11;
        readonly pue: 1.1;
    };
    readonly azure: {
        readonly minWatts: 0.74;
        readonly maxWatts: 3.54;
        readonly pue: 1.185;
    };
};
/** kWh of a GB of memory in an hour (MEMORY_COEFFICIENT). */
export declare const MEMORY_KWH_PER_GB_H = 0.000392;
/** kWh of a GB over a network (NETWORKING_COEFFICIENT). */
export declare const NETWORK_KWH_PER_GB = 0.001;
/** Wh of a TB in an hour (SSDCOEFFICIENT, HDDCOEFFICIENT). */
export declare const STORAGE_WH_PER_TB_H: {
    readonly ssd: 1.2;
    readonly hdd: 0.65;
};
/** Hours of a server's life: 4 years. */
export declare const LIFE_HOURS = 35040;
/**
 * Compute: (min + load x (max - min)) x thread hours.
 * @param use.replication copies of the data that run it, 1 unless said
 * @returns kWh with the PUE
 * @throws QuantityError
 */
export declare function computeKwh(use: {
    loadPercent: number;
    vcpuHours: number;
    minWatts: number;
    maxWatts: number;
    pue: number;
    replication?: number;
}): number;
/** Memory. @returns kWh with the PUE @throws QuantityError */
export declare function memoryKwh(gigabyteHours: number, pue: number, replication?: number): number;
/** Network. @returns kWh with the PUE @throws QuantityError */
export declare function networkKwh(gigabytes: number, pue: number): number;
/** Storage. @returns kWh with the PUE @throws QuantityError */
export declare function storageKwh(terabyteHours: number, kind: 'ssd' | 'hdd', pue: number, replication?: number): number;
/**
 * Embodied emissions of an instance: the server's, by share of its life and of the largest instance on it.
 * @param use.serverTons metric tons of the whole server
 * @returns metric tons CO2e
 * @throws QuantityError
 */
export declare function embodiedTons(use: {
    hours: number;
    vcpus: number;
    largestVcpus: number;
    serverTons: number;
}): number;
/** It also gives embodied emissions as the energy that would make them on the same grid. @throws QuantityError */
export declare function embodiedAsKwh(tons: number, tonsPerKwh: number): number;
/** Emissions of energy by a factor in metric tons a kWh. @throws QuantityError */
export declare function tonsOf(kwh: number, tonsPerKwh: number): number;
