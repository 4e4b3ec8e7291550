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
