import type { Note } from './report.js';
/** The same note once, in order of first appearance. */
export declare function uniqueNotes(notes: readonly Note[]): Note[];
