import { type Range } from '../range.js';
/** Energy of one stretch according to meters, J; null is not metered. */
export interface MeteredJoules {
    /** The whole machine. */
    readonly whole: number | null;
    /** The processors' packages. */
    readonly package: number | null;
    readonly memory: number | null;
}
/** Energy of one stretch by component, J. cpu + memory + other = total. */
export interface Parts {
    readonly total: Range;
    readonly cpu: number;
    readonly memory: number;
    readonly other: number;
}
/**
 * Power of a server other than processors and memory, as a share of these: storage 2 %, network 5 %, others 4 % of peak power
 * against 61 % for processors and 18 % for memory (Barroso, Hölzle, Ranganathan: The Datacenter as a Computer, 3rd edition, 2018,
 * servers of 2017), then the power supply: (79 + 11) / 79 / (1 - SUPPLY_LOSS) = 1.21. A machine with little in it may have 5 %;
 * fans, disks and an old supply may make it 60 %.
 */
export declare const REST_SHARE: Range;
/**
 * Loss of the power supply for energy that was metered behind it.
 * @param amount energy in any unit; the loss has the same
 * @example supplyLoss(94).value // 6
 */
export declare function supplyLoss(amount: number): Range;
/**
 * Joins meters and model for one stretch. A measured figure replaces the model for the part that it covers, and nothing is counted
 * twice.
 * @param modelled energy of the slice at the wall by the model, memory included, J
 * @param memory part of it for the memory, J
 * @param isGuessed whether a meter wrapped around unseen, so that its reading is only the value nearest to the model: its range
 * then includes the model's
 */
export declare function partsOf(modelled: Range, memory: number, metered: MeteredJoules, isGuessed?: boolean): Parts;
