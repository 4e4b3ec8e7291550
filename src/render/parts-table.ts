import type { Part, Report } from '../core/report.ts'
import { sumOrNull } from '../core/quantity.ts'
import { inertCell } from './escape.ts'
import type { JobLinks } from './links.ts'
import { summands } from './parts.ts'
import { bareColumn, change } from './quantities.ts'
import { conclusionOf, shortName, table } from './tables.ts'

const HEADINGS: Readonly<Partial<Record<Part['kind'], string>>> = {
  job: 'Job',
  run: 'Run',
  command: 'Command',
  estimate: 'Phase',
}

/** Parts up to which all of them are shown: a fold for so few hides more than it saves. */
const FEW = 4
/** Smallest change of one job that is news, as a share: single jobs vary by this much without a cause. */
const NEWS_FROM = 0.1

/** Keeps the sign beside its figure on a phone. */
const NARROW_NBSP = '\u202F'

/** Conclusions that are no news. */
const ORDINARY: ReadonlySet<string> = new Set(['success', 'running', 'skipped', 'neutral'])

/** Table of the jobs of a workflow or the runs of a log, in two pieces: what is shown and what is folded away. */
export interface PartsTable {
  /** Rows that moved or failed, then the others: few by name, many in one row. Empty string if that says nothing. */
  readonly head: string
  /** All parts with their sum; null when the head has them all. */
  readonly tail: { readonly title: string; readonly table: string } | null
}

/**
 * @param shown rows of the head
 * @param folded rows of the fold: beyond them a line says how many there are
 * @param links pages of the jobs
 */
export function partsTable(report: Report, shown: number, folded: number, links: JobLinks): PartsTable {
  const parts = summands(report)
  if (parts.length < 2) return { head: '', tail: null }
  const columns = columnsOf(report, parts, links)
  const news = parts.filter((part) => isNews(part, report))
  const quiet = parts.filter((part) => !news.includes(part))
  const top = parts.length <= FEW ? [...news, ...quiet] : firstOf(news, quiet, shown, report)
  const others = parts.filter((part) => !top.includes(part))
  const rows = top.map((part) => columns.map(({ cell }) => cell(part, news.includes(part))))
  const rest =
    others.length === 0 ? [] : [columns.map(({ sum }, at) => sum(others, at === 0 ? restName(others, report) : ''))]
  const isWorthATable = parts.length <= FEW || top.length > 0
  const head = isWorthATable ? tableOf(columns, [...rows, ...rest]) : ''
  return { head, tail: others.length === 0 ? null : tailOf(report, parts, columns, folded, head === '') }
}

/** What is shown by name: everything that moved or failed; without a baseline the largest as well. */
function firstOf(news: readonly Part[], quiet: readonly Part[], shown: number, report: Report): Part[] {
  if (isCompared(report)) return news.slice(0, shown)
  // One row more is shorter than a row that counts it.
  const room = Math.max(0, Math.min(FEW, shown) - news.length)
  return [...news.slice(0, shown), ...(quiet.length <= room + 1 ? quiet : quiet.slice(0, room))]
}

function isCompared(report: Report): boolean {
  return report.parts.some(({ change: moved }) => moved !== undefined)
}

/** Whether a part failed, is new, or moved. */
function isNews(part: Part, report: Report): boolean {
  return Boolean(part.conclusion && !ORDINARY.has(part.conclusion)) || hasMoved(part, report)
}

/** Whether a part is new, or moved by more than the runs it is compared with vary. */
function hasMoved({ change: moved }: Part, { baseline }: Report): boolean {
  if (moved === undefined || !baseline) return false
  return moved === null || Math.abs(moved) > Math.max(NEWS_FROM, baseline.spread)
}

function restName(others: readonly Part[], report: Report): string {
  const noun = nounOf(report, others.length)
  const isQuiet = isCompared(report) && others.every((part) => !isNews(part, report))
  return isQuiet ? `${others.length} ${noun} without a clear change` : `${others.length} other ${noun}`
}

function nounOf({ subject }: Report, count: number): string {
  const noun = subject.kind === 'workflow' ? 'job' : 'run'
  return count === 1 ? noun : `${noun}s`
}

function tailOf(
  report: Report,
  parts: readonly Part[],
  columns: readonly Column[],
  folded: number,
  isAlone: boolean,
): PartsTable['tail'] {
  const listed = parts.slice(0, folded)
  const left = parts.slice(folded)
  const noun = nounOf(report, parts.length)
  const isQuiet = isAlone && isCompared(report)
  const title = `${isQuiet ? '' : 'All '}${parts.length} ${noun}${isQuiet ? ', none with a clear change' : ''}`
  if (listed.length === 0) return { title, table: '' }
  const more =
    left.length > 0
      ? [
          columns.map(({ sum }, at) =>
            sum(left, at === 0 ? `and ${left.length} more ${nounOf(report, left.length)}` : ''),
          ),
        ]
      : []
  const all = columns.map(({ whole }) => (whole === '' ? '' : `**${whole}**`))
  return {
    title,
    table: tableOf(columns, [...listed.map((part) => columns.map(({ cell }) => cell(part, false))), ...more, all]),
  }
}

function tableOf(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  return table(
    [columns.map(({ heading }) => heading), ...rows],
    columns.map(({ align }) => align),
  )
}

/** A column of the table. Units are in the headings, so that four columns fit on a phone. */
interface Column {
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
function columnsOf(report: Report, parts: readonly Part[], links: JobLinks): Column[] {
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
  const { unit, show } = bareColumn(parts.map(valueOf), family)
  return {
    heading: family === 'g' ? `${unit} CO₂e` : unit,
    align: 'r',
    cell: (part) => show(valueOf(part)),
    sum: (several) => show(sumOrNull(several.map(valueOf))),
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
