import { FIGURE_OF } from '../core/units.ts'
import { hasCode, isPolicyNote } from '../core/notes.ts'
import type { Part, Report } from '../core/report.ts'
import { labelLine, ownTotals } from '../core/judged-line.ts'
import { visible } from './escape.ts'
import { type Line, failedGrowth, lineDigits, spansRuns } from './headline.ts'
import { type Component, components, portions, summands } from './parts.ts'
import { change, percent, quantity, quantityBeside, shownValue } from './quantities.ts'
import { stopSentence } from './stop-sentence.ts'

/** Makes untrusted text safe for the place that it is shown in. */
export type Escape = (text: string) => string

/**
 * Notes at level info that answer a question of the reader, so that they are shown and not folded away. Of an estimate, what it assumes
 * is a part of the answer.
 */
export function answers(report: Report): Report['notes'] {
  const isEstimate = report.subject.kind === 'estimate'
  return report.notes.filter(
    (note) =>
      hasCode(note, 'plan-where', 'plan-when', 'usage-elsewhere', 'log-place-replaced') ||
      (isEstimate && note.level === 'info' && !isPolicyNote(note)),
  )
}

/** `Over by 4.2 g`, `Energy +31 % where +10 % vs main is allowed`: every way in which the budget was missed. */
function excesses(report: Report, escape: Escape): string[] {
  const found: string[] = []
  const line = exceededLine(report)
  if (line) found.push(`Over by ${excessOf(line, report, escape)}${ownShare(line, report)}`)
  const growth = failedGrowth(report)
  if (growth && growth.used !== null)
    found.push(`Energy ${change(growth.used)} where ${escape(growth.line)} is allowed`)
  return found
}

/**
 * Why a report is over its budget, in sentences: the excess, how a stop went, the largest causes. Null for one that is not.
 * @param emphasize marks the first of them
 */
export function reasonOfExcess(
  report: Report,
  escape: Escape,
  emphasize = (sentence: string): string => sentence,
): string | null {
  const excess = excesses(report, escape)
  const largest = causes(report, escape)
  const sentences = [
    excess.length === 0 ? '' : emphasize(`${excess.join('. ')}.`),
    report.stopped ? stopSentence(report.stopped, escape) : '',
    largest.length === 0 ? '' : `Largest: ${largest.join(', ')}.`,
  ]
  return sentences.filter(Boolean).join(' ') || null
}

/** The line that sets the label, if it is exceeded. */
function exceededLine({ budgets }: Report): Line | null {
  const line = labelLine(budgets)
  return line && line.share !== null && line.share > 1 ? line : null
}

/** `Over by 4.2 g`; null for a report within its absolute budgets. Plain text. */
export function excessWords(report: Report): string | null {
  const line = exceededLine(report)
  return line && `Over by ${excessOf(line, report, visible)}`
}

function excessOf(line: Line, report: Report, escape: Escape): string {
  const used = line.used ?? 0
  const family = FIGURE_OF[line.metric]
  // Rounded as the figure beside it, so that figure, limit and excess add up.
  const shown = shownValue(used, family, lineDigits(line, report))
  const over = shown > line.limit ? Number((shown - line.limit).toPrecision(12)) : Math.max(0, used - line.limit)
  const amount = quantity(over, family, 2)
  // The units that the line counts exceed it, not the figure beside it.
  const counted = line.scope === 'unit' ? / (per .+)/.exec(line.line)?.[1] : undefined
  return counted === undefined ? amount : `${amount} ${escape(counted)}`
}

/** Of a sum of many runs, what this one added. */
function ownShare(line: Line, report: Report): string {
  const own = ownTotals(report)[line.metric]
  return spansRuns(line) && own !== null ? `; this run added ${quantity(own, FIGURE_OF[line.metric], 2)}` : ''
}

/** Whether something of this run explains what is exceeded. */
export function hasOwnCauses(report: Report): boolean {
  const line = exceededLine(report)
  return (line !== null && !spansRuns(line)) || failedGrowth(report) !== null
}

