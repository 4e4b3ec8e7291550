import { type Objective } from './pareto.js';
import type { Note } from '../notes.js';
import type { Variant, VariantFigures } from './variant.js';
/** Why the variants have no common unit. */
type UnitProblem = 'units-differ' | 'units-unknown';
/** Variants of one work, side by side. The first one is the base. */
export interface VariantComparison {
    /** Functional unit that every variant counts, singular; null: there is none. */
    readonly unit: string | null;
    /** Why there is no common unit; null: there is one, or no variant counts anything and the whole reports are compared. */
    readonly unitProblem: UnitProblem | null;
    readonly variants: readonly VariantFigures[];
    /** What the front is about; empty: the variants cannot be ranked. */
    readonly objectives: readonly Objective[];
    readonly notes: readonly Note[];
}
/** Compares variants per functional unit, or as whole reports where no variant counts one. */
export declare function compareVariants(variants: readonly Variant[]): VariantComparison;
export {};
