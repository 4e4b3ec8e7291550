import { note } from '../core/notes.ts'
import type { Note } from '../core/report.ts'
import type { GitHubClient, RepositoryName } from './client.ts'
import { type GitHubFailure, type Result, type Task, failureOf, ok, troublesOf } from './failure.ts'
import { type JobStep, type RunJob, getJob, listJobs } from './jobs.ts'

/** Which job this is, as far as the runner says. */
export interface ThisJob {
  readonly repository: RepositoryName
  readonly runId: number
  readonly attempt: number
  readonly checkRunId: number | null
  readonly runnerName: string | null
}

/** This job by the API, or a note that says why there is none. */
export interface FoundJob {
  readonly job: RunJob | null
  readonly notes: readonly Note[]
  /** What GitHub failed to do, where it is worth a warning. */
  readonly failures: readonly GitHubFailure[]
}

const TASK: Task = { what: "read this job's steps", needs: 'actions: read' }
/** Share of the allowance for GitHub's calls that the steps may take, ms: verdict, waiver and comment do not need them. */
const STEPS_MS = 4_000

/**
 * Finds this job in the API: by its check run id, else as the one that runs on this runner now. The check run id is an input, which
 * the workflow of a pull request may set: a job of another run or of another runner is not this one.
 * Fails open: without it a job has no steps and loses nothing else.
 */
export async function findThisJob(client: GitHubClient, self: ThisJob): Promise<FoundJob> {
  const found = await searchInTime(client, self)
  if (!found.ok) {
    return { job: null, notes: [stepsUnknown(found.failure.text)], failures: troublesOf([found.failure]) }
  }
  return { job: found.value, notes: found.value ? [] : [stepsUnknown('the API does not list this job')], failures: [] }
}

async function searchInTime(client: GitHubClient, self: ThisJob): Promise<Result<RunJob | null>> {
  try {
    return await client.deadline.within(STEPS_MS, () => searchJob(client, self))
  } catch (error) {
    return { ok: false, failure: failureOf(TASK, error) }
  }
}

async function searchJob(client: GitHubClient, self: ThisJob): Promise<Result<RunJob | null>> {
  const { checkRunId, repository, runId } = self
  const named = checkRunId === null ? null : await getJob(client, repository, checkRunId)
  if (named && !named.ok && named.failure.kind !== 'not-found') return named
  const job = named?.ok && (named.value.runId ?? runId) === runId ? named.value : null
  if (job && isOnRunner(job, self)) return ok(job)
  const jobs = await listJobs(client, repository, runId)
  if (!jobs.ok) return jobs
  // Where the API does not name this runner, the id is the best there is.
  return ok(runningHere(jobs.value.items, self) ?? job)
}

function isOnRunner({ runnerName }: RunJob, self: ThisJob): boolean {
  return self.runnerName === null || runnerName === self.runnerName
}

/** A runner works on one job at a time, so its name and the attempt are enough while the job runs. */
function runningHere(jobs: readonly RunJob[], self: ThisJob): RunJob | null {
  const here = jobs.filter(
    ({ status, attempt, runnerName }) =>
      status === 'running' && attempt === self.attempt && runnerName === self.runnerName,
  )
  return here.length === 1 ? (here[0] ?? null) : null
}

function stepsUnknown(why: string): Note {
  return note('steps-unknown', `The energy of each step is not shown: ${why}. The job's total is complete.`)
}

/** Steps that have begun. */
export function stepsOf(found: FoundJob): readonly JobStep[] {
  return found.job?.steps.filter(({ startMs }) => startMs !== null) ?? []
}
