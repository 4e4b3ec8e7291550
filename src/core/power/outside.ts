import type { Features } from './features.ts'
import type { PowerModel } from './model.ts'

const NAMES = ['chips', 'coresPerChip', 'tdpPerChip', 'memoryPerChip', 'clock'] as const

/** What a doubling beyond anything that was measured may change watts by: a quarter, as a standard deviation of the logarithm. */
const DEVIATION_PER_DOUBLING = 0.22

type Bounds = readonly (readonly [least: number, most: number])[]

const known = new WeakMap<PowerModel, Bounds>()

const boundsOf = (model: PowerModel): Bounds => {
  const bounds = NAMES.map((name) => {
    const values = model.points.map(({ features }) => features[name])
    return [Math.min(...values), Math.max(...values)] as const
  })
  known.set(model, bounds)
  return bounds
}

/**
 * Variance of log watts of a machine that has more or less of something than any measured one: how its kin spread says
 * little about it. 0 within what was measured.
 */
export const varianceOutside = (model: PowerModel, features: Features): number =>
  (known.get(model) ?? boundsOf(model)).reduce((sum, [least, most], i) => {
    const value = features[NAMES[i] ?? 'chips']
    const doublings = Math.max(0, least - value, value - most)
    return sum + (doublings * DEVIATION_PER_DOUBLING) ** 2
  }, 0)
