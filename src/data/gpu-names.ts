import { nearest } from '../core/nearest.ts'
import { GPUS } from './gpu-table.ts'

/** Names in the table that a mistyped one may have meant. */
export function nearestGpus(name: string): string[] {
  return nearest(
    name,
    GPUS.map((gpu) => gpu.name),
  )
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
