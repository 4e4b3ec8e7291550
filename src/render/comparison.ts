import type { ComparedFigure, Comparison } from '../core/compare.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import { terminal } from './escape.ts'
import { severalOf } from './per-unit.ts'
import { type Family, UNKNOWN, change, duration, plain, quantity } from './quantities.ts'

/** Columns, characters: the names have what they need within bounds. */
const NAME = { least: 24, most: 40 }
const CELL = 14

/** Two reports as a table on the terminal. */
export function renderComparison(comparison: Comparison): string {
  const table = [
    ['', terminal(comparison.base, CELL), terminal(comparison.head, CELL), ''],
    of('energy', comparison.energyWh, (wh) => quantity(wh, 'wh')),
    of('emissions', comparison.emissionsG, (g) => quantity(g, 'g')),
    of('time', comparison.durationS, duration),
    ...unitRows(comparison.perUnit),
  ] as const
  const width = Math.max(NAME.least, ...table.map(([name]) => name.length))
  const rows = [
    ...table.map(([name, ...cells]) => [name.padEnd(width), ...cells.map((cell) => cell.padStart(CELL))].join(' ')),
    ...comparison.notes.map(({ level, text }) => `${level}: ${terminal(text)}`),
  ]
  return `${rows.map((line) => workflowSafe(plain(line)).trimEnd()).join('\n')}\n`
}

/** The same of the functional unit, or of as many as make the smaller variant's figures readable: they are what is compared. */
function unitRows(perUnit: Comparison['perUnit']): Row[] {
  if (!perUnit) return []
  const { energyWh, emissionsG, unit } = perUnit
  const { count, words } = severalOf(unit, [energyWh.base, energyWh.head, emissionsG.base, emissionsG.head])
  const show = (family: Family) => (value: number | null) => quantity(value === null ? null : value * count, family)
  return [of(`energy per ${words}`, energyWh, show('wh')), of(`emissions per ${words}`, emissionsG, show('g'))]
}

/** Name, base, head, change. */
type Row = readonly [name: string, base: string, head: string, change: string]

function of(name: string, figure: ComparedFigure, show: (value: number | null) => string): Row {
  const { base, head } = figure
  return [terminal(name, NAME.most), show(base), show(head), figure.change === null ? UNKNOWN : change(figure.change)]
}
