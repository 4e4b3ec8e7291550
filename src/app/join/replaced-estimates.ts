import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import { sumOrNull } from '../../core/quantity.ts'
import type { Part, Report } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { totalsOfParts } from '../../core/totals.ts'
import { jobsOf } from './executions.ts'
import { encloses } from './match.ts'
import type { NamedReport } from './named-report.ts'
import { namesOf } from './run-notes.ts'

/** Reports of jobs, and joined reports without the estimates of these jobs. */
interface Unestimated {
  readonly reports: readonly NamedReport[]
  readonly notes: readonly Note[]
}

/**
 * Takes the estimate of a job out of a joined report where the report of the job itself is there as well: the job that judges its run has
 * not left its report yet when it estimates itself.
 * @throws ConfigurationError if the estimate cannot be taken out
 */
export function withoutReplacedEstimates(given: readonly NamedReport[]): Unestimated {
  const measured = given.filter(({ report }) => report.subject.kind === 'job' && report.started_at !== null)
  const replaced: string[] = []
  const reports = given.flatMap((named): NamedReport[] => {
    const { report } = named
    if (report.subject.kind !== 'workflow') return [named]
    const estimates = new Set<Part>()
    for (const job of measured) {
      const estimate = estimateOf(job.report, report, estimates)
      if (estimate) estimates.add(estimate)
    }
    if (estimates.size === 0) return [named]
    replaced.push(...[...estimates].map(({ name }) => `${name} in ${named.name}`))
    const parts = report.parts.filter((part) => !estimates.has(part))
    assertSumOfParts(named, estimates)
    if (parts.length === 0) return []
    const durationS = sumOrNull(parts.map(({ duration_s }) => duration_s))
    return [{ ...named, report: { ...report, ...totalsOfParts(parts), duration_s: durationS, parts } }]
  })
  if (replaced.length === 0) return { reports, notes: [] }
  const text = `A joined report estimates jobs whose own reports are given as well. The own reports count: ${namesOf(replaced)}.`
  return { reports, notes: [note('reports-repeated', text)] }
}

/**
 * The estimate of a job in a joined report of the same run; undefined without one. Of several jobs of one name the times decide. A single one
 * is the job also where the clocks of runner and forge differ.
 * @param taken estimates of other jobs
 */
function estimateOf({ subject, origin, ...job }: Report, joined: Report, taken: ReadonlySet<Part>): Part | undefined {
  const url = origin?.url ?? null
  if (url !== (joined.origin?.url ?? null)) return undefined
  const named = jobsOf(joined.parts).filter(
    (part) => part.method === 'estimated' && part.name.replace(/ \(attempt \d+\)$/, '') === subject.name,
  )
  const free = named.filter((part) => !taken.has(part))
  const around = free.find(({ started_at: start, ended_at: end }) =>
    encloses({ startMs: timeOf(start), endMs: timeOf(end) }, job),
  )
  return around ?? (url !== null && named.length === 1 ? free[0] : undefined)
}

function timeOf(instant: string | null): number | null {
  return instant === null ? null : Date.parse(instant)
}

/** Rounding of sums, as a share. */
const TOLERANCE = 1e-6

/** @throws ConfigurationError if a joined report is not the sum of its parts or has an estimate deeper inside */
function assertSumOfParts({ name, report }: NamedReport, estimates: ReadonlySet<Part>): void {
  const [whole, sum] = [report.energy.total_wh, totalsOfParts(report.parts).energy.total_wh]
  const isSum = whole === sum || (whole !== null && sum !== null && Math.abs(whole - sum) <= whole * TOLERANCE)
  const [estimate] = estimates
  if (isSum && [...estimates].every((part) => report.parts.includes(part))) return
  throw new ConfigurationError(
    `${printable(name)} has an estimate of ${printable(estimate?.name ?? '')}, and a report of that job is given too: leave out one of them`,
  )
}
