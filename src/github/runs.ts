import { z } from 'zod'
import type { GitHubClient, RepositoryName } from './client.ts'
import { eventTraits } from './events.ts'
import { type Result, attempt } from './failure.ts'

/** What is used of a run in GitHub's answer. */
const RunSchema = z.object({
  id: z.number().int().positive(),
  event: z.string(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
})

/** A workflow and one of its branches. */
export interface WorkflowBranch {
  readonly repository: RepositoryName
  /** File name of the workflow (`ci.yml`) or its id. */
  readonly workflow: string
  readonly branch: string
}

/** Newest first, from GitHub's list; runs of proposals are left out, so more are asked for than wanted. */
const RUNS_ASKED = 50

/**
 * Ids of the newest successful runs of a workflow on a branch, newest first. Runs of proposals are left out, and so are runs of forks,
 * which may call their branch `main` too.
 */
export async function successfulRuns(
  client: GitHubClient,
  { repository, workflow, branch }: WorkflowBranch,
  most: number,
): Promise<Result<readonly number[]>> {
  return attempt({ what: `list the runs of ${branch.slice(0, 60)}`, needs: 'actions: read' }, async () => {
    const { data } = await client.octokit.rest.actions.listWorkflowRuns({
      ...repository,
      workflow_id: workflow,
      branch,
      status: 'success',
      per_page: RUNS_ASKED,
    })
    const own = `${repository.owner}/${repository.repo}`.toLowerCase()
    return data.workflow_runs
      .map((run) => RunSchema.safeParse(run).data)
      .filter((run) => run !== undefined)
      .filter((run) => eventTraits(run.event).proposes === null && run.head_repository?.full_name.toLowerCase() === own)
      .slice(0, most)
      .map(({ id }) => id)
  })
}
