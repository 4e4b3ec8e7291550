// The results service that @actions/artifact talks to: Twirp in JSON, with the names of the protocol's own fields.
import type { BlobStore } from './blob-store.ts'
import { FaultQueue, type Fault } from './fault.ts'
import { HttpServer, type Exchange, type HttpAnswer, type HttpRequest } from './http-server.ts'
import { timestamp } from './presentation/account.ts'
import type { Artifact, Repository } from './repository.ts'
import type { Violation } from './violation.ts'
import type { Job, WorkflowRun } from './workflow-run.ts'

/** What a runtime token speaks for: one job of one attempt. */
interface Claim {
  readonly run: WorkflowRun
  readonly job: Job
}

type Message = Readonly<Record<string, string>>

class TwirpError extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/'
const IDS = ['workflow_run_backend_id', 'workflow_job_run_backend_id']

/** Fields by method: the required ones, then all. */
const FIELDS: Readonly<Record<string, readonly [readonly string[], readonly string[]]>> = {
  CreateArtifact: [
    [...IDS, 'name', 'version'],
    [...IDS, 'name', 'version', 'expires_at', 'mime_type'],
  ],
  FinalizeArtifact: [
    [...IDS, 'name', 'size'],
    [...IDS, 'name', 'size', 'hash'],
  ],
  ListArtifacts: [IDS, [...IDS, 'name_filter', 'id_filter']],
  GetSignedArtifactURL: [
    [...IDS, 'name'],
    [...IDS, 'name'],
  ],
  DeleteArtifact: [
    [...IDS, 'name'],
    [...IDS, 'name'],
  ],
}

export class FakeArtifactService {
  readonly requests: HttpRequest[] = []
  readonly #blobs: BlobStore
  readonly #violations: Violation[]
  readonly #claims = new Map<string, Claim>()
  readonly #faults = new FaultQueue()
  #server: HttpServer | undefined

  private constructor(blobs: BlobStore, violations: Violation[]) {
    this.#blobs = blobs
    this.#violations = violations
  }

  static async start(blobs: BlobStore, violations: Violation[]): Promise<FakeArtifactService> {
    const service = new FakeArtifactService(blobs, violations)
    service.#server = await HttpServer.start((request) => service.#exchange(request))
    return service
  }

  /** ACTIONS_RESULTS_URL. */
  get url(): string {
    return `${this.#server?.origin ?? ''}/`
  }

  get pendingFaults(): readonly Fault[] {
    return this.#faults.pending
  }

  failNext(fault: Fault): void {
    this.#faults.add(fault)
  }

  async close(): Promise<void> {
    await this.#server?.close()
  }

  /** ACTIONS_RUNTIME_TOKEN: shaped like the real one; the client reads its claims and never verifies it. */
  runtimeToken(run: WorkflowRun, job: Job): string {
    const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const ids = `${run.attempt.backendId}:${job.backendId}`
    const scp = `Actions.GenericRead:00000000-0000-0000-0000-000000000000 Actions.Results:${ids}`
    const token = `${part({ alg: 'RS256', typ: 'JWT' })}.${part({ scp, iss: 'actions', exp: 4102444800 })}.${part(ids)}`
    this.#claims.set(token, { run, job })
    return token
  }

  #exchange(request: HttpRequest): Exchange {
    this.requests.push(request)
    const fault = this.#faults.take(request)
    if (fault !== undefined && fault.applied !== true && fault.fault !== 'slow') return { fault, answer: json(200, {}) }
    return { fault, answer: this.#answer(request) }
  }

  #answer(request: HttpRequest): HttpAnswer {
    try {
      return json(200, this.#call(request))
    } catch (error) {
      if (error instanceof TwirpError) return json(error.status, { code: error.code, msg: error.message })
      throw error
    }
  }

