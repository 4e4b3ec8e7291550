import { markdownTable } from 'markdown-table'
import type { Part, Report } from '../core/report.ts'
import { cellsOf } from './cells.ts'
import { NAME_LENGTH, inertCell } from './escape.ts'
import { components } from './parts.ts'
import { bareColumn, minutes } from './quantities.ts'
import { roundedToSum } from './rounded-sums.ts'

/** Rows from which columns are no longer padded: in a long table the padding would be most of the text. */
const PADDED_ROWS = 30

/** A GitHub table. Its source is aligned too, for readers of the plain-text e-mail. */
export function table(rows: readonly (readonly string[])[], align: readonly ('l' | 'r')[]): string {
  return markdownTable(rows, {
    align,
    alignDelimiters: rows.length <= PADDED_ROWS,
    stringLength: cellsOf,
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
  const inGrams = rows.some(({ g }) => g !== null)
  const energy = bareColumn([...rows.map(({ wh }) => wh), report.energy.total_wh], 'wh')
  const emissions = bareColumn([...rows.map(({ g }) => g), report.emissions.total_g], 'g')
  const row = (name: string, wh: string, g: string): string[] => [name, wh, ...(inGrams ? [g] : [])]
  const { total_wh } = report.energy
  const whs = roundedToSum(
    rows.map(({ wh }) => wh ?? 0),
    total_wh,
    energy.step,
  )
  const grams = roundedToSum(
    rows.map(({ g }) => g),
    report.emissions.total_g,
    emissions.step,
  )
  const cells = rows.map(({ name, wh }, at) =>
    row(name, wh === null ? '' : energy.show(whs[at] ?? null), emissions.show(grams[at] ?? null)),
  )
  const all = [energy.show(total_wh), emissions.show(report.emissions.total_g)] as const
  const headings = row('Made of', energy.unit, `${emissions.unit} CO₂e`)
  return table(
    [headings, ...cells, row('**all**', `**${all[0]}**`, `**${all[1]}**`)],
    inGrams ? ['l', 'r', 'r'] : ['l', 'r'],
  )
}

/** Table of a job's steps in their order, for the step summary. */
export function stepsTable(report: Report, limit: number): string {
  const steps = report.parts.filter(({ kind }) => kind === 'step')
  if (steps.length === 0) return ''
  const energy = bareColumn(
    steps.map((step) => step.energy.total_wh),
    'wh',
  )
  const emissions = bareColumn(
    steps.map((step) => step.emissions.total_g),
    'g',
  )
  const rows = steps
    .slice(0, limit)
    .map((step) => [
      `${shortName(step)}${conclusionOf(step)}`,
      minutes(step.duration_s),
      energy.show(step.energy.total_wh),
      emissions.show(step.emissions.total_g),
    ])
  if (steps.length > limit) rows.push([`and ${steps.length - limit} more steps`, '', '', ''])
  return table([['Step', 'min:s', energy.unit, `${emissions.unit} CO₂e`], ...rows], ['l', 'r', 'r', 'r'])
}
