import type { Units } from './functional-unit.js';
import type { Report } from './report.js';
/** A report before it is judged. Grams per unit follow from the units' counts when it is judged. */
export interface UnjudgedReport extends Omit<Report, 'schema' | 'tool' | 'figure' | 'budgets' | 'verdict' | 'label' | 'units' | 'counts'> {
    units: Units | null;
    counts?: Units[] | undefined;
}
/**
 * Makes a report to be judged from what is known; everything else is null or empty.
 * @param subject what the report is about
 * @param known the known fields
 * @example unjudged({ kind: 'estimate', name: 'plan' }, { duration_s: 36_000, method: 'estimated' }).water // null
 */
export declare function unjudged(subject: Report['subject'], known?: Partial<Omit<UnjudgedReport, 'subject'>>): UnjudgedReport;
