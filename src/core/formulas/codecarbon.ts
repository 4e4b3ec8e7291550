import { operationalGrams, withPue } from '../formula.ts'
import { nonNegative, positive, numberWithin } from '../quantity.ts'
import { JOULES_PER } from '../units.ts'

/** CodeCarbon 3.3 (github.com/mlco2/codecarbon; core/hardware.py, external/ram.py, emissions_tracker.py, core/emissions.py). */

/** Grid intensity that it takes for a country it has no figure of, g/kWh (core/emissions.py: the world's). */
export const WORLD_G_PER_KWH = 475

/** Share of the TDP assumed for an idle processor, machine mode since 3.0.3 (hardware.py). */
const IDLE_SHARE = 0.1

/** Watts of one memory module: x86 and ARM (external/ram.py, RAM_SLOT_POWER_X86 and _ARM). */
const MODULE_W = { x86: 5, arm: 1.5 } as const

/** Least watts of all memory (external/ram.py). */
const LEAST_MEMORY_W = { x86: 10, arm: 3 } as const

/** Share of a module's power by how many there are: the first 4 in full, the 5th to 8th 90 %, to the 16th 80 %, then 70 % (external/ram.py). */
const MODULE_STEPS = [
  { upTo: 4, share: 1 },
  { upTo: 8, share: 0.9 },
  { upTo: 16, share: 0.8 },
  { upTo: Number.POSITIVE_INFINITY, share: 0.7 },
] as const

/** Watts of memory in 2.x: 3 W for each 8 GB (hardware.py of 2.8.4). */
const V2_W_PER_GB = 3 / 8

/** TDP that it takes for a processor that it does not know, W (hardware.py, POWER_CONSTANT). */
export const UNKNOWN_TDP_W = 85

/** Share of the TDP assumed for a processor without a meter or a load reading (hardware.py, CONSUMPTION_PERCENTAGE_CONSTANT). */
const CONSTANT_SHARE = 0.5

/** Modules that it takes for small memories, by GB (external/ram.py, _estimate_dimm_count). */
const MODULES_UP_TO = [
  { gigabytes: 2, modules: 1 },
  { gigabytes: 16, modules: 2 },
  { gigabytes: 64, modules: 4 },
  { gigabytes: 128, modules: 8 },
] as const

/** Sizes of the modules of large memories, GB, and the most of them (the same). */
const MODULE_SIZES = [128, 64, 32, 16] as const
const MOST_MODULES = 32

/**
 * How many memory modules it takes a machine to have, since 3.0: for `memoryWatts`.
 * @param gigabytes all of the memory, GB
 * @throws QuantityError
 */
export function memoryModules(gigabytes: number): number {
  nonNegative('memory', gigabytes)
  const small = MODULES_UP_TO.find((each) => gigabytes <= each.gigabytes)
  if (small) return small.modules
  const size = MODULE_SIZES.find((each) => each <= gigabytes / 8) ?? 16
  return Math.min(MOST_MODULES, Math.ceil(gigabytes / size))
}

/**
 * Memory power since 3.0: by modules, not by gigabytes.
 * @param modules count of memory modules, at least 0
 * @returns W
 * @throws QuantityError
 */
export function memoryWatts(modules: number, isArm: boolean): number {
  nonNegative('modules', modules)
  const kind = isArm ? 'arm' : 'x86'
  let watts = 0
  let from = 0
  for (const { upTo, share } of MODULE_STEPS) {
    watts += Math.max(0, Math.min(modules, upTo) - from) * MODULE_W[kind] * share
    from = upTo
  }
  return Math.max(LEAST_MEMORY_W[kind], watts)
}

/** Memory power of 2.x. @param gigabytes GB @returns W @throws QuantityError */
export function memoryWattsV2(gigabytes: number): number {
  return nonNegative('memory', gigabytes) * V2_W_PER_GB
}

/**
 * Processor power by load in machine mode: TDP x (0.1 + 0.9 load^3).
 * @param tdpW W @param loadPercent 0 to 100
 * @returns W
 * @throws QuantityError
 */
export function loadWatts(tdpW: number, loadPercent: number): number {
  const load = numberWithin('load', loadPercent, 0, 100) / 100
  return nonNegative('TDP', tdpW) * (IDLE_SHARE + (1 - IDLE_SHARE) * load ** 3)
}

/** The same from 2.8.5 to 3.0.2: TDP x load, at least 10 %. @param tdpW W @param loadPercent 0 to 100 @returns W @throws QuantityError */
export function linearLoadWatts(tdpW: number, loadPercent: number): number {
  const load = numberWithin('load', loadPercent, 0, 100) / 100
  return nonNegative('TDP', tdpW) * Math.max(load, IDLE_SHARE)
}

/** Constant mode: half of the TDP. @returns W @throws QuantityError */
export function constantWatts(tdpW: number = UNKNOWN_TDP_W): number {
  return nonNegative('TDP', tdpW) * CONSTANT_SHARE
}

/**
 * Processor power of AMD Threadripper by load: measured on one of them, nothing when idle, all of the TDP's 95 % at half load
 * (hardware.py).
 * @param tdpW W @param loadPercent 0 to 100
 * @returns W
 * @throws QuantityError
 */
export function threadripperWatts(tdpW: number, loadPercent: number): number {
  return nonNegative('TDP', tdpW) * threadripperShare(numberWithin('load', loadPercent, 0, 100) / 100)
}

/** Shares of the TDP in four pieces: idle to 10 %, to 30 %, to 50 %, above. */
function threadripperShare(load: number): number {
  if (load < 0.1) return 0.5 * load
  if (load <= 0.3) return 0.05 + 1.8 * (load - 0.1)
  if (load <= 0.5) return 0.45 + 0.5 * ((load - 0.3) / 0.2) ** 1.8
  return 0.85 + 0.15 * (1 - Math.exp(-5 * (load - 0.5)))
}

/** Energy of constant power, kWh. @throws QuantityError */
export function kilowattHours(watts: number, seconds: number): number {
  return (nonNegative('power', watts) * nonNegative('time', seconds)) / JOULES_PER.kWh
}

/** kWh of a joule as it takes it for a meter's energy (core/units.py, JOULES_TO_KWH): 8e-7 more than there is. */
const KWH_PER_METERED_JOULE = 2.77778e-7

/** Energy of the joules that a meter counted (RAPL, a GPU's counter). @param joules J @returns kWh @throws QuantityError */
export function meteredKilowattHours(joules: number): number {
  return nonNegative('energy', joules) * KWH_PER_METERED_JOULE
}

/** Its totals: the PUE multiplies the energy, and the water is counted on the energy after it. @throws QuantityError */
export function totals(rawKwh: number, pue: number, litresPerKwh: number): { kwh: number; litres: number } {
  const kwh = withPue(rawKwh, pue)
  return { kwh, litres: kwh * nonNegative('WUE', litresPerKwh) }
}

/** Its emissions, kg. @throws QuantityError */
export function emissionsKg(kwh: number, gramsPerKwh: number): number {
  return operationalGrams(kwh, gramsPerKwh) / 1000
}

/** A share of the machine in process mode: TDP x share of the processors' time. @throws QuantityError */
export function processWatts(tdpW: number, share: number, processors: number = 1): number {
  return nonNegative('TDP', tdpW) * numberWithin('share', share, 0, 1) * positive('processors', processors)
}
