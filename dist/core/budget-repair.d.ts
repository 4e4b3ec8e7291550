import { BudgetFault } from './budget-fault.js';
/**
 * Why a line asks for the opposite of a budget. The nearest line that can be read would then mean the opposite of what was written.
 * @returns null if it does not
 * @example oppositeFault('at least 5 g')?.message // 'a budget is an upper limit, and this is a lower one'
 */
export declare function oppositeFault(line: string): BudgetFault | null;
/**
 * What a line that cannot be read may mean, in the way that budgets are written: characters of full width, thousands separators,
 * words around the limit, other units. A guess for an error's example, never for a budget.
 * @returns the line if it differs from what was written
 * @example repairedLine('max 1,500.5 g of CO2 monthly') // ["1500.5 g CO2e per month"]
 */
export declare function repairedLine(line: string): string[];
