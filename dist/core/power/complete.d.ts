import type { CompleteMachine } from './features.js';
import type { IdentifiedMachine, PredictableMachine } from './machine.js';
import type { Imputation } from './model.js';
import type { UsualMachine } from './usual.js';
/** A quantity that can be assumed when it is unknown. */
type Assumable = 'sockets' | 'coresPerSocket' | 'tdpWatts' | 'mhz' | 'memoryGb' | 'year';
/** A complete machine and what of it is assumed, with the assumption's standard deviation (base-2 log; years for year). */
export interface Completion {
    readonly machine: CompleteMachine;
    readonly assumed: readonly {
        readonly quantity: Assumable;
        readonly deviation: number;
    }[];
}
/** Installed memory, GB, where a figure may have been given in TB. @param cores of the whole machine */
export declare const memoryInGb: (memoryGb: number, cores: number) => number;
/**
 * Inputs of the regressions, in the order of their weights: what is known before the quantity. Exported for the fit.
 *
 * @param known `age` as `ageOf` has it; `tdpWatts` of one chip, W
 */
export declare const imputationInputs: (known: {
    readonly make: string;
    readonly age: number;
    readonly coresPerSocket?: number;
    readonly tdpWatts?: number;
}) => readonly number[];
/**
 * Age on the regressions' scale: five years to the unit, from 2014, of the generation when it is known.
 *
 * @param year in which the machine came out
 */
export declare const ageOf: (machine: IdentifiedMachine, year: number) => number;
/**
 * Fills in what is unknown of a machine: from what measured machines of its CPU usually are, else by the regressions.
 * What the CPU's name tells (`coresPerSocket` and the like) should be in `machine` already.
 */
export declare const complete: (imputation: Imputation, machine: PredictableMachine, usual?: UsualMachine) => Completion;
/** Two, but for makers and years of one: Arm and Apple, AMD before Zen (2017), Intel before Nehalem (2009). */
export declare const usualThreadsPerCore: ({ generation, make }: Pick<PredictableMachine, 'generation' | 'make'>) => number;
export {};
