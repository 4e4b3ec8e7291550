// A stateful GitHub on the loopback: the REST API, the artifact service and the storage behind it, each on its own port.
// Every request and every answer is held against GitHub's own description; see README.md beside this file.
import type { IncomingHttpHeaders } from 'node:http'
import { ALL_PERMISSIONS, type Account, type Permissions, type Token } from './account.ts'
import { ApiDescription, type Match, type Operation } from './api-description.ts'
import { BlobStore } from './blob-store.ts'
import { ApiError, type Answer, type Call } from './call.ts'
import { FakeArtifactService } from './fake-artifact-service.ts'
import { FaultQueue, primaryRateLimit, secondaryRateLimit, type Fault } from './fault.ts'
import { answerGraphql } from './graphql.ts'
import { HttpServer, type Exchange, type HttpAnswer, type HttpRequest } from './http-server.ts'
import { acceptedPermissions, isAllowed, requirementOf } from './permission.ts'
import { Repository, type Artifact, type NewRepository, type Service } from './repository.ts'
import { RateLimit } from './rate-limit.ts'
import { ROUTES } from './routes/index.ts'
import type { Violation } from './violation.ts'

export interface LoggedRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  readonly body: any
  readonly operation: string | undefined
  status: number
}

export interface FakeOptions {
  readonly description?: ApiDescription
  /** What GITHUB_SERVER_URL says and html_url begins with. */
  readonly server?: string
  /** `/api/v3` for GitHub Enterprise Server. */
  readonly basePath?: string
  readonly now?: () => Date
  /** Requests an hour and token; GITHUB_TOKEN has 1,000. */
  readonly rateLimit?: number
  /** Writes a minute before the secondary limit strikes (about 80 on GitHub); unlimited when absent. */
  readonly writesPerMinute?: number
}

export interface NewToken {
  readonly account?: Account
  readonly permissions?: Permissions
  readonly repositories?: readonly Repository[]
  readonly secret?: string
}

/** Where ids begin: comments, runs and jobs have long outgrown 32 bits, and code that cuts them must fail. */
const FIRST_ID = {
  account: 1_000,
  comment: 3_100_000_000,
  run: 17_000_000_000,
  job: 48_000_000_000,
  artifact: 4_300_000_000,
}

export class FakeGitHub implements Service {
  readonly requests: LoggedRequest[] = []
  readonly violations: Violation[] = []
  readonly repositories = new Map<string, Repository>()
  readonly server: string
  readonly actionsBot: Account
  readonly #accounts = new Map<string, Account>()
  readonly #tokens = new Map<string, Token>()
  readonly #faults = new FaultQueue()
  readonly #hooks: { readonly operation: string; readonly act: () => void }[] = []
  readonly #rates: RateLimit
  readonly #ids = { ...FIRST_ID }
  readonly #options: FakeOptions
  readonly #description: ApiDescription
  #http: HttpServer | undefined
  #blobs: BlobStore | undefined
  #results: FakeArtifactService | undefined

  private constructor(options: FakeOptions) {
    this.#options = options
    this.#description = options.description ?? ApiDescription.shared()
    this.server = options.server ?? 'https://github.com'
    this.#rates = new RateLimit(options.rateLimit ?? 1000, options.writesPerMinute ?? Infinity)
    this.actionsBot = this.addAccount('github-actions[bot]', 'Bot')
  }

  static async start(options: FakeOptions = {}): Promise<FakeGitHub> {
    const fake = new FakeGitHub(options)
    fake.#http = await HttpServer.start((request) => fake.#exchange(request))
    fake.#blobs = await BlobStore.start()
    fake.#results = await FakeArtifactService.start(fake.#blobs, fake.violations)
    return fake
  }

