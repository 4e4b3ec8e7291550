import type { KnownFile } from '../../github/client.ts'
import type { GitHubEvent } from '../../github/event.ts'
import { type RawFile, readRawFile } from '../../github/raw-file.ts'
import { repositoryPath } from '../../github/repository-path.ts'
import { workflowPathOf } from '../../github/workflow-path.ts'
import { type Commit, commitsOf, runsProposedWorkflow } from '../policy/commits.ts'
import { otherSpelling } from '../settings/config-names.ts'
import type { SetValues } from '../settings/table.ts'
import { ACTION_DEFAULTS } from './defaults.ts'

/** Longest wait for the answers, ms: the job's first step waits for them. The measurement has started. */
const WAIT_MS = 1500

/** Words of a config file that may ask for a stop, outside of comments: its own setting, or an organisation's file. */
const MAY_STOP = /^(?!\s*#).*\b(?:on-exceed|extends)\b/m

/** An input of the base's workflow that names another config file. */
const NAMES_FILE = /^(?!\s*#).*\bconfig["']?\s*:/m

/** Longest file that is kept for post, characters. */
const MAX_KNOWN = 20_000

/** What the start of a job learns about stops. */
export interface StopHint {
  /** Whether the policy of this job may ask for a stop: then the policy itself is read. */
  readonly mayStop: boolean
  /** Files that post then need not ask for again. */
  readonly known: readonly KnownFile[]
  /** Requests that were sent. */
  readonly requests: number
}

const NONE: StopHint = { mayStop: false, known: [], requests: 0 }
const ASK_POLICY: StopHint = { ...NONE, mayStop: true }

/**
 * Whether the policy of this job may ask for a stop. The input says so at once. Otherwise the config file is looked at as plain text,
 * without a library, because every job pays for it: over a proposal the file at the base, which a pull request cannot change, and
 * the base's workflow, which may name another file.
 * If they cannot be read, nothing is stopped, and the judging at the end says so.
 */
export async function lookForStop(
  given: SetValues,
  event: GitHubEvent | null,
  env: NodeJS.ProcessEnv,
): Promise<StopHint> {
  if (given['on-exceed'] === 'stop') return ASK_POLICY
  const [api, token] = [env['GITHUB_API_URL'], env['INPUT_GITHUB-TOKEN']?.trim()]
  if (!event || !api || !token) return NONE
  const { base, head } = commitsOf(event)
  const commit = base ?? head
  if (!commit) return NONE
  // Node's own client does not speak to proxies before version 24; the library that reads the policy does.
  if (env['https_proxy'] || env['HTTPS_PROXY']) return ASK_POLICY
  const reader = new StartReader({ api, token }, commit)
  const workflowPath = workflowPathOf(env['GITHUB_WORKFLOW_REF'])
  const usual = ACTION_DEFAULTS.config ?? ''
  const isProposed = runsProposedWorkflow(event)
  const [config, workflow] = await Promise.all([
    reader.readEither(isProposed ? usual : (given.config ?? usual)),
    isProposed && workflowPath !== null ? reader.read(workflowPath) : null,
  ])
  const isElsewhere =
    (workflow?.state === 'file' && NAMES_FILE.test(workflow.text)) ||
    (isProposed && config.state === 'none' && given.config !== undefined)
  const mayStop = isElsewhere || (config.state === 'file' && MAY_STOP.test(config.text))
  return { mayStop, known: reader.known, requests: reader.requests }
}

/** Reads files of one commit, all within the same time. */
class StartReader {
  readonly known: KnownFile[] = []
  requests = 0
  readonly #access: Parameters<typeof readRawFile>[0]
  readonly #commit: Commit
  readonly #signal = AbortSignal.timeout(WAIT_MS)

  constructor(access: Parameters<typeof readRawFile>[0], commit: Commit) {
    this.#access = access
    this.#commit = commit
  }

  async read(asked: string): Promise<RawFile> {
    const path = repositoryPath(asked)
    if (path === null) return { state: 'failed' }
    this.requests += 1
    const file = await readRawFile(this.#access, { ...this.#commit, path }, this.#signal)
    const text = file.state === 'file' ? file.text : null
    if (file.state !== 'failed' && (text?.length ?? 0) <= MAX_KNOWN) {
      const { owner, repo, ref } = this.#commit
      this.known.push({ repository: `${owner}/${repo}`, path, ref, text })
    }
    return file
  }

  /** Reads a config file under both spellings of its ending. */
  async readEither(path: string): Promise<RawFile> {
    const file = await this.read(path)
    return file.state === 'none' ? this.read(otherSpelling(path)) : file
  }
}
