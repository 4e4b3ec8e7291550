import { nearest } from '../core/nearest.ts'
import { GPUS } from './gpu-table.ts'

/** Names in the table that a mistyped one may have meant, also without the form or the maker's family: `H10` may be `H100 SXM`. */
export function nearestGpus(name: string): string[] {
  const spellings = new Map(
    GPUS.flatMap((gpu) => [gpu.name, gpu.name.replace(OPTIONAL, '')].map((key) => [key, gpu.name])),
  )
  const wanted = name.replace(/^\s*(?:(?:nvidia|amd|intel|tesla|geforce|radeon|instinct)\b\s*)+/i, '')
  const longer = [...spellings.keys()].filter((key) => wanted !== '' && sharedLength(key, wanted) === wanted.length)
  const near = [...longer, ...nearest(wanted, spellings.keys(), 12)].toSorted(
    (a, b) => sharedLength(b, wanted) - sharedLength(a, wanted),
  )
  return [...new Set(near.map((key) => spellings.get(key) ?? key))].slice(0, 3)
}

/** Words of a row's name that people leave out. */
const OPTIONAL = / SXM$|^(?:RTX|Quadro|Arc|RX|Pro|Data Center GPU) /

/** Number of characters with which both texts begin. */
function sharedLength(a: string, b: string): number {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()]
  let length = 0
  while (length < one.length && one[length] === other[length]) length += 1
  return length
}

/**
 * Splits a count off a name: `8xH100`, `8 x A100 80GB`, `H100 x8`.
 * @returns a count of null when the name has none. A count behind a name needs a space: `RTX 4090` has none
 */
export function splitGpuCount(text: string): { name: string; count: number | null } {
  const before = /^(\d{1,5})\s*[x×*]\s*(\S.*)$/i.exec(text.trim())
  if (before) return { name: before[2] ?? '', count: Number(before[1]) }
  const after = /^(.*\S)\s+[x×*]\s*(\d{1,5})$/i.exec(text.trim())
  return after ? { name: after[1] ?? '', count: Number(after[2]) } : { name: text, count: null }
}