  async close(): Promise<void> {
    await Promise.all([this.#http?.close(), this.#blobs?.close(), this.#results?.close()])
  }

  /** GITHUB_API_URL. */
  get api(): string {
    return `${this.#http?.origin ?? ''}${this.#options.basePath ?? ''}`
  }

  get blobs(): BlobStore {
    return started(this.#blobs)
  }

  get artifactService(): FakeArtifactService {
    return started(this.#results)
  }

  now(): Date {
    return this.#options.now?.() ?? new Date()
  }

  nextId(kind: keyof typeof FIRST_ID = 'account'): number {
    return ++this.#ids[kind]
  }

  account(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase())
  }

  addAccount(login: string, type: Account['type'] = 'User'): Account {
    const known = this.account(login)
    if (known !== undefined) return known
    const account = { id: this.nextId(), login, type }
    this.#accounts.set(login.toLowerCase(), account)
    return account
  }

  addRepository(fullName: string, options: NewRepository = {}): Repository {
    const [owner = '', name = ''] = fullName.split('/')
    const repository = new Repository(this, this.addAccount(owner), name, options)
    this.repositories.set(fullName.toLowerCase(), repository)
    return repository
  }

  /** GITHUB_TOKEN of a workflow, unless an account is named: then a person's own token. */
  addToken(token: NewToken = {}): Token {
    const kind = token.account === undefined ? 'installation' : 'personal'
    const secret =
      token.secret ?? `${kind === 'installation' ? 'ghs' : 'ghp'}_${String(this.nextId()).padStart(36, 'x')}`
    const added: Token = {
      secret,
      kind,
      account: token.account ?? this.actionsBot,
      permissions: token.permissions ?? ALL_PERMISSIONS,
      repositories: new Set((token.repositories ?? [...this.repositories.values()]).map((item) => item.fullName)),
    }
    this.#tokens.set(secret, added)
    return added
  }

  failNext(fault: Fault): void {
    this.#faults.add(fault)
  }

  clearFaults(): void {
    this.#faults.clear()
  }

  get pendingFaults(): readonly Fault[] {
    return [...this.#faults.pending, ...this.blobs.pendingFaults, ...this.artifactService.pendingFaults]
  }

  /**
   * Something that happens elsewhere between two requests of the client: run once, just before the next such operation
   * is carried out. Another job's write, a comment deleted by a person.
   */
  beforeNext(operation: string, act: () => void): void {
    this.#hooks.push({ operation, act })
  }

  /** Empty when nothing was violated and everything that a test ordered did happen. */
  get complaints(): string[] {
    return [
      ...this.violations.map((item) => `${item.kind}: ${item.method} ${item.path}: ${item.errors.join('; ')}`),
      ...this.pendingFaults.map(
        (fault) => `fault never met: ${fault.method ?? 'any'} ${String(fault.path ?? 'any path')}`,
      ),
      ...this.#hooks.map((hook) => `never called: ${hook.operation}`),
    ]
  }

  /** Requests whose operation is one of these: `issues/create-comment`. */
  requestsTo(...operations: string[]): LoggedRequest[] {
    return this.requests.filter((request) => request.operation !== undefined && operations.includes(request.operation))
  }

  putArtifactBytes(bytes: Buffer): string {
    const key = this.blobs.create('artifact.zip')
    this.blobs.put(key, bytes)
    return key
  }

  artifactUrl(artifact: Artifact): string {
    return this.blobs.signedUrl(artifact.blob)
  }

  #exchange(request: HttpRequest): Exchange {
    const pathname = request.pathname.slice((this.#options.basePath ?? '').length)
    const match = this.#description.match(request.method, pathname)
    const logged: LoggedRequest = {
      method: request.method,
      path: pathname,
      query: Object.fromEntries(request.query),
      headers: request.headers,
      body: parsed(request.body),
      operation: match?.operation.id,
      status: 0,
    }
    this.requests.push(logged)
    const fault = this.#faults.take({ method: request.method, pathname })
    // A request that meets a fault is still held against the description.
    const isApplied =
      fault === undefined || fault.applied === true || fault.fault === 'slow' || request.method === 'GET'
    const answer = this.#answer(request, logged, match, isApplied)
    const isWhole = fault === undefined || fault.fault === 'slow'
    logged.status = typeof fault?.fault === 'number' ? fault.fault : isWhole ? answer.status : 0
    return { fault, answer }
  }

  #answer(request: HttpRequest, logged: LoggedRequest, match: Match | undefined, isApplied: boolean): HttpAnswer {
    const violate = (kind: Violation['kind'], errors: readonly string[]): void => {
      this.violations.push({ kind, method: logged.method, path: logged.path, errors })
    }
    if (match === undefined && request.method === 'POST' && logged.path.endsWith('/graphql')) {
      try {
        const token = this.#identify(request.headers.authorization)
        return answerGraphql(logged.body, token, this.repositories, (errors) => violate('request', errors))
      } catch (error) {
        if (error instanceof ApiError)
          return this.#json(undefined, { status: error.status, body: { message: error.message } })
        throw error
      }
    }
    if (match === undefined) {
      violate('unknown operation', ['not in the extract of the REST description'])
      return this.#json(undefined, {
        status: 500,
        body: { message: `the fake has no ${logged.method} ${logged.path}` },
      })
    }
    const { operation } = match
    let answer: Answer
    try {
      const { call, rateHeaders } = this.#admit(request, logged, match, violate)
      if (!isApplied) return { status: 200, headers: rateHeaders }
      const hook = this.#hooks.findIndex((item) => item.operation === operation.id)
      if (hook >= 0) this.#hooks.splice(hook, 1)[0]?.act()
      answer = started(ROUTES[operation.id], `the fake has no handler for ${operation.id}`)(call)
      answer = { ...answer, headers: { ...rateHeaders, ...answer.headers } }
    } catch (error) {
      if (error instanceof ApiError) answer = errorAnswer(operation, error)
      else {
        violate('fake', [String(error)])
        answer = { status: 500, body: { message: String(error) } }
      }
    }
    const wrong = this.#description.checkResponse(operation, answer.status, answer.mediaType, answer.body)
    if (wrong.length > 0) {
      violate('response', wrong)
      return this.#json(operation, { status: 500, body: { message: wrong.join('; ') } })
    }
    return this.#json(operation, answer)
  }

  /** Identity, reach, permission and form, in GitHub's order. */
  #admit(
    request: HttpRequest,
    logged: LoggedRequest,
    match: Match,
    violate: (kind: Violation['kind'], errors: readonly string[]) => void,
  ): { call: Call; rateHeaders: Record<string, string> } {
    const { operation } = match
    if (request.headers['user-agent'] === undefined) {
      throw new ApiError(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header',
      )
    }
    const token = this.#identify(request.headers.authorization)
    if (token === undefined && request.method !== 'GET') throw new ApiError(401, 'Requires authentication')
    this.#limit(token, operation)
    const rateHeaders = this.#rates.headers(token, this.now())
    const checked = this.#description.checkRequest(match, request.query, logged.body)
    const call: Call = {
      method: request.method,
      pathname: logged.path,
      path: checked.path,
      query: checked.query,
      body: logged.body,
      accept: request.headers.accept ?? '',
      token,
      repository: this.#reach(match, token),
      now: this.now(),
      rate: () => this.#rates.overview(token, this.now()),
    }
    this.#permit(operation, token, call.repository)
    if (checked.errors.length > 0) {
      violate('request', checked.errors)
      throw new ApiError(422, `Invalid request.\n\n${checked.errors.join('\n')}`)
    }
    return { call, rateHeaders }
  }

  #identify(authorization: string | undefined): Token | undefined {
    if (authorization === undefined) return undefined
    const token = this.#tokens.get(authorization.replace(/^(token|bearer) /i, ''))
    if (token === undefined) throw new ApiError(401, 'Bad credentials')
    return token
  }

