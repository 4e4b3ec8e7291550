import type { Completion } from './complete.js';
import type { PowerCurve, PowerRange } from './curve.js';
import type { CompleteMachine } from './features.js';
import type { KernelPoint } from './kernel.js';
import type { PredictableMachine } from './machine.js';
import type { CentralModel, Nearness, PowerModel, Spread } from './model.js';
/** The central figures of a prediction, and how sure its inputs are. */
export interface CentralPrediction {
    /** Natural logarithms of watts at `LOAD_LEVELS`. */
    readonly logs: readonly number[];
    /** Variance of the logarithms that assumed inputs and inputs outside the measured bounds add, at `LOAD_LEVELS`. */
    readonly variance: readonly number[];
    readonly completion: Completion;
    /** How near the measured servers come, and how many of them are of this CPU (or, failing that, generation). */
    readonly nearness: Nearness;
    readonly servers: number;
}
/** A prediction with what it rests on. */
export interface Prediction extends Omit<CentralPrediction, 'logs' | 'variance'> {
    readonly curve: PowerCurve;
}
/**
 * Predicts the wall power of a machine that is set up for a benchmark, at 0..100 % utilisation, with a 90 % range.
 *
 * A Gaussian process on log watts (a line through what makers publish, plus what similar measured servers add) gives
 * idle power, power at full load and the shape between. The range is the spread of servers that such a model had not
 * seen, wider for each input that had to be assumed.
 *
 * @example predict(serverPowerModel(), identify({ cpuName: 'AMD EPYC 7763', sockets: 2 })).curve.points[0]
 */
export declare const predict: (model: PowerModel, spec: PredictableMachine) => Prediction;
/** Range of one load level: the spread of unseen servers and the variance of the inputs, added as independent errors. */
export declare const rangeOf: (log: number, variance: number, spread?: Spread) => PowerRange;
/** Predicts the central figures alone: `predict` without the spreads, which the fit of the spreads needs. */
export declare const predictCentral: (model: CentralModel, spec: PredictableMachine) => CentralPrediction;
/** A complete machine in the form that the kernel reads. */
export declare const pointOf: (machine: CompleteMachine) => KernelPoint;
