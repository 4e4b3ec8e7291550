import type { Report } from '../core/report.ts'
import { labelLine } from '../core/judged-line.ts'
import { isDoubtful } from '../core/verdict.ts'
import { inert } from './escape.ts'
import { changeOf, gramsOf, headlineOf, indeterminateWords, usageWords, wattHours } from './headline.ts'
import { periodLines } from './period.ts'
import { unitFigures } from './per-unit.ts'
import { duration, rangeOf } from './quantities.ts'
import { letterScale } from './scale.ts'

/** What a comment or a step summary begins with. Markdown. */

const name = (text: string): string => inert(text) || 'unnamed'

/** `### 🟩 A · 0.41 g CO₂e · 8 % of the budget of 5 g · pass` */
export function headline(report: Report): string {
  const { square, letter, amount, isEmissions, line, share, verdict } = headlineOf(report)
  const figure = amount && (isEmissions ? `${amount} CO₂e` : amount)
  if (report.verdict === 'indeterminate') {
    return `### ${square} indeterminate · ${indeterminateWords(report, figure)}`
  }
  const usage = line && share && usageWords(line, share, name)
  const words = [letter, figure, usage, verdict].filter(Boolean).join(' · ')
  return `### ${square} ${words}`
}

/** Scale, energy, time and range; the figure per unit; the change against the baseline; budgets over time. One line each. */
export function facts(report: Report): string {
  const { letter } = headlineOf(report)
  const wh = wattHours(report)
  const time = report.duration_s === null ? '' : ` in ${duration(report.duration_s)}`
  const change = changeOf(report, name)
  const energy =
    wh &&
    `**${wh}**${report.method ? ` ${report.method}` : ''}${report.subject.kind === 'workflow' && time ? `${time} of machine time` : time}`
  const words = joinFacts([energy, likely(report)])
  const scale = letter === null || words === '' ? '' : `\`${letterScale(letter)}\` `
  return [
    `${scale}${words}`,
    ...unitFigures(report, name).map(({ figure, usage, counted }) => joinFacts([`**${figure}**`, usage, counted])),
    change && capitalized(report.baseline?.clear ? `**${change}**` : change),
    ...periodLines(report, name),
  ]
    .filter(Boolean)
    .join('  \n')
}

/**
 * `likely 0.14 to 0.31 g`, and whether the budget lies within: then the verdict is a close one. Null for a figure that cannot be trusted,
 * whose range says nothing.
 */
function likely(report: Report): string | null {
  const total = gramsOf(report)
  const { value, low, high } = total
  const range = rangeOf(total, 'g')
  if (range === null || low === null || high === null || isDoubtful(report)) return null
  const line = labelLine(report.budgets)
  const isClose = line !== null && line.used === value && low <= line.limit && line.limit < high
  return `likely ${range}${isClose && line.metric === 'emissions' ? ', on both sides of the budget' : ''}`
}

/** The facts of one line that are known. */
function joinFacts(pieces: readonly (string | null)[]): string {
  return pieces.filter(Boolean).join(' · ')
}

/** A sentence of its own begins with a capital, inside emphasis as well. */
function capitalized(text: string): string {
  return text.replace(/[a-z]/, (letter) => letter.toUpperCase())
}
