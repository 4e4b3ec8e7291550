/**
 * Text that somebody else wrote: names in logs, file names, messages of an API. Nothing of it may move a terminal's
 * cursor, change its colours, reverse the reading direction or begin a line of its own.
 */
/** Longest piece of foreign text that a message carries, in characters. */
export declare const PRINTABLE_LENGTH = 200;
/**
 * The text on one line, safe to print: what cannot be seen is written as an escape (`\x1b`, `\u202e`), what is too long
 * is cut with an ellipsis.
 * @param limit most characters kept
 */
export declare function printable(text: string, limit?: number): string;
