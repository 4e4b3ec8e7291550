import { z } from 'zod'
import { type ReportArtifact, reportArtifactOf } from './artifacts.ts'
import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, attempt } from './failure.ts'
import { PAGE_SIZE } from './pages.ts'

/** What says of an artifact which run left it, and when. */
const PlaceSchema = z.object({
  created_at: z.string().nullish(),
  workflow_run: z.object({ id: z.number().int().positive().nullish() }).nullish(),
})

/** Artifacts with reports of many runs. */
export interface ArtifactsByRun {
  readonly byRun: ReadonlyMap<number, readonly ReportArtifact[]>
  /** False if some may be missing: each run's own list has to be read. */
  readonly isComplete: boolean
}

/** Artifacts that changed places while pages were read may be listed before older ones: a margin, ms. */
const ORDER_SLACK_MS = 10 * 60_000

/**
 * Artifacts with reports that the repository's runs left since a time: one request for a hundred artifacts instead of one for each run.
 * GitHub lists the newest first.
 * @param maxPages pages at which asking each run is cheaper
 */
export async function listReportArtifactsSince(
  client: GitHubClient,
  repository: RepositoryName,
  sinceMs: number,
  maxPages: number,
): Promise<Result<ArtifactsByRun>> {
  return attempt({ what: 'list the artifacts', needs: 'actions: read' }, async () => {
    const byRun = new Map<number, ReportArtifact[]>()
    const seen = new Set<number>()
    let total: number | null = null
    for (let page = 1; page <= maxPages; page += 1) {
      if (page > 1 && !client.server.allowsOptional) return { byRun, isComplete: false }
      const { data } = await client.octokit.rest.actions.listArtifactsForRepo({
        ...repository,
        per_page: PAGE_SIZE,
        page,
      })
      // Artifacts that were deleted between two pages pull later ones past the end of the page.
      if (total !== null && data.total_count < total) return { byRun, isComplete: false }
      total = data.total_count
      let oldestMs = Number.POSITIVE_INFINITY
      for (const item of data.artifacts) {
        const { created_at: created, workflow_run: run } = PlaceSchema.safeParse(item).data ?? {}
        const createdMs = Date.parse(created ?? '')
        // An artifact without a time or a run cannot be placed.
        if (!Number.isFinite(createdMs) || !run?.id) return { byRun, isComplete: false }
        oldestMs = Math.min(oldestMs, createdMs)
        const artifact = reportArtifactOf(item)
        if (!artifact || seen.has(artifact.id)) continue
        seen.add(artifact.id)
        byRun.set(run.id, [...(byRun.get(run.id) ?? []), artifact])
      }
      const isLast = data.artifacts.length < PAGE_SIZE
      if (isLast) return { byRun, isComplete: (page - 1) * PAGE_SIZE + data.artifacts.length >= data.total_count }
      if (oldestMs < sinceMs - ORDER_SLACK_MS) return { byRun, isComplete: true }
      // A first page that covers too little of the time shows that all pages would be too many.
      const newestMs = client.server.nowMs()
      const pagesNeeded = (newestMs - sinceMs) / Math.max(1, newestMs - oldestMs)
      if (page === 1 && pagesNeeded > 2 * maxPages) return { byRun, isComplete: false }
    }
    return { byRun, isComplete: false }
  })
}
