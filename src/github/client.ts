import type { getOctokit } from '@actions/github'
import { VERSION } from '../core/version.ts'
import type { Deadline } from './deadline.ts'
import { withoutEventFile } from './event-file.ts'
import { type Result, attempt, failed } from './failure.ts'
import { ServerState } from './server-state.ts'
import { ATTEMPT_MS, boundedRetry } from './retry.ts'

type Octokit = ReturnType<typeof getOctokit>

/** All GitHub calls of one post together. */
export const GITHUB_WAIT_MS = 15_000

/** Who speaks the API: Forgejo and Gitea know the calls about comments and files, not checks and label events. */
export type Forge = 'github' | 'forgejo' | 'gitea'

export interface RepositoryName {
  readonly owner: string
  readonly repo: string
}

/** A file that main read at the start of the job, so that post need not ask for it again. */
export interface KnownFile {
  /** `owner/name`. */
  readonly repository: string
  readonly path: string
  readonly ref: string
  /** Null: the API answered 404. */
  readonly text: string | null
}

export interface GitHubClient {
  /** Files that are not asked for again. */
  readonly known?: readonly KnownFile[]
  readonly octokit: Octokit
  readonly deadline: Deadline
  readonly forge: Forge
  /** What its answers say of the server. */
  readonly server: ServerState
  /** Kind of the token, by its prefix: an installation's (the job's own, or an app's) or a person's. */
  readonly tokenKind: 'installation' | 'personal'
}

export interface ConnectOptions {
  readonly token: string
  /** GITHUB_API_URL: GitHub Enterprise Server, *.ghe.com, Forgejo. */
  readonly apiUrl: string | undefined
  readonly deadline: Deadline
  readonly forge?: Forge
  /** Longest wait for one answer, ms. */
  readonly attemptMs?: number
}

/**
 * A client whose calls all end with the deadline. The library is loaded here: its import reads the event file and the
 * environment, and a broken event file must not keep us from judging. It stays in the bundle ("eager"): of a bundle in several
 * files the bundler keeps the licences of one.
 */
export async function connect(options: ConnectOptions): Promise<Result<GitHubClient>> {
  const { token, deadline, forge = 'github', attemptMs = ATTEMPT_MS } = options
  if (token === '') return failed('unauthorized', 'cannot ask GitHub: github-token is empty')
  const baseUrl = (options.apiUrl || 'https://api.github.com').replace(/\/+$/, '')
  if (!isAddress(baseUrl)) return failed('invalid', 'cannot ask GitHub: GITHUB_API_URL is not an http(s) address')
  const server = new ServerState()
  return attempt({ what: 'ask GitHub', needs: '' }, async () => {
    const { getOctokit } = await withoutEventFile(() => import(/* webpackMode: "eager" */ '@actions/github'))
    const octokit = getOctokit(
      token,
      { baseUrl, userAgent: `carbon-gate/${VERSION}`, log: quiet(), deadline, attemptMs, server },
      boundedRetry as never,
    )
    return { octokit, deadline, forge, server, tokenKind: tokenKindOf(token, forge) }
  })
}

function isAddress(address: string): boolean {
  try {
    return ['https:', 'http:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}

function tokenKindOf(token: string, forge: Forge): GitHubClient['tokenKind'] {
  if (forge !== 'github') return 'installation'
  return /^(?:gh[pou]_|github_pat_)|^[0-9a-f]{40}$/.test(token) ? 'personal' : 'installation'
}

/** Octokit's own log goes to the console, where untrusted text must not appear. */
function quiet(): Record<'debug' | 'info' | 'warn' | 'error', () => void> {
  return { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} }
}

/** Which server this is, from the runner's own variables. */
export function forgeOf(env: NodeJS.ProcessEnv): Forge {
  if (env['FORGEJO_ACTIONS'] === 'true') return 'forgejo'
  return env['GITEA_ACTIONS'] === 'true' ? 'gitea' : 'github'
}
