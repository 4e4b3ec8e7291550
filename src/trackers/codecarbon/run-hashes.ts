/**
 * A set of run ids that takes 8 bytes an id: a 53-bit hash of each in an open table. Two ids of one hash are taken for the
 * same; with a million ids that happens once in 18,000 files, and then a row is refused, never counted twice.
 */
export class RunHashes {
  #table = new Float64Array(1024)
  #size = 0

  has(id: string): boolean {
    return this.#table[this.#slot(hash(id))] !== 0
  }

  add(id: string): void {
    if (this.#size * 4 > this.#table.length * 3) this.#grow()
    const key = hash(id)
    const slot = this.#slot(key)
    if (this.#table[slot] === 0) this.#size += 1
    this.#table[slot] = key
  }

  #slot(key: number): number {
    const size = this.#table.length
    let slot = key % size
    while (this.#table[slot] !== 0 && this.#table[slot] !== key) slot = (slot + 1) % size
    return slot
  }

  #grow(): void {
    const old = this.#table
    this.#table = new Float64Array(old.length * 2)
    for (const key of old) if (key !== 0) this.#table[this.#slot(key)] = key
  }
}

/** Two independent 32-bit FNV-1a style hashes as one number from 1 to 2^53. */
function hash(id: string): number {
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
