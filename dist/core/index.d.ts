/**
 * `carbon-gate/core`: formula, budgets and reports, pure and without I/O. docs/core.md is generated from this list and from the
 * docstrings. `carbon-gate/core/formula` has the first group alone, without any package.
 */
export { embodiedGrams, energyKwh, operationalGrams, sciGramsPerUnit, waterLitres, withPue, withoutPue, } from './formula.js';
export { gramsPerKwhFromPoundsPerMwh } from './units.js';
export { multiplyRanges, makeRange, relativeRange, scaleRange, sumRanges } from './range.js';
export type { Range } from './range.js';
export { parseBudget, parseBudgets } from './parse-budget.js';
export { parseUnits } from './functional-unit.js';
export { labelOf } from './label.js';
export type { Budget, Scope } from './budget.js';
export type { Units } from './functional-unit.js';
export type { Label } from './label.js';
export { computeFootprint } from './footprint.js';
export { unjudged } from './unjudged.js';
export { judgeReport } from './judge-report.js';
export { readReport } from './report-file.js';
export { reportJsonSchema } from './report.js';
export { totalsOfParts } from './totals.js';
export { isDoubtful } from './verdict.js';
export { compareReports } from './compare.js';
export { note } from './notes.js';
export type { GridFigure, ItEnergy, PueFigure } from './footprint.js';
export type { BudgetSource, JudgingContext, SetBudget } from './judge-report.js';
export type { UnjudgedReport } from './unjudged.js';
export type { Comparison } from './compare.js';
export type { Note, NoteCode } from './notes.js';
export type { Emissions, Energy, Intensity, Machine, Part, Report, Water } from './report.js';
export type { Method } from './method.js';
export type { JudgedLine, LineReasonCode } from './judged-line.js';
export type { Doubt, Verdict } from './verdict.js';
export { ConfigurationError, MeasurementError, QuantityError } from './errors.js';
export * as cloudCarbonFootprint from './formulas/cloud-carbon-footprint.js';
export * as codecarbon from './formulas/codecarbon.js';
export * as ecoCi from './formulas/eco-ci.js';
export * as ecologits from './formulas/ecologits.js';
export * as greenAlgorithms from './formulas/green-algorithms.js';
export * as impactFramework from './formulas/impact-framework.js';
export * as mlco2 from './formulas/mlco2.js';
export { VERSION } from './version.js';
