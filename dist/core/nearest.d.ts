/**
 * Names that resemble a mistyped one, nearest first: at most `count`, at most `limit` edits away.
 * @param limit a third of the name's length by default
 */
export declare function nearest(name: string, known: Iterable<string>, count?: number, limit?: number): string[];
