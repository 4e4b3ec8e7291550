import path from 'node:path'
import { type Judgeable, largestOf } from '../../core/judge-report.ts'
import { cappedParts, mineralsOfParts, totalsOfParts } from '../../core/totals.ts'
import { audienceOf, note, uniqueNotes } from '../../core/notes.ts'
import type { Units } from '../../core/functional-unit.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { MAX_COUNTS, type Note, type Part, type Report } from '../../core/report.ts'
import { unjudged } from '../../core/unjudged.ts'
import { sumOrNull } from '../../core/quantity.ts'
import { printable } from '../../core/text.ts'
import { type Doubt, isDoubtful } from '../../core/verdict.ts'
import { DEFAULTS } from '../settings/table.ts'
import { areCopies } from './match.ts'
import { copiesNote } from './run-notes.ts'

/** A report with where it came from. */
export interface NamedReport {
  readonly name: string
  readonly report: Report
}

/** One report as a part of a larger one. */
export function partOf(report: Report, source: string | null, kind: Part['kind'] = 'job'): Part {
  return {
    kind,
    name: report.subject.name,
    started_at: report.started_at,
    ended_at: report.ended_at,
    duration_s: report.duration_s,
    energy: report.energy,
    pue: report.pue,
    intensity: report.intensity,
    emissions: report.emissions,
    water: report.water,
    minerals_kg_sb: report.minerals_kg_sb ?? null,
    method: report.method,
    coverage: report.coverage,
    machine: report.machine,
    units: report.units,
    ...(report.counts && { counts: report.counts }),
    source,
    parts: report.parts,
  }
}

/**
 * Joins reports into one. A report whose figure is not trusted, or that covers too little of its time, makes the sum untrusted.
 * Lines about a job are compared with the largest of several reports, as in a whole workflow.
 * @param minCoverage share of its time that a report must cover, if it reports coverage
 * @throws ConfigurationError without a report, or if two contradict each other
 */
export function joinReports(
  given: readonly NamedReport[],
  name: string,
  minCoverage: number = DEFAULTS['min-coverage'],
): Judgeable {
  if (given.length === 0) throw new ConfigurationError('no report is named: `gate REPORT...` needs at least one')
  const { reports, copies } = distinctOf(given)
  const first = reports.length === 1 ? reports[0]?.report : undefined
  const parts = reports.map(({ report, name: file }) => partOf(report, file))
  const doubts = reports.flatMap((each) => coverageDoubt(each, minCoverage) ?? [])
  const notes: Note[] = [
    ...copiesNote(copies),
    ...doubts,
    // Decisions and waivers apply to each report's own budget, not to that of the sum.
    ...reports.flatMap(({ report }) => report.notes).filter((each) => audienceOf(each) === 'figure'),
  ]
  const draft = unjudged(
    { kind: 'workflow', name },
    {
      ...span(parts),
      duration_s: sumOrNull(parts.map(({ duration_s }) => duration_s)),
      machine: first?.machine ?? null,
      ...totalsOfParts(parts),
      minerals_kg_sb: mineralsOfParts(parts),
      units: unitsOf(reports),
      ...countsOf(reports),
      parts: cappedParts(parts),
      basis: first?.basis ?? { power: null, pue: null, embodied: null, not_counted: commonNotCounted(reports) },
      profile: first?.profile ?? null,
      notes: uniqueNotes(notes),
    },
  )
  const several = reports.length > 1 && { largestJob: largestOf(reports.map(({ report }) => report)) }
  const doubt = doubtOfSum(reports, doubts.length > 0)
  return { draft, judging: { doubt, ownScopes: ['job', 'workflow'], ...several } }
}

/** Missing energy counts only with a budget. Every other doubt about a part makes the sum untrusted. */
function doubtOfSum(reports: readonly NamedReport[], isDoubted: boolean): Doubt | null {
  if (!isDoubted) return null
  const codes = reports.flatMap(({ report }) => (isDoubtful(report) ? [report.figure?.reason_code] : []))
  return codes.length > 0 && codes.every((code) => code === 'energy-missing') ? 'energy-missing' : 'part-untrusted'
}

