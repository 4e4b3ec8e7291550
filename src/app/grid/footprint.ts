import { type Hardware, embodiedShare, widestBoundary } from '../../core/embodied.ts'
import { type ItEnergy, computeFootprint, intensityOf, waterOf } from '../../core/footprint.ts'
import { type Range, multiplyRanges, makeRange } from '../../core/range.ts'
import type { Report } from '../../core/report.ts'
import { hardwareBasis } from '../../power/hardware.ts'
import type { SiteFactors } from './site-factors.ts'

/** Energy, emissions, water and hardware of work at a site, as the report states them. */
export type Footprint = Pick<Report, 'energy' | 'emissions' | 'water' | 'pue' | 'intensity' | 'hardware'>

/**
 * The whole footprint of an energy at a site: every mode goes through here.
 * @param hardware what is reserved; null: not counted or unknown
 * @param seconds time reserved, s
 * @param spread factor of that time with its range, for a time that is computed; its value is 1
 * @throws QuantityError
 */
export function footprintOf(
  energy: ItEnergy,
  site: Pick<SiteFactors, 'pue' | 'grid' | 'water'>,
  hardware: Hardware | null,
  seconds: number,
  spread: Range = makeRange(1),
): Footprint {
  const share = hardware && embodiedShare(hardware, seconds)
  const embodied = share && multiplyRanges(share, spread)
  const boundary = hardware && widestBoundary(hardware)
  return {
    ...computeFootprint(energy, site.pue, site.grid, embodied),
    pue: site.pue.pue.value,
    intensity: intensityOf(site.grid),
    water: waterOf(energy.it, site.pue.pue, site.water),
    hardware:
      hardware && embodied && boundary
        ? {
            boundary,
            lifetime_years: hardware.lifetimeYears.value,
            low_g: embodied.low,
            high_g: embodied.high,
            source: hardwareBasis(hardware),
          }
        : null,
  }
}
