import { type Range, makeRange } from '../range.ts'
import type { Stretch } from './counters.ts'

/** Power of the machine, or of the job's slice of it, at the wall, memory included. */
export type WattsAt = (utilization: number) => Range

/** Stretches longer than this are known by their mean alone, s: the adaptive interval is 5 s at most, with room for a busy machine. */
const RESOLVED_S = 20

/**
 * Mean power over a stretch. Where only the mean utilisation is known, the load may have been steady (the curve at the mean) or
 * swinging between idle and full (the straight line between the ends): the range includes both.
 */
export function wattsOver(stretch: Stretch, wattsAt: WattsAt, resolvedS: number = RESOLVED_S): Range {
  const steady = wattsAt(stretch.utilization)
  if (stretch.toS - stretch.fromS <= resolvedS) return steady
  const [idle, full] = [wattsAt(0), wattsAt(100)]
  const share = stretch.utilization / 100
  const line = (end: keyof Range): number => idle[end] * (1 - share) + full[end] * share
  return makeRange(steady.value, Math.min(steady.low, line('low')), Math.max(steady.high, line('high')))
}
