import type { ComparedFigure, Comparison } from '../core/compare.ts'
import { workflowSafe } from '../core/workflow-safe.ts'
import { terminal } from './escape.ts'
import { UNKNOWN, change, duration, plain, quantity } from './quantities.ts'

const WIDTHS = [24, 14, 14] as const

/** Two reports as a table on the terminal. */
export function renderComparison(comparison: Comparison): string {
  const { perUnit } = comparison
  const rows = [
    row('', terminal(comparison.base, 14), terminal(comparison.head, 14), ''),
    of('energy', comparison.energyWh, (wh) => quantity(wh, 'wh')),
    of('emissions', comparison.emissionsG, (g) => quantity(g, 'g')),
    of('time', comparison.durationS, duration),
    ...(perUnit
      ? [
          of(`energy per ${perUnit.unit}`, perUnit.energyWh, (wh) => quantity(wh, 'wh')),
          of(`emissions per ${perUnit.unit}`, perUnit.emissionsG, (g) => quantity(g, 'g')),
        ]
      : []),
    ...comparison.notes.map(({ level, text }) => `${level}: ${terminal(text)}`),
  ]
  return `${rows.map((line) => workflowSafe(plain(line)).trimEnd()).join('\n')}\n`
}

function of(name: string, figure: ComparedFigure, show: (value: number | null) => string): string {
  return row(name, show(figure.base), show(figure.head), figure.change === null ? UNKNOWN : change(figure.change))
}

function row(name: string, ...cells: readonly string[]): string {
  return [terminal(name, 24).padEnd(WIDTHS[0]), ...cells.map((cell) => cell.padStart(WIDTHS[1]))].join(' ')
}
