import { readFileSync } from 'node:fs'

/** Longest wait for the answer, ms. */
const WAIT_MS = 10_000

/**
 * Sends the cancel request that standard input describes (`POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel`, which needs
 * `actions: write`).
 * @returns whether GitHub accepted it
 */
export async function cancelRun(): Promise<boolean> {
  const { url, token } = JSON.parse(readFileSync(0, 'utf8')) as { url: string; token: string }
  const answer = await fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/vnd.github+json',
      authorization: `Bearer ${token}`,
      'user-agent': 'carbon-gate',
      'x-github-api-version': '2022-11-28',
    },
    // A redirect could lead the token elsewhere.
    redirect: 'error',
    signal: AbortSignal.timeout(WAIT_MS),
  })
  return answer.status === 202
}
