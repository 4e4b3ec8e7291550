import { embodiedGrams, operationalGrams } from '../formula.ts'
import { nonNegative } from '../quantity.ts'
import { JOULES_PER } from '../units.ts'

/** Eco-CI (github.com/green-coding-solutions/eco-ci-energy-estimation, scripts/misc.sh). */

/** Grid intensity that Eco CI uses for an unknown place, g/kWh. */
export const DEFAULT_G_PER_KWH = 472

/** Life of a machine, s: 4 years. */
export const LIFE_SECONDS = 126_144_000

/** What it prints, before its rounding to nine decimals. The embodied figure of the machine is counted by time alone. @throws QuantityError */
export function ciFootprint(run: {
  joules: number
  seconds: number
  gramsPerKwh: number
  machineGrams: number
  lifeSeconds?: number
}): {
  kwh: number
  operationalGrams: number
  embodiedGrams: number
} {
  const kwh = nonNegative('energy', run.joules) / JOULES_PER.kWh
  return {
    kwh,
    operationalGrams: operationalGrams(kwh, run.gramsPerKwh),
    embodiedGrams: embodiedGrams({
      totalGrams: run.machineGrams,
      seconds: run.seconds,
      lifetimeSeconds: run.lifeSeconds ?? LIFE_SECONDS,
      reserved: 1,
      available: 1,
    }),
  }
}
