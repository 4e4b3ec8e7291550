import type { MergeRequestPlace } from './gitlab-note.ts'

/** Variable with the token for notes. The job's own, CI_JOB_TOKEN, may not write any. */
export const GITLAB_TOKEN = 'CARBON_GATE_GITLAB_TOKEN'

/** The merge request of the current pipeline; null outside of one, or without a token. */
export function mergeRequestPlace(env: Readonly<Record<string, string | undefined>>): MergeRequestPlace | null {
  const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number } = env
  const token = env[GITLAB_TOKEN]?.trim()
  if (!env['GITLAB_CI'] || !token || !project || !/^\d{1,9}$/.test(number ?? '')) return null
  if (!api || !/^https?:\/\//.test(api)) return null
  // Each judging job of a pipeline may have a note, identified by the job's name without the index of a parallel job.
  const key = (env['CI_JOB_NAME'] ?? 'carbon-gate').replace(/ \d+\/\d+$/, '')
  return { api, token, project, mergeRequest: Number(number), key }
}
