/** Days of the UTC calendar, written as `2026-11-28`, which sort as text. */
/** A UTC day, ms. */
export declare const DAY_MS = 86400000;
/** Both days included. */
interface Days {
    readonly from: string;
    readonly to: string;
}
/** UTC day of a time, `2026-11-28`. @param ms Unix ms */
export declare function dayOf(ms: number): string;
/**
 * The day so many days later, or earlier for a negative number.
 * @example addDays('2026-02-28', 1) // '2026-03-01'
 */
export declare function addDays(day: string, count: number): string;
/** Days from one to another, both included; at least 1 where `from` is not after `to`. */
export declare function countDays({ from, to }: Days): number;
/** All days of a month. @param month `2026-11` */
export declare function monthRange(month: string): Days;
/**
 * The calendar span that a day lies in. Weeks are those of ISO 8601: Monday to Sunday.
 * @example spanAround('2026-11-28', 'week') // { from: '2026-11-23', to: '2026-11-29' }
 */
export declare function spanAround(day: string, scope: 'day' | 'week' | 'month'): Days;
export {};
