import { readEvent } from '../../github/event.ts'
import { readPlainFile } from '../../github/plain-file.ts'
import type { SetValues } from '../settings/table.ts'
import { ACTION_DEFAULTS } from './defaults.ts'

/** Longest wait for the config file, ms: every job waits for it before its first step. */
const WAIT_MS = 1500

/** Lines with which a config file may ask for a stop: its own setting, or an organisation's file. */
const MAY_STOP = /^\s*["']?(?:on-exceed|extends)["']?\s*:/m

/**
 * Whether the policy of this job may ask for a stop. The input says so at once; otherwise the config file is looked at as plain text,
 * with one request and without a library, because every job pays for it. Of a proposal it is the file at the base, which a pull
 * request cannot change.
 * @returns false also if the file cannot be read: the judging at the end then says that nothing was stopped
 */
export async function mayStop(given: SetValues, env: NodeJS.ProcessEnv): Promise<boolean> {
  if (given['on-exceed'] === 'stop') return true
  const [api, repository, token] = [env['GITHUB_API_URL'], env['GITHUB_REPOSITORY'], env['INPUT_GITHUB-TOKEN']?.trim()]
  const event = readEvent(env, readPlainFile)
  const commit = event?.pullRequest?.base.sha ?? event?.mergeGroup?.baseSha ?? env['GITHUB_SHA']
  if (!api || !repository || !token || !commit) return false
  const file = (given.config ?? ACTION_DEFAULTS.config ?? '').split('/').map(encodeURIComponent).join('/')
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
    return answer.ok && MAY_STOP.test(await answer.text())
  } catch {
    return false
  }
}
