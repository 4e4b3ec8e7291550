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
import { withoutOverlap } from './overlap.ts'
import { namesOf } from './run-notes.ts'

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
  const { reports, notes: overlapNotes } = withoutOverlap(given)
  const first = reports.length === 1 ? reports[0]?.report : undefined
  const parts = reports.map(({ report, name: file }) => partOf(report, file))
  // A copy may say that the figure is not trustworthy where the other one was changed to say that it is.
  const doubts = given.flatMap((named) => coverageDoubt(named, minCoverage) ?? [])
  const notes: Note[] = [
    ...overlapNotes,
    ...ownVerdictNotes(given),
    ...originNotes(reports),
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
  const doubt = doubtOfSum(given, doubts.length > 0)
  return { draft, judging: { doubt, ownScopes: ['job', 'workflow'], ...several } }
}

/** Missing energy counts only with a budget. Every other doubt about a part makes the sum untrusted. */
function doubtOfSum(reports: readonly NamedReport[], isDoubted: boolean): Doubt | null {
  if (!isDoubted) return null
  const codes = reports.flatMap(({ report }) => (isDoubtful(report) ? [report.figure?.reason_code] : []))
  return codes.length > 0 && codes.every((code) => code === 'energy-missing') ? 'energy-missing' : 'part-untrusted'
}

/** Names the reports that did not meet their own budgets. The sum is judged by other lines and may pass. */
function ownVerdictNotes(given: readonly NamedReport[]): Note[] {
  const about = (words: string, list: readonly NamedReport[]): Note[] => {
    if (list.length === 0) return []
    const names = namesOf(list.map(({ name, report }) => `${name}${decisiveLine(report)}`))
    return [
      note('part-over-budget', `These reports ${words}: ${names}. The sum is judged by the budgets given here alone.`),
    ]
  }
  return [
    ...about(
      'failed their own budgets',
      given.filter(({ report }) => report.verdict === 'fail'),
    ),
    ...about(
      'could not be judged by their own budgets',
      given.filter(({ report }) => report.verdict === 'indeterminate' && !isDoubtful(report)),
    ),
  ]
}

function decisiveLine({ budgets, verdict }: Report): string {
  const line = budgets.find((judged) => judged.verdict === verdict)
  return line ? ` (${line.line})` : ''
}

/** Warns about reports of several commits: one may be left over from an earlier run. */
function originNotes(reports: readonly NamedReport[]): Note[] {
  const commits = new Map<string, NamedReport>()
  for (const named of reports) {
    const { repository = null, commit = null } = named.report.origin ?? {}
    if (commit !== null) commits.set(`${repository ?? ''}@${commit.slice(0, 12)}`, named)
  }
  if (commits.size < 2) return []
  const listed = namesOf([...commits].map(([commit, { name }]) => `${name} (${commit})`))
  return [
    note(
      'origins-differ',
      `The reports are of several commits or repositories: ${listed}. Leave out those of earlier runs.`,
    ),
  ]
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
