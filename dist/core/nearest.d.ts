/** Names that resemble a mistyped one, nearest first: within a third of its length in edits, at most `count`. */
export declare function nearest(name: string, known: Iterable<string>, count?: number): string[];
