/**
 * `carbon-gate/core`: the formula, budget and report core, pure and without I/O. Figures in, figures out.
 */
export * from './judge-report.js';
export * from './budget.js';
export * from './compare.js';
export * from './footprint.js';
export * from './energy-record.js';
export * from './errors.js';
export * from './formula.js';
export * from './integrate.js';
export * from './label.js';
export * from './method.js';
export * from './quantity.js';
export * from './range.js';
export * from './report-file.js';
export * from './report.js';
export * from './text.js';
export * from './totals.js';
export * from './notes.js';
export * from './units.js';
export * from './verdict.js';
export * as cloudCarbonFootprint from './formulas/cloud-carbon-footprint.js';
export * as codecarbon from './formulas/codecarbon.js';
export * as ecoCi from './formulas/eco-ci.js';
export * as greenAlgorithms from './formulas/green-algorithms.js';
export * as impactFramework from './formulas/impact-framework.js';
export * as mlco2 from './formulas/mlco2.js';
export { VERSION } from './version.js';
