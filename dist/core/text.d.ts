/**
 * Untrusted text: names in logs, file names, messages of an API. It must not move a terminal's cursor, change its colours, reverse
 * the reading direction or start a new line.
 */
/**
 * The text on one line, safe to print: what cannot be seen is written as an escape (`\x1b`, `\u202e`), what is too long
 * is cut with an ellipsis.
 * @param limit most characters kept
 */
export declare function printable(text: string, limit?: number): string;