  #limit(token: Token | undefined, operation: Operation): void {
    if (operation.id === 'rate-limit/get') return
    const now = this.now()
    const isWrite = operation.method !== 'GET'
    const verdict = this.#rates.take(token, isWrite, now)
    if (verdict === 'pass') return
    const limit = verdict === 'primary' ? primaryRateLimit(this.#rates.resetAt(token, now)) : secondaryRateLimit(60)
    const { message, ...details } = limit.body as { message: string }
    throw new ApiError(403, message, details, limit.headers)
  }

  /** Operations without a repository get any: their handlers do not look at it. */
  #reach(match: Match, token: Token | undefined): Repository {
    const { owner, repo } = match.path
    if (owner === undefined || repo === undefined) return [...this.repositories.values()][0] as Repository
    const repository = this.repositories.get(`${owner}/${repo}`.toLowerCase())
    const isVisible = repository?.private === false || token?.repositories.has(repository?.fullName ?? '') === true
    if (repository === undefined || !isVisible) throw new ApiError(404, 'Not Found')
    return repository
  }

  #permit(operation: Operation, token: Token | undefined, repository: Repository): void {
    const requirement = requirementOf(operation.id)
    if (operation.id === 'users/get-authenticated' && token?.kind === 'installation') {
      throw new ApiError(403, 'Resource not accessible by integration')
    }
    if (requirement === undefined) return
    const isReached = token?.repositories.has(repository.fullName) === true
    // Beyond its own repositories a token is a stranger, who may read what is public and no more.
    const permissions = isReached ? token.permissions : {}
    if (isAllowed(requirement, permissions, !repository.private)) return
    if (token === undefined) throw new ApiError(401, 'Requires authentication')
    const words = token.kind === 'installation' ? 'integration' : 'personal access token'
    throw new ApiError(
      403,
      `Resource not accessible by ${words}`,
      {},
      {
        'x-accepted-github-permissions': acceptedPermissions(requirement),
      },
    )
  }

  #json(operation: Operation | undefined, answer: Answer): HttpAnswer {
    const isRaw = Buffer.isBuffer(answer.body) || typeof answer.body === 'string'
    const headers = {
      'x-github-request-id': `FAKE:${this.requests.length}`,
      'x-github-media-type': 'github.v3; format=json',
      ...(operation === undefined ? {} : { 'x-fake-operation': operation.id }),
      // The clock that a test sets is what clients see.
      ...(this.#options.now && { date: this.now().toUTCString() }),
      ...(answer.body === undefined ? {} : { 'content-type': answer.mediaType ?? 'application/json; charset=utf-8' }),
      ...answer.headers,
    }
    if (answer.body === undefined) return { status: answer.status, headers }
    return { status: answer.status, headers, body: isRaw ? (answer.body as Buffer) : JSON.stringify(answer.body) }
  }
}

function errorAnswer(operation: Operation, error: ApiError): Answer {
  const body = { message: error.message, documentation_url: operation.documentation, status: String(error.status) }
  return { status: error.status, body: { ...body, ...error.details }, headers: error.headers }
}

function parsed(body: Buffer): unknown {
  if (body.length === 0) return undefined
  try {
    return JSON.parse(body.toString())
  } catch {
    return body.toString()
  }
}

function started<T>(value: T | undefined, otherwise = 'the fake is not started'): T {
  if (value === undefined) throw new Error(otherwise)
  return value
}
