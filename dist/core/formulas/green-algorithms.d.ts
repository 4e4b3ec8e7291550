/** Green Algorithms 3.0 (github.com/GreenAlgorithms/green-algorithms-tool, form_blueprint.py) and GA4HPC (backend). */
/** Watts of a GB of memory (both). */
export declare const MEMORY_W_PER_GB = 0.3725;
/** PUE of a place that is not known: since 3.0, and in 1.0 to 2.2. */
export declare const UNKNOWN_PUE: {
    readonly v3: 1.56;
    readonly v2: 1.67;
};
/** PUE of a provider where it has none of the data centre, and of a computer at home (3.0). */
export declare const KNOWN_PUE: {
    readonly personal: 1;
    readonly gcp: 1.12;
    readonly aws: 1.2;
    readonly azure: 1.12;
    readonly ovhcloud: 1.09;
    readonly oracle: 1.2;
};
/** The same in 1.0 to 2.2. */
export declare const KNOWN_PUE_V2: {
    readonly personal: 1;
    readonly gcp: 1.11;
    readonly aws: 1.2;
    readonly azure: 1.125;
};
/** Watts of a core of a processor that is not known. */
export declare const ANY_CORE_W = 12;
/** Watts of a GPU that is not known. */
export declare const ANY_GPU_W = 200;
/** What a tree takes up in a month, g. */
export declare const TREE_MONTH_G = 917;
/** A job as its form asks for it. */
export interface AlgorithmRun {
    readonly hours: number;
    readonly cores?: {
        readonly count: number;
        readonly wattsEach: number;
        readonly usage?: number;
    };
    readonly gpus?: {
        readonly count: number;
        readonly wattsEach: number;
        readonly usage?: number;
    };
    readonly memoryGb: number;
    readonly pue: number;
    readonly gramsPerKwh: number;
    /** How often it is run (pragmatic scaling factor), 1 unless said. */
    readonly runs?: number;
}
export interface AlgorithmFootprint {
    /** With the PUE, W. */
    readonly watts: number;
    readonly kwh: number;
    readonly grams: number;
    /** Shares of the grams. */
    readonly cpuGrams: number;
    readonly gpuGrams: number;
    readonly memoryGrams: number;
    readonly treeMonths: number;
}
/** The calculator: P = PUE x (cores x TDP x usage + GPUs x TDP x usage + GB x 0.3725). @throws QuantityError */
export declare function footprint(run: AlgorithmRun): AlgorithmFootprint;
/** GA4HPC: processor and GPU time at their TDP, memory over the wall time. @returns kWh with the PUE @throws QuantityError */
export declare function hpcKwh(job: {
    cpuHours: number;
    cpuWatts: number;
    gpuHours: number;
    gpuWatts: number;
    wallHours: number;
    memoryGb: number;
    pue: number;
}): number;