/** The two largest causes: jobs of a workflow, steps of a job, else the machine's components. */
function causes(report: Report, escape: Escape): string[] {
  if (!hasOwnCauses(report)) return []
  const parts = summands(report).filter(({ kind }) => kind !== 'rest')
  if (parts.length > 1) {
    const [first] = parts
    const most = weightOf(first)
    // A job that is a hundredth of the other explains nothing.
    const large = parts.filter((part, index) => index === 0 || weightOf(part) >= most * WORTH_NAMING)
    return large.slice(0, 2).map((part) => {
      const { total_g } = part.emissions
      const size =
        total_g === null
          ? quantityBeside(part.energy.total_wh, first?.energy.total_wh ?? null, 'wh')
          : quantityBeside(total_g, first?.emissions.total_g ?? null, 'g')
      const before = report.baseline?.branch
      const isNew = part.change === null && before !== undefined ? `, new since ${escape(before)}` : ''
      const grown = typeof part.change === 'number' && part.change > 0.1 ? `, ${change(part.change)}` : ''
      return `${escape(part.name)} (${size}${isNew}${grown})`
    })
  }
  const steps = portions(report, 'step').slice(0, 2)
  if (steps.length > 0) return steps.map(({ name, share }) => `${escape(name)} (${percent(share)})`)
  return largestComponents(report)
}

/** The machine's largest components, in the unit of the exceeded budget. */
function largestComponents(report: Report): string[] {
  const inWh = labelLine(report.budgets)?.metric === 'energy' || report.emissions.total_g === null
  const sizeOf = ({ g, wh }: Component): number => (inWh ? wh : g) ?? 0
  const largest = components(report)
    .map((component) => ({ name: inSentence(component.name), size: sizeOf(component) }))
    .filter(({ size }) => size > 0)
    .toSorted((a, b) => b.size - a.size)
    .slice(0, 2)
  const most = largest[0]?.size ?? null
  return largest.map(({ name, size }) => `${name} (${quantityBeside(size, most, inWh ? 'wh' : 'g')})`)
}

/** Share of the largest cause from which the second is one too. */
const WORTH_NAMING = 0.05

function weightOf(part: Pick<Part, 'energy' | 'emissions'> | undefined): number {
  return part?.emissions.total_g ?? part?.energy.total_wh ?? 0
}

/** A name within a sentence; abbreviations keep their capitals. */
function inSentence(name: string): string {
  return name === name.toUpperCase() ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

/** Why there is no verdict, and what to do: the report's own errors, else the reasons of its lines. */
export function missing(report: Report, escape: Escape): string[] {
  const errors = report.notes.filter(({ level }) => level === 'error').map(({ text }) => text)
  const reasons = report.budgets.filter(({ verdict }) => verdict === 'indeterminate').map(({ reason }) => reason ?? '')
  const found = [...new Set(errors.length > 0 ? errors : reasons)].filter((text) => text !== '')
  const unjudged = report.notes.find((note) => hasCode(note, 'no-line-judged'))
  if (found.length === 0) found.push(unjudged?.text ?? reasonFromFigures(report))
  return found.slice(0, 3).map((text) => escape(text))
}

/** What a report without an error or a reason lacks, by its figures. */
function reasonFromFigures({ energy, emissions }: Report): string {
  if (energy.total_wh === null && emissions.total_g === null) return 'Energy and emissions are unknown.'
  if (emissions.total_g === null) return 'The emissions are unknown for a part of the energy; see the warnings.'
  if (energy.total_wh === null) return 'The energy is unknown; see the warnings.'
  return 'The figure cannot be trusted; see the warnings.'
}

/** What was decided apart from the figures. A forecast and a stop are said in other lines. */
export function decisions(report: Report): Report['notes'] {
  return report.notes.filter(
    (each) =>
      isPolicyNote(each) && !(report.stopped && hasCode(each, 'stopped-by-budget')) && visible(each.text) !== '',
  )
}

/** Notes below the headline: warnings, and the errors that `missing` does not already show. */
export function warnings(report: Report): Report['notes'] {
  const shownErrors = report.verdict === 'indeterminate' ? 3 : 0
  let errors = 0
  const texts = new Set<string>()
  return report.notes.filter((note) => {
    const { level, text } = note
    if (texts.has(text) || visible(text.slice(0, 500)) === '') return false
    texts.add(text)
    if (isPolicyNote(note)) return false
    if (level === 'error') return errors++ >= shownErrors
    return level === 'warning'
  })
}
