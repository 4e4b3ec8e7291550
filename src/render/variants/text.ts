import type { JudgedComparison } from '../../core/variants/judge-variants.ts'
import { workflowSafe } from '../../core/workflow-safe.ts'
import { cellsOf, cutCells, padCells } from '../cells.ts'
import { LINE_WORDS, REASON_LENGTH } from '../line-verdicts.ts'
import { cutMiddle, terminal, visible } from '../escape.ts'
import { GREEN500_RANGE } from '../methodology.ts'
import { compareFigures } from '../../core/compare.ts'
import { UNKNOWN, change, decimal, percent, plain } from '../quantities.ts'
import {
  type FigureColumn,
  fileColumn,
  frontWords,
  moreColumns,
  rankingColumns,
  unitColumns,
  wholeColumns,
} from './columns.ts'
import { type Chart, chartOf } from './points.ts'

/** Columns, characters: names have what they need within bounds. */
const NAME = { least: 24, most: 40 }
const CELL = 14
/** Widest column for the name of a report in a comparison of two. */
const WIDEST_CELL = 28

/** Notes shown; `--json` has all. */
const MOST_NOTES = 12

/** Size of the chart, characters. */
const CHART = { width: 48, height: 8 }

/**
 * A comparison on the terminal: two reports as columns, more as rows.
 * @param files of the variants, where their names do not tell them
 */
export function comparisonText(comparison: JudgedComparison, files: readonly (string | null)[] = []): string {
  const { variants, notes } = comparison
  const rows = [
    ...(variants.length === 2 ? pairRows(comparison, files) : variantRows(comparison, files)),
    ...frontRows(comparison),
    ...workRows(comparison),
    ...lineRows(comparison),
    ...notes.slice(0, MOST_NOTES).map(({ level, text }) => `${level === 'info' ? 'note' : level}: ${terminal(text)}`),
    ...(notes.length > MOST_NOTES ? [`and ${notes.length - MOST_NOTES} more notes in --json`] : []),
  ]
  return `${rows.map((line) => workflowSafe(plain(line)).trimEnd()).join('\n')}\n`
}

const shortName = (name: string): string => cutCells(cutMiddle(visible(name), WIDEST_CELL), WIDEST_CELL)

function pairRows(comparison: JudgedComparison, files: readonly (string | null)[]): string[] {
  const { variants } = comparison
  const columns = [
    ...fileColumn(files, shortName),
    ...wholeColumns(comparison),
    ...unitColumns(comparison),
    ...moreColumns(comparison),
  ]
  const names = variants.map(({ name }) => shortName(name))
  const table = [['', ...names, ''], ...columns.map(pairRow)]
  const width = Math.max(NAME.least, ...table.map(([name = '']) => cellsOf(name)))
  const widths = names.map((_, at) => Math.max(CELL, ...table.map((row) => cellsOf(row[at + 1] ?? ''))))
  return table.map(([name = '', ...cells]) =>
    [padCells(name, width, 'end'), ...cells.map((cell, at) => padCells(cell, widths[at] ?? CELL, 'start'))].join(' '),
  )
}

function pairRow({ heading, cells, values }: FigureColumn): string[] {
  return [terminal(heading, NAME.most), ...cells, values === undefined ? '' : changeOf(values)]
}

function changeOf(values: FigureColumn['values']): string {
  const [base, head] = values ?? []
  const { change: share } = compareFigures(base ?? null, head ?? null)
  return share === null ? UNKNOWN : change(share)
}

function variantRows(comparison: JudgedComparison, files: readonly (string | null)[]): string[] {
  const { variants } = comparison
  const columns = [...rankingColumns(comparison), ...fileColumn(files, shortName)]
  const names = ['', ...variants.map(({ name }) => terminal(name, NAME.most))]
  const nameWidth = Math.max(...names.map(cellsOf))
  const cells = columns.map(({ heading, cells: own }) => {
    const shown = [terminal(heading, NAME.most), ...own]
    const width = Math.max(...shown.map(cellsOf))
    return shown.map((cell) => padCells(cell, width, 'start'))
  })
  return names.map((name, at) =>
    [padCells(name, nameWidth, 'end'), ...cells.map((column) => column[at] ?? '')].join('  '),
  )
}

/** The front in words and as a chart. With two variants the table shows all there is. */
function frontRows(comparison: JudgedComparison): string[] {
  const words = frontWords(comparison, (name) => terminal(name, NAME.most))
  if (words === null) return []
  const chart = comparison.variants.length > 2 ? chartOf(comparison) : null
  return [...(chart ? ['', ...chartRows(chart), ''] : []), words]
}

/** Letters of the variants where they are; capitals are on the front. */
function chartRows({ points, xLabel, yLabel, x, y, yTop }: Chart): string[] {
  const { width, height } = CHART
  const grid = Array.from({ length: height }, () => Array.from({ length: width }, () => ' '))
  const at = (value: number, [low, high]: readonly [number, number], size: number): number =>
    Math.min(size - 1, Math.max(0, Math.round(((value - low) / (high - low || 1)) * (size - 1))))
  const shown = points.slice(0, 26)
  for (const [index, point] of shown.entries()) {
    const row = grid[height - 1 - at(point.y, y, height)]
    const column = at(point.x, x, width)
    if (row) row[column] = row[column] === ' ' ? letterOf(index, point.isOnFront) : '*'
  }
  const legend = shown.map(({ name, isOnFront }, index) => `${letterOf(index, isOnFront)} ${terminal(name, NAME.most)}`)
  const ends = x.map((end) => (end < 0 ? `-${decimal(-end)}` : decimal(end)))
  return [
    `${yLabel}, up to ${yTop}`,
    ...grid.map((row) => `|${row.join('')}`),
    `+${'-'.repeat(width)} ${xLabel}, ${ends[0]} to ${ends[1]}`,
    `${legend.join(', ')}; no other variant beats those in capitals; * is several at one place`,
  ]
}

function letterOf(index: number, isOnFront: boolean): string {
  const letter = String.fromCodePoint(97 + index)
  return isOnFront ? letter.toUpperCase() : letter
}

function workRows({ variants }: JudgedComparison): string[] {
  return variants.some(({ gflopsPerWatt }) => gflopsPerWatt !== null) ? [`work per watt: ${GREEN500_RANGE}`] : []
}

function lineRows({ lines, verdict }: JudgedComparison): string[] {
  if (lines.length === 0) return verdict === 'indeterminate' ? ['verdict: indeterminate'] : []
  const rows = lines.map(({ line, variant, used, share, scope, verdict: own, reason }) => {
    const figure =
      used === null ? '' : scope === 'variant' ? ` ${change(used - 1)}` : share === null ? '' : ` ${percent(share)}`
    const why = reason ? ` (${terminal(reason, REASON_LENGTH)})` : ''
    return `${terminal(line, 60)}: ${terminal(variant, NAME.most)}${figure} ${LINE_WORDS[own]}${why}`
  })
  return [...rows, `verdict: ${verdict}`]
}
