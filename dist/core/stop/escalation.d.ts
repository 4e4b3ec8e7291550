/**
 * One step of a stop, in this order: `warn` at 80 % of the budget, `terminate` at 100 %, `terminate-again` when the grace is over,
 * `kill` 10 s later.
 */
export type StopStep = 'warn' | 'terminate' | 'terminate-again' | 'kill';
/** Decides which step of a stop is due. Steps never repeat and never go back: a share that falls again changes nothing. */
export declare class Escalation {
    #private;
    /**
     * @param graceMs time for a checkpoint, at least 0
     * @param killAfterMs time between the second SIGTERM and SIGKILL
     */
    constructor(graceMs: number, killAfterMs?: number);
    /** When a step was taken, monotonic ms; null before. */
    takenMs(step: StopStep): number | null;
    /** Whether the work was asked to end. */
    get isStopping(): boolean;
    /** Time until the next step that depends on time alone, ms; null if none is planned. */
    waitMs(nowMs: number): number | null;
    /**
     * The steps that are due now, in order.
     * @param nowMs monotonic time
     * @param share used share of the budget; null if it is unknown: then only time counts
     */
    next(nowMs: number, share: number | null): StopStep[];
}
