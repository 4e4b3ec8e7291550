import type { Part, Report } from '../../core/report.ts'
import type { Entry } from '../../ledger/entry.ts'
import { type Origin, entryFromReport, reportId } from '../../ledger/from-report.ts'
import { reportOfPart } from '../join/part-report.ts'

/** A step of a job with what it used. */
type StepUse = Pick<Entry, 'repository' | 'workflow' | 'job' | 'wh' | 'g' | 'op_g' | 'em_g' | 'l' | 's'> & {
  readonly step: string
}

/** What reports say, in the form of a ledger. */
export interface ReportEntries {
  readonly entries: readonly Entry[]
  readonly steps: readonly StepUse[]
  /** Jobs that more than one report has, such as the job's own and that of its run. They count once. */
  readonly duplicates: number
  /** Reports without an end: they are dated to the time of reading. */
  readonly undated: number
}

/** Number of the run in an address of GitHub. */
const RUN_ADDRESS = /\/actions\/runs\/(\d{1,16})/

/**
 * The jobs of reports as entries that are in no ledger. A report of a whole run gives one entry for each of its jobs.
 * @param nowMs time of reading, Unix ms: the end of a report without one
 */
export function entriesOfReports(reports: readonly Report[], nowMs: number): ReportEntries {
  const entries: Entry[] = []
  const steps: StepUse[] = []
  const seen = new Set<string>()
  let duplicates = 0
  let undated = 0
  for (const report of reports) {
    for (const job of jobsOf(report)) {
      const id = identityOf(job)
      if (seen.has(id)) {
        duplicates += 1
        continue
      }
      seen.add(id)
      const { entry, isUndated } = entryFromReport(job, originOf(report, job), nowMs)
      if (isUndated) undated += 1
      entries.push(entry)
      for (const step of job.parts.filter(({ kind }) => kind === 'step')) steps.push(stepUse(step, entry))
    }
  }
  return { entries, steps, duplicates, undated }
}

/** The job itself, or the jobs that a run's report joins. */
function jobsOf(report: Report): readonly Report[] {
  const jobs = report.parts.filter(({ kind }) => kind === 'job')
  const isWhole = report.subject.kind === 'workflow' && jobs.length > 0 && jobs.length === report.parts.length
  if (!isWhole) return [report]
  return jobs.map((part) => jobReport(part, report))
}

/** A job of a run's report as a report of its own, with its steps. */
function jobReport(part: Part, { tool, origin }: Report): Report {
  return { ...reportOfPart(part, tool), origin, parts: part.parts ?? [] }
}

/** A job is the same if name, times and energy are: another run cannot have all of them. Without times, only a copy is the same. */
function identityOf(job: Report): string {
  const { subject, started_at, ended_at, energy } = job
  return started_at === null ? reportId(job) : JSON.stringify([subject.name, started_at, ended_at, energy.total_wh])
}

function originOf({ origin, subject }: Report, job: Report): Origin {
  const run = RUN_ADDRESS.exec(origin?.url ?? '')?.[1]
  return {
    job: run === undefined ? null : { run, attempt: 1, id: reportId(job), isUnique: true },
    repository: origin?.repository ?? null,
    event: null,
    branch: null,
    pullRequest: null,
    commit: origin?.commit ?? null,
    workflow: origin?.workflow ?? (subject.kind === 'workflow' ? subject.name : null),
    jobName: null,
    runner: null,
  }
}

function stepUse({ name, energy, emissions, water, duration_s }: Part, entry: Entry): StepUse {
  return {
    repository: entry.repository,
    workflow: entry.workflow,
    job: entry.job,
    step: name,
    wh: energy.total_wh,
    g: emissions.total_g,
    op_g: emissions.operational_g,
    em_g: emissions.embodied_g,
    l: water?.total_l ?? null,
    s: duration_s,
  }
}
