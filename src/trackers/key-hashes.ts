/** Slots of the first table; a power of two. */
const FIRST_SLOTS = 1 << 10

/** Share of the slots that may be used before the table grows. */
const MOST_LOAD = 0.75

/** cyrb53: a hash of 53 bits, never 0. Hashing a key once is quicker than a Map of texts, which hashes, compares and keeps them. */
export function keyHash(text: string): number {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return 4294967296 * (2097151 & b) + (a >>> 0) || 1
}

/** A set of hashes from 1 to 2^53 that takes 8 bytes a slot: an open table. */
export class KeyHashes {
  readonly #mostSlots: number
  #slots = new Float64Array(FIRST_SLOTS)
  #size = 0

  /** @param mostSlots a power of two; no limit by default */
  constructor(mostSlots: number = Number.POSITIVE_INFINITY) {
    this.#mostSlots = mostSlots
  }

  has(hash: number): boolean {
    return this.#slots[this.#slotOf(hash)] !== 0
  }

  /** @returns whether it is new; true as well when the table is full, which then does not keep it */
  add(hash: number): boolean {
    if (this.#size >= this.#slots.length * MOST_LOAD && !this.#grow()) return !this.has(hash)
    const slot = this.#slotOf(hash)
    if (this.#slots[slot] !== 0) return false
    this.#slots[slot] = hash
    this.#size += 1
    return true
  }

  /** The slot with the hash, or the empty slot where it goes. */
  #slotOf(hash: number): number {
    const last = this.#slots.length - 1
    let slot = (hash ^ (hash / 0x1_0000_0000)) & last
    while (this.#slots[slot] !== 0 && this.#slots[slot] !== hash) slot = (slot + 1) & last
    return slot
  }

  #grow(): boolean {
    if (this.#slots.length >= this.#mostSlots) return false
    const old = this.#slots
    this.#slots = new Float64Array(old.length * 2)
    for (const hash of old) if (hash !== 0) this.#slots[this.#slotOf(hash)] = hash
    return true
  }
}
