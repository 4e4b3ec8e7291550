import type { Budget } from './budget.js';
/**
 * Reads budget lines, one a line; blank lines are skipped.
 * @throws ConfigurationError for the first line that cannot be read
 * @example parseBudgets('5 g\n+10 % vs main').length // 2
 */
export declare function parseBudgets(text: string): Budget[];
/**
 * Reads one budget line: `LIMIT [per SCOPE]`, `+N % vs BRANCH`, `+N % vs BASE` or `-N % vs variant NAME`.
 * @throws ConfigurationError that names the line, what was read and one line that would work
 * @example parseBudget('40 mg per 1000 inferences').limit // 0.04, in g
 */
export declare function parseBudget(text: string): Budget;
