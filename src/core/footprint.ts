import { checkedPue } from './formula.ts'
import type { Emissions, Energy, Intensity, Water } from './report.ts'
import { type Range, multiplyRanges, scaleRange, sumRanges } from './range.ts'
import { type SiteWater, waterUse } from './water.ts'

/** Kind of a grid figure. Marginal ones answer another question and are never compared with an average-based budget unsaid. */
export type IntensityKind = Intensity['kind']

/** A grid intensity with its source. */
export interface GridFigure {
  /** gCO2e/kWh with its 90 % range. */
  readonly gPerKwh: Range
  readonly zone: string | null
  readonly kind: IntensityKind
  /** Who says so, for people. */
  readonly source: string
  /** Year, or RFC 3339 time, of the figure. */
  readonly asOf: string | null
  /** Whether it replaces a requested figure that is not available, or that of an unknown place. */
  readonly fallback: boolean
}

/** A power usage effectiveness with its range and source. */
export interface PueFigure {
  readonly pue: Range
  readonly source: string
}

/**
 * Energy of the machine by component, Wh. The components sum to the total; the memory in a wall-power curve is a component of its
 * own.
 */
export interface ItEnergy {
  readonly it: Range
  readonly cpuWh: number | null
  readonly memoryWh: number | null
  readonly gpuWh: number | null
  readonly otherWh: number | null
}

/** Energy whose division over the components is not known. */
export const UNDIVIDED: Omit<ItEnergy, 'it'> = { cpuWh: null, memoryWh: null, gpuWh: null, otherWh: null }

/** Nothing is known of the energy. */
export const NO_ENERGY: Energy = {
  it_wh: null,
  total_wh: null,
  low_wh: null,
  high_wh: null,
  cpu_wh: null,
  memory_wh: null,
  gpu_wh: null,
  other_wh: null,
}

/** Nothing is known of the emissions. */
export const NO_EMISSIONS: Emissions = {
  operational_g: null,
  embodied_g: null,
  total_g: null,
  low_g: null,
  high_g: null,
}

/** Nothing is known of the water. */
export const NO_WATER: Water = {
  total_l: null,
  onsite_l: null,
  offsite_l: null,
  low_l: null,
  high_l: null,
  without_hydro_l: null,
}

/**
 * From the machine's energy to the report's two blocks: x PUE, x grid, + hardware.
 * The ranges of watts, PUE and grid are independent of each other; the hardware's adds.
 * @param embodied grams with range, or null when it is not counted
 * @throws QuantityError
 * @example computeFootprint({ it: makeRange(1000), cpuWh: null, memoryWh: null, gpuWh: null, otherWh: null }, { pue: makeRange(1.5), source: 'given' }, { gPerKwh: makeRange(450), zone: null, kind: 'given', source: 'given', asOf: null, fallback: false }, null).emissions.total_g // 675
 */
export function computeFootprint(
  energy: ItEnergy,
  pue: PueFigure,
  grid: GridFigure,
  embodied: Range | null,
): { energy: Energy; emissions: Emissions } {
  checkedPue(pue.pue.value)
  const total = multiplyRanges(energy.it, pue.pue)
  const operational = multiplyRanges(scaleRange(energy.it, 1 / 1000), pue.pue, grid.gPerKwh)
  const all = embodied ? sumRanges([operational, embodied]) : operational
  return {
    energy: {
      it_wh: energy.it.value,
      total_wh: total.value,
      low_wh: total.low,
      high_wh: total.high,
      cpu_wh: energy.cpuWh,
      memory_wh: energy.memoryWh,
      gpu_wh: energy.gpuWh,
      other_wh: energy.otherWh,
    },
    emissions: {
      operational_g: operational.value,
      embodied_g: embodied?.value ?? null,
      total_g: all.value,
      low_g: all.low,
      high_g: all.high,
    },
  }
}

/**
 * The report's water block.
 * @param itWh energy of the machine before the PUE, Wh
 * @returns null when nothing is known of the site's water
 * @throws QuantityError
 */
export function waterOf(itWh: Range, pue: Range, site: SiteWater): Water | null {
  const use = waterUse(itWh, pue, site)
  return (
    use && {
      total_l: use.totalL,
      onsite_l: use.onsiteL,
      offsite_l: use.offsiteL,
      low_l: use.lowL,
      high_l: use.highL,
      without_hydro_l: use.withoutHydroL,
    }
  )
}

/** The report's form of a grid figure. */
export function intensityOf(grid: GridFigure): Intensity {
  return {
    g_per_kwh: grid.gPerKwh.value,
    low_g_per_kwh: grid.gPerKwh.low,
    high_g_per_kwh: grid.gPerKwh.high,
    zone: grid.zone,
    kind: grid.kind,
    source: grid.source,
    as_of: grid.asOf,
    fallback: grid.fallback,
  }
}
