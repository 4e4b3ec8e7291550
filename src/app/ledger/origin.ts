import type { Origin } from '../../ledger/from-report.ts'
import { detectCi } from '../forge/ci.ts'
import type { Environment } from '../forge/ci-table.ts'

/** Variables that identify a job, by forge: run, attempt, job. */
interface IdentityRow {
  readonly run: string
  readonly attempt: string | null
  readonly job: string
  /** Whether the job's variable differs between the jobs of a run, also of a matrix. */
  readonly isUnique: boolean
}

/** The first row whose run and job are set is used. From each forge's own reference (November 2026). */
const IDENTITIES: readonly IdentityRow[] = [
  { run: 'CI_PIPELINE_ID', attempt: null, job: 'CI_JOB_ID', isUnique: true },
  // Jobs of a matrix share GITHUB_JOB.
  { run: 'GITHUB_RUN_ID', attempt: 'GITHUB_RUN_ATTEMPT', job: 'GITHUB_JOB', isUnique: false },
  { run: 'CIRCLE_WORKFLOW_ID', attempt: null, job: 'CIRCLE_WORKFLOW_JOB_ID', isUnique: true },
  { run: 'BUILDKITE_BUILD_ID', attempt: 'BUILDKITE_RETRY_COUNT', job: 'BUILDKITE_JOB_ID', isUnique: true },
  { run: 'BUILD_BUILDID', attempt: 'SYSTEM_JOBATTEMPT', job: 'SYSTEM_JOBID', isUnique: true },
  { run: 'BITBUCKET_PIPELINE_UUID', attempt: 'BITBUCKET_STEP_RUN_NUMBER', job: 'BITBUCKET_STEP_UUID', isUnique: true },
  { run: 'BUILD_TAG', attempt: null, job: 'STAGE_NAME', isUnique: false },
  { run: 'BUILD_TAG', attempt: null, job: 'JOB_NAME', isUnique: false },
]

/** Variables with the event that started a build, and with its runner. */
const EVENTS = [
  'GITHUB_EVENT_NAME',
  'CI_PIPELINE_SOURCE',
  'BUILD_REASON',
  'BUILDKITE_SOURCE',
  'CI_PIPELINE_EVENT',
  'DRONE_BUILD_EVENT',
]
const RUNNERS = ['CI_RUNNER_DESCRIPTION', 'RUNNER_NAME', 'AGENT_NAME', 'BUILDKITE_AGENT_NAME', 'NODE_NAME']

/** Where the reports that are added now come from, by the environment. */
export function originOf(env: Environment): Origin {
  const ci = detectCi(env)
  const set = (name: string | null): string | null => (name === null ? null : env[name]?.trim() || null)
  const first = (names: readonly string[]): string | null => names.map(set).find((value) => value !== null) ?? null
  const row = IDENTITIES.find(({ run, job }) => set(run) !== null && set(job) !== null)
  return {
    job: row
      ? {
          run: set(row.run) ?? '',
          attempt: Number(set(row.attempt) ?? 1) || 1,
          id: set(row.job) ?? '',
          isUnique: row.isUnique,
        }
      : null,
    repository: ci?.repository ?? null,
    event: ci ? first(EVENTS) : null,
    branch: ci?.branch ?? null,
    pullRequest: ci?.pullRequest ?? null,
    commit: ci?.commit ?? null,
    workflow: ci?.pipeline ?? null,
    jobName: ci?.job ?? null,
    runner: ci ? first(RUNNERS) : null,
  }
}
