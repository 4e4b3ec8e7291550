/** Groups values by a key, in the order of their first value. Map.groupBy needs Node 21. */
export declare function groupBy<T, K>(values: Iterable<T>, keyOf: (value: T) => K): Map<K, T[]>;
