/** Why the unit of a limit cannot be read. */
export interface UnitHint {
    readonly text: string;
    /** What could stand in place of the unit, with the scope that was written into it; null: unknown. */
    readonly fixed: string | null;
}
/**
 * Explains an unknown unit. Case is never guessed where it changes the size: mWh and MWh differ by a factor of a billion.
 * @example unitHint('grams').fixed // 'g'
 */
export declare function unitHint(unit: string): UnitHint;
