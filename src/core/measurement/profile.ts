/** Power over a stretch of time. */
export interface PowerStretch {
  /** Seconds since the start. */
  readonly fromS: number
  readonly toS: number
  readonly watts: number
}

/** Power over the time of a run in equal steps, for a picture. A step without any figure is null. */
export interface Profile {
  readonly step_s: number
  readonly watts: readonly (number | null)[]
}

/** Points of a profile, at most (the report's own limit). */
export const MOST_POINTS = 60

/**
 * Mean power in equal steps. The energy under the profile is that of the stretches.
 * @param stretches in order of time, not overlapping
 * @returns null when they cover no time
 */
export function profileOf(stretches: readonly PowerStretch[]): Profile | null {
  const endS = stretches.at(-1)?.toS ?? 0
  if (!(endS > 0)) return null
  // Steps shorter than a second would only show the sampler's own rhythm.
  const points = Math.max(1, Math.min(MOST_POINTS, Math.floor(endS)))
  const step = endS / points
  const joules = Array.from({ length: points }, () => 0)
  const seconds = Array.from({ length: points }, () => 0)
  for (const { fromS, toS, watts } of stretches) {
    for (let point = Math.max(0, Math.floor(fromS / step)); point < points && point * step < toS; point += 1) {
      const overlap = Math.min(toS, (point + 1) * step) - Math.max(fromS, point * step)
      if (overlap <= 0) continue
      joules[point] = (joules[point] ?? 0) + overlap * watts
      seconds[point] = (seconds[point] ?? 0) + overlap
    }
  }
  return { step_s: step, watts: joules.map((sum, point) => (seconds[point] ? sum / (seconds[point] ?? 1) : null)) }
}
