import type { VariantFigures } from './variant.js';
/** What a variant may be better in. */
export type Objective = 'energy' | 'speed' | 'quality';
type Figures = Pick<VariantFigures, 'isTrusted' | 'energyWh' | 'energyWhPerUnit' | 'durationS' | 'unitsPerS' | 'quality'>;
/**
 * Finds the variants that no other one beats: none is at least as good in every objective and better in one. Objectives are energy,
 * and speed and quality where all trusted variants have them. A figure that cannot be trusted neither wins nor beats.
 * @returns positions of the variants on the front; no objective and no front if fewer than two can be ranked
 */
export declare function paretoFront(variants: readonly Figures[]): {
    objectives: Objective[];
    front: number[];
};
export {};
