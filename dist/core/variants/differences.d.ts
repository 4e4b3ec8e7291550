import { type Note } from '../notes.js';
import type { Variant } from './variant.js';
/** Notes on differences that a comparison of the variants would hide. @param unit the functional unit that all of them count; null: none */
export declare function differences(variants: readonly Variant[], unit: string | null): Note[];
