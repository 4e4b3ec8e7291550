import type { Features } from './features.ts'
import type { CentralModel } from './model.ts'

const NAMES = ['chips', 'coresPerChip', 'tdpPerChip', 'memoryPerChip', 'clock'] as const

/** Standard deviation of log watts for each doubling beyond the measured machines: about a quarter. */
const DEVIATION_PER_DOUBLING = 0.22

type Bounds = readonly (readonly [least: number, most: number])[]

const known = new WeakMap<CentralModel, Bounds>()

const boundsOf = (model: CentralModel): Bounds => {
  const bounds = NAMES.map((name) => {
    const values = model.points.map(({ features }) => features[name])
    return [Math.min(...values), Math.max(...values)] as const
  })
  known.set(model, bounds)
  return bounds
}

/**
 * Variance of log watts of a machine that has more or less of something than every measured one, because the spread of
 * similar machines says little about it. 0 within the measured bounds.
 */
export const varianceOutside = (model: CentralModel, features: Features): number =>
  (known.get(model) ?? boundsOf(model)).reduce((sum, [least, most], i) => {
    const value = features[NAMES[i] ?? 'chips']
    const doublings = Math.max(0, least - value, value - most)
    return sum + (doublings * DEVIATION_PER_DOUBLING) ** 2
  }, 0)
