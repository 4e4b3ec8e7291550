import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { SetValues } from '../settings/table.ts'

/** The position of this step in a workflow. Everything comes from variables that only the runner sets. */
export interface StepPlace {
  /** Path of the workflow file in the repository. */
  readonly workflowPath: string
  /** Key of the job: GITHUB_JOB. */
  readonly job: string
  /** `owner/name` of this action: GITHUB_ACTION_REPOSITORY; null for a local action. */
  readonly action: string | null
}

/** What a policy is read from. */
export interface PolicySources {
  /** Inputs of the step. */
  readonly given: SetValues
  /** Null outside of a forge's workflow. */
  readonly event: GitHubEvent | null
  /** Null without a token. */
  readonly client: GitHubClient | null
  /** Null where the forge does not say. */
  readonly place?: StepPlace | null
  /** Reads a file of the workspace; null when there is none. */
  readLocal(path: string): string | null
}
