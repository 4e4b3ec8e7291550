import type { RepositoryName } from '../../github/client.ts'
import type { JobIdentity } from '../../github/artifact-name.ts'
import { workflowFileOf } from '../../github/workflow-path.ts'

/** What the runner says about the running job. Names are untrusted text. */
export interface RunningJob extends JobIdentity {
  readonly runId: number
  readonly runnerName: string | null
  /** File name of the workflow; null where the forge does not say. */
  readonly workflowFile: string | null
  /** Name of the workflow, for people. */
  readonly workflow: string
  /** Name of the job, for people: `test (20, ubuntu-latest)`. */
  readonly name: string
}

/** Reads the environment and the two inputs with a default expression (`job-check-run-id`, `job-matrix`). */
export function runningJob(env: NodeJS.ProcessEnv): RunningJob {
  const matrix = env['INPUT_JOB-MATRIX']?.trim() || null
  const job = env['GITHUB_JOB'] || 'job'
  return {
    job,
    checkRunId: wholeNumber(env['INPUT_JOB-CHECK-RUN-ID']),
    matrix,
    attempt: wholeNumber(env['GITHUB_RUN_ATTEMPT']) ?? 1,
    action: env['GITHUB_ACTION'] ?? '',
    tracking: env['RUNNER_TRACKING_ID'] ?? `${env['RUNNER_NAME'] ?? ''}.${process.ppid}`,
    runId: wholeNumber(env['GITHUB_RUN_ID']) ?? 0,
    runnerName: env['RUNNER_NAME'] ?? null,
    workflowFile: workflowFileOf(env['GITHUB_WORKFLOW_REF']),
    workflow: env['GITHUB_WORKFLOW'] || 'workflow',
    name: displayName(job, matrix),
  }
}

function wholeNumber(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,16}$/.test(text.trim()) ? Number(text) : null
}

/** As GitHub shows a matrix leg: the values in brackets. */
function displayName(job: string, matrix: string | null): string {
  try {
    const values = Object.values(JSON.parse(matrix ?? 'null') as object).filter((value) => typeof value !== 'object')
    return values.length === 0 ? job : `${job} (${values.join(', ')})`
  } catch {
    return job
  }
}

/** Start of the names under which whole runs leave their reports (see artifactName). */
export const WORKFLOW_PREFIX = 'carbon-gate.workflow.'

/** Key of the one comment per workflow and pull request: the workflow's file name, or its display name if that is unknown. */
export function commentKey({ workflowFile, workflow }: Pick<RunningJob, 'workflowFile' | 'workflow'>): string {
  return workflowFile ?? workflow
}

/** Page of the run. */
export function runUrl(env: NodeJS.ProcessEnv, repository: RepositoryName, runId: number): string | null {
  const server = env['GITHUB_SERVER_URL']
  return server && runId > 0 ? `${server}/${repository.owner}/${repository.repo}/actions/runs/${runId}` : null
}
