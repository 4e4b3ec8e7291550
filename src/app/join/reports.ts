import path from 'node:path'
import { type Judgeable, largestOf } from '../../core/judge-report.ts'
import { cappedParts, mineralsOfParts, totalsOfParts } from '../../core/totals.ts'
import { audienceOf, note, uniqueNotes } from '../../core/notes.ts'
import type { Units } from '../../core/functional-unit.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { MAX_COUNTS, type Note, type Part, type Report } from '../../core/report.ts'
import { unjudged } from '../../core/unjudged.ts'
import { sumOrNull } from '../../core/quantity.ts'
import { type Doubt, isDoubtful } from '../../core/verdict.ts'
import { DEFAULTS } from '../settings/table.ts'

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
 * @throws ConfigurationError without a report, or if a report is named twice
 */
export function joinReports(
  reports: readonly NamedReport[],
  name: string,
  minCoverage: number = DEFAULTS['min-coverage'],
): Judgeable {
  if (reports.length === 0) throw new ConfigurationError('no report is named: `gate REPORT...` needs at least one')
  assertDistinct(reports)
  const first = reports.length === 1 ? reports[0]?.report : undefined
  const parts = reports.map(({ report, name: file }) => partOf(report, file))
  const doubts = reports.flatMap((each) => coverageDoubt(each, minCoverage) ?? [])
  const notes: Note[] = [
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

/** Rejects the same report twice, which is nearly always a glob that matched too much. @throws ConfigurationError */
function assertDistinct(reports: readonly NamedReport[]): void {
  const seen = new Map<string, string>()
  for (const { name, report } of reports) {
    // Two plans, or logs without times, may have the same figures. Then only the file identifies the report.
    const { subject, started_at, ended_at, energy, emissions } = report
    const own = started_at === null ? path.resolve(name) : [subject, started_at, ended_at, energy, emissions]
    const key = JSON.stringify(own)
    const earlier = seen.get(key)
    if (earlier !== undefined)
      throw new ConfigurationError(`${name} and ${earlier} are the same report: name each once`)
    seen.set(key, name)
  }
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
