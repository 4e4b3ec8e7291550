import type { Generation } from './machine.js';
/** A machine of which every number is known or assumed. */
export interface CompleteMachine {
    readonly cpuKey: string | undefined;
    readonly generation: Generation | undefined;
    /** 'amd', 'intel', 'arm' or ''. */
    readonly make: string;
    readonly sockets: number;
    readonly coresPerSocket: number;
    readonly threadsPerCore: number;
    /** Thermal design power of one chip, W. */
    readonly tdpWatts: number;
    readonly mhz: number;
    readonly memoryGb: number;
    /** Year in which the machine came out. */
    readonly year: number;
}
/** What the kernel compares: logarithms to base 2 of the machine's numbers, centred on a common server. */
export interface Features {
    readonly chips: number;
    readonly coresPerChip: number;
    readonly tdpPerChip: number;
    readonly memoryPerChip: number;
    readonly clock: number;
    /** Share of the cores that the largest chip of the generation has. */
    readonly top: number;
    /** -1 for one thread per core, 1 for two. */
    readonly threads: number;
    /** Years are in units of five, from 2014. */
    readonly generationYear: number;
    readonly year: number;
}
/** The machine's numbers on the kernel's scale: one unit is a factor of two, or five years. */
export declare const featuresOf: (machine: CompleteMachine) => Features;
/**
 * Inputs of the linear part, in the order of the model's weights. No maker, year of the machine or process node: by
 * cross-validation each of them made unseen CPUs or later years worse.
 */
export declare const linearInputs: ({ chips, coresPerChip, tdpPerChip, memoryPerChip, clock, threads, generationYear, }: Features) => readonly number[];
