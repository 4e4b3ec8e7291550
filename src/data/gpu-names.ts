import { nearest } from '../core/nearest.ts'
import { GPUS } from './gpus.ts'

/** Names in the table that a mistyped one may have meant. */
export function nearestGpus(name: string): string[] {
  return nearest(
    name,
    GPUS.map((gpu) => gpu.name),
  )
}
