/** A sum of figures that may be unknown. One unknown makes it unknown: a total that left something out would look precise and be wrong. */
export declare function sumOrNull(values: readonly (number | null)[]): number | null;
