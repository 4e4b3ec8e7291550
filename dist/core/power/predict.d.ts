import type { Completion } from './complete.js';
import type { PowerCurve } from './curve.js';
import type { CompleteMachine } from './features.js';
import type { KernelPoint } from './kernel.js';
import type { PredictableMachine } from './machine.js';
import type { Nearness, PowerModel } from './model.js';
/** A prediction with what it was made from. */
export interface Prediction {
    readonly curve: PowerCurve;
    readonly completion: Completion;
    /** How near the measured servers come, and how many of them are of this CPU (or, failing that, generation). */
    readonly nearness: Nearness;
    readonly servers: number;
}
/**
 * Wall power of a machine as a power meter sees it, at 0..100 % utilisation, with a 90 % range.
 *
 * A Gaussian process on log watts (a line through what makers publish, plus what measured servers that are alike add)
 * for idle, for full load, and for the shape between. The range is the spread of servers that such a model had not
 * seen, wider for each input that had to be assumed.
 */
export declare const predict: (model: PowerModel, spec: PredictableMachine) => Prediction;
/** A complete machine as the kernel sees it. */
export declare const pointOf: (machine: CompleteMachine) => KernelPoint;
/** Natural logarithms of watts at `LOAD_LEVELS`, before they are made monotone. */
export declare const predictLogs: (model: PowerModel, point: KernelPoint) => readonly number[];
