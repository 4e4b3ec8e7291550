/** How a budget of a day, a week or a month will end if it goes on as it began. */
export interface Pace {
    /** Share of the period that has passed, 0 to 1. */
    readonly elapsed: number;
    /** Share of the budget at the period's end; null too early in the period. */
    readonly forecast: number | null;
    /** Last day of the period, `2026-11-30`. */
    readonly lastDay: string;
    /** Day on which the budget will be used up; null if that is not within the period, or has happened. */
    readonly spentOn: string | null;
}
/**
 * Forecast of a budget over time.
 * @param share of the budget that is used, at least 0
 * @param nowMs now, Unix ms: it selects the period
 * @param knownMs time until which the share is known, Unix ms, at most `nowMs`
 * @example paceOf(0.6, 'month', Date.parse('2026-11-16')) // { elapsed: 0.5, forecast: 1.2, lastDay: '2026-11-30', spentOn: '2026-11-26' }
 */
export declare function paceOf(share: number, scope: 'day' | 'week' | 'month', nowMs: number, knownMs?: number): Pace;
