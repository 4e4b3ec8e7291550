import { type Budget } from './budget.js';
import { type Metric } from './units.js';
/**
 * A limit with the scope that follows `per`; no scope is the job's.
 * @throws BudgetFault
 */
export declare function scopedBudget(line: string, metric: Metric, limit: number, scope: string | undefined): Budget;
