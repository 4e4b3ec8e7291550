import type { GitHubClient } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import type { SetValues } from '../settings/table.ts'

/** What a policy is read from. */
export interface PolicySources {
  /** Inputs of the step. */
  readonly given: SetValues
  /** Null outside of a forge's workflow. */
  readonly event: GitHubEvent | null
  /** Null without a token. */
  readonly client: GitHubClient | null
  /** Path of the workflow file in the repository; null where the forge does not say. */
  readonly workflowPath?: string | null
  /** The file in the workspace; null: there is none. */
  readLocal(path: string): string | null
}
