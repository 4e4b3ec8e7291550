import { type Judgeable, largestOf } from '../../core/judge-report.ts'
import { audienceOf, uniqueNotes } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Note, Report } from '../../core/report.ts'
import { unjudged } from '../../core/unjudged.ts'
import { type Doubt, isDoubtful } from '../../core/verdict.ts'
import { DEFAULTS } from '../settings/table.ts'
import { type NamedReport, commonNotCounted, coverageDoubt, partOf, sumOf } from './named-report.ts'
import { executionsOf } from './executions.ts'
import { withoutOverlap } from './overlap.ts'
import { namedNote } from './run-notes.ts'

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
      ...sumOf(parts, reports),
      machine: first?.machine ?? null,
      basis: first?.basis ?? { power: null, pue: null, embodied: null, not_counted: commonNotCounted(reports) },
      profile: first?.profile ?? null,
      notes: uniqueNotes(notes),
    },
  )
  const several = (!first || first.subject.kind === 'workflow') && {
    largestJob: largestOf(reports.flatMap(({ report }) => executionsOf(report))),
  }
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
  const about = (words: string, isMeant: (report: Report) => boolean): Note[] =>
    namedNote(
      'part-over-budget',
      given.filter(({ report }) => isMeant(report)).map(({ name, report }) => `${name}${decisiveLine(report)}`),
      (names) => `These reports ${words}: ${names}. The sum is judged by the budgets given here alone.`,
    )
  return [
    ...about('failed their own budgets', ({ verdict }) => verdict === 'fail'),
    ...about(
      'could not be judged by their own budgets',
      (report) => report.verdict === 'indeterminate' && !isDoubtful(report),
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
  return namedNote(
    'origins-differ',
    [...commits].map(([commit, { name }]) => `${name} (${commit})`),
    (names) => `The reports are of several commits or repositories: ${names}. Leave out those of earlier runs.`,
  )
}
