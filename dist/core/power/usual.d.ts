import type { PredictableMachine } from './machine.js';
import type { MeasuredPoint } from './model.js';
/** A value with the standard deviation of its base-2 logarithm (of years: of the value). */
interface Usual {
    readonly value: number;
    readonly deviation: number;
}
/** What measured machines of a CPU, or failing that of its platform, mostly are. Unknown is undefined. */
export interface UsualMachine {
    readonly sockets: number | undefined;
    readonly coresPerSocket: number | undefined;
    readonly threadsPerCore: number | undefined;
    readonly tdpWatts: number | undefined;
    readonly mhz: number | undefined;
    readonly memoryPerSocketGb: Usual | undefined;
    readonly year: Usual | undefined;
}
/** What machines with this CPU usually are, by the measured ones: TDP in W, clock in MHz, memory in GB. */
export declare const usualMachine: (points: readonly MeasuredPoint[], spec: PredictableMachine) => UsualMachine;
export {};
