import type { Note } from '../core/report.ts'
import type { Api, RepositoryName } from '../github/api.ts'
import { type JobStep, type RunJob, getJob, listJobs } from '../github/jobs.ts'

/** Which job this is, as far as the runner says. */
export interface ThisJob {
  readonly repository: RepositoryName
  readonly runId: number
  readonly attempt: number
  readonly checkRunId: number | null
  readonly runnerName: string | null
}

/** This job by the API, or a note that tells once why there is none. */
export interface FoundJob {
  readonly job: RunJob | null
  readonly notes: readonly Note[]
}

/**
 * Finds this job in the API: by its check run id, else as the one that runs on this runner now.
 * Fails open: without it a job has no steps and loses nothing else.
 */
export async function findThisJob(
  api: Api,
  self: ThisJob,
  describe: (error: unknown) => string,
  signal: AbortSignal,
): Promise<FoundJob> {
  try {
    const job =
      self.checkRunId === null
        ? runningHere(await listJobs(api, self.repository, self.runId, signal), self)
        : await getJob(api, self.repository, self.checkRunId, signal)
    return job ? { job, notes: [] } : { job, notes: [stepsUnknown('the API does not list this job')] }
  } catch (error) {
    return { job: null, notes: [stepsUnknown(describe(error))] }
  }
}

/** A runner works on one job at a time, so its name and the attempt are enough while the job runs. */
function runningHere({ items }: { items: readonly RunJob[] }, self: ThisJob): RunJob | null {
  const here = items.filter(
    ({ status, attempt, runnerName }) =>
      status === 'running' && attempt === self.attempt && runnerName === self.runnerName,
  )
  return here.length === 1 ? (here[0] ?? null) : null
}

function stepsUnknown(why: string): Note {
  return {
    code: 'steps-unknown',
    level: 'info',
    text: `The energy of each step is not shown: ${why}. The job's total is complete.`,
  }
}

/** Steps that have begun. */
export function stepsOf(found: FoundJob): readonly JobStep[] {
  return found.job?.steps.filter(({ startMs }) => startMs !== null) ?? []
}
