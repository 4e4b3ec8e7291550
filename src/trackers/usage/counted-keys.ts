import type { TokenUsage } from '../../core/llm/usage.ts'
import { KeyHashes, keyHash } from '../key-hashes.ts'

/** Most slots, 32 MB. Three quarters of them are used: requests beyond are not compared with later ones. */
const MOST_SLOTS = 1 << 22

/** Most sums that are kept: those of sessions and of servers, not of requests. */
const MOST_SUMS = 1000

/**
 * Keys of requests that are in the sum already, over all logs of a reading. Only a hash of 53 bits of each is kept, because a log may have
 * millions. With three million keys, the probability that any two have the same hash is 0.05 %.
 */
export class CountedKeys {
  readonly #hashes = new KeyHashes(MOST_SLOTS)
  /** Last sums of counters that grow, by their keys. */
  readonly #sums = new Map<string, readonly TokenUsage[]>()

  /** The sum of a growing counter that was counted last; undefined where none is kept. */
  sumOf(key: string): readonly TokenUsage[] | undefined {
    return this.#sums.get(key)
  }

  keepSum(key: string, sum: readonly TokenUsage[]): void {
    if (this.#sums.size < MOST_SUMS || this.#sums.has(key)) this.#sums.set(key, sum)
  }

  has(key: string): boolean {
    return this.#hashes.has(keyHash(key))
  }

  /** @returns whether it is new; true as well when the table is full */
  add(key: string): boolean {
    return this.#hashes.add(keyHash(key))
  }
}
