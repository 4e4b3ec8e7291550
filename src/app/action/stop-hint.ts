import type { KnownFile } from '../../github/client.ts'
import { readEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import type { SetValues } from '../settings/table.ts'
import { ACTION_DEFAULTS } from './defaults.ts'

/** Longest wait for the config file, ms: every job waits for it before its first step. */
const WAIT_MS = 1500

/** Lines with which a config file may ask for a stop: its own setting, or an organisation's file. */
const MAY_STOP = /^\s*["']?(?:on-exceed|extends)["']?\s*:/m

/** Longest file that is kept for post, characters. */
const MAX_KNOWN = 20_000

/** What the start of a job learns about stops. */
export interface StopHint {
  /** Whether the policy of this job may ask for a stop. */
  readonly mayStop: boolean
  /** The config file, which post then need not ask for again; null: not read. */
  readonly known: KnownFile | null
}

const NONE: StopHint = { mayStop: false, known: null }

/**
 * Whether the policy of this job may ask for a stop. The input says so at once; otherwise the config file is looked at as plain text,
 * with one request and without a library, because every job pays for it. Of a proposal it is the file at the base, which a pull
 * request cannot change.
 * If it cannot be read, nothing is stopped, and the judging at the end says so.
 */
export async function lookForStop(given: SetValues, env: NodeJS.ProcessEnv): Promise<StopHint> {
  if (given['on-exceed'] === 'stop') return { mayStop: true, known: null }
  const [api, repository, token] = [env['GITHUB_API_URL'], env['GITHUB_REPOSITORY'], env['INPUT_GITHUB-TOKEN']?.trim()]
  const event = readEvent(env, readPlainFile)
  const commit = event?.pullRequest?.base.sha ?? event?.mergeGroup?.baseSha ?? env['GITHUB_SHA']
  if (!api || !repository || !token || !commit) return NONE
  const path = given.config ?? ACTION_DEFAULTS.config ?? ''
  const file = path.split('/').map(encodeURIComponent).join('/')
  try {
    const answer = await fetch(`${api}/repos/${repository}/contents/${file}?ref=${encodeURIComponent(commit)}`, {
      headers: {
        accept: 'application/vnd.github.raw+json',
        authorization: `Bearer ${token}`,
        'user-agent': 'carbon-gate',
      },
      redirect: 'error',
      signal: AbortSignal.timeout(WAIT_MS),
    })
    if (!answer.ok) return NONE
    const text = await answer.text()
    const known = text.length > MAX_KNOWN ? null : { repository, path, ref: commit, text }
    return { mayStop: MAY_STOP.test(text), known }
  } catch {
    return NONE
  }
}
