import { embodiedGrams, withPue } from '../formula.ts'
import { nonNegative, positive, numberWithin } from '../quantity.ts'
import { GRAMS_PER } from '../units.ts'

/** Cloud Carbon Footprint (github.com/cloud-carbon-footprint/cloud-carbon-footprint, packages/core). Its factors are metric tons a kWh. */

/** Watts of one thread, idle and full, and PUE, by provider (averages of its CoreConstants). */
export const CCF_DEFAULTS = {
  aws: { minWatts: 0.74, maxWatts: 3.5, pue: 1.135 },
  gcp: { minWatts: 0.68, maxWatts: 4.11, pue: 1.1 },
  azure: { minWatts: 0.74, maxWatts: 3.54, pue: 1.185 },
} as const

/** kWh of a GB of memory in an hour (MEMORY_COEFFICIENT). */
export const MEMORY_KWH_PER_GB_H = 0.000392

/** kWh of a GB over a network (NETWORKING_COEFFICIENT). */
export const NETWORK_KWH_PER_GB = 0.001

/** Wh of a TB in an hour (SSDCOEFFICIENT, HDDCOEFFICIENT). */
export const STORAGE_WH_PER_TB_H = { ssd: 1.2, hdd: 0.65 } as const

/** Hours of a server's life: 4 years. */
export const LIFE_HOURS = 35_040

/**
 * Compute: (min + load x (max - min)) x thread hours.
 * @param use.replication copies of the data that run it, 1 unless said
 * @returns kWh with the PUE
 * @throws QuantityError
 */
export function computeKwh(use: {
  loadPercent: number
  vcpuHours: number
  minWatts: number
  maxWatts: number
  pue: number
  replication?: number
}): number {
  const load = numberWithin('load', use.loadPercent, 0, 100) / 100
  const min = nonNegative('idle watts', use.minWatts)
  const watts = min + load * (nonNegative('full watts', use.maxWatts) - min)
  return withPue((watts * nonNegative('vCPU hours', use.vcpuHours)) / 1000, use.pue) * copies(use.replication)
}

/** Memory. @returns kWh with the PUE @throws QuantityError */
export function memoryKwh(gigabyteHours: number, pue: number, replication?: number): number {
  return withPue(nonNegative('GB hours', gigabyteHours) * MEMORY_KWH_PER_GB_H, pue) * copies(replication)
}

/** Network. @returns kWh with the PUE @throws QuantityError */
export function networkKwh(gigabytes: number, pue: number): number {
  return withPue(nonNegative('GB', gigabytes) * NETWORK_KWH_PER_GB, pue)
}

/** Storage. @returns kWh with the PUE @throws QuantityError */
export function storageKwh(terabyteHours: number, kind: 'ssd' | 'hdd', pue: number, replication?: number): number {
  const kwh = (nonNegative('TB hours', terabyteHours) * STORAGE_WH_PER_TB_H[kind]) / 1000
  return withPue(kwh, pue) * copies(replication)
}

/**
 * Embodied emissions of an instance: the server's, by share of its life and of the largest instance on it.
 * @param use.serverTons metric tons of the whole server
 * @returns metric tons CO2e
 * @throws QuantityError
 */
export function embodiedTons(use: { hours: number; vcpus: number; largestVcpus: number; serverTons: number }): number {
  const grams = embodiedGrams({
    totalGrams: nonNegative('server', use.serverTons) * GRAMS_PER.t,
    seconds: nonNegative('hours', use.hours),
    lifetimeSeconds: LIFE_HOURS,
    reserved: use.vcpus,
    available: use.largestVcpus,
  })
  return grams / GRAMS_PER.t
}

/** It also gives embodied emissions as the energy that would make them on the same grid. @throws QuantityError */
export function embodiedAsKwh(tons: number, tonsPerKwh: number): number {
  return nonNegative('tons', tons) / positive('grid', tonsPerKwh)
}

/** Emissions of energy by a factor in metric tons a kWh. @throws QuantityError */
export function tonsOf(kwh: number, tonsPerKwh: number): number {
  return nonNegative('energy', kwh) * nonNegative('grid', tonsPerKwh)
}

function copies(replication: number = 1): number {
  return nonNegative('replication', replication)
}
