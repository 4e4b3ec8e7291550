import { type FoundJob, findThisJob } from '../../github/this-job.ts'
import type { ActionContext } from './context.ts'

/** This job by the API, as far as requests are left. */
export async function findJob({ client, event, job }: ActionContext): Promise<FoundJob> {
  const { runId, attempt, checkRunId, runnerName } = job
  if (!client?.server.allowsOptional || !event || runId === 0) return { job: null, notes: [], failures: [] }
  return findThisJob(client, { repository: event.repository, runId, attempt, checkRunId, runnerName })
}
