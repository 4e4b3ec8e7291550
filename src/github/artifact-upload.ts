import { Buffer } from 'node:buffer'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { MAX_REPORT_BYTES } from './artifacts.ts'
import { withoutEventFile } from './event-file.ts'

/** What the bundle of the artifact client exports. */
export interface ArtifactModule {
  /** Uploads one file as an artifact. Throws when the service refuses, is away or is of another kind (GHES). */
  uploadFile(name: string, file: string): Promise<{ readonly id: number | null }>
}

/** What became of an upload. It never fails: the report is on disk either way. */
export type Upload =
  | { readonly kind: 'uploaded'; readonly name: string; readonly id: number | null }
  | { readonly kind: 'local'; readonly reason: string }

/** Where artifacts are kept, by the runner's word. */
export interface UploadPlace {
  /** Path of dist/artifact/index.js: a separate bundle, so that only jobs that upload pay its 100 ms. */
  readonly bundle: string
  readonly env: Readonly<Record<string, string | undefined>>
}

interface UploadOptions {
  readonly signal: AbortSignal
  readonly load?: (bundle: string) => Promise<ArtifactModule>
  readonly waitMs?: number
}

/** Loads the artifact client, a bundle of its own. The comment keeps ncc from resolving a path that is known only at run time. */
async function loadArtifactModule(bundle: string): Promise<ArtifactModule> {
  const { href } = pathToFileURL(path.resolve(bundle))
  return await withoutEventFile(async () => (await import(/* webpackIgnore: true */ href)) as ArtifactModule)
}

/**
 * Leaves a report as an artifact of the run. Without a service that keeps them the local file remains, and the reason says why.
 * @param file the report on disk, named REPORT_FILE
 * @param options.load for tests; reads the bundle otherwise
 * @param options.waitMs longest wait, within the signal's
 */
export async function uploadReport(
  place: UploadPlace,
  name: string,
  file: { readonly path: string; readonly text: string },
  { signal, load = loadArtifactModule, waitMs = UPLOAD_MS }: UploadOptions,
): Promise<Upload> {
  const bytes = Buffer.byteLength(file.text)
  if (bytes > MAX_REPORT_BYTES) return local(`it has ${bytes} bytes, at most ${MAX_REPORT_BYTES} are kept`)
  const missing = serviceMissing(place.env)
  if (missing !== null) return local(missing)
  try {
    const work = load(place.bundle).then((module) => module.uploadFile(name, file.path))
    const { id } = await raced(work, signal, waitMs)
    return { kind: 'uploaded', name, id }
  } catch (error) {
    const late = signal.aborted || error instanceof LateError
    return local(late ? 'the artifact service did not answer in time' : reasonOf(error))
  }
}

function local(reason: string): Upload {
  return { kind: 'local', reason }
}

/** Why no artifact service of version 4 is available; null if one is. */
function serviceMissing(env: UploadPlace['env']): string | null {
  if (env['FORGEJO_ACTIONS'] ?? env['GITEA_ACTIONS']) return 'this forge has no artifacts of version 4'
  // Asked of the client, it would print a warning of its own.
  if (!hasArtifacts(env['GITHUB_SERVER_URL'])) return 'GitHub Enterprise Server has no artifacts of version 4'
  if (!env['ACTIONS_RESULTS_URL'] || !env['ACTIONS_RUNTIME_TOKEN']) return 'this runner offers no artifact service'
  return null
}

/** github.com, *.ghe.com and, for tests of the runner, *.localhost: the servers that the client serves. */
function hasArtifacts(server: string | undefined): boolean {
  const host = /^https?:\/\/([^/:]+)/.exec(server || 'https://github.com')?.[1]?.toLowerCase() ?? ''
  return host === 'github.com' || host.endsWith('.ghe.com') || host.endsWith('.localhost')
}

/** An upload takes a second or two; the client would repeat what fails for minutes, and a job's end waits for us. */
const UPLOAD_MS = 8_000

/** The work's result, or an end when the time is over. */
async function raced<T>(work: Promise<T>, signal: AbortSignal, waitMs: number): Promise<T> {
  signal.throwIfAborted()
  return await new Promise<T>((resolve, reject) => {
    const stop = (): void => reject(new LateError())
    const timer = setTimeout(stop, waitMs)
    signal.addEventListener('abort', stop, { once: true })
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer)
      signal.removeEventListener('abort', stop)
    })
  })
}

class LateError extends Error {
  override readonly name = 'LateError'
}

/** The service's message as one short line. */
function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  return `the artifact service failed: ${text.replace(/\s+/g, ' ').slice(0, 200)}`
}
