import { type Emissions, type Energy, type Part, type Report, type Water } from './report.js';
type Summable = Pick<Part, 'energy' | 'emissions' | 'water' | 'method' | 'duration_s' | 'pue' | 'intensity' | 'coverage'>;
/** Sums the energy of parts. One unknown part makes the sum unknown. */
export declare function energyOfParts(parts: readonly Pick<Part, 'energy'>[]): Energy;
/** Sums the emissions of parts. Hardware is summed over the parts that count it; the rest must be known everywhere. */
export declare function emissionsOfParts(parts: readonly Pick<Part, 'emissions'>[]): Emissions;
/**
 * Sums the water of parts; null when nothing is known of one of them.
 * @example waterOfParts([{ water: { total_l: 1 } }, { water: { total_l: 2 } }]) // { total_l: 3 }
 */
export declare function waterOfParts(parts: readonly Pick<Part, 'water'>[]): Water | null;
/**
 * Sums the minerals of parts, kg Sb eq; null when one of them is unknown.
 * @example mineralsOfParts([{ minerals_kg_sb: 1e-6 }, {}]) // null
 */
export declare function mineralsOfParts(parts: readonly Pick<Part, 'minerals_kg_sb'>[]): number | null;
/**
 * Everything of a sum that follows from its parts.
 * @example totalsOfParts([]).energy.total_wh // null
 */
export declare function totalsOfParts(parts: readonly Summable[]): Pick<Report, 'energy' | 'emissions' | 'water' | 'method' | 'pue' | 'intensity' | 'coverage'>;
/** At most 1,000 parts: the largest by energy stay, the rest become one part that says how many they were. */
export declare function cappedParts(parts: readonly Part[], max?: number): Part[];
export {};
