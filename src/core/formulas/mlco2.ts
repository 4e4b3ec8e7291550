import { energyKwh } from '../formula.ts'
import { nonNegative, numberWithin } from '../quantity.ts'

/** MLCO2 impact calculator (github.com/mlco2/impact, js/grayscale.js): TDP x hours x grid, without PUE. */

export interface Mlco2Impact {
  readonly kwh: number
  readonly kgPerKwh: number
  readonly kg: number
  /** Part of it that the provider offsets, kg: shown by the tool, not used here. */
  readonly offsetKg: number
}

/** The result without the rounding. @param kgPerKwh kgCO2e/kWh @throws QuantityError */
export function impact(watts: number, hours: number, kgPerKwh: number, offsetPercent: number = 0): Mlco2Impact {
  const kwh = energyKwh(hours, 1, nonNegative('watts', watts) / 1000)
  const kg = kwh * nonNegative('grid', kgPerKwh)
  return { kwh, kgPerKwh, kg, offsetKg: (kg * numberWithin('offset', offsetPercent, 0, 100)) / 100 }
}

/** As the page shows it: every step is rounded to two decimals, so that a small job is 0. @throws QuantityError */
export function shownImpact(watts: number, hours: number, kgPerKwh: number, offsetPercent: number = 0): Mlco2Impact {
  const kwh = round2(energyKwh(hours, 1, nonNegative('watts', watts) / 1000))
  const kg = round2(kwh * nonNegative('grid', kgPerKwh))
  return { kwh, kgPerKwh, kg, offsetKg: round2((kg * numberWithin('offset', offsetPercent, 0, 100)) / 100) }
}

/** Its grid figure of a region: grams rounded to two decimals of a kg. */
export function shownGrid(gramsPerKwh: number): number {
  return round2(nonNegative('grid', gramsPerKwh) / 1000)
}

function round2(value: number): number {
  return Number(value.toFixed(2))
}
