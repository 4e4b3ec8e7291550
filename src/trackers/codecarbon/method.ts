import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Method, methodOfSum } from '../../core/method.ts'

/** Largest relative difference between energy and constant power times duration. The last sample is some milliseconds before the end. */
const SAME = 0.01

/** Steps per watt of a constant power: half of a TDP, or the user's figure. The mean of a meter's readings is hardly ever that round. */
const QUARTERS = 4

/** The CPU figures of one row. */
export interface CpuPower {
  /** W, of the last sample or the mean; null when it is not written. */
  readonly watts: number | null
  /** Without the PUE, Wh. */
  readonly wh: number | null
  readonly durationS: number
}

/**
 * How CodeCarbon obtained the energy of the CPU. Its rows do not name the source. A constant is assumed where the watts are round and,
 * times the duration, equal the energy. Readings of RAPL and of the model by load (a share of the TDP) look alike, so the model is assumed.
 * @example cpuMethod({watts: 42.5, wh: 42.5, durationS: 3600}) // 'estimated'
 */
export function cpuMethod({ watts, wh, durationS }: CpuPower): Method {
  if (watts === null || wh === null || !Number.isInteger(watts * QUARTERS)) return 'modelled'
  const constantWh = (watts * durationS) / 3600
  return Math.abs(wh - constantWh) <= SAME * constantWh ? 'estimated' : 'modelled'
}

/**
 * The method of a sum of CodeCarbon: GPUs by their own meters, memory by its size alone (`external/ram.py`), the CPU as given.
 * A sum without parts may be any of them, and what no part explains has the method of the CPU.
 */
export function methodOfParts(
  { itWh, cpuWh, gpuWh, memoryWh }: Pick<EnergyRecord, 'itWh' | 'cpuWh' | 'gpuWh' | 'memoryWh'>,
  ofCpu: Method = 'modelled',
): Method {
  const knownWh = (cpuWh ?? 0) + (gpuWh ?? 0) + (memoryWh ?? 0)
  const otherWh = Math.max(0, (itWh ?? 0) - knownWh)
  const parts = [
    { method: 'measured', wh: gpuWh ?? 0 },
    { method: ofCpu, wh: (cpuWh ?? 0) + otherWh },
    { method: 'estimated', wh: memoryWh ?? 0 },
  ] as const
  return parts.every(({ wh }) => wh === 0) ? ofCpu : (methodOfSum(parts) ?? ofCpu)
}
