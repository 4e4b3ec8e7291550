/**
 * Number that a word or letter behind a count means; null if it means none. A small `m` could be a thousandth.
 * @example magnitudeOf('Thousand') // 1000
 */
export declare function magnitudeOf(word: string): number | null;
