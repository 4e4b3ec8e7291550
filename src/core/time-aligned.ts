import { MeasurementError } from './errors.ts'
import { nonNegative, positive } from './quantity.ts'

/** One step of an intensity curve: the figure applies from `start` for `durationS`. */
export interface IntensityPoint {
  /** Unix time, s. */
  readonly start: number
  readonly durationS: number
  readonly gPerKwh: number
}

/** Energy that was used evenly over a stretch of time. */
export interface EnergyStretch {
  /** Unix time, s. */
  readonly start: number
  readonly durationS: number
  readonly wh: number
}

/** What hour-by-hour charging makes of a run. */
export interface TimeAligned {
  /** Mean weighted by the energy of each moment, gCO2e/kWh: energy x this is what the hours add up to. */
  readonly meanGPerKwh: number
  /** Cleanest and dirtiest moment in which energy was used, gCO2e/kWh. */
  readonly lowestGPerKwh: number
  readonly highestGPerKwh: number
  /** Share of the energy that the curve covers; the rest gets the mean intensity. */
  readonly covered: number
}

/**
 * The curve in order, without overlaps: if two steps apply at once the later one wins, as a later answer corrects an earlier.
 * @throws QuantityError for a step with an invalid number
 */
export function orderedCurve(points: readonly IntensityPoint[]): readonly IntensityPoint[] {
  const sorted = [...points].sort((a, b) => a.start - b.start)
  const curve: IntensityPoint[] = []
  for (const [i, { start, durationS, gPerKwh }] of sorted.entries()) {
    positive('duration of a step, s', durationS)
    nonNegative('grid intensity, g/kWh', gPerKwh)
    const next = sorted[i + 1]
    const kept = next === undefined ? durationS : Math.min(durationS, next.start - start)
    if (kept > 0) curve.push({ start, durationS: kept, gPerKwh })
  }
  return curve
}

/**
 * Multiplies each stretch of energy by the intensity of its time.
 * @param timeline stretches in any order; one stretch over the whole run when nothing finer is known
 * @throws MeasurementError when the curve covers none of the energy
 */
export function chargeByHour(timeline: readonly EnergyStretch[], points: readonly IntensityPoint[]): TimeAligned {
  const curve = orderedCurve(points)
  let total = 0
  let covered = 0
  let charged = 0
  let lowest = Number.POSITIVE_INFINITY
  let highest = 0
  for (const { start, durationS, wh } of timeline) {
    total += nonNegative('energy, Wh', wh)
    if (wh === 0) continue
    for (const step of curve) {
      const share = overlapShare(start, nonNegative('duration, s', durationS), step)
      if (share === 0) continue
      covered += wh * share
      charged += wh * share * step.gPerKwh
      lowest = Math.min(lowest, step.gPerKwh)
      highest = Math.max(highest, step.gPerKwh)
    }
  }
  if (covered === 0) throw new MeasurementError('no grid figure of the time of the run', 'grid history')
  const mean = charged / covered
  return {
    // Rounding must not put the mean outside the figures that it is the mean of.
    meanGPerKwh: Math.min(highest, Math.max(lowest, mean)),
    lowestGPerKwh: lowest,
    highestGPerKwh: highest,
    covered: Math.min(1, covered / total),
  }
}

/** Share of a stretch that falls into a step; a stretch without length belongs to the step it starts in. */
function overlapShare(start: number, durationS: number, step: IntensityPoint): number {
  const end = step.start + step.durationS
  if (durationS === 0) return start >= step.start && start < end ? 1 : 0
  return Math.max(0, Math.min(start + durationS, end) - Math.max(start, step.start)) / durationS
}
