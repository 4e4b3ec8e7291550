import { type Range, makeRange } from '../core/range.ts'

/**
 * How far the grid at the hour of a run may lie from a yearly average of some years ago: 90 %, as a distance in the logarithm.
 *
 * `yearly`: change from one year to the next. Median |ln(this year / last year)| of Google's yearly figures of 44 regions,
 * 2019-2024 (region-carbon-info, Apache-2.0): 0.216 below 100 g/kWh, 0.136 up to 450, 0.061 above; x 1.645 / 0.6745 for 90 %.
 * `hourly`: hour of the day and season against the year. Our own estimate: hydro and nuclear grids swing little in grams but much in
 * proportion, mixed ones with the sun and wind, coal hardly.
 */
const SPREADS = [
  { below: 100, yearly: 0.53, hourly: 0.4 },
  { below: 450, yearly: 0.33, hourly: 0.35 },
  { below: Number.POSITIVE_INFINITY, yearly: 0.15, hourly: 0.15 },
] as const

/** The year this release's tables were made: a figure's age counts from here, so that the same input gives the same report. */
export const TABLES_OF = 2026

/**
 * A yearly average with its 90 % range for any hour now. Independent causes add in quadrature; change over years grows with their root.
 * @param year that the figure is of
 * @param other distance in the logarithm from further causes, such as the use of a neighbour's figure
 * @throws QuantityError
 */
export function yearlyRange(gPerKwh: number, year: number, other: number = 0): Range {
  const { yearly, hourly } = SPREADS.find(({ below }) => gPerKwh < below) ?? SPREADS[2]
  const age = Math.max(1, TABLES_OF - year)
  const distance = Math.sqrt(yearly ** 2 * age + hourly ** 2 + other ** 2)
  return makeRange(gPerKwh, gPerKwh * Math.exp(-distance), gPerKwh * Math.exp(distance))
}
