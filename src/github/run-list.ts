import { z } from 'zod'
import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, attempt } from './failure.ts'
import { PAGE_SIZE } from './pages.ts'

const instant = z.string().refine((text) => Number.isFinite(Date.parse(text)))

/** What is used of a run in GitHub's answer. */
const RunSchema = z.object({
  id: z.number().int().positive(),
  name: z.string().nullish(),
  path: z.string().nullish(),
  event: z.string(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  head_branch: z.string().nullish(),
  head_sha: z.string().nullish(),
  head_repository: z.object({ full_name: z.string() }).nullish(),
  run_attempt: z.number().int().positive().nullish(),
  created_at: instant,
  updated_at: instant,
  pull_requests: z.array(z.object({ number: z.number().int().positive() })).nullish(),
})

/** A run of any workflow, as the list gives it. Names are untrusted text. */
export interface ListedRun {
  readonly id: number
  readonly attempt: number
  readonly event: string
  readonly isCompleted: boolean
  /** `success`, `failure`, `cancelled`, `skipped` ...; null until it ends. */
  readonly conclusion: string | null
  /** Name of the workflow; null where the forge does not say. */
  readonly workflow: string | null
  /** Path of the workflow file, `.github/workflows/ci.yml`. */
  readonly path: string | null
  readonly branch: string | null
  readonly commit: string | null
  /** `owner/name`; null when the fork is gone. */
  readonly headRepository: string | null
  /** GitHub names none for runs of forks. */
  readonly pullRequests: readonly number[]
  /** Of the first attempt, Unix ms. */
  readonly createdMs: number
  /** Last change, Unix ms: of a completed run its end, or a later re-run's. */
  readonly updatedMs: number
}

/** Runs of a time, newest first. */
export interface RunList {
  readonly runs: readonly ListedRun[]
  /** False when the allowance ended before the list, or GitHub gave fewer runs than it counts. The oldest are then missing. */
  readonly isComplete: boolean
}

/** Which runs are listed. */
export interface RunQuery {
  /** Time of creation, Unix ms, both included; without an end, up to the newest. */
  readonly fromMs: number
  readonly toMs?: number
  /** Only runs of this commit's or branch's, as GitHub's filter has them. */
  readonly branch?: string
  readonly event?: string
}

/** GitHub gives at most this many results for one filter ("List workflow runs for a repository"). */
const MAX_RESULTS = 1000

/** Runs that a part of a divided time should have, so that none reaches the limit. */
const PART_RESULTS = 800

/** Shortest time that is divided, ms: times have whole seconds. */
const SHORTEST_MS = 60_000

/**
 * All runs of a repository that were created within a time, newest first. A time with more runs than GitHub lists for one filter is
 * divided. Stops when the allowance of requests is low.
 */
export async function listRuns(
  client: GitHubClient,
  repository: RepositoryName,
  query: RunQuery,
): Promise<Result<RunList>> {
  return attempt({ what: 'list the runs', needs: 'actions: read' }, async () => {
    const { runs, isComplete } = await listWithin(client, repository, query)
    // A run that starts between two pages moves the others: one may come twice.
    const unique = [...new Map(runs.map((run) => [run.id, run])).values()]
    return { runs: unique.sort((a, b) => b.createdMs - a.createdMs || b.id - a.id), isComplete }
  })
}

async function listWithin(client: GitHubClient, repository: RepositoryName, query: RunQuery): Promise<RunList> {
  const { fromMs, toMs, branch, event } = query
  const page = async (number: number): Promise<{ total: number; items: unknown[] }> => {
    const { data } = await client.octokit.rest.actions.listWorkflowRunsForRepo({
      ...repository,
      created: toMs === undefined ? `>=${timeText(fromMs)}` : `${timeText(fromMs)}..${timeText(toMs)}`,
      ...(branch !== undefined && { branch }),
      ...(event !== undefined && { event: event as never }),
      per_page: PAGE_SIZE,
      page: number,
    })
    return { total: data.total_count, items: data.workflow_runs }
  }
  const first = await page(1)
  // Only now the server's time is known: its answers carry it.
  const endMs = toMs ?? client.server.nowMs() + SHORTEST_MS
  if (first.total > MAX_RESULTS && endMs - fromMs > SHORTEST_MS) {
    return listDivided(client, repository, { ...query, toMs: endMs }, Math.ceil(first.total / PART_RESULTS))
  }
  const items = [...first.items]
  for (let number = 2; items.length < first.total && number <= MAX_RESULTS / PAGE_SIZE; number += 1) {
    if (!client.server.allowsOptional) return { runs: items.flatMap(readRun), isComplete: false }
    const { items: more } = await page(number)
    if (more.length === 0) break
    items.push(...more)
  }
  return { runs: items.flatMap(readRun), isComplete: items.length >= first.total }
}

/** Lists a time in equal parts, the newest first: what the allowance does not reach is then the oldest. */
async function listDivided(
  client: GitHubClient,
  repository: RepositoryName,
  query: RunQuery & { readonly toMs: number },
  count: number,
): Promise<RunList> {
  const stepMs = Math.ceil((query.toMs - query.fromMs) / count / 1000) * 1000
  const runs: ListedRun[] = []
  for (let end = query.toMs; end >= query.fromMs; end -= stepMs) {
    if (!client.server.allowsOptional) return { runs, isComplete: false }
    const part = { ...query, fromMs: Math.max(query.fromMs, end - stepMs + 1000), toMs: end }
    const listed = await listWithin(client, repository, part)
    runs.push(...listed.runs)
    if (!listed.isComplete) return { runs, isComplete: false }
  }
  return { runs, isComplete: true }
}

function timeText(ms: number): string {
  return `${new Date(Math.floor(ms / 1000) * 1000).toISOString().slice(0, 19)}Z`
}

function readRun(data: unknown): ListedRun[] {
  const run = RunSchema.safeParse(data).data
  if (!run) return []
  return [
    {
      id: run.id,
      attempt: run.run_attempt ?? 1,
      event: run.event,
      isCompleted: run.status === 'completed',
      conclusion: run.conclusion ?? null,
      workflow: run.name ?? run.path?.split('/').at(-1) ?? null,
      path: run.path ?? null,
      branch: run.head_branch ?? null,
      commit: run.head_sha ?? null,
      headRepository: run.head_repository?.full_name ?? null,
      pullRequests: (run.pull_requests ?? []).map(({ number }) => number),
      createdMs: Date.parse(run.created_at),
      updatedMs: Date.parse(run.updated_at),
    },
  ]
}

/** Whether the code of a run came from another repository. A deleted fork has no name and still counts as another. */
export function isOfFork({ headRepository }: ListedRun, { owner, repo }: RepositoryName): boolean {
  return headRepository?.toLowerCase() !== `${owner}/${repo}`.toLowerCase()
}
