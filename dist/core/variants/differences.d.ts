import { type Note } from '../notes.js';
import type { Variant } from './variant.js';
/** What makes the variants hard to compare. @param unit the functional unit that all of them count; null: none */
export declare function differences(variants: readonly Variant[], unit: string | null): Note[];
