import type { VariantBudget } from '../budget.js';
import type { SetBudget } from '../judge-report.js';
import { type JudgedLine, type Verdict } from '../verdict.js';
import type { VariantComparison } from './compare-variants.js';
import type { Variant } from './variant.js';
/** A budget line, judged for one variant. */
export interface VariantLine extends JudgedLine {
    /** Name of the variant that it is about. */
    readonly variant: string;
}
/** A comparison with the verdict of its budget lines. */
export interface JudgedComparison extends VariantComparison {
    readonly lines: readonly VariantLine[];
    readonly verdict: Verdict;
}
/**
 * Judges every line for every variant: lines about variants for each one but their reference, all others for each report.
 * @param find the position of the variant that a line names
 */
export declare function judgeVariants(comparison: VariantComparison, variants: readonly Variant[], budgets: readonly SetBudget[], find: (budget: VariantBudget) => number): {
    lines: VariantLine[];
    verdict: Verdict;
};
