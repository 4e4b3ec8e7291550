import { counted } from '../core/text.ts'
import { note } from '../core/notes.ts'
import type { Report } from '../core/report.ts'
import { budgetList } from './budget-lines.ts'
import { encodeRows } from './shared-comment/row-codec.ts'
import { joinRows } from './shared-comment/rows-to-report.ts'
import { JobLinks } from './links.ts'
import { marker } from './shared-comment/marker.ts'
import { partsTable } from './parts-table.ts'
import { facts, headline } from './comment-head.ts'
import * as section from './sections.ts'
import type { SharedRow } from './shared-comment/job-rows.ts'
import { componentsTable } from './tables.ts'
import { type RunMark, wholeLine } from './shared-comment/whole-run.ts'
import type { SummaryOptions } from './summary.ts'
import { waysOut } from './ways-out.ts'

/**
 * Longest comment, in UTF-16 units. GitHub's limit is 65,536 characters (code points) and 262,144 bytes; units are never
 * fewer than code points and take at most three bytes each, so this stays under both.
 */
export const COMMENT_LENGTH = 65_000

export interface CommentOptions extends SummaryOptions {
  /** What the comment belongs to: one comment for each key and pull request. */
  readonly key: string
  /** Rows of all jobs that share the comment, this report's own among them. */
  readonly rows?: readonly SharedRow[]
  /** The run that the comment speaks for as a whole: jobs of it that end later leave the comment alone. */
  readonly wholeRun?: RunMark
}

/** Rows of the table that are shown by name, and rows that are folded away. Taken in turn until the comment fits. */
const SIZES = [
  { shown: 10, folded: 300 },
  { shown: 10, folded: 120 },
  { shown: 10, folded: 50 },
  { shown: 10, folded: 20 },
  { shown: 10, folded: 0 },
  { shown: 3, folded: 0 },
] as const

/**
 * The pull request's comment: headline with letter, grams, share and verdict; what changed; what to do about a budget that is
 * exceeded; what moved or failed; everything else behind folds. All text of others is inert. Never longer than `COMMENT_LENGTH`: tables are shortened
 * from the bottom, then the fold goes; headline and verdict always stay.
 */
export function renderComment(own: Report, given: CommentOptions): string {
  const options = { ...given, runUrl: given.runUrl ?? own.origin?.url ?? null }
  const rows = options.rows ?? []
  const joined = joinRows(rows, own, options.runUrl)
  const hidden = rows.length > 0 ? encodeRows(rows) : null
  const whole = options.wholeRun === undefined ? null : wholeLine(options.wholeRun)
  const head = [marker(options.key), whole ?? hidden?.line].filter(Boolean).join('\n')
  const report = hidden && hidden.left > 0 ? withLost(joined, hidden.left) : joined
  const details = workedOut(report)
  for (const size of SIZES) {
    const comment = `${head}\n${body(report, options, size, details)}\n`
    if (comment.length <= COMMENT_LENGTH) return comment
  }
  const short = `${head}\n${body(report, options, SIZES[5], null)}\n`
  if (short.length <= COMMENT_LENGTH) return short
  return `${[marker(options.key), whole].filter(Boolean).join('\n')}\n${[headline(report), facts(report), section.footer(report, {})].join('\n')}\n`
}

/** A line about rows that could not be kept for the next job. */
function withLost(report: Report, left: number): Report {
  const text = `${counted(left, 'job')} did not fit into this comment and will be missing from its sums: use mode: workflow.`
  return { ...report, notes: [...report.notes, note('shared-rows-lost', text)] }
}

/** @param details how the figures were obtained; null: left out, to be shorter */
function body(
  report: Report,
  options: CommentOptions,
  { shown, folded }: { shown: number; folded: number },
  details: string | null,
): string {
  const links = new JobLinks(report.parts, options.runUrl)
  const parts = partsTable(report, shown, folded, links)
  const tail = parts.tail && (parts.tail.table ? section.fold(parts.tail.title, parts.tail.table) : parts.tail.title)
  const todo = section.worthDoing(options.advice ?? [])
  const hasFailed = report.verdict === 'fail'
  const sections = [
    // No blank line between the two: in an e-mail's plain text they are read together.
    [headline(report), facts(report)].filter(Boolean).join('\n'),
    section.explanation(report, options),
    // Over the budget, what to do comes before the figures.
    hasFailed ? todo : '',
    waysOut(report, options),
    section.policy(report, options),
    section.answered(report),
    parts.head,
    tail,
    section.whereItWent(report),
    hasFailed ? '' : todo,
    budgetList(report),
    section.cautions(report),
    details === null ? '' : section.fold('How this was worked out', details),
    section.footer(report, options),
  ]
  return links.page(sections)
}

function workedOut(report: Report): string {
  const components =
    report.verdict === 'indeterminate' || report.subject.kind === 'workflow' ? '' : componentsTable(report)
  return [components, section.howItWasWorkedOut(report)].filter(Boolean).join('\n\n')
}
