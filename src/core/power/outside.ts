import type { Features } from './features.ts'
import type { CentralModel } from './model.ts'

const NAMES = ['chips', 'coresPerChip', 'tdpPerChip', 'memoryPerChip', 'clock'] as const

/** Standard deviation of log watts for each doubling beyond the measured machines: about a quarter. */
const DEVIATION_PER_DOUBLING = 0.22

/**
 * Standard deviation of log watts for the first year after the last measured one, and for each further year: new generations move idle
 * power and turbo limits. From servers of 2012 to 2026, each predicted by a model of the years before (bench/power.ts).
 */
const DEVIATION_AFTER = { first: 0.14, further: 0.03 } as const

/** Years after the last measured one beyond which the deviation stays: no longer step could be judged. */
const MOST_YEARS_AFTER = 4

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

const lastYears = new WeakMap<CentralModel, number>()

const lastYearOf = (model: CentralModel): number => {
  const last = Math.max(...model.points.map(({ machine }) => machine.year))
  lastYears.set(model, last)
  return last
}

/**
 * Variance of log watts of a machine that came out after every measured one. 0 up to the last measured year.
 * @param year in which the machine came out
 */
export const varianceAfter = (model: CentralModel, year: number): number => {
  const years = Math.min(MOST_YEARS_AFTER, year - (lastYears.get(model) ?? lastYearOf(model)))
  return years <= 0 ? 0 : (DEVIATION_AFTER.first + DEVIATION_AFTER.further * (years - 1)) ** 2
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
