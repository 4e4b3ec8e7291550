import { hasCode, note } from '../../core/notes.ts'
import type { Part, Report } from '../../core/report.ts'
import { type Verdict, isDoubtful } from '../../core/verdict.ts'
import { VERSION } from '../../core/version.ts'
import { type ReportArtifact, listReportArtifacts } from '../../github/artifacts.ts'
import type { GitHubClient, RepositoryName } from '../../github/client.ts'
import { eventTraits } from '../../github/events.ts'
import { type FailureKind, type GitHubFailure, PASSING_FAILURES } from '../../github/failure.ts'
import { type RunJob, listJobs } from '../../github/jobs.ts'
import { type ListedRun, isOfFork } from '../../github/run-list.ts'
import { type Entry } from '../../ledger/entry.ts'
import { entryFromReport } from '../../ledger/from-report.ts'
import { type BoundedPart, boundedPart } from '../join/bounded-reports.ts'
import { incompleteBecause, isReportOfJob } from '../join/collect.ts'
import { readLeftReports } from '../join/download-reports.ts'
import { runnerNames, secondsOf } from '../join/estimate-job.ts'
import type { JoinContext } from '../join/join-context.ts'
import type { LeftReport } from '../join/match.ts'
import { jobReportsOf, reportOfPart } from '../join/part-report.ts'
import { coverageDoubt } from '../join/named-report.ts'
import { type JobPart, partsOfRun } from '../join/run.ts'
import { counted } from '../../core/text.ts'

/** How the runs of a forge are read. */
export interface RunReader {
  readonly client: GitHubClient
  readonly repository: RepositoryName
  /** How jobs without a report are estimated. */
  readonly context: Omit<JoinContext, 'self' | 'workflow' | 'isHostile'>
  /** Reports of a run: its artifacts; null: its own list has to be read. `none`: no report is read, every job is estimated. */
  readonly artifacts: ((run: ListedRun) => readonly ReportArtifact[] | null) | 'none'
}

/** Entries of one run. */
export type RunReading =
  | {
      readonly kind: 'read'
      readonly entries: readonly { readonly entry: Entry }[]
      /** What was wrong with it, one line each, for people. */
      readonly warnings: readonly string[]
      /** Labels of runners whose power is unknown, so that the figures of their jobs are. */
      readonly unknownRunners: readonly string[]
    }
  /** The run was deleted. */
  | { readonly kind: 'gone' }
  /** It may be read at another time. */
  | { readonly kind: 'failed'; readonly failure: GitHubFailure }

/** Failures after which the run is left for the next collection. */
const PASSING: ReadonlySet<FailureKind> = new Set([...PASSING_FAILURES, 'unexpected'])

/** Conclusions of runs that used nothing: no job of theirs was given a runner. */
const WITHOUT_JOBS: ReadonlySet<string> = new Set(['skipped', 'action_required', 'startup_failure', 'stale'])

/** Whether a run can have used something. */
export function hasJobs({ conclusion }: ListedRun): boolean {
  return !WITHOUT_JOBS.has(conclusion ?? '')
}

/**
 * Reads a completed run: one entry for each execution of each job. Energy comes from the jobs' reports where they left one that counts,
 * else from GitHub's times and the runner's class. Costs one request for the jobs, one for the joined report or each job's report, and
 * one more where the artifacts are not known yet.
 */
export async function readRun(reader: RunReader, run: ListedRun): Promise<RunReading> {
  const { client, repository } = reader
  const jobs = await listJobs(client, repository, run.id)
  if (!jobs.ok) return jobs.failure.kind === 'not-found' ? { kind: 'gone' } : { kind: 'failed', failure: jobs.failure }
  const incomplete = hasJobs(run) && jobs.value.items.length > 0 ? incompleteBecause(jobs.value) : null
  const found = await reportsOf(reader, run, jobs.value.items)
  if ('kind' in found) return found
  const isHostile = isOfFork(run, repository) || eventTraits(run.event).proposes !== null
  const context: JoinContext = {
    ...reader.context,
    workflow: run.workflow ?? 'workflow',
    self: null,
    isHostile,
    ignoresReports: reader.artifacts === 'none' || (reader.context.ignoresReports === true && isHostile),
    // A job that lost its runner has no end: it ended with its run.
    nowMs: run.updatedMs,
  }
  const trusted = found.reports.filter((each) => isTrusted(each, context))
  const parts = partsOfRun({ jobs: jobs.value.items, reports: trusted }, context)
  const about = `run ${run.id}`
  const entries: { entry: Entry }[] = []
  const cut: string[] = []
  for (const jobPart of parts.jobs) {
    const bounded = within(jobPart, run, context, repository)
    if (bounded.isCut) cut.push(jobPart.job.name)
    entries.push({ entry: entryOf(jobPart, bounded.part, run, context, repository) })
  }
  const unknown = parts.jobs.filter(({ part }) => part.energy.total_wh === null)
  return {
    kind: 'read',
    entries,
    unknownRunners: unknown.map(({ job }) => runnerNames(job).join(', ') || 'no label'),
    warnings: [
      ...found.broken.map((text) => `${about}: ${text}`),
      ...(incomplete === null ? [] : [`${about}: ${incomplete}`]),
      ...(cut.length === 0 ? [] : [`${about}: reports claim more than their runners can draw: ${cut.join(', ')}`]),
    ],
  }
}

