import { type Note, note } from './notes.ts'
import type { Report } from './report.ts'
import { isDoubtful } from './verdict.ts'

/** One figure of two reports. Null is unknown. */
export interface ComparedFigure {
  readonly base: number | null
  readonly head: number | null
  /** head / base - 1; null where one is unknown or the base is 0. */
  readonly change: number | null
}

/** Two reports side by side, or two variants of one work per functional unit. */
export interface Comparison {
  readonly base: string
  readonly head: string
  /** Wh with PUE. */
  readonly energyWh: ComparedFigure
  /** g CO2e. */
  readonly emissionsG: ComparedFigure
  readonly durationS: ComparedFigure
  /** The same of one functional unit; null unless both count the same one. */
  readonly perUnit: {
    readonly unit: string
    readonly energyWh: ComparedFigure
    readonly emissionsG: ComparedFigure
  } | null
  /** What makes the two hard to compare. */
  readonly notes: readonly Note[]
}

/**
 * Compares two reports.
 * @example compareReports(judgeReport(unjudged({ kind: 'job', name: 'a' }), VERSION, [], { doubt: null, ownScopes: ['job'] }), judgeReport(unjudged({ kind: 'job', name: 'b' }), VERSION, [], { doubt: null, ownScopes: ['job'] })).head // "b"
 */
export function compareReports(base: Report, head: Report): Comparison {
  const unit = base.units && base.units.name === head.units?.name ? base.units.name : null
  const perUnit = (report: Report, total: number | null): number | null =>
    total === null || !report.units ? null : total / report.units.count
  return {
    base: base.subject.name,
    head: head.subject.name,
    energyWh: figure(base.energy.total_wh, head.energy.total_wh),
    emissionsG: figure(base.emissions.total_g, head.emissions.total_g),
    durationS: figure(base.duration_s, head.duration_s),
    perUnit:
      unit === null
        ? null
        : {
            unit,
            energyWh: figure(perUnit(base, base.energy.total_wh), perUnit(head, head.energy.total_wh)),
            emissionsG: figure(perUnit(base, base.emissions.total_g), perUnit(head, head.emissions.total_g)),
          },
    notes: differences(base, head),
  }
}

function figure(base: number | null, head: number | null): ComparedFigure {
  return { base, head, change: base === null || head === null || !(base > 0) ? null : head / base - 1 }
}

function differences(base: Report, head: Report): Note[] {
  const notes: Note[] = []
  if (base.intensity?.g_per_kwh !== head.intensity?.g_per_kwh) {
    notes.push(note('grids-differ', 'the grids differ: grams compare places as well, energy compares the work'))
  }
  if (base.method !== head.method) {
    notes.push(note('methods-differ', `one is ${base.method ?? 'unknown'}, the other ${head.method ?? 'unknown'}`))
  }
  if (base.machine?.cpu !== head.machine?.cpu) {
    notes.push(note('machines-differ', 'the machines differ: part of the change is theirs'))
  }
  if (base.units && head.units && base.units.name !== head.units.name) {
    notes.push(note('units-differ', `one counts ${base.units.name}s, the other ${head.units.name}s`))
  }
  for (const [report, which] of [
    [base, 'base'],
    [head, 'head'],
  ] as const) {
    if (isDoubtful(report)) notes.push(note('part-indeterminate', `the ${which} has no trustworthy figure`))
  }
  return notes
}
