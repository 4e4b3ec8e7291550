import { QuantityError } from '../errors.ts'
import { nonNegative, positive, numberWithin } from '../quantity.ts'

/** Impact Framework (github.com/Green-Software-Foundation/if, builtins sci-embodied, sci, interpolation). */

/** SciEmbodied's own figures: a server of 1 vCPU and 16 GB of 1 t, what more of each adds (g), 4 years of life (s). */
export const EMBODIED_DEFAULTS = {
  baselineGrams: 1_000_000,
  baselineVcpus: 1,
  baselineMemoryGb: 16,
  gramsPerVcpu: 100_000,
  gramsPerGb: ((533 / 384) * 16 * 1000) / 16,
  gramsPerSsd: 50_000,
  gramsPerHdd: 100_000,
  gramsPerGpu: 150_000,
  lifetimeSeconds: 126_144_000,
}

export type EmbodiedModel = typeof EMBODIED_DEFAULTS

export interface EmbodiedUse {
  readonly seconds: number
  readonly vcpus?: number
  readonly memoryGb?: number
  readonly ssds?: number
  readonly hdds?: number
  readonly gpus?: number
  /** Share of the machine that is used, 1 unless said. */
  readonly usageRatio?: number
}

/** SciEmbodied: the machine by its parts, by its share of time and life. @returns g @throws QuantityError */
export function embodiedCarbon(use: EmbodiedUse, model: EmbodiedModel = EMBODIED_DEFAULTS): number {
  const vcpus = nonNegative('vCPUs', use.vcpus ?? model.baselineVcpus)
  const memory = nonNegative('memory', use.memoryGb ?? model.baselineMemoryGb)
  const total =
    model.baselineGrams +
    (vcpus - model.baselineVcpus) * model.gramsPerVcpu +
    (memory - model.baselineMemoryGb) * model.gramsPerGb +
    nonNegative('SSDs', use.ssds ?? 0) * model.gramsPerSsd +
    nonNegative('HDDs', use.hdds ?? 0) * model.gramsPerHdd +
    nonNegative('GPUs', use.gpus ?? 0) * model.gramsPerGpu
  const time = nonNegative('time', use.seconds) / positive('lifetime', model.lifetimeSeconds)
  return nonNegative('machine', total) * numberWithin('usage ratio', use.usageRatio ?? 1, 0, 1) * time
}

/** Sci: carbon per unit; a count of 0 leaves the carbon as it is (the tool warns; our own SCI refuses it). @throws QuantityError */
export function sci(carbonGrams: number, units: number): number {
  const carbon = nonNegative('carbon', carbonGrams)
  return nonNegative('units', units) === 0 ? carbon : carbon / units
}

/** Points of the curve that its examples take from Teads: share of the TDP by load. */
export const TEADS_CURVE = [
  [0, 0.12],
  [10, 0.32],
  [50, 0.75],
  [100, 1.02],
] as const

/**
 * Interpolation, linear.
 * @param points pairs of x and y, x ascending
 * @throws QuantityError outside of the points
 */
export function interpolated(points: readonly (readonly [number, number])[], x: number): number {
  for (let at = 1; at < points.length; at += 1) {
    const [x0, y0] = points[at - 1] as readonly [number, number]
    const [x1, y1] = points[at] as readonly [number, number]
    if (x >= x0 && x <= x1) return y0 + ((x - x0) / (x1 - x0)) * (y1 - y0)
  }
  throw new QuantityError('x', x, 'it is outside of the points')
}

/** Energy of its Teads pipeline: TDP by load over time, by the share of the machine's threads. @returns kWh @throws QuantityError */
export function teadsKwh(use: {
  loadPercent: number
  seconds: number
  tdpW: number
  vcpus: number
  allVcpus: number
}): number {
  const watts = interpolated(TEADS_CURVE, use.loadPercent) * nonNegative('TDP', use.tdpW)
  return (
    (watts * nonNegative('time', use.seconds)) /
    3_600_000 /
    (positive('all vCPUs', use.allVcpus) / positive('vCPUs', use.vcpus))
  )
}
