import type { Units } from './functional-unit.js';
import type { MeasurementError } from './errors.js';
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
/**
 * Makes a report without a figure, with the reason as a note. Judge it with the doubt `no-figure`: it is always indeterminate.
 * @example withoutFigure({ kind: 'job', name: 'test' }, new MeasurementError('the sampler left no samples'))
 */
export declare function withoutFigure(subject: Report['subject'], error: MeasurementError): UnjudgedReport;
