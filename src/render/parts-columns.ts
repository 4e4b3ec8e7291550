import type { Part, Report } from '../core/report.ts'
import { sumOrNull } from '../core/quantity.ts'
import { inertCell } from './escape.ts'
import type { JobLinks } from './links.ts'
import { bareColumn, change } from './quantities.ts'
import { conclusionOf, shortName } from './tables.ts'
import { roundedToSum } from './rounded-sums.ts'

const HEADINGS: Readonly<Partial<Record<Part['kind'], string>>> = {
  job: 'Job',
  run: 'Run',
  command: 'Command',
  estimate: 'Phase',
}

/** Smallest change of one job that is news, as a share: single jobs vary by this much without a cause. */
const NEWS_FROM = 0.1

/** Keeps the sign beside its figure on a phone. */
const NARROW_NBSP = '\u202F'

/** A column of the table. Units are in the headings, so that four columns fit on a phone. */
export interface Column {
  readonly heading: string
  readonly align: 'l' | 'r'
  /** @param isNews such a row is bold */
  cell(part: Part, isNews: boolean): string
  /** The cell of several parts in one row. @param name of that row, for the first column */
  sum(parts: readonly Part[], name: string): string
  /** The cell of the report as a whole. */
  readonly whole: string
}

/** The columns that say something here. */
export function columnsOf(report: Report, parts: readonly Part[], links: JobLinks): Column[] {
  const columns: Column[] = [
    {
      heading: HEADINGS[parts[0]?.kind ?? 'job'] ?? 'Part',
      align: 'l',
      cell: (part, isBold) => nameCell(part, isBold, links),
      sum: (_parts, name) => name,
      whole: 'all',
    },
    figureColumn(parts, 'wh', ({ energy }) => energy.total_wh, report.energy.total_wh),
    figureColumn(parts, 'g', ({ emissions }) => emissions.total_g, report.emissions.total_g),
    {
      heading: changeHeading(report.baseline?.branch ?? ''),
      align: 'r',
      cell: (part, isBold) => changeCell(part.change, isBold && hasMoved(part, report)),
      sum: () => '',
      whole: report.baseline ? change(report.baseline.change) : '',
    },
  ]
  const isKnown = [
    true,
    parts.some((part) => part.energy.total_wh !== null),
    parts.some((part) => part.emissions.total_g !== null),
    report.baseline !== null && isCompared(report),
  ]
  return columns.filter((_column, at) => isKnown[at])
}

function figureColumn(
  parts: readonly Part[],
  family: 'wh' | 'g',
  valueOf: (part: Part) => number | null,
  whole: number | null,
): Column {
  const values = parts.map(valueOf)
  const { unit, step, show } = bareColumn(values, family)
  const rounded = roundedToSum(values, whole, step)
  const figures = new Map(parts.map((part, at) => [part, rounded[at] ?? null]))
  const figureOf = (part: Part): number | null => figures.get(part) ?? null
  return {
    heading: family === 'g' ? `${unit} CO₂e` : unit,
    align: 'r',
    cell: (part) => show(figureOf(part)),
    sum: (several) => show(sumOrNull(several.map(figureOf))),
    whole: show(whole),
  }
}

function nameCell(part: Part, isBold: boolean, links: JobLinks): string {
  const name = links.linked(shortName(part), part.source)
  return `${isBold ? `**${name}**` : name}${conclusionOf(part)}`
}

/** Longest name of a branch that stays on one line of a narrow column; the sentence above the table names every branch. */
const SHORT_BRANCH = 8

function changeHeading(branch: string): string {
  return branch !== '' && branch.length <= SHORT_BRANCH ? `vs ${inertCell(branch, SHORT_BRANCH)}` : 'Change'
}

/** Direction by a sign as well, for a row that is news. */
function changeCell(value: number | null | undefined, isBold: boolean): string {
  if (value === undefined) return ''
  if (value === null) return isBold ? '**new**' : 'new'
  if (!isBold) return change(value)
  return `**${value > 0 ? '▲' : '▼'}${NARROW_NBSP}${change(value)}**`
}

/** Whether the parts are compared with earlier runs. */
export function isCompared(report: Report): boolean {
  return report.parts.some(({ change: moved }) => moved !== undefined)
}

/** Whether a part is new, or moved by more than the runs it is compared with vary. */
export function hasMoved({ change: moved }: Part, { baseline }: Report): boolean {
  if (moved === undefined || !baseline) return false
  return moved === null || Math.abs(moved) > Math.max(NEWS_FROM, baseline.spread)
}
