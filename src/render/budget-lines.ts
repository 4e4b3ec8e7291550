import type { BudgetSource } from '../core/judge-report.ts'
import type { Report } from '../core/report.ts'
import type { LineVerdict } from '../core/verdict.ts'
import { inert } from './escape.ts'
import type { Line } from './headline.ts'
import { UNKNOWN, change, percent, quantity } from './quantities.ts'
import { table } from './tables.ts'

/** Maximum number of budget lines shown. One more row counts the rest. */
const SHOWN = 12

const MARKS: Readonly<Record<LineVerdict, string>> = {
  pass: '✅ pass',
  fail: '❌ fail',
  indeterminate: '⬜ indeterminate',
  none: 'no baseline',
  'not-judged': 'not judged here',
}

const JUDGED: ReadonlySet<LineVerdict> = new Set(['pass', 'fail', 'indeterminate'])

/** What was used of a line, in its own metric. */
function usedOf(line: Line): string {
  if (line.used === null) return UNKNOWN
  if (line.scope === 'growth') return change(line.used)
  return quantity(line.used, line.metric === 'energy' ? 'wh' : line.metric === 'water' ? 'l' : 'g', 3)
}

/** Table of the lines as they were written. Empty string for a single one that was judged: the headline has said it. */
export function budgetTable(report: Report): string {
  const { budgets } = report
  const only = budgets[0]
  if (!only || (budgets.length === 1 && JUDGED.has(only.verdict))) return ''
  const rows = budgets
    .slice(0, SHOWN)
    .map((line) => [
      inert(line.line),
      usedOf(line),
      line.scope === 'growth' || line.share === null ? '' : percent(line.share),
      verdictOf(line),
    ])
  if (budgets.length > SHOWN) rows.push([`and ${budgets.length - SHOWN} more lines`, '', '', ''])
  return table([['Budget', 'Used', 'Share', 'Verdict'], ...rows], ['l', 'r', 'r', 'l'])
}

function verdictOf(line: Line): string {
  const mark = MARKS[line.verdict]
  return line.reason ? `${mark}: ${inert(line.reason, 100)}` : mark
}

/** Where the budget was set, for the footer. */
const SOURCES: Readonly<Record<BudgetSource, string>> = {
  input: "the workflow's input",
  file: "the repository's budget file",
  base: 'the base commit',
  organisation: "the organisation's file",
  flag: 'the command line',
}

/** A report of another version may have other sources. */
function sourceText(source: string): string {
  return Object.hasOwn(SOURCES, source) ? SOURCES[source as BudgetSource] : inert(source)
}

/** The places the judged lines come from, in words. */
export function budgetSources(report: Report): string {
  const sources = new Set(report.budgets.map(({ source }) => sourceText(source)))
  return [...sources].slice(0, 4).join(', ')
}
