/** Tries of a write that lost a race. */
const MAX_TRIES = 8

/** All tries and waits together, ms. */
const MAX_TOTAL_MS = 60_000

/** First and longest range of the random wait, ms. */
const FIRST_WAIT_MS = 400
const LONGEST_WAIT_MS = 20_000

/** Why a write that lost every race was given up. */
export const GIVEN_UP = 'other writers were faster 8 times or for 60 s'

/** Clock and chance, handed in for tests. */
export interface RetryClock {
  now(): number
  sleep(ms: number): Promise<void>
  /** At least 0, below 1. */
  random(): number
}

export const SYSTEM_CLOCK: RetryClock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => void setTimeout(resolve, ms)),
  random: () => Math.random(),
}

/**
 * Repeats an attempt that lost a race or failed with an error that may pass, with full jitter: a random wait between 0 and
 * min(20 s, 0.4 s x 2^n).
 * @param attempt returns null when it lost
 * @returns null after 8 tries or 60 s, when the last one lost a race
 * @throws the last error that may pass, and at once any other
 */
export async function retry<T>(
  attempt: () => Promise<T | null>,
  isPassing: (error: unknown) => boolean,
  clock: RetryClock,
): Promise<T | null> {
  const start = clock.now()
  let failure: { readonly error: unknown } | null = null
  for (let tries = 0; tries < MAX_TRIES; tries += 1) {
    if (tries > 0) {
      const wait = clock.random() * Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** tries)
      if (clock.now() + wait - start > MAX_TOTAL_MS) break
      await clock.sleep(wait)
    }
    failure = null
    try {
      const result = await attempt()
      if (result !== null) return result
    } catch (error) {
      if (!isPassing(error)) throw error
      failure = { error }
    }
  }
  if (failure !== null) throw failure.error
  return null
}
