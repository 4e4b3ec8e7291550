/** What is known of a run and its surroundings; what is not known is left out, and no rule guesses it. */
export interface AdviceFacts {
    /** Operational emissions, g. */
    readonly emissionsG: number;
    /** Energy of the machine, Wh. */
    readonly energyWh: number;
    readonly durationS: number;
    /** Where it ran, with g/kWh x PUE, and the best of the places where it may run. */
    readonly region?: {
        readonly name: string;
        readonly gPerItKwh: number;
        readonly best: {
            readonly name: string;
            readonly gPerItKwh: number;
        };
    };
    /** The best start ahead: mean intensity then and now, g/kWh, and how far off, s. */
    readonly time?: {
        readonly nowGPerKwh: number;
        readonly bestGPerKwh: number;
        readonly waitS: number;
        readonly basis: string;
    };
    /** Mean utilisation, %, and energy of the GPUs, Wh. */
    readonly gpu?: {
        readonly name: string;
        readonly utilization: number;
        readonly wh: number;
        readonly idleWh: number;
    };
    /** Share of the time in which the CPU did next to nothing, and the energy of that time, Wh. */
    readonly idle?: {
        readonly share: number;
        readonly wh: number;
    };
    /** 95th percentile of the CPU's utilisation, %. */
    readonly cpu?: {
        readonly vcpus: number;
        readonly p95: number;
        readonly idleWh: number;
        readonly architecture: 'x64' | 'arm64';
    };
    readonly steps?: readonly {
        readonly name: string;
        readonly wh: number;
        readonly durationS: number;
    }[];
    /** Earlier runs of the same pull request that went on after a newer push. */
    readonly superseded?: {
        readonly runs: number;
        readonly emissionsG: number;
    };
    /** Whether the workflow may pick an arm runner: hosted Linux, no GPU. */
    readonly armAvailable?: boolean;
}
/** One piece of advice: what to do, and the evidence in one line. */
export interface Advice {
    readonly code: string;
    readonly text: string;
    readonly evidence: string;
    /** What it would have saved, g; 0 when only a comparison can tell. */
    readonly savingG: number;
}
/** The advice that is worth giving, most savings first, at most two. */
export declare function adviceFor(facts: AdviceFacts): readonly Advice[];
