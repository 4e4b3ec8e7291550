import type { EnergyRecord } from '../../core/energy-record.ts'
import { type Method, methodOfSum } from '../../core/method.ts'

/** Largest difference between a constant power times the duration and the energy: the ticks end some milliseconds before the run. */
const SAME = 0.01

/** Constant power is half of a TDP or the user's figure, in quarters of a watt; the mean of a meter's readings is not that round. */
const QUARTERS = 4

/** What a row says about the power of its CPU. */
export interface CpuPower {
  /** W, of the last sample or the mean; null when it is not written. */
  readonly watts: number | null
  /** Without the PUE, Wh. */
  readonly wh: number | null
  readonly durationS: number
}

/**
 * How CodeCarbon obtained the energy of the CPU. Its rows do not name the source: a constant shows in round watts that times the
 * duration are the energy. RAPL and the model by load (a share of the TDP) look alike, so the model is assumed.
 * @example cpuMethod({watts: 42.5, wh: 42.5, durationS: 3600}) // 'estimated'
 */
export function cpuMethod({ watts, wh, durationS }: CpuPower): Method {
  if (watts === null || wh === null || !Number.isInteger(watts * QUARTERS)) return 'modelled'
  const constantWh = (watts * durationS) / 3600
  return Math.abs(wh - constantWh) <= SAME * constantWh ? 'estimated' : 'modelled'
}

/**
 * The method of a sum of CodeCarbon: GPUs by their own meters, memory by its size alone (`external/ram.py`), the CPU as given.
 * A sum without parts may be any of them.
 */
export function methodOfParts(
  { cpuWh, gpuWh, memoryWh }: Pick<EnergyRecord, 'cpuWh' | 'gpuWh' | 'memoryWh'>,
  ofCpu: Method = 'modelled',
): Method {
  const parts = [
    { method: 'measured', wh: gpuWh ?? 0 },
    { method: ofCpu, wh: cpuWh ?? 0 },
    { method: 'estimated', wh: memoryWh ?? 0 },
  ] as const
  return parts.every(({ wh }) => wh === 0) ? ofCpu : (methodOfSum(parts) ?? ofCpu)
}
