import type { Report } from '../report.ts'

/** One way of doing the work: a runtime, a precision, a region, a machine. */
export interface Variant {
  readonly name: string
  readonly report: Report
  /** Accuracy or another figure of quality that the user gave; higher is better. Null: none. */
  readonly quality: number | null
}

/** Runs that `gate` joined into a report, each with a machine of its own. */
export function runsOf(parts: Report['parts']): Report['parts'] {
  return parts.filter(({ kind }) => kind === 'job')
}

/** The figures that variants are compared by. Null is unknown. */
export interface VariantFigures {
  readonly name: string
  /** Whether its figure may be judged. */
  readonly isTrusted: boolean
  /** Energy with PUE, Wh, of the whole report. */
  readonly energyWh: number | null
  /** g CO2e of the whole report. */
  readonly emissionsG: number | null
  readonly durationS: number | null
  /** Count of the common unit; null without one. */
  readonly count: number | null
  /** Of one common unit. */
  readonly energyWhPerUnit: number | null
  readonly emissionsGPerUnit: number | null
  readonly unitsPerS: number | null
  readonly quality: number | null
  /** GFLOP/s per W of the machine, for work counted in FLOP. */
  readonly gflopsPerWatt: number | null
  /** Energy (per common unit, if there is one) over that of the first variant, minus 1. */
  readonly energyChange: number | null
  /** Whether no other variant is at least as good in all objectives and better in one. */
  readonly isOnFront: boolean
}
