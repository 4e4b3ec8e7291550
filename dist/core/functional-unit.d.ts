/** A count of a functional unit: what the work produced. */
export interface Units {
    /** Singular. */
    readonly name: string;
    /** Above 0. */
    readonly count: number;
}
/**
 * Reads `1000 inferences`, `37 tests`, `1e6 tokens`, `1 inference`.
 * @returns null when the text is not a count and a name
 * @example parseUnits('1000 inferences') // {"name":"inference","count":1000}
 */
export declare function parseUnits(text: string): Units | null;
/**
 * Singular of an English unit name, so that `1 inference` and `1000 inferences` are one unit.
 * @example singular('caches') // 'cache'
 */
export declare function singular(name: string): string;
/**
 * Plural of an English unit name, which `singular` turns back. A name that is plural already, may be (`menus`, which no rule tells from `bus`), or does
 * not end in a letter or digit stays as it is.
 * @example plural('query') // 'queries'
 */
export declare function plural(name: string): string;
