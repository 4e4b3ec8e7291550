import type { CompleteMachine } from './features.js';
import type { IdentifiedMachine } from './machine.js';
import type { PredictableMachine } from './predict.js';
import type { UsualMachine } from './usual.js';
/** A quantity that can be assumed when it is unknown. */
export type Assumable = 'sockets' | 'coresPerSocket' | 'tdpWatts' | 'mhz' | 'memoryGb' | 'year';
/** Weights for the logarithm to base 2 of a quantity, and how far off (standard deviation) they are. */
export interface Regression {
    readonly weights: readonly number[];
    readonly deviation: number;
}
/** Regressions that stand in for unknown inputs, each fitted on the measured servers. */
export interface Imputation {
    /** Cores of a chip. */
    readonly coresPerSocket: Regression;
    /** TDP of a chip, W. */
    readonly tdpWatts: Regression;
    /** Nominal clock, MHz. */
    readonly mhz: Regression;
    /** Memory for each chip, GB. */
    readonly memoryGb: Regression;
    /** Years from a generation's coming out to the machine's. */
    readonly yearsAfterGeneration: {
        readonly mean: number;
        readonly deviation: number;
    };
}
/** A complete machine and what of it is assumed, with the assumption's standard deviation (base-2 log; years for year). */
export interface Completion {
    readonly machine: CompleteMachine;
    readonly assumed: readonly {
        readonly quantity: Assumable;
        readonly deviation: number;
    }[];
}
export declare const memoryInGb: (memoryGb: number, cores: number) => number;
/** Inputs of the regressions: what is known before the quantity. Exported for the fit. */
export declare const imputationInputs: (known: {
    readonly make: string;
    readonly age: number;
    readonly coresPerSocket?: number;
    readonly tdpWatts?: number;
}) => readonly number[];
/** Age on the regressions' scale: five years to the unit, from 2014, of the generation when it is known. */
export declare const ageOf: (machine: IdentifiedMachine, year: number) => number;
/**
 * Fills in what is unknown of a machine: from what measured machines of its CPU usually are, else by the regressions.
 * What the CPU's name tells (`coresPerSocket` and the like) should be in `machine` already.
 */
export declare const complete: (imputation: Imputation, machine: PredictableMachine, usual?: UsualMachine) => Completion;
