import type { Report } from '../core/report.ts'
import { joined, quantity, rangeOf } from './quantities.ts'

type Water = Report['water']

/** `13 mL`; `12 mL at power stations` or `1.1 mL on site` where only one of the two is known; null where nothing is known. */
export function shownWater(water: Water): string | null {
  if (!water) return null
  const { total_l, onsite_l = null, offsite_l = null } = water
  if (total_l !== null) return quantity(total_l, 'l', 2)
  if (offsite_l !== null) return `${quantity(offsite_l, 'l', 2)} at power stations`
  return onsite_l === null ? null : `${quantity(onsite_l, 'l', 2)} on site`
}

/** Litres with their range, then the shares of the site and of the power stations, or which of them is unknown. */
export function waterText(water: Water): string | null {
  const amount = shownWater(water)
  if (!water || amount === null) return null
  const { total_l, onsite_l = null, offsite_l = null, low_l = null, high_l = null, without_hydro_l = null } = water
  const litres = (value: number | null, words: string): string | null =>
    value === null ? null : `${quantity(value, 'l', 2)} ${words}`
  const likely = rangeOf({ value: total_l ?? onsite_l ?? offsite_l, low: low_l, high: high_l }, 'l')
  const unknown = offsite_l === null ? 'water at power stations' : 'cooling on site'
  const pieces =
    total_l === null
      ? [`${unknown} is unknown and not in it`]
      : [litres(onsite_l, 'on site'), litres(offsite_l, 'at power stations')]
  return joined([amount, likely && `likely ${likely}`, ...pieces, litres(without_hydro_l, 'without hydropower')])
}

/** `0.32 g Sb eq`: scarcity of minerals and metals as antimony, not a mass of rare earths; null where nothing is known. */
export function shownMinerals(kgSb: number | null | undefined): string | null {
  return kgSb === null || kgSb === undefined ? null : `${quantity(kgSb * 1000, 'g', 2)} Sb eq`
}