/** Reports of a run, and what is said of those that cannot be read. */
interface RunReports {
  readonly reports: readonly LeftReport[]
  readonly broken: readonly string[]
}

/** One line for all jobs whose figures are unknown; none without such a job. */
export function unknownRunnerWarnings(labels: readonly string[]): string[] {
  if (labels.length === 0) return []
  const names = [...new Set(labels)].slice(0, 5).join('; ')
  const jobs = counted(labels.length, 'job ran on a runner', 'jobs ran on runners')
  return [`${jobs} of unknown power (${names}): describe the label under \`runners:\` in the config file`]
}

async function reportsOf(
  { client, repository, artifacts }: RunReader,
  run: ListedRun,
  jobs: readonly RunJob[],
): Promise<RunReports | Extract<RunReading, { kind: 'failed' }>> {
  if (artifacts === 'none' || jobs.length === 0) return { reports: [], broken: [] }
  let known = artifacts(run)
  if (known === null) {
    const listed = await listReportArtifacts(client, repository, run.id)
    if (!listed.ok) {
      if (isPassing(listed.failure)) return { kind: 'failed', failure: listed.failure }
      known = []
    } else known = listed.value.items
  }
  const own = known.filter(isReportOfJob)
  if (own.length > client.server.spareRequests) {
    return { kind: 'failed', failure: { kind: 'rate-limited', text: 'the allowance of requests is low', status: null } }
  }
  const joined = own.length > 1 ? newestJoined(known) : null
  const whole = joined ? await readLeftReports(client, repository, [joined]) : null
  const fromWhole = whole?.reports.flatMap((left) => (isDoubtful(left.report) ? [] : jobReportsOf(left, jobs))) ?? []
  const covered = new Set(fromWhole.map(({ artifact }) => artifact.checkRunId))
  const rest = await readLeftReports(
    client,
    repository,
    own.filter(({ name }) => !covered.has(name.checkRunId)),
  )
  const passing = [...(whole?.failures ?? []), ...rest.failures].find(isPassing)
  if (passing) return { kind: 'failed', failure: passing }
  const broken = rest.notes.filter((each) => hasCode(each, 'reports-broken')).map(({ text }) => text)
  return { reports: [...fromWhole, ...rest.reports], broken }
}

function isPassing({ kind }: GitHubFailure): boolean {
  return PASSING.has(kind)
}

/** The report of the whole run that its last attempt left. */
function newestJoined(artifacts: readonly ReportArtifact[]): ReportArtifact | null {
  const whole = artifacts.filter(({ name }) => name.kind === 'workflow')
  return whole.sort((a, b) => b.name.attempt - a.name.attempt || b.id - a.id)[0] ?? null
}

/** A job whose report is not trusted is estimated: a sum over a month is better off with its times than without it. */
function isTrusted({ report, title }: LeftReport, { minCoverage }: JoinContext): boolean {
  return report.energy.total_wh !== null && coverageDoubt({ name: title, report }, minCoverage) === null
}

/** The part within what is believed of it. */
function within(
  { job, part, left }: JobPart,
  run: ListedRun,
  context: JoinContext,
  repository: RepositoryName,
): BoundedPart {
  if (!left || context.isHostile !== true) return { part, isCut: false }
  return boundedPart(part, job, context, isOfFork(run, repository))
}

const OWN_TOOL: Report['tool'] = { name: 'carbon-gate', version: VERSION }

/** Conclusions of jobs that may have ended early. */
const EARLY_ENDS: ReadonlySet<string> = new Set(['failure', 'cancelled', 'timed_out'])

/**
 * An entry has no conclusion. A job that failed or was cancelled for another reason than its budget is `indeterminate`: what it used
 * counts, but it does not show what the job usually uses, and baselines leave it out.
 */
function verdictOf({ conclusion }: RunJob, verdict: Verdict): Verdict {
  return verdict !== 'fail' && EARLY_ENDS.has(conclusion ?? '') ? 'indeterminate' : verdict
}

function entryOf(
  { job, left }: JobPart,
  part: Part,
  run: ListedRun,
  context: JoinContext,
  repository: RepositoryName,
): Entry {
  const endMs = job.endMs ?? job.startMs
  const isFork = isOfFork(run, repository)
  const notes =
    left && isFork ? [note('reported-by-fork', `reported by code of ${run.headRepository ?? 'a fork'}`)] : []
  const times = { ended_at: new Date(endMs).toISOString(), duration_s: secondsOf(job, context.nowMs) }
  const tool = left && context.isHostile !== true ? left.report.tool : OWN_TOOL
  const report = reportOfPart({ ...part, ...times, name: job.name, units: null }, tool, notes)
  const { entry } = entryFromReport(
    { ...report, verdict: verdictOf(job, left && context.isHostile !== true ? left.report.verdict : 'none') },
    {
      job: { run: String(run.id), attempt: job.attempt, id: String(job.id), isUnique: true },
      repository: `${repository.owner}/${repository.repo}`,
      event: run.event,
      branch: run.branch,
      pullRequest: run.pullRequests[0] ?? null,
      commit: run.commit,
      workflow: run.workflow,
      jobName: job.name,
      runner: runnerNames(job)[0] ?? job.runnerName,
    },
    endMs,
  )
  return entry
}
