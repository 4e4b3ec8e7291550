import { ConfigurationError } from './errors.ts'
import { nonNegative } from './quantity.ts'

/** Grams in one unit of mass. The pound is exact by definition (International yard and pound agreement, 1959). */
export const GRAMS_PER = { mg: 1e-3, g: 1, kg: 1e3, t: 1e6, lb: 453.59237 } as const

/** Joules in one unit of energy (SI; 1 Wh = 3,600 J exactly). */
export const JOULES_PER = { J: 1, kJ: 1e3, MJ: 1e6, mWh: 3.6, Wh: 3600, kWh: 3.6e6, MWh: 3.6e9 } as const

export type EnergyUnit = keyof typeof JOULES_PER

/** Watt-hours in one unit of energy. */
const WH_PER = Object.fromEntries(
  Object.entries(JOULES_PER).map(([unit, joules]) => [unit, joules / JOULES_PER.Wh]),
) as Record<EnergyUnit, number>

/**
 * Grid intensity from pounds of CO2 per MWh (eGRID, WattTime) to g/kWh: 1 lb/MWh = 0.45359237 g/kWh.
 * @throws QuantityError
 * @example gramsPerKwhFromPoundsPerMwh(1000) // 453.59
 */
export function gramsPerKwhFromPoundsPerMwh(value: number): number {
  return (nonNegative('lb/MWh', value) * GRAMS_PER.lb) / 1000
}

/** The kinds of quantity that a budget may limit, with the units it may be written in. Base units: g, Wh, L. */
export const METRICS = {
  emissions: { base: 'g', units: GRAMS_PER },
  energy: { base: 'Wh', units: WH_PER },
  water: { base: 'L', units: { mL: 1e-3, L: 1 } },
} as const

export type Metric = keyof typeof METRICS

/** What ledgers and renderers call the figure of each metric. */
export const FIGURE_OF = { emissions: 'g', energy: 'wh', water: 'l' } as const satisfies Record<Metric, string>

/** Every unit of a limit, in the order of messages. */
export const LIMIT_UNITS: readonly string[] = Object.values(METRICS).flatMap((metric) => Object.keys(metric.units))

/**
 * Metric and size of a limit's unit. Upper and lower case count: mWh is a milliwatt-hour, MWh a megawatt-hour.
 * @returns the metric and how many of its base unit (g, Wh, L) one of this unit is
 * @throws ConfigurationError if no limit is written in that unit
 */
export function limitUnit(unit: string): { metric: Metric; factor: number } {
  for (const [metric, { units }] of Object.entries(METRICS)) {
    if (Object.hasOwn(units, unit)) {
      return { metric: metric as Metric, factor: (units as Record<string, number>)[unit] as number }
    }
  }
  throw new ConfigurationError(`unit ${JSON.stringify(unit)} is unknown: use one of ${LIMIT_UNITS.join(', ')}`)
}
