import { differences } from './differences.ts'
import { type Objective, paretoFront } from './pareto.ts'
import { notesOfReports, spreadNote } from './report-notes.ts'
import type { Note } from '../notes.ts'
import type { Report } from '../report.ts'
import type { Variant, VariantFigures } from './variant.ts'
import { isDoubtful } from '../verdict.ts'
import { gflopsPerWatt } from '../work-per-watt.ts'

/** Why the variants have no common unit. */
type UnitProblem = 'units-differ' | 'units-unknown'

/** Variants of one work, side by side. The first one is the base. */
export interface VariantComparison {
  /** Functional unit that every variant counts, singular; null: there is none. */
  readonly unit: string | null
  /** Why there is no common unit; null: there is one, or no variant counts anything and the whole reports are compared. */
  readonly unitProblem: UnitProblem | null
  readonly variants: readonly VariantFigures[]
  /** What the front is about; empty: the variants cannot be ranked. */
  readonly objectives: readonly Objective[]
  readonly notes: readonly Note[]
}

/** Compares variants per functional unit, or as whole reports where no variant counts one. */
export function compareVariants(variants: readonly Variant[]): VariantComparison {
  const unit = commonUnit(variants.map(({ report }) => report))
  const unitProblem = unit === null ? problemOf(variants.map(({ report }) => report)) : null
  const figures = variants.map((variant) => figuresOf(variant, unit))
  const [base] = figures
  const { objectives, front } = unitProblem === null ? paretoFront(figures) : { objectives: [], front: [] }
  return {
    unit,
    unitProblem,
    variants: figures.map((own, at) => againstBase(own, unitProblem === null ? base : undefined, front.includes(at))),
    objectives,
    notes: [...differences(variants, unit), ...notesOfReports(variants), ...spreadNote(variants)],
  }
}

/** Figures of a variant before it is compared with the others. */
type Figures = Omit<VariantFigures, 'energyChange' | 'isOnFront'>

/** Compares the energy per unit, or of the whole report where nothing is counted. @param base undefined: they do not compare */
function againstBase(own: Figures, base: Figures | undefined, isOnFront: boolean): VariantFigures {
  const compared = (figures: Figures): number | null => figures.energyWhPerUnit ?? figures.energyWh
  return { ...own, energyChange: base ? changeOf(compared(base), compared(own)) : null, isOnFront }
}

function figuresOf({ name, report, quality }: Variant, unit: string | null): Figures {
  const { energy, emissions, duration_s } = report
  const count = unit === null ? null : (countsOf(report).find((each) => each.name === unit)?.count ?? null)
  const perUnit = (total: number | null): number | null => (total === null || count === null ? null : total / count)
  return {
    name,
    isTrusted: !isDoubtful(report),
    energyWh: energy.total_wh,
    emissionsG: emissions.total_g,
    durationS: duration_s,
    count,
    energyWhPerUnit: perUnit(energy.total_wh),
    emissionsGPerUnit: perUnit(emissions.total_g),
    unitsPerS: count === null || duration_s === null || !(duration_s > 0) ? null : count / duration_s,
    quality,
    gflopsPerWatt: gflopsPerWatt(report),
  }
}

/** The units that a report counts, the main one first. */
function countsOf({ units, counts }: Pick<Report, 'units' | 'counts'>): readonly { name: string; count: number }[] {
  return [...(units ? [units] : []), ...(counts ?? [])]
}

/** The first unit of the base that every variant counts. */
function commonUnit(reports: readonly Report[]): string | null {
  const [base, ...others] = reports
  if (!base) return null
  const names = countsOf(base).map(({ name }) => name)
  return names.find((name) => others.every((other) => countsOf(other).some((each) => each.name === name))) ?? null
}

function problemOf(reports: readonly Report[]): UnitProblem | null {
  const counting = reports.filter((report) => countsOf(report).length > 0)
  if (counting.length === 0) return null
  return counting.length < reports.length ? 'units-unknown' : 'units-differ'
}

function changeOf(base: number | null, value: number | null): number | null {
  return base === null || value === null || !(base > 0) ? null : value / base - 1
}
