import { markdownTable } from 'markdown-table'
import type { Part, Report } from '../core/report.ts'
import { NAME_LENGTH, inertCell } from './escape.ts'
import { grams, wattHours } from './headline.ts'
import { type Component, components } from './parts.ts'
import { UNKNOWN, column, duration, percent } from './quantities.ts'

/** Rows from which columns are no longer padded: in a long table the padding would be most of the text. */
const PADDED_ROWS = 30

/** A GitHub table. Its source is aligned too, for readers of the plain-text e-mail. */
export function table(rows: readonly (readonly string[])[], align: readonly ('l' | 'r')[]): string {
  return markdownTable(rows, {
    align,
    alignDelimiters: rows.length <= PADDED_ROWS,
    stringLength: (text) => [...text].length,
  })
}

/** A part's name for a table cell: cut in the middle, since the names of matrix jobs differ at their ends. */
export function shortName({ name }: Pick<Part, 'name'>): string {
  return inertCell(name, NAME_LENGTH) || 'unnamed'
}

/** Signs of conclusions that a reviewer must not miss. */
const SIGNS: Readonly<Record<string, string>> = { failure: '❌ ', timed_out: '❌ ', 'over budget': '❌ ' }

/** ` ❌ failure`: what became of a part, when that was not success; empty string otherwise. */
export function conclusionOf({ conclusion }: Pick<Part, 'conclusion'>): string {
  if (!conclusion || conclusion === 'success') return ''
  const sign = Object.hasOwn(SIGNS, conclusion) ? SIGNS[conclusion] : ''
  return ` ${sign}${inertCell(conclusion.replaceAll('_', ' '), 20)}`
}

/** Table of what a single job's figure is made of; empty string when the parts are not known. */
export function componentsTable(report: Report): string {
  const rows = components(report)
  if (rows.length < 2) return ''
  const energy = column(
    rows.map(({ wh }) => wh),
    'wh',
  )
  const emissions = column(
    rows.map(({ g }) => g),
    'g',
  )
  const inGrams = rows.some(({ g }) => g !== null)
  const cells = ({ name, wh, g }: Component): string[] => [
    name,
    wh === null ? '' : energy(wh),
    ...(inGrams ? [emissions(g)] : []),
  ]
  const all = [
    '**all**',
    `**${wattHours(report) ?? UNKNOWN}**`,
    ...(inGrams ? [`**${grams(report) ?? UNKNOWN}**`] : []),
  ]
  const headings = ['Made of', 'Energy', ...(inGrams ? ['CO₂e'] : [])]
  return table([headings, ...rows.map(cells), all], inGrams ? ['l', 'r', 'r'] : ['l', 'r'])
}

/** Table of a job's steps in their order, for the step summary. */
export function stepsTable(report: Report, limit: number): string {
  const steps = report.parts.filter(({ kind }) => kind === 'step')
  if (steps.length === 0) return ''
  const energy = column(
    steps.map((step) => step.energy.total_wh),
    'wh',
  )
  const emissions = column(
    steps.map((step) => step.emissions.total_g),
    'g',
  )
  const whole = report.energy.total_wh ?? 0
  const rows = steps
    .slice(0, limit)
    .map((step) => [
      `${shortName(step)}${conclusionOf(step)}`,
      duration(step.duration_s),
      energy(step.energy.total_wh),
      emissions(step.emissions.total_g),
      whole > 0 && step.energy.total_wh !== null ? percent(step.energy.total_wh / whole) : UNKNOWN,
    ])
  if (steps.length > limit) rows.push([`and ${steps.length - limit} more steps`, '', '', '', ''])
  return table([['Step', 'Time', 'Energy', 'CO₂e', 'Share'], ...rows], ['l', 'r', 'r', 'r', 'r'])
}
