/**
 * Guards for physical quantities. `NaN > limit` is false, so one unchecked number turns a gate into a rubber stamp:
 * every formula passes its inputs through one of these.
 */
/** A finite number of at least zero. @throws QuantityError otherwise */
export declare function nonNegative(quantity: string, value: unknown): number;
/** A finite number above zero. @throws QuantityError otherwise */
export declare function positive(quantity: string, value: unknown): number;
/** A finite number from `low` to `high`, both included. @throws QuantityError otherwise */
export declare function numberWithin(quantity: string, value: unknown, low: number, high: number): number;
/** A finite number, of either sign. @throws QuantityError otherwise */
export declare function finiteNumber(quantity: string, value: unknown): number;
/**
 * Reads a number as people write it: digits, one point, an optional exponent and sign, white space around it.
 * Unlike `Number()`, it refuses '', '0x10', '1,5', '12abc', 'Infinity' and anything that overflows.
 * @returns the number, or null when the text is not one
 */
export declare function parseNumber(text: string): number | null;
/**
 * Sums figures that may be unknown. One unknown makes the sum unknown: a total that leaves something out looks precise and is wrong.
 * @returns null if a value is null; 0 for no values
 * @example sumOrNull([1, null]) // null
 */
export declare function sumOrNull(values: readonly (number | null)[]): number | null;
