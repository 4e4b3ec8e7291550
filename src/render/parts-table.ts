import type { Part, Report } from '../core/report.ts'
import { inert } from './escape.ts'
import { grams, wattHours } from './headline.ts'
import { summands } from './parts.ts'
import { NBSP, UNKNOWN, change, column } from './quantities.ts'
import { nameOf, table } from './tables.ts'

const HEADINGS: Readonly<Partial<Record<Part['kind'], string>>> = {
  job: 'Job',
  run: 'Run',
  command: 'Command',
  estimate: 'Phase',
}

/** Table of the jobs of a workflow or the runs of a log, in two pieces: what is shown and what is folded away. */
export interface PartsTable {
  /** Costliest parts with the sum; empty string when there is only one part. */
  readonly head: string
  /** The others; null when all are in the head. */
  readonly tail: { readonly title: string; readonly table: string } | null
}

/**
 * @param shown rows of the head
 * @param folded rows of the fold: beyond them a line says how many there are
 */
export function partsTable(report: Report, shown: number, folded: number): PartsTable {
  const parts = summands(report)
  if (parts.length < 2) return { head: '', tail: null }
  const { headings, align, cells } = columnsOf(report, parts)
  const noun = report.subject.kind === 'workflow' ? 'job' : 'run'
  // One row more is shorter than a fold for it.
  const top = parts.length <= shown + 1 ? parts : parts.slice(0, shown)
  const rest = parts.slice(top.length)
  const all = cells(null).map((cell) => (cell === '' ? '' : `**${cell}**`))
  const head = table([headings, ...top.map(cells), all], align)
  if (rest.length === 0) return { head, tail: null }
  const listed = rest.slice(0, folded)
  const title = `and ${rest.length} more ${noun}${rest.length === 1 ? '' : 's'}`
  const left = rest.length - listed.length
  const more =
    left > 0 ? [[`and ${left} more ${noun}${left === 1 ? '' : 's'}`, ...headings.slice(1).map(() => '')]] : []
  return {
    head,
    tail: { title, table: listed.length > 0 ? table([headings, ...listed.map(cells), ...more], align) : '' },
  }
}

/** The columns that say something here; a row of `null` is the sum. */
function columnsOf(
  report: Report,
  parts: readonly Part[],
): { headings: string[]; align: ('l' | 'r')[]; cells: (part: Part | null) => string[] } {
  const energy = column(
    parts.map((part) => part.energy.total_wh),
    'wh',
  )
  const emissions = column(
    parts.map((part) => part.emissions.total_g),
    'g',
  )
  const first = HEADINGS[parts[0]?.kind ?? 'job'] ?? 'Part'
  const all: { heading: string; align: 'l' | 'r'; show: boolean; cell: (part: Part | null) => string }[] = [
    { heading: first, align: 'l', show: true, cell: (part) => (part ? nameOf(part) : 'all') },
    {
      heading: 'Energy',
      align: 'r',
      show: parts.some((part) => part.energy.total_wh !== null),
      cell: (part) => (part ? energy(part.energy.total_wh) : (wattHours(report) ?? UNKNOWN)),
    },
    {
      heading: 'CO₂e',
      align: 'r',
      show: parts.some((part) => part.emissions.total_g !== null),
      cell: (part) => (part ? emissions(part.emissions.total_g) : (grams(report) ?? UNKNOWN)),
    },
    {
      heading: `vs${NBSP}${inert(report.baseline?.branch ?? '', 20)}`,
      align: 'r',
      show: report.baseline !== null && parts.some((part) => part.change !== undefined),
      cell: (part) => (part ? changeCell(part.change) : report.baseline ? change(report.baseline.change) : ''),
    },
    {
      heading: 'Method',
      align: 'l',
      // A method that all parts share is shown once, further down.
      show: parts.some((part) => part.method !== parts[0]?.method),
      cell: (part) => (part ? (part.method ?? UNKNOWN) : (report.method ?? UNKNOWN)),
    },
  ]
  const shown = all.filter(({ show }) => show)
  return {
    headings: shown.map(({ heading }) => heading),
    align: shown.map(({ align }) => align),
    cells: (part) => shown.map(({ cell }) => cell(part)),
  }
}

function changeCell(value: number | null | undefined): string {
  if (value === undefined) return ''
  return value === null ? 'new' : change(value)
}
