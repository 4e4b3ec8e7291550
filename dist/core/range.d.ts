/** A figure with its 90 % interval: 0 <= low <= value <= high, all in the figure's own unit. */
export interface Range {
    readonly value: number;
    readonly low: number;
    readonly high: number;
}
/**
 * A checked range.
 * @throws QuantityError when the three are not ordered or not finite numbers of at least 0
 * @example makeRange(10, 8, 13) // {"value":10,"low":8,"high":13}
 */
export declare function makeRange(value: number, low?: number, high?: number): Range;
/**
 * The range of a value with relative errors.
 * @param below relative error downwards, 0 to 1
 * @param above relative error upwards, at least 0
 * @example relativeRange(10, 0.2, 0.3) // {"value":10,"low":8,"high":13}
 */
export declare function relativeRange(value: number, below: number, above?: number): Range;
/**
 * The same range in another unit.
 * @example scaleRange(makeRange(10, 8, 13), 2).high // 26
 */
export declare function scaleRange(a: Range, factor: number): Range;
/**
 * A sum of figures whose errors go together (one power model, one grid figure): ends add up.
 * Adding them in quadrature would claim that the errors of two jobs on one kind of runner cancel; they do not.
 * @example sumRanges([makeRange(10, 8, 13), makeRange(1)]).low // 9
 */
export declare function sumRanges(ranges: readonly Range[]): Range;
/**
 * A product of figures whose errors are independent (watts, PUE, grid): their logarithms' spreads add in quadrature.
 * A low end of zero makes the product's low end zero.
 * @example multiplyRanges(makeRange(10, 5, 20), makeRange(2)).high // 40
 */
export declare function multiplyRanges(...factors: readonly Range[]): Range;
