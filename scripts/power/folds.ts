import type { MeasuredServer } from './servers.ts'

/** A 32-bit FNV-1a hash: folds that depend on nothing but the text. */
const hash = (text: string): number => {
  let value = 0x811c9dc5
  for (const character of text) value = Math.imul(value ^ character.codePointAt(0)!, 0x01000193) >>> 0
  // FNV leaves the low bits of alike texts alike: mix them.
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0
  return (value ^ (value >>> 13)) >>> 0
}

/** Deals keys, in the order of their hashes, to folds like cards: folds of equal size that depend on the keys alone. */
export const foldsBy = (
  servers: readonly MeasuredServer[],
  count: number,
  keyOf: (server: MeasuredServer) => string,
): readonly (readonly MeasuredServer[])[] => {
  const keys = [...new Set(servers.map(keyOf))].toSorted((a, b) => hash(a) - hash(b) || (a < b ? -1 : 1))
  const foldOf = new Map(keys.map((key, i) => [key, i % count]))
  return Array.from({ length: count }, (_, fold) => servers.filter((server) => foldOf.get(keyOf(server)) === fold))
}

/** Items by a key, keys and items in the order of their appearance. */
export const groupsBy = <T>(items: readonly T[], keyOf: (item: T) => string): ReadonlyMap<string, readonly T[]> => {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