  #call(request: HttpRequest): unknown {
    const method = request.pathname.startsWith(SERVICE) ? request.pathname.slice(SERVICE.length) : ''
    const fields = FIELDS[method]
    if (fields === undefined || request.method !== 'POST') {
      throw this.#refuse(request, 404, 'bad_route', `no handler for path ${request.pathname}`)
    }
    const claim = this.#claims.get((request.headers.authorization ?? '').replace(/^bearer /i, ''))
    if (claim === undefined) throw new TwirpError(401, 'unauthenticated', 'invalid token')
    const message = JSON.parse(request.body.toString()) as Message
    const [required, all] = fields
    const missing = required.filter((name) => message[name] === undefined)
    const unknown = Object.keys(message).filter((name) => !all.includes(name))
    if (missing.length + unknown.length > 0) {
      throw this.#refuse(request, 400, 'malformed', `missing: ${missing.join()}; unknown: ${unknown.join()}`)
    }
    const { run } = claim
    if (!run.attempts.some((attempt) => attempt.backendId === message['workflow_run_backend_id'])) {
      throw new TwirpError(403, 'permission_denied', 'the token speaks for another run')
    }
    return this.#methods[method]?.(message, claim)
  }

  readonly #methods: Readonly<Record<string, (message: Message, claim: Claim) => unknown>> = {
    CreateArtifact: (message, { run, job }) => {
      const name = message['name'] as string
      const attempt = attemptOf(run, message)
      if (artifactsOf(run).some((artifact) => artifact.name === name && artifact.attempt === attempt)) {
        throw new TwirpError(409, 'already_exists', 'an artifact with this name already exists on the workflow run')
      }
      const type = message['mime_type'] ?? 'application/zip'
      const blob = this.#blobs.create(type === 'application/zip' ? `${name}.zip` : name, type)
      const { service } = run.repository
      const id = service.nextId('artifact')
      const state = { size: 0, digest: null, finalized: false, expired: false, createdAt: service.now() }
      run.repository.artifacts.set(id, { id, name, run, attempt, job, blob, ...state })
      return { ok: true, signed_upload_url: this.#blobs.signedUrl(blob) }
    },
    FinalizeArtifact: (message, { run }) => {
      const artifact = artifactNamed(run, message, false)
      if (this.#blobs.bytes(artifact.blob) === undefined) {
        throw new TwirpError(400, 'failed_precondition', 'nothing was uploaded')
      }
      artifact.finalized = true
      artifact.size = Number(message['size'])
      artifact.digest = message['hash'] ?? null
      return { ok: true, artifact_id: String(artifact.id) }
    },
    ListArtifacts: (message, { run }) => {
      const { name_filter: name, id_filter: id } = message
      const artifacts = artifactsOf(run)
        .filter((artifact) => artifact.finalized)
        .filter((artifact) => name === undefined || artifact.name === name)
        .filter((artifact) => id === undefined || String(artifact.id) === String(id))
      return { artifacts: artifacts.map((artifact) => listed(artifact)) }
    },
    GetSignedArtifactURL: (message, { run }) => ({
      signed_url: this.#blobs.signedUrl(artifactNamed(run, message, true).blob),
    }),
    DeleteArtifact: (message, { run }) => {
      const artifact = artifactNamed(run, message, true)
      run.repository.artifacts.delete(artifact.id)
      return { ok: true, artifact_id: String(artifact.id) }
    },
  }

  #refuse(request: HttpRequest, status: number, code: string, text: string): TwirpError {
    this.#violations.push({ kind: 'request', method: request.method, path: request.pathname, errors: [text] })
    return new TwirpError(status, code, text)
  }
}

function artifactsOf(run: WorkflowRun): Artifact[] {
  const repository: Repository = run.repository
  return [...repository.artifacts.values()].filter((artifact) => artifact.run === run)
}

function attemptOf(run: WorkflowRun, message: Message): number {
  const id = message['workflow_run_backend_id']
  return run.attempts.find((attempt) => attempt.backendId === id)?.number ?? run.attempt.number
}

function artifactNamed(run: WorkflowRun, message: Message, finalized: boolean): Artifact {
  const attempt = attemptOf(run, message)
  const artifact = artifactsOf(run).find(
    (item) => item.name === message['name'] && item.attempt === attempt && item.finalized === finalized,
  )
  if (artifact === undefined) throw new TwirpError(404, 'not_found', `artifact ${message['name']} not found`)
  return artifact
}

function listed(artifact: Artifact): unknown {
  const attempt = artifact.run.attempts[artifact.attempt - 1]
  return {
    workflow_run_backend_id: attempt?.backendId,
    workflow_job_run_backend_id: artifact.job?.backendId ?? '',
    database_id: String(artifact.id),
    name: artifact.name,
    size: String(artifact.size),
    created_at: timestamp(artifact.createdAt),
    ...(artifact.digest === null ? {} : { digest: artifact.digest }),
  }
}

function json(status: number, body: unknown): HttpAnswer {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
}
