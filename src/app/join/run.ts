import { type Judgeable, largestOf } from '../../core/judge-report.ts'
import { note, uniqueNotes } from '../../core/notes.ts'
import type { Note, Part } from '../../core/report.ts'
import { unjudged } from '../../core/unjudged.ts'
import type { RunJob } from '../../github/jobs.ts'
import { commonNotCounted, coverageDoubt, partOf, sumOf } from './named-report.ts'
import { NAME_LENGTH, shown } from '../../render/escape.ts'
import type { Collected } from './collect.ts'
import { recosted, refusedReports } from './bounded-reports.ts'
import { type RanJob, estimatedPart, jobFacts, runnerNames } from './estimate-job.ts'
import { type JoinContext, identifySelf, nowOf } from './join-context.ts'
import { type LeftReport, type Matches, distinctReports, matchReports } from './match.ts'
import { reportNotes, runNotes } from './run-notes.ts'

/** Number of jobs above which their steps are left out: a report has at most 1,000 parts. */
const JOBS_WITH_STEPS = 300

/** Maximum number of notes on doubted figures: one is enough for the verdict. */
const MAX_DOUBT_NOTES = 10

/** A job that ran, with its part of the run and the report that the part is from. */
export interface JobPart {
  readonly job: RanJob
  readonly part: Part
  /** Null: the job was estimated. */
  readonly left: LeftReport | null
}

/** The jobs of a run as parts, and what reading them found. */
export interface RunParts {
  readonly jobs: readonly JobPart[]
  /** Reports that count. */
  readonly left: readonly LeftReport[]
  readonly matches: Matches
  readonly notes: readonly Note[]
}

/** Assigns the reports of a run to its jobs; jobs without a report that counts are estimated. Each execution is one part. */
export function partsOfRun(run: Pick<Collected, 'jobs' | 'reports'>, given: JoinContext): RunParts {
  const jobs = run.jobs ?? []
  const context = identifySelf(jobs, given)
  const candidates = context.ignoresReports ? [] : run.reports.filter((report) => !isSuperseded(report, jobs, context))
  const ran = jobs.filter((job): job is RanJob => job.startMs !== null)
  const reports = distinctReports(candidates)
  const refused = refusedReports(ran, reports, context)
  const left = reports.distinct.filter((report) => !refused.some((other) => other.left === report))
  const matches = matchReports(jobs, left)
  const names = displayNames(jobs)
  const nameOf = (job: RunJob): string => names.get(job.id) ?? job.name
  return {
    jobs: ran.map((job) => ({
      job,
      part: partOfJob(job, nameOf(job), matches, context),
      left: matches.ofJob.get(job.id) ?? null,
    })),
    left,
    matches,
    // Where no jobs are known, the run's notes say so already.
    notes: run.jobs ? runNotes({ jobs, ran, nameOf, matches, refused, copies: reports.copies }, context) : [],
  }
}

/** Why there is no figure, where all jobs of a run were skipped or wait. */
function emptyNote({ jobs, doubt }: Collected, parts: readonly Part[]): Note[] {
  if (parts.length > 0 || doubt !== null || !jobs) return []
  return [note('jobs-unknown', 'No job of this run has used a runner, so there is no figure to judge.')]
}

/** Joins the reports and jobs of a run: every execution of every job is one part. */
export function joinRun(run: Collected, context: JoinContext): Judgeable {
  const { jobs, left, matches, notes: jobNotes } = partsOfRun(run, context)
  const all = [...jobs.map(({ part }) => part), ...matches.without.map(({ report, title }) => partOf(report, title))]
  const parts = all.length > JOBS_WITH_STEPS ? all.map(withoutSteps) : all
  const reports = left.map(({ report, title: name }) => ({ name, report }))
  const doubts = left.flatMap((report) => doubtOf(report, context) ?? [])
  const notes = [
    ...run.notes,
    ...emptyNote(run, parts),
    ...jobNotes,
    ...doubts.slice(0, MAX_DOUBT_NOTES),
    ...reportNotes(reports),
  ]
  const draft = unjudged(
    { kind: 'workflow', name: context.workflow },
    {
      ...sumOf(parts, reports),
      basis: {
        power: `${reports.length} of ${parts.length} jobs measured themselves; the others by their times and runner class`,
        pue: null,
        embodied: null,
        not_counted: commonNotCounted(reports),
      },
      notes: uniqueNotes(notes),
    },
  )
  return {
    draft,
    judging: {
      doubt: run.doubt ?? (doubts.length > 0 ? 'part-untrusted' : parts.length === 0 ? 'no-figure' : null),
      ownScopes: ['workflow'],
      largestJob: largestOf(parts),
    },
  }
}

function partOfJob(job: RanJob, name: string, matches: Matches, context: JoinContext): Part {
  const left = matches.ofJob.get(job.id)
  if (left) {
    const part = { ...partOf(left.report, null), ...jobFacts(job, name) }
    return context.isHostile ? recosted(part, job, context) : part
  }
  return estimatedPart(
    job,
    name,
    context.power(runnerNames(job)),
    (runner) => context.basisOf(runner),
    nowOf(job, context),
  )
}

/**
 * Whether a report has no trustworthy figure and its job ran again: then that execution is estimated like one without a report. Its
 * energy still counts, and a successful re-run can pass.
 */
function isSuperseded(left: LeftReport, jobs: readonly RunJob[], context: JoinContext): boolean {
  if (doubtOf(left, context) === null) return false
  const job = jobs.find(({ id }) => id === left.artifact.checkRunId)
  return job !== undefined && jobs.some(({ name, attempt }) => name === job.name && attempt > job.attempt)
}

/** Why a job's report makes the sum untrusted; null if it does not. */
function doubtOf({ report, title }: LeftReport, { minCoverage }: JoinContext): Note | null {
  return coverageDoubt({ name: shown(title, NAME_LENGTH), report }, minCoverage)
}

/** A part without its steps. */
function withoutSteps({ parts: _parts, ...part }: Part): Part {
  return part
}

/** Names as GitHub shows them; a job that ran in several attempts says which. */
function displayNames(jobs: readonly RunJob[]): ReadonlyMap<number, string> {
  const attempts = new Map<string, Set<number>>()
  for (const { name, attempt } of jobs) attempts.set(name, (attempts.get(name) ?? new Set()).add(attempt))
  return new Map(
    jobs.map(({ id, name, attempt }) => [
      id,
      (attempts.get(name)?.size ?? 0) > 1 ? `${name} (attempt ${attempt})` : name,
    ]),
  )
}
