import type { Report } from '../../core/report.ts'
import type { ArtifactName } from '../../github/artifact-name.ts'
import type { RunJob } from '../../github/jobs.ts'

/** A report that a job left as an artifact. */
export interface LeftReport {
  readonly artifact: ArtifactName
  readonly title: string
  readonly report: Report
}

/** Which report belongs to which job. */
export interface Matches {
  readonly ofJob: ReadonlyMap<number, LeftReport>
  /** Reports of jobs that the API does not list. */
  readonly without: readonly LeftReport[]
}

/** Whether two reports have the same content. A copy may have another file name or format. */
function areCopies(a: Report, b: Report): boolean {
  return a.started_at !== null && contentOf(a) === contentOf(b)
}

/** What copies of a report have in common. Budgets and notes may differ: a copy may have been judged again. */
export function contentOf({ subject, started_at, ended_at, machine, origin, energy, emissions }: Report): string {
  return JSON.stringify([subject, started_at, ended_at, machine, origin ?? null, energy, emissions])
}

/** The reports of a run: without copies, the copies, and reports that differ although they are of one job. */
export interface DistinctReports {
  readonly distinct: readonly LeftReport[]
  readonly copies: readonly LeftReport[]
  readonly conflicting: readonly LeftReport[]
}

/** Finds copies of a job's report, and reports that contradict another report of the same job. A job writes one report. */
export function distinctReports(reports: readonly LeftReport[]): DistinctReports {
  const isOfJob = (a: LeftReport, b: LeftReport): boolean =>
    a.artifact.checkRunId === b.artifact.checkRunId && a.artifact.attempt === b.artifact.attempt
  const copies = reports.filter((left, index) =>
    reports.slice(0, index).some((earlier) => isOfJob(earlier, left) && areCopies(earlier.report, left.report)),
  )
  const distinct = reports.filter((left) => !copies.includes(left))
  const isMeasured = ({ artifact }: LeftReport): boolean => artifact.kind === 'job' && artifact.checkRunId !== null
  const measured = distinct.filter(isMeasured)
  const conflicting = measured.filter((left) => measured.some((other) => other !== left && isOfJob(other, left)))
  return { distinct, copies, conflicting }
}

/** Maximum difference of the clocks of runner and server, with times cut to the second, ms. */
const CLOCK_SLACK_MS = 5_000

/** Assigns reports to jobs: by check run id if the forge has one, else by job key, attempt and time. A job gets one report. */
export function matchReports(jobs: readonly RunJob[], reports: readonly LeftReport[]): Matches {
  const ofJob = new Map<number, LeftReport>()
  const without: LeftReport[] = []
  const byId = new Map(jobs.map((job) => [job.id, job]))
  for (const left of reports) {
    const id = left.artifact.checkRunId
    const job = id === null ? soleCandidate(jobs, left, ofJob) : byId.get(id)
    if (job && !ofJob.has(job.id)) ofJob.set(job.id, left)
    else without.push(left)
  }
  return { ofJob, without }
}

/** The one job of that attempt that ran around the report's time. If there are several, the job key decides. */
function soleCandidate(
  jobs: readonly RunJob[],
  { artifact, report }: LeftReport,
  taken: ReadonlyMap<number, unknown>,
): RunJob | undefined {
  const around = jobs.filter((job) => job.attempt === artifact.attempt && !taken.has(job.id) && encloses(job, report))
  const named = around.filter((job) => hasKey(job.name, artifact.job))
  const candidates = named.length > 0 ? named : around
  return candidates.length === 1 ? candidates[0] : undefined
}

/** Whether a time span contains that of a report, but for the difference of two clocks. A span without an end still runs. */
export function encloses(
  { startMs, endMs }: Pick<RunJob, 'startMs' | 'endMs'>,
  { started_at, ended_at }: Pick<Report, 'started_at' | 'ended_at'>,
): boolean {
  if (startMs === null || started_at === null || ended_at === null) return false
  const end = endMs ?? Number.POSITIVE_INFINITY
  return Date.parse(started_at) >= startMs - CLOCK_SLACK_MS && Date.parse(ended_at) <= end + CLOCK_SLACK_MS
}

/** `caller / test (20)` has the key `test`, unless the workflow names the job. */
function hasKey(name: string, key: string): boolean {
  const last = name.split(' / ').at(-1) ?? name
  return last === key || last.startsWith(`${key} (`)
}
