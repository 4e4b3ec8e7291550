/** One request and the place where it is answered. */
export interface EcoLogitsRequest {
    /** Active and total parameters, billions. */
    readonly activeB: number;
    readonly totalB: number;
    readonly outputTokens: number;
    readonly pue: number;
    /** L/kWh. */
    readonly wueLPerKwh: number;
    readonly ewifLPerKwh: number;
    /** kg CO2e and kg Sb eq per kWh of the grid. */
    readonly gwpKgPerKwh: number;
    readonly adpeKgPerKwh: number;
    /** Measured, s; used where it is shorter than the modelled one. */
    readonly latencyS?: number | null;
}
/** Impacts of one request: kWh, s, GB, kg CO2e, kg Sb eq, L. */
export interface EcoLogitsImpact {
    readonly gpuEnergyKwh: number;
    readonly latencyS: number;
    readonly memoryGb: number;
    readonly gpus: number;
    readonly serverEnergyKwh: number;
    readonly requestEnergyKwh: number;
    readonly usageGwpKg: number;
    readonly usageAdpeKg: number;
    readonly usageWaterL: number;
    readonly embodiedGwpKg: number;
    readonly embodiedAdpeKg: number;
}
/** The impacts that EcoLogits reports for one request. @throws QuantityError */
export declare function impact(request: EcoLogitsRequest): EcoLogitsImpact;
