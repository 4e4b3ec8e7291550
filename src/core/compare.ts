import type { Note } from './notes.ts'
import type { Report } from './report.ts'
import { compareVariants } from './variants/compare-variants.ts'
import type { VariantFigures } from './variants/variant.ts'

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
  const { unit, variants, notes } = compareVariants([
    { name: base.subject.name, report: base, quality: null },
    { name: head.subject.name, report: head, quality: null },
  ])
  const pair = (value: (figures: VariantFigures) => number | null): ComparedFigure => {
    const [own, other] = variants.map(value)
    return compareFigures(own ?? null, other ?? null)
  }
  const perUnit =
    unit === null
      ? null
      : {
          unit,
          energyWh: pair(({ energyWhPerUnit }) => energyWhPerUnit),
          emissionsG: pair(({ emissionsGPerUnit }) => emissionsGPerUnit),
        }
  return {
    base: base.subject.name,
    head: head.subject.name,
    energyWh: pair(({ energyWh }) => energyWh),
    emissionsG: pair(({ emissionsG }) => emissionsG),
    durationS: pair(({ durationS }) => durationS),
    perUnit,
    notes,
  }
}

/** Two values with their change. */
export function compareFigures(base: number | null, head: number | null): ComparedFigure {
  return { base, head, change: base === null || head === null || !(base > 0) ? null : head / base - 1 }
}
