import type { MergeRequestPlace } from './gitlab-note.ts'

/** Variable that holds the token for notes. The job's own, CI_JOB_TOKEN, may not write any. */
export const GITLAB_TOKEN = 'CARBON_GATE_GITLAB_TOKEN'

/** The merge request that the pipeline at hand is about; null outside of one, or without a token. */
export function mergeRequestPlace(env: Readonly<Record<string, string | undefined>>): MergeRequestPlace | null {
  const { CI_API_V4_URL: api, CI_PROJECT_ID: project, CI_MERGE_REQUEST_IID: number } = env
  const token = env[GITLAB_TOKEN]?.trim()
  if (!env['GITLAB_CI'] || !token || !project || !/^\d{1,9}$/.test(number ?? '')) return null
  if (!api || !/^https?:\/\//.test(api)) return null
  // A pipeline may have a note of each job that judges: the job's name tells them apart, without the index of a parallel one.
  const key = (env['CI_JOB_NAME'] ?? 'carbon-gate').replace(/ \d+\/\d+$/, '')
  return { api, token, project, mergeRequest: Number(number), key }
}
