import type { TokenUsage } from '../../core/llm/usage.ts'
import { KeyHashes, keyHash } from '../key-hashes.ts'

/** Most slots, 32 MB. Three quarters of them are used: requests beyond are not compared with later ones. */
const MOST_SLOTS = 1 << 22

/** Most counts that are kept, 10 MB: a request beyond that is not counted again, whatever its count. */
const MOST_SUMS = 10_000

/**
 * Keys of requests that are in the sum already, over all logs of a reading. Only a hash of 53 bits of each is kept, because a log may have
 * millions. With three million keys, the probability that any two have the same hash is 0.05 %.
 */
export class CountedKeys {
  readonly #hashes = new KeyHashes(MOST_SLOTS)
  /** Last counts of requests, and sums of counters that grow, by the hashes of their keys. */
  readonly #sums = new Map<number, readonly TokenUsage[]>()

  /** What was counted last for a key; undefined where none is kept. */
  sumOf(key: string): readonly TokenUsage[] | undefined {
    return this.#sums.get(keyHash(key))
  }

  keepSum(key: string, sum: readonly TokenUsage[]): void {
    const hash = keyHash(key)
    if (this.#sums.size < MOST_SUMS || this.#sums.has(hash)) this.#sums.set(hash, sum)
  }

  has(key: string): boolean {
    return this.#hashes.has(keyHash(key))
  }

  /** @returns whether it is new; true as well when the table is full */
  add(key: string): boolean {
    return this.#hashes.add(keyHash(key))
  }
}
