/**
 * `carbon-gate/core`: the formula, budget and report core, pure and without I/O. Figures in, figures out.
 */
export * from './assemble.ts'
export * from './budget.ts'
export * from './costing.ts'
export * from './energy-record.ts'
export * from './errors.ts'
export * from './formula.ts'
export * from './integrate.ts'
export * from './label.ts'
export * from './method.ts'
export * from './quantity.ts'
export * from './range.ts'
export * from './report-file.ts'
export * from './report.ts'
export * from './units.ts'
export * from './verdict.ts'
export { VERSION } from './version.ts'
