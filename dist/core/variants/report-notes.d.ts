import { type Note } from '../notes.js';
import type { Variant } from './variant.js';
/** Warnings and errors that the reports have about their own figures, each once, with the names of the variants that it is about. */
export declare function notesOfReports(variants: readonly Variant[]): Note[];
/** Runs of one commit vary by up to a third, and one report of each says nothing about that. Plans do not vary. */
export declare function spreadNote(variants: readonly Variant[]): Note[];
