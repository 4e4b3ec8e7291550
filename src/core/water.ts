import { checkedPue } from './formula.ts'
import { nonNegative, positive } from './quantity.ts'
import { type Range, multiplyRanges, makeRange, scaleRange, sumRanges } from './range.ts'

/** Litres in a US gallon, exact by definition (231 cubic inches). */
const LITRES_PER_GALLON = 3.785411784

/** Gallons per MWh become litres per kWh: 1 MWh is 1,000 kWh. */
const KWH_PER_MWH = 1000

/**
 * 10th and 90th percentile of an EWIF by this recipe over the same country's figure in the Water Resources Institute's guidance (2020), 49 countries.
 * Nearly all of the spread is evaporation from reservoirs.
 */
const EWIF_SPREAD = { low: 0.4, high: 1.95 } as const

/** Fuels of a generation mix, as Our World in Data divides them. */
export const FUELS = ['coal', 'gas', 'oil', 'nuclear', 'hydro', 'biofuel', 'other_renewable', 'solar', 'wind'] as const
export type Fuel = (typeof FUELS)[number]

/** Water that power stations consume for electricity (energy water intensity factor), L/kWh. */
export interface WaterIntensity {
  readonly lPerKwh: number
  /** The same without evaporation from reservoirs of hydropower. */
  readonly withoutHydro: number
}

/**
 * Water intensity of a generation mix.
 * @param mix generation by fuel, any unit (TWh), at least 0, not all 0
 * @param gallonsPerMwh water consumed by each fuel, US gal/MWh, at least 0
 * @returns L/kWh
 * @throws QuantityError
 * @example waterIntensity({ nuclear: 60, hydro: 40 }, { nuclear: 672, hydro: 4491 }).withoutHydro // 1.53
 */
export function waterIntensity(
  mix: Readonly<Partial<Record<Fuel, number>>>,
  gallonsPerMwh: Readonly<Partial<Record<Fuel, number>>>,
): WaterIntensity {
  let generation = 0
  let gallons = 0
  let hydroGallons = 0
  for (const fuel of FUELS) {
    const amount = nonNegative(`generation from ${fuel}`, mix[fuel] ?? 0)
    const water = amount === 0 ? 0 : amount * nonNegative(`water of ${fuel}`, gallonsPerMwh[fuel])
    generation += amount
    gallons += water
    if (fuel === 'hydro') hydroGallons = water
  }
  const litres = LITRES_PER_GALLON / KWH_PER_MWH / positive('generation', generation)
  return { lPerKwh: gallons * litres, withoutHydro: (gallons - hydroGallons) * litres }
}

/** Water figures of a site: what its cooling uses and what its electricity took. Null: unknown. */
export interface SiteWater {
  /** Water usage effectiveness: litres on site for each kWh of IT energy. */
  readonly wue: { readonly lPerKwh: Range; readonly source: string } | null
  /** Water intensity of the electricity. */
  readonly ewif: (WaterIntensity & { readonly source: string }) | null
}

/** Litres of water. `lowL`, `highL` and `withoutHydroL` are of the total, or of the off-site water while the total is unknown. */
export interface WaterUse {
  readonly totalL: number | null
  readonly onsiteL: number | null
  readonly offsiteL: number | null
  readonly lowL: number | null
  readonly highL: number | null
  readonly withoutHydroL: number | null
}

/**
 * Water of an energy: on site E x WUE, off site E x PUE x EWIF, with E before the PUE (Li et al. 2023, "Making AI less thirsty").
 * Multiplying an energy that already contains the PUE would count it twice.
 * @param itWh energy of the machine before the PUE, Wh
 * @param pue 1 to 10
 * @param water figures of the site
 * @returns litres; null when neither part is known
 * @throws QuantityError
 * @example waterUse(makeRange(1000), makeRange(1.2), { wue: { lPerKwh: makeRange(0.3), source }, ewif: null })?.onsiteL // 0.3
 */
export function waterUse(itWh: Range, pue: Range, { wue, ewif }: SiteWater): WaterUse | null {
  checkedPue(pue.value)
  const kwh = scaleRange(itWh, 1 / 1000)
  const onsite = wue && multiplyRanges(kwh, wue.lPerKwh)
  const offsite = ewif && multiplyRanges(kwh, pue, intensityRange(ewif.lPerKwh))
  if (!onsite && !offsite) return null
  const total = onsite && offsite && sumRanges([onsite, offsite])
  const known = total ?? offsite
  const offsiteWithoutHydro = ewif && kwh.value * pue.value * ewif.withoutHydro
  return {
    totalL: total?.value ?? null,
    onsiteL: onsite?.value ?? null,
    offsiteL: offsite?.value ?? null,
    lowL: known?.low ?? null,
    highL: known?.high ?? null,
    withoutHydroL: offsiteWithoutHydro === null ? null : offsiteWithoutHydro + (onsite?.value ?? 0),
  }
}

/** The 90 % interval of a water intensity, L/kWh. @throws QuantityError */
function intensityRange(lPerKwh: number): Range {
  return makeRange(lPerKwh, lPerKwh * EWIF_SPREAD.low, lPerKwh * EWIF_SPREAD.high)
}