/** Why a report's figure makes a sum untrusted; null if it does not. */
export function coverageDoubt({ name, report }: NamedReport, minCoverage: number): Note | null {
  const { coverage } = report
  if (isDoubtful(report)) {
    const text = `${name} has no trustworthy figure: the sum has none either`
    return note('part-indeterminate', text)
  }
  if (coverage === null || coverage >= minCoverage) return null
  const [covered, least] = [coverage, minCoverage].map((share) => `${(share * 100).toFixed(0)} %`)
  const text = `${name} covers ${covered} of its time, at least ${least} is needed: lower min-coverage to accept it`
  return note('low-coverage', text)
}

/**
 * Leaves out reports that would count twice: copies, and reports that another report contains as a part.
 * @throws ConfigurationError if one measurement has two reports that differ
 */
function distinctOf(given: readonly NamedReport[]): { reports: readonly NamedReport[]; copies: readonly string[] } {
  const reports: NamedReport[] = []
  for (const named of given) {
    // Two plans, or logs without times, may have the same figures. Then only the file identifies the report.
    const isCopy = reports.some(
      (earlier) => areCopies(earlier.report, named.report) || path.resolve(earlier.name) === path.resolve(named.name),
    )
    if (isCopy || given.some((whole) => whole !== named && isPartOf(named.report, whole.report))) continue
    const other = reports.find((earlier) => isSameWork(earlier.report, named.report))
    if (other) {
      throw new ConfigurationError(
        `${printable(other.name)} and ${printable(named.name)} are different reports of the same work (${printable(named.report.subject.name)}, started ${named.report.started_at}): name one of them`,
      )
    }
    reports.push(named)
  }
  return { reports, copies: given.filter((report) => !reports.includes(report)).map(({ name }) => name) }
}

/** Whether two reports are about one execution: the same job or command, in the same run, from the same millisecond. */
function isSameWork(a: Report, b: Report): boolean {
  const workOf = ({ subject, started_at, origin, machine }: Report): string =>
    JSON.stringify([subject, started_at, origin ?? null, machine])
  return a.started_at !== null && ['job', 'command'].includes(a.subject.kind) && workOf(a) === workOf(b)
}

/** Whether a joined report contains another report as a part. */
function isPartOf(report: Report, whole: Report): boolean {
  const { subject, started_at, energy } = report
  if (whole.subject.kind !== 'workflow' || subject.kind === 'workflow' || started_at === null) return false
  return whole.parts.some(
    (part) => part.name === subject.name && part.started_at === started_at && part.energy.it_wh === energy.it_wh,
  )
}

export function span(parts: readonly Part[]): Pick<Report, 'started_at' | 'ended_at'> {
  const starts = parts.map(({ started_at }) => started_at).filter((time) => time !== null)
  const ends = parts.map(({ ended_at }) => ended_at).filter((time) => time !== null)
  const byTime = (a: string, b: string): number => Date.parse(a) - Date.parse(b)
  return { started_at: starts.sort(byTime)[0] ?? null, ended_at: ends.sort(byTime).at(-1) ?? null }
}

export function unitsOf(reports: readonly NamedReport[]): Units | null {
  const units = reports.map(({ report }) => report.units).filter((each) => each !== null)
  const first = units[0]
  if (!first || units.some(({ name }) => name !== first.name)) return null
  return { name: first.name, count: units.reduce((sum, { count }) => sum + count, 0) }
}

/** Functional units that reports count side by side, summed by name; the common unit stays the first. */
export function countsOf(reports: readonly NamedReport[]): { counts?: Units[] } {
  const own = unitsOf(reports)
  const counts = new Map<string, number>()
  for (const { report } of reports) {
    for (const { name, count } of report.counts ?? []) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  if (counts.size === 0) return {}
  if (own) counts.delete(own.name)
  return {
    counts: [...(own ? [own] : []), ...[...counts].map(([name, count]) => ({ name, count }))].slice(0, MAX_COUNTS),
  }
}

export function commonNotCounted(reports: readonly NamedReport[]): string[] {
  return [...new Set(reports.flatMap(({ report }) => report.basis.not_counted))]
}
