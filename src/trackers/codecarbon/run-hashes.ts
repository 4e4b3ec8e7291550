/**
 * A set of run ids that takes 8 bytes an id: their hashes in an open table. Two ids of one hash are taken for the same; with a
 * million ids that happens once in 18,000 files, and then a row is refused, never counted twice.
 */
export class RunHashes {
  #table = new Float64Array(1024)
  #size = 0

  has(key: number): boolean {
    return this.#table[this.#slot(key)] !== 0
  }

  add(key: number): void {
    if (this.#size * 4 > this.#table.length * 3) this.#grow()
    const slot = this.#slot(key)
    if (this.#table[slot] === 0) this.#size += 1
    this.#table[slot] = key
  }

  #slot(key: number): number {
    const mask = this.#table.length - 1
    let slot = (key ^ (key / 0x1_0000_0000)) & mask
    while (this.#table[slot] !== 0 && this.#table[slot] !== key) slot = (slot + 1) & mask
    return slot
  }

  #grow(): void {
    const old = this.#table
    this.#table = new Float64Array(old.length * 2)
    for (const key of old) if (key !== 0) this.#table[this.#slot(key)] = key
  }
}

/**
 * What a run is known by while a log is read: two independent 32-bit FNV-1a style hashes of its id as one number from 1 to 2^53. Hashing
 * it once is quicker than a Map of texts, which hashes, compares and keeps them.
 */
export function runHash(id: string): number {
  let a = 0x811c9dc5
  let b = 0x9747b28c
  for (let at = 0; at < id.length; at += 1) {
    const code = id.charCodeAt(at)
    a = Math.imul(a ^ code, 0x01000193)
    b = Math.imul(b ^ (code + at), 0x85ebca6b)
    b ^= b >>> 13
  }
  return (b >>> 11) * 0x1_0000_0000 + (a >>> 0) + 1
}
