/**
 * `carbon-gate/core`: formula, budgets and reports, pure and without I/O. docs/core.md is generated from this list and from the
 * docstrings. `carbon-gate/core/formula` has the first group alone, without any package.
 */

// ## Formula
export {
  embodiedGrams,
  energyKwh,
  operationalGrams,
  sciGramsPerUnit,
  waterLitres,
  withPue,
  withoutPue,
} from './formula.ts'

export { gramsPerKwhFromPoundsPerMwh } from './units.ts'

// ## Ranges
export { multiplyRanges, makeRange, relativeRange, scaleRange, sumRanges } from './range.ts'
export type { Range } from './range.ts'

// ## Budget
export { parseBudget, parseBudgets } from './parse-budget.ts'
export { parseUnits } from './functional-unit.ts'
export { labelOf } from './label.ts'
export type { Budget, Scope } from './budget.ts'
export type { Units } from './functional-unit.ts'
export type { Label } from './label.ts'

// ## Report
export { computeFootprint } from './footprint.ts'
export { unjudged } from './unjudged.ts'
export { judgeReport } from './judge-report.ts'
export { readReport } from './report-file.ts'
export { reportJsonSchema } from './report.ts'
export { totalsOfParts } from './totals.ts'
export { isDoubtful } from './verdict.ts'
export { compareReports } from './compare.ts'
export { note } from './notes.ts'
export type { GridFigure, ItEnergy, PueFigure } from './footprint.ts'
export type { BudgetSource, JudgingContext, SetBudget } from './judge-report.ts'
export type { UnjudgedReport } from './unjudged.ts'
export type { Comparison } from './compare.ts'
export type { Note, NoteCode } from './notes.ts'
export type { Emissions, Energy, Intensity, Machine, Part, Report, Water } from './report.ts'
export type { Method } from './method.ts'
export type { JudgedLine, LineReasonCode } from './judged-line.ts'
export type { Doubt, Verdict } from './verdict.ts'

// ## Errors
export { ConfigurationError, MeasurementError, QuantityError } from './errors.ts'

// ## Formulas of trackers
export * as cloudCarbonFootprint from './formulas/cloud-carbon-footprint.ts'
export * as codecarbon from './formulas/codecarbon.ts'
export * as ecoCi from './formulas/eco-ci.ts'
export * as ecologits from './formulas/ecologits.ts'
export * as greenAlgorithms from './formulas/green-algorithms.ts'
export * as impactFramework from './formulas/impact-framework.ts'
export * as mlco2 from './formulas/mlco2.ts'

export { VERSION } from './version.ts'
