/** Impact Framework (github.com/Green-Software-Foundation/if, builtins sci-embodied, sci, interpolation). */
/** SciEmbodied's own figures: a server of 1 vCPU and 16 GB of 1 t, what more of each adds (g), 4 years of life (s). */
export declare const EMBODIED_DEFAULTS: {
    baselineGrams: number;
    baselineVcpus: number;
    baselineMemoryGb: number;
    gramsPerVcpu: number;
    gramsPerGb: number;
    gramsPerSsd: number;
    gramsPerHdd: number;
    gramsPerGpu: number;
    lifetimeSeconds: number;
};
export type EmbodiedModel = typeof EMBODIED_DEFAULTS;
export interface EmbodiedUse {
    readonly seconds: number;
    readonly vcpus?: number;
    readonly memoryGb?: number;
    readonly ssds?: number;
    readonly hdds?: number;
    readonly gpus?: number;
    /** Share of the machine that is used, 1 unless said. */
    readonly usageRatio?: number;
}
/** SciEmbodied: the machine by its parts, by its share of time and life. @returns g @throws QuantityError */
export declare function embodiedCarbon(use: EmbodiedUse, model?: EmbodiedModel): number;
/** Sci: carbon per unit; a count of 0 leaves the carbon as it is (the tool warns; our own SCI refuses it). @throws QuantityError */
export declare function sci(carbonGrams: number, units: number): number;
/** Points of the curve that its examples take from Teads: share of the TDP by load. */
export declare const TEADS_CURVE: readonly [readonly [0, 0.12], readonly [10, 0.32], readonly [50, 0.75], readonly [100, 1.02]];
/**
 * Interpolation, linear.
 * @param points pairs of x and y, x ascending
 * @throws QuantityError outside of the points
 */
export declare function interpolated(points: readonly (readonly [number, number])[], x: number): number;
/** Energy of its Teads pipeline: TDP by load over time, by the share of the machine's threads. @returns kWh @throws QuantityError */
export declare function teadsKwh(use: {
    loadPercent: number;
    seconds: number;
    tdpW: number;
    vcpus: number;
    allVcpus: number;
}): number;
