import type { Report } from './report.js';
/** Work that a report counts, GFLOP. Null: it counts no FLOP. */
export declare function gflopsCounted({ units, counts }: Pick<Report, 'units' | 'counts'>): number | null;
/**
 * Work per watt of the machine (before the PUE), GFLOP/s per W, of a report that counts FLOP. Null: it counts none, or its energy is unknown.
 */
export declare function gflopsPerWatt(report: Pick<Report, 'units' | 'counts' | 'energy'>): number | null;
