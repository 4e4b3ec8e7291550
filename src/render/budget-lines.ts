import { FIGURE_OF } from '../core/units.ts'
import type { BudgetSource } from '../core/judge-report.ts'
import type { Report } from '../core/report.ts'
import type { LineVerdict } from '../core/verdict.ts'
import { inert, inertSentence } from './escape.ts'
import { type Line, lineDigits } from './headline.ts'
import { REASON_LENGTH, markOf } from './line-verdicts.ts'
import { UNKNOWN, change, percent, quantity } from './quantities.ts'

/** Maximum number of budget lines shown. One more row counts the rest. */
const SHOWN = 12

/** Verdicts with which the headline names the line. An indeterminate headline names none. */
const IN_HEADLINE: ReadonlySet<LineVerdict> = new Set(['pass', 'fail'])

/** What was used of a line, in its own metric, with as many digits as the headline has. */
function usedOf(line: Line, report: Report): string {
  if (line.used === null) return UNKNOWN
  if (line.scope === 'growth') return change(line.used)
  return quantity(line.used, FIGURE_OF[line.metric], lineDigits(line, report))
}

/**
 * The lines as they were written, one a line: a table of them is wider than a phone. Empty string for a single one that the
 * headline names.
 */
export function budgetList(report: Report): string {
  const { budgets } = report
  const only = budgets[0]
  if (!only) return ''
  const isInHeadline = report.verdict !== 'indeterminate' && IN_HEADLINE.has(only.verdict)
  if (budgets.length === 1 && isInHeadline) return ''
  const lines = budgets.slice(0, SHOWN).map((line) => `- ${lineWords(line, report)}`)
  if (budgets.length > SHOWN) lines.push(`- and ${budgets.length - SHOWN} more lines`)
  return `**Budgets**\n${lines.join('\n')}`
}

/** `✅ pass **10 kg**: 8.1 kg, 81 %`. */
function lineWords(line: Line, report: Report): string {
  const share = line.scope === 'growth' || line.share === null ? null : percent(line.share)
  const used = [line.used === null ? null : usedOf(line, report), share].filter(Boolean).join(', ')
  const reason = line.reason ? inertSentence(line.reason, REASON_LENGTH) : ''
  return [`${markOf(line.verdict)} **${inert(line.line)}**`, [used, reason].filter(Boolean).join('; ')]
    .filter(Boolean)
    .join(': ')
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
