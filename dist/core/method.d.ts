/** How a figure was obtained, best first: a meter; utilisation through a power curve; duration x typical power, or a plan. */
export declare const METHODS: readonly ['measured', 'modelled', 'estimated'];
export type Method = (typeof METHODS)[number];
/**
 * The method of a sum: the worst one whose parts together make 5 % or more of its energy.
 * A part of unknown energy may be that much. Parts of unknown method are ignored; with no energy at all, the worst method present.
 * @returns null for no parts
 */
export declare function methodOfSum(parts: readonly {
    readonly method: Method | null;
    readonly wh: number | null;
}[]): Method | null;
