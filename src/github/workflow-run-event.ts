import { z } from 'zod'
import type { RepositoryName } from './client.ts'

/** The run that a `workflow_run` event is about. Everything in it comes from GitHub; names of branches are untrusted text. */
export interface FinishedRun {
  readonly repository: RepositoryName
  readonly id: number
  readonly attempt: number
  /** What started it: `pull_request`, `push`, ... */
  readonly event: string
  /** Name of the workflow. */
  readonly workflow: string
  /** Path of the workflow file; null on forges that do not say. */
  readonly path: string | null
  readonly headSha: string
  readonly headBranch: string | null
  /** `owner/name`; null when the fork is gone. */
  readonly headRepository: string | null
  /** Whether the code came from another repository. */
  readonly fork: boolean
}

const fullName = z.string().regex(/^[\w.-]+\/[\w.-]+$/)
const EventSchema = z.object({
  repository: z.object({ full_name: fullName }),
  workflow_run: z.object({
    id: z.number().int().positive(),
    run_attempt: z.number().int().positive().optional(),
    event: z.string().max(100),
    name: z.string().max(1000).nullish(),
    path: z.string().max(1000).nullish(),
    head_sha: z.string().regex(/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/),
    head_branch: z.string().max(1000).nullish(),
    head_repository: z.object({ full_name: fullName }).nullish(),
  }),
})

/** Reads the payload of a `workflow_run` event; null if it is not one. */
export function readFinishedRun(payload: unknown): FinishedRun | null {
  const event = EventSchema.safeParse(payload).data
  if (!event) return null
  const [owner = '', repo = ''] = event.repository.full_name.split('/')
  const run = event.workflow_run
  const headRepository = run.head_repository?.full_name ?? null
  return {
    repository: { owner, repo },
    id: run.id,
    attempt: run.run_attempt ?? 1,
    event: run.event,
    workflow: run.name ?? 'workflow',
    path: run.path ?? null,
    headSha: run.head_sha,
    headBranch: run.head_branch ?? null,
    headRepository,
    fork: headRepository?.toLowerCase() !== event.repository.full_name.toLowerCase(),
  }
}
