import type { Part, Report } from '../core/report.ts'
import type { JobLinks } from './links.ts'
import { type Column, columnsOf, hasMoved, isCompared } from './parts-columns.ts'
import { summands } from './parts.ts'
import { table } from './tables.ts'

/** Parts up to which all of them are shown: a fold for so few hides more than it saves. */
const FEW = 4
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

/** Whether a part failed, is new, or moved. */
function isNews(part: Part, report: Report): boolean {
  return Boolean(part.conclusion && !ORDINARY.has(part.conclusion)) || hasMoved(part, report)
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
