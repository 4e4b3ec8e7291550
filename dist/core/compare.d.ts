import type { Note } from './notes.js';
import type { Report } from './report.js';
/** One figure of two reports. Null is unknown. */
export interface ComparedFigure {
    readonly base: number | null;
    readonly head: number | null;
    /** head / base - 1; null where one is unknown or the base is 0. */
    readonly change: number | null;
}
/** Two reports side by side, or two variants of one work per functional unit. */
export interface Comparison {
    readonly base: string;
    readonly head: string;
    /** Wh with PUE. */
    readonly energyWh: ComparedFigure;
    /** g CO2e. */
    readonly emissionsG: ComparedFigure;
    readonly durationS: ComparedFigure;
    /** The same of one functional unit; null unless both count the same one. */
    readonly perUnit: {
        readonly unit: string;
        readonly energyWh: ComparedFigure;
        readonly emissionsG: ComparedFigure;
    } | null;
    /** What makes the two hard to compare. */
    readonly notes: readonly Note[];
}
/**
 * Compares two reports.
 * @example compareReports(judgeReport(unjudged({ kind: 'job', name: 'a' }), VERSION, [], { doubt: null, ownScopes: ['job'] }), judgeReport(unjudged({ kind: 'job', name: 'b' }), VERSION, [], { doubt: null, ownScopes: ['job'] })).head // "b"
 */
export declare function compareReports(base: Report, head: Report): Comparison;
/** Two values with their change. */
export declare function compareFigures(base: number | null, head: number | null): ComparedFigure;
