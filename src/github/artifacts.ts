import { z } from 'zod'
import { MeasurementError } from '../core/errors.ts'
import { type Api, type CountedList, PAGE_SIZE, type RepositoryName, readPages } from './api.ts'
import { type ArtifactName, parseArtifactName } from './artifact-name.ts'
import { type ZipLimits, readZipFile } from './zip.ts'

/** The one file of a report's artifact. */
export const REPORT_FILE = 'carbon-gate-report.json'

/** Largest report that is kept or read: 1,000 parts with their steps are about 2 MB. */
export const MAX_REPORT_BYTES = 4 * 1024 * 1024

/** What is read of an artifact. A report packs 5 to 40 times; the service's archive has one entry. */
export const REPORT_ZIP_LIMITS: ZipLimits = {
  entries: 8,
  compressedBytes: MAX_REPORT_BYTES,
  bytes: MAX_REPORT_BYTES,
  ratio: 200,
}

/** Pages of artifacts read at most: 1,000, twice what one job may leave and four times a full matrix. */
const MAX_ARTIFACT_PAGES = 10

const ArtifactSchema = z.object({
  id: z.number().int().positive(),
  name: z.string(),
  size_in_bytes: z.number().nonnegative(),
  expired: z.boolean(),
})

/** An artifact whose name says that it holds a report. */
export interface ReportArtifact {
  readonly id: number
  readonly name: ArtifactName
  /** The name as it is listed. */
  readonly title: string
  /** Bytes by the service's word. */
  readonly bytes: number
}

/**
 * The artifacts of a run that hold our reports, all attempts.
 * @throws RequestError of the Octokit
 */
export async function listReportArtifacts(
  api: Api,
  repository: RepositoryName,
  runId: number,
  signal: AbortSignal,
): Promise<CountedList<ReportArtifact>> {
  const { items, total } = await readPages(async (page) => {
    const { data } = await api.request('GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts', {
      ...repository,
      run_id: runId,
      per_page: PAGE_SIZE,
      page,
      request: { signal },
    })
    return { total: data.total_count, items: data.artifacts.map((each) => reportArtifactOf(each)) }
  }, MAX_ARTIFACT_PAGES)
  return { items: items.filter((each) => each !== null), total }
}

function reportArtifactOf(data: unknown): ReportArtifact | null {
  const result = ArtifactSchema.safeParse(data)
  if (!result.success || result.data.expired) return null
  const name = parseArtifactName(result.data.name)
  return name && { id: result.data.id, name, title: result.data.name, bytes: result.data.size_in_bytes }
}

/**
 * Text of an artifact's report. The archive is streamed into memory up to its limit, whatever its headers say.
 * @throws RequestError of the Octokit; MeasurementError when the archive is refused
 */
export async function downloadReport(
  api: Api,
  repository: RepositoryName,
  artifact: Pick<ReportArtifact, 'id' | 'bytes'>,
  signal: AbortSignal,
): Promise<string> {
  if (artifact.bytes > REPORT_ZIP_LIMITS.compressedBytes) throw tooLarge()
  const route = 'GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}'
  const { data } = await api.request(route, {
    ...repository,
    artifact_id: artifact.id,
    archive_format: 'zip',
    // The body stays a stream: Octokit would read the whole of it into memory, however much comes.
    request: { signal, parseSuccessResponseBody: false },
  })
  const body = data as unknown as ReadableStream<Uint8Array> | null
  const archive = await bounded(body, REPORT_ZIP_LIMITS.compressedBytes, signal)
  return readZipFile(archive, REPORT_FILE, REPORT_ZIP_LIMITS).toString('utf8')
}

/** One report comes within this time or not at all, ms: the client's own limits end with the headers of a stream. */
const BODY_MS = 5_000

/** All bytes of a stream, or an end as soon as there are too many of them or the time is over. */
async function bounded(stream: ReadableStream<Uint8Array> | null, most: number, signal: AbortSignal): Promise<Buffer> {
  if (!stream) return Buffer.alloc(0)
  const reader = stream.getReader()
  const late = AbortSignal.timeout(BODY_MS)
  const stop = (): void => void reader.cancel().catch(() => {})
  for (const each of [signal, late]) each.addEventListener('abort', stop, { once: true })
  const chunks: Uint8Array[] = []
  let bytes = 0
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      bytes += part.value.length
      if (bytes > most) throw tooLarge()
      chunks.push(part.value)
    }
    if (signal.aborted || late.aborted) throw new Error('the artifact did not come in time')
    return Buffer.concat(chunks)
  } finally {
    for (const each of [signal, late]) each.removeEventListener('abort', stop)
    stop()
  }
}

function tooLarge(): MeasurementError {
  return new MeasurementError(
    `the artifact is refused: it has more than ${REPORT_ZIP_LIMITS.compressedBytes} bytes`,
    'artifact',
  )
}
