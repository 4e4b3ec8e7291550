import { plural } from '../../core/functional-unit.ts'
import type { VariantComparison } from '../../core/variants/compare-variants.ts'
import type { VariantFigures } from '../../core/variants/variant.ts'
import { severalOf } from '../per-unit.ts'
import { type Family, UNKNOWN, change, decimal, duration, quantities } from '../quantities.ts'

/** One figure of every variant, as text. */
export interface FigureColumn {
  readonly heading: string
  readonly cells: readonly string[]
  /** The values of the cells, for the change from one variant to another. Absent: a change says nothing. */
  readonly values?: readonly (number | null)[]
}

/** Figures of the whole reports. */
export function wholeColumns({ variants }: VariantComparison): FigureColumn[] {
  return [
    columnOf(variants, 'energy', ({ energyWh }) => energyWh, showIn('wh')),
    columnOf(variants, 'emissions', ({ emissionsG }) => emissionsG, showIn('g')),
    columnOf(
      variants,
      'time',
      ({ durationS }) => durationS,
      showEach((seconds) => duration(seconds, 3)),
    ),
  ]
}

/** Figures of the common unit, or of as many as make the smallest of them readable. None without a common unit. */
export function unitColumns({ unit, variants }: VariantComparison): FigureColumn[] {
  if (unit === null) return []
  const figures = variants.flatMap(({ energyWhPerUnit, emissionsGPerUnit }) => [energyWhPerUnit, emissionsGPerUnit])
  const { count, words } = severalOf(unit, figures)
  const showOf = (family: Family) => (values: Values) =>
    quantities(
      values.map((value) => (value === null ? null : value * count)),
      family,
    )
  return [
    columnOf(variants, `energy per ${words}`, ({ energyWhPerUnit }) => energyWhPerUnit, showOf('wh')),
    columnOf(variants, `emissions per ${words}`, ({ emissionsGPerUnit }) => emissionsGPerUnit, showOf('g')),
    columnOf(variants, `${plural(unit)} per second`, ({ unitsPerS }) => unitsPerS, showEach(number)),
  ]
}

/** Quality and work per watt, where a variant has them. */
export function moreColumns({ variants }: VariantComparison): FigureColumn[] {
  const quality = columnOf(
    variants,
    'quality',
    (figures) => figures.quality,
    showEach((value) => (value === null ? UNKNOWN : String(value))),
  )
  const work = columnOf(variants, 'GFLOP/s per W', ({ gflopsPerWatt }) => gflopsPerWatt, showEach(number))
  return [quality, work].filter(({ values }) => values?.some((value) => value !== null))
}

/** Files of the reports, where the names of the variants do not tell them. */
export function fileColumn(files: readonly (string | null)[], show: (file: string) => string): FigureColumn[] {
  if (files.every((file) => file === null)) return []
  return [{ heading: 'report', cells: files.map((file) => (file === null ? '' : show(file))) }]
}

/** Figures of several variants, per unit where there is one: the energy with its change first. */
export function rankingColumns(comparison: VariantComparison): FigureColumn[] {
  const perUnit = unitColumns(comparison)
  const [energy, ...others] = perUnit.length > 0 ? perUnit : wholeColumns(comparison)
  const all = [energy, changeColumn(comparison), ...others, ...moreColumns(comparison)]
  return all.filter((column) => column !== undefined)
}

/** Energy against the base, per unit where there is one. */
function changeColumn({ variants }: VariantComparison): FigureColumn {
  const cells = variants.map(({ energyChange }, at) =>
    at === 0 ? '' : energyChange === null ? UNKNOWN : change(energyChange),
  )
  return { heading: 'change', cells }
}

/** Names of the variants on the front, in words. Null: the variants cannot be ranked. */
export function frontWords(
  { objectives, variants }: VariantComparison,
  escape: (text: string) => string,
): string | null {
  if (objectives.length === 0) return null
  const best = variants.filter(({ isOnFront }) => isOnFront)
  const words = { energy: 'energy', speed: 'speed', quality: 'quality' }
  const listed = objectives
    .map((objective) => words[objective])
    .join(', ')
    .replace(/, ([^,]*)$/, ' and $1')
  if (best.length === variants.length) return `by ${listed} no variant beats another`
  const names = best.map(({ name }) => escape(name)).join(', ')
  return `best in ${listed} (no other variant beats ${best.length === 1 ? 'it' : 'them'}): ${names}`
}

type Values = readonly (number | null)[]

function columnOf(
  variants: readonly VariantFigures[],
  heading: string,
  value: (figures: VariantFigures) => number | null,
  show: (values: Values) => string[],
): FigureColumn {
  const values = variants.map(value)
  return { heading, cells: show(values), values }
}

/** Figures of a column in one unit, so that they can be compared at a glance. */
function showIn(family: Family): (values: Values) => string[] {
  return (values) => quantities(values, family)
}

/** Figures that each have a form of their own. */
function showEach(show: (value: number | null) => string): (values: Values) => string[] {
  return (values) => values.map(show)
}

function number(value: number | null): string {
  return value === null ? UNKNOWN : decimal(value)
}
