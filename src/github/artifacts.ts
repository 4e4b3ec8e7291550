import { z } from 'zod'
import { MeasurementError } from '../core/errors.ts'
import { type ArtifactName, parseArtifactName } from './artifact-name.ts'
import type { GitHubClient, RepositoryName } from './client.ts'
import { type Result, attempt, ok } from './failure.ts'
import { type CountedList, PAGE_SIZE, readPages } from './pages.ts'
import { type ZipLimits, readZipFile } from './zip.ts'

/** The one file of a report's artifact. */
export const REPORT_FILE = 'carbon-gate-report.json'

/** Largest report that is kept or read: 1,000 parts with their steps are about 2 MB. */
export const MAX_REPORT_BYTES = 4 * 1024 * 1024

/** What is read of an artifact. A report packs 5 to 100 times (1,000 parts that differ in name only); the archive has one entry. */
export const REPORT_ZIP_LIMITS: ZipLimits = {
  entries: 8,
  compressedBytes: MAX_REPORT_BYTES,
  bytes: MAX_REPORT_BYTES,
  ratio: 500,
}

/** Pages of artifacts read at most: 1,000, twice what one job may leave and four times a full matrix. */
const MAX_ARTIFACT_PAGES = 10

const ArtifactSchema = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  size_in_bytes: z.number().nonnegative(),
  expired: z.boolean(),
})

/** An artifact whose name says that it contains a report. */
export interface ReportArtifact {
  readonly id: number
  readonly name: ArtifactName
  /** The name as it is listed. */
  readonly title: string
  /** Bytes by the service's word. */
  readonly bytes: number
}

/** The artifacts of a run that contain our reports, all attempts. */
export async function listReportArtifacts(
  client: GitHubClient,
  repository: RepositoryName,
  runId: number,
): Promise<Result<CountedList<ReportArtifact>>> {
  return attempt({ what: "list the run's artifacts", needs: 'actions: read' }, async () => {
    const { items, ...counts } = await readPages(async (page) => {
      const { data } = await client.octokit.rest.actions.listWorkflowRunArtifacts({
        ...repository,
        run_id: runId,
        per_page: PAGE_SIZE,
        page,
      })
      return { total: data.total_count, items: data.artifacts.map((each) => reportArtifactOf(each)) }
    }, MAX_ARTIFACT_PAGES)
    return { items: items.filter((each) => each !== null), ...counts }
  })
}

/** Reads one artifact of GitHub's answer; null for one that is expired or not ours. */
export function reportArtifactOf(data: unknown): ReportArtifact | null {
  const result = ArtifactSchema.safeParse(data)
  if (!result.success || result.data.expired) return null
  const name = parseArtifactName(result.data.name)
  return name && { id: result.data.id, name, title: result.data.name, bytes: result.data.size_in_bytes }
}

/**
 * Text of an artifact's report. The archive is streamed into memory up to its limit, regardless of its headers.
 * @returns a failure if the archive cannot be downloaded
 * @throws MeasurementError if the archive is refused
 */
export async function downloadReport(
  client: GitHubClient,
  repository: RepositoryName,
  artifact: Pick<ReportArtifact, 'id' | 'bytes'>,
): Promise<Result<string>> {
  if (artifact.bytes > REPORT_ZIP_LIMITS.compressedBytes) throw tooLarge()
  const archive = await attempt({ what: 'download a report', needs: 'actions: read' }, async () => {
    const { data } = await client.octokit.rest.actions.downloadArtifact({
      ...repository,
      artifact_id: artifact.id,
      archive_format: 'zip',
      // The body stays a stream: Octokit would read the whole of it into memory, however much comes.
      request: { parseSuccessResponseBody: false },
    })
    const body = data as ReadableStream<Uint8Array> | null
    return await bounded(body, REPORT_ZIP_LIMITS.compressedBytes, client.deadline.signal)
  })
  if (!archive.ok) return archive
  if (archive.value === null) throw tooLarge()
  return ok(readZipFile(archive.value, REPORT_FILE, REPORT_ZIP_LIMITS).toString('utf8'))
}

/** One report comes within this time or not at all, ms: the client's own limits end with the headers of a stream. */
const BODY_MS = 5_000

/** All bytes of a stream; null as soon as there are too many of them. Fails when the time is over. */
async function bounded(
  stream: ReadableStream<Uint8Array> | null,
  most: number,
  signal: AbortSignal,
): Promise<Buffer | null> {
  if (!stream) return Buffer.alloc(0)
  const reader = stream.getReader()
  const late = AbortSignal.timeout(BODY_MS)
  const stop = (): void => void reader.cancel().catch(() => {})
  for (const source of [signal, late]) source.addEventListener('abort', stop, { once: true })
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length
      if (bytes > most) return null
      chunks.push(part.value)
    }
    if (signal.aborted || late.aborted) throw new Error('the artifact did not come in time')
    return Buffer.concat(chunks)
  } finally {
    for (const source of [signal, late]) source.removeEventListener('abort', stop)
    stop()
  }
}

function tooLarge(): MeasurementError {
  return new MeasurementError(
    `the artifact is refused: it has more than ${REPORT_ZIP_LIMITS.compressedBytes} bytes`,
    'artifact',
  )
}
