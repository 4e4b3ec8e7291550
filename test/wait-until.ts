import { setTimeout as sleep } from 'node:timers/promises'

/** Longest wait for a condition, ms: a busy machine needs seconds to start a process. */
const LONGEST_WAIT_MS = 90_000

/** Waits until a condition is met. Returns after the longest wait too: the test's assertions then say what is missing. */
export async function waitUntil(isMet: () => boolean, pollMs = 10): Promise<void> {
  const deadline = performance.now() + LONGEST_WAIT_MS
  while (!isMet() && performance.now() < deadline) await sleep(pollMs)
}

/**
 * The first of several results that satisfies a limit of time, or the last one. A busy machine exceeds a limit now and then; a program that is
 * too slow exceeds it each time.
 */
export async function firstWithin<Result>(
  isWithin: (result: Result) => boolean,
  attempt: () => Result | Promise<Result>,
  attempts = 6,
): Promise<Result> {
  let result = await attempt()
  for (let made = 1; made < attempts && !isWithin(result); made += 1) result = await attempt()
  return result
}

/** CPU time that this process uses for an action, ms: unlike elapsed time it does not grow with the machine's other load. */
export async function cpuMsOf(action: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await action()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
