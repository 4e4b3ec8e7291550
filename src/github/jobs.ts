import { z } from 'zod'
import { MeasurementError } from '../core/errors.ts'
import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, attempt } from './failure.ts'
import { type CountedList, PAGE_SIZE, readPages } from './pages.ts'

/** Pages of jobs read at most: 2,000 jobs, several attempts of a full matrix (256) among them. */
const MAX_JOB_PAGES = 20

/** Maximum length of a name of a job or step: the author of the workflow chooses them. */
const MAX_NAME = 1000

/** A time that cannot be read is unknown: Gitea and Forgejo leave some out or send the year 1. */
const instant = z.string().nullish().catch(null)

const StepSchema = z.object({
  name: z.string(),
  number: z.number().int(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  started_at: instant,
  completed_at: instant,
})

/** What is used of a job in GitHub's answer. Everything else may change without us noticing. */
const JobSchema = z.object({
  id: z.number().int().positive(),
  run_id: z.number().int().nullish(),
  name: z.string(),
  // Gitea numbers the first attempt 0 while the job waits.
  run_attempt: z.number().int().nonnegative().nullish(),
  head_sha: z.string().nullish(),
  status: z.string(),
  // Gitea leaves it out while the job runs.
  conclusion: z.string().nullish(),
  created_at: instant,
  started_at: instant,
  completed_at: instant,
  html_url: z.string().nullish(),
  labels: z.array(z.string()).nullish(),
  runner_name: z.string().nullish(),
  runner_group_name: z.string().nullish(),
  steps: z.array(StepSchema).nullish().catch(null),
})

/** One step of a job. Times have a resolution of one second. */
export interface JobStep {
  readonly name: string
  readonly number: number
  readonly conclusion: string | null
  /** Unix time, ms; null before it began. */
  readonly startMs: number | null
  /** Null while it runs. */
  readonly endMs: number | null
}

/** One execution of one job of a run. */
export interface RunJob {
  /** Also the id of its check run: what `job.check_run_id` says inside the job. */
  readonly id: number
  /** Null where the forge does not say. */
  readonly runId: number | null
  /** As GitHub shows it: `test (20)`, `caller / job`. Untrusted text. */
  readonly name: string
  readonly attempt: number
  /** Commit that the run is about; null where the forge does not say. */
  readonly headSha: string | null
  readonly status: 'waiting' | 'running' | 'completed'
  /** `success`, `failure`, `cancelled`, `skipped`, ...; null until it ends. */
  readonly conclusion: string | null
  /** When a runner took it, Unix time in ms; null when none did. Waiting in the queue is before it. */
  readonly startMs: number | null
  readonly endMs: number | null
  readonly url: string | null
  readonly labels: readonly string[]
  readonly runnerName: string | null
  readonly runnerGroup: string | null
  readonly steps: readonly JobStep[]
}

/** The jobs of a run. */
export interface JobList extends CountedList<RunJob> {
  /** Jobs of the answer that could not be read. */
  readonly unreadable: number
}

/** All executions of all jobs of a run, all attempts. */
export async function listJobs(
  client: GitHubClient,
  repository: RepositoryName,
  runId: number,
): Promise<Result<JobList>> {
  return attempt({ what: "list the run's jobs", needs: 'actions: read' }, async () => {
    const { items, ...counts } = await readPages(async (page) => {
      const { data } = await client.octokit.rest.actions.listJobsForWorkflowRun({
        ...repository,
        run_id: runId,
        filter: 'all',
        per_page: PAGE_SIZE,
        page,
      })
      return { total: data.total_count, items: data.jobs.map(readJob) }
    }, MAX_JOB_PAGES)
    const jobs = items.filter((job) => job !== null)
    return { items: executions(jobs), unreadable: items.length - jobs.length, ...counts }
  })
}

/** One job, or null when it cannot be read: it must not cost the others. */
function readJob(data: unknown): RunJob | null {
  return JobSchema.safeParse(data).success ? jobOf(data) : null
}

/** One job by its id. */
export async function getJob(client: GitHubClient, repository: RepositoryName, id: number): Promise<Result<RunJob>> {
  return attempt({ what: "read this job's steps", needs: 'actions: read' }, async () => {
    const { data } = await client.octokit.rest.actions.getJobForWorkflowRun({ ...repository, job_id: id })
    return jobOf(data)
  })
}

/** Reads one job of GitHub's answer. @throws MeasurementError */
export function jobOf(data: unknown): RunJob {
  const result = JobSchema.safeParse(data)
  if (!result.success) {
    const issue = result.error.issues[0]
    throw new MeasurementError(`a job of the API cannot be read: ${issue?.path.join('.')}: ${issue?.message}`, 'jobs')
  }
  const job = result.data
  // A job that no runner took (skipped, cancelled in the queue) still has times in the answer: they are ignored.
  const ran = wasTaken(job) && job.conclusion !== 'skipped'
  // A job that ended has run, also when its start is missing: then from its creation.
  const startMs = ran ? (timeOf(job.started_at) ?? (job.completed_at ? timeOf(job.created_at) : null)) : null
  return {
    id: job.id,
    runId: job.run_id ?? null,
    name: job.name.slice(0, MAX_NAME),
    attempt: job.run_attempt || 1,
    headSha: job.head_sha ?? null,
    status: job.status === 'completed' ? 'completed' : startMs !== null ? 'running' : 'waiting',
    conclusion: job.conclusion ?? null,
    startMs,
    endMs: ran ? timeOf(job.completed_at) : null,
    url: job.html_url ?? null,
    labels: job.labels ?? [],
    runnerName: job.runner_name ?? null,
    runnerGroup: job.runner_group_name ?? null,
    steps: (job.steps ?? []).map((step) => ({
      name: step.name.slice(0, MAX_NAME),
      number: step.number,
      conclusion: step.conclusion ?? null,
      startMs: timeOf(step.started_at),
      endMs: timeOf(step.completed_at),
    })),
  }
}

/** Whether a runner took it. The name may be missing from one that did: then its steps or its success show it. */
function wasTaken({ runner_name: runner, conclusion, steps }: z.infer<typeof JobSchema>): boolean {
  return (
    (runner ?? '') !== '' || conclusion === 'success' || (steps ?? []).some((step) => timeOf(step.started_at) !== null)
  )
}

/** GitHub Actions began in 2018: an earlier time (1970, the year 1) means unknown. */
const EARLIEST_MS = Date.UTC(2018, 0)

function timeOf(instant: string | null | undefined): number | null {
  const ms = Date.parse(instant ?? '')
  return Number.isFinite(ms) && ms >= EARLIEST_MS ? ms : null
}

/**
 * Every execution once. "Re-run failed jobs" carries the other jobs over into the new attempt, with new ids and their old
 * times: they ran once and count once. The earliest attempt's entry stays, since its id is the one its artifact names.
 */
function executions(jobs: readonly RunJob[]): RunJob[] {
  const kept: RunJob[] = []
  const attemptOf = new Map<string, number>()
  // If a job starts between two requests, the pages shift and one job may appear twice.
  const listed = [...new Map(jobs.map((job) => [job.id, job])).values()]
  for (const job of listed.sort((a, b) => a.attempt - b.attempt || a.id - b.id)) {
    const identity = JSON.stringify([job.name, job.startMs, job.endMs, job.runnerName, job.conclusion])
    const earlier = attemptOf.get(identity)
    if (earlier !== undefined && earlier !== job.attempt && job.status === 'completed') continue
    attemptOf.set(identity, job.attempt)
    kept.push(job)
  }
  return kept
}
