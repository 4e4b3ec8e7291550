import type { Report } from '../core/report.ts'
import { budgetList } from './budget-lines.ts'
import { JobLinks } from './links.ts'
import { partsTable } from './parts-table.ts'
import { powerChart } from './power-chart.ts'
import { facts, headline } from './comment-head.ts'
import * as section from './sections.ts'
import { componentsTable, stepsTable } from './tables.ts'
import { type WaysOut, waysOut } from './ways-out.ts'

/** GitHub throws away the whole of a summary over 1 MiB (1,048,576 bytes); a UTF-16 unit takes at most three. */
export const SUMMARY_LENGTH = 300_000

export interface SummaryOptions extends section.FooterOptions, section.PolicyOptions, WaysOut {
  readonly advice?: readonly section.Advice[]
}

/** The step summary: what the comment says, with every step's figures and the power over time. */
export function renderSummary(report: Report, options: SummaryOptions = {}): string {
  for (const rows of [500, 100, 20]) {
    const summary = written(report, options, rows)
    if (summary.length <= SUMMARY_LENGTH) return summary
  }
  return `${headline(report)}\n${facts(report)}\n`
}

function written(report: Report, options: SummaryOptions, rows: number): string {
  const links = new JobLinks(report.parts, options.runUrl)
  const parts = partsTable(report, rows, rows, links)
  const steps = stepsTable(report, rows)
  const sections = [
    [headline(report), facts(report)].filter(Boolean).join('\n'),
    section.explanation(report, options),
    waysOut(report, options),
    section.policy(report, options),
    section.answered(report),
    parts.head || (report.verdict === 'indeterminate' ? '' : componentsTable(report)),
    parts.tail && section.fold(parts.tail.title, parts.tail.table),
    steps,
    section.whereItWent(report, steps ? ['process'] : undefined),
    section.worthDoing(options.advice ?? []),
    budgetList(report),
    powerChart(report),
    section.cautions(report),
    section.fold('How this was worked out', section.howItWasWorkedOut(report)),
    section.footer(report, options),
  ]
  return `${links.page(sections)}\n`
}
