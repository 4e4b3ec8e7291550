import type { TokenUsage } from '../../core/llm/usage.ts'

/** Slots of the first table; a power of two. */
const FIRST_SLOTS = 1 << 10

/** Most slots, 32 MB. Three quarters of them are used: requests beyond are not compared with later ones. */
const MOST_SLOTS = 1 << 22

/** Most sums that are kept: those of sessions and of servers, not of requests. */
const MOST_SUMS = 1000

/** Share of the slots that may be used before the table grows. */
const MOST_LOAD = 0.75

/**
 * Keys of requests that are in the sum already, over all logs of a reading. Only a hash of 53 bits of each is kept, because a log may have
 * millions. With three million keys, the probability that any two have the same hash is 0.05 %.
 */
export class CountedKeys {
  #slots = new Float64Array(FIRST_SLOTS)
  #size = 0
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
    return this.#slots[this.#slotOf(hashOf(key))] !== 0
  }

  /** @returns whether it is new; true as well when the table is full */
  add(key: string): boolean {
    const hash = hashOf(key)
    if (this.#size >= this.#slots.length * MOST_LOAD && !this.#grow()) return this.#slots[this.#slotOf(hash)] === 0
    const slot = this.#slotOf(hash)
    if (this.#slots[slot] !== 0) return false
    this.#slots[slot] = hash
    this.#size += 1
    return true
  }

  /** The slot with the hash, or the empty slot where it goes. */
  #slotOf(hash: number): number {
    const last = this.#slots.length - 1
    let slot = hash % this.#slots.length
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & last
    return slot
  }

  #grow(): boolean {
    if (this.#slots.length >= MOST_SLOTS) return false
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    for (const hash of old) if (hash !== 0) this.#slots[this.#slotOf(hash)] = hash
    return true
  }
}

/** cyrb53: a hash of 53 bits, never 0. */
function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1
}
