/** Tokens of language models in one form for every maker. */
export interface TokenUsage {
    /** As the log names it; null when the log does not say. */
    readonly model: string | null;
    readonly provider: string | null;
    readonly requests: number;
    /** Input that was read anew. */
    readonly inputUncached: number;
    readonly cacheRead: number;
    readonly cacheWrite: number;
    /** Output, reasoning included. */
    readonly output: number;
    /** When it happened, RFC 3339; null when it is unknown. */
    readonly at: string | null;
    /** Where the model ran, as the log names it. */
    readonly region: string | null;
}
/** Everything that the model read: uncached, read from the cache and written to it. */
export declare function inputTokens({ inputUncached, cacheRead, cacheWrite }: TokenUsage): number;
