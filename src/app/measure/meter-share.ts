import { REST_SHARE } from '../../core/measurement/parts.ts'
import type { Counters } from '../../sensors/counters.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import { MOST_OF_FULL } from '../../sensors/meter-limits.ts'
import type { SampleRow } from '../../sensors/sample-lines.ts'
import type { SlicePower } from '../power/machine-power.ts'
import type { CpuWork } from './cpu-work.ts'
import type { GpuEnergy } from './gpu-use.ts'
import type { Expected } from './metered.ts'
import type { MeasurementState } from './state.ts'

/** What the energy of a measurement is computed from. */
export interface PartsBasis {
  readonly state: MeasurementState
  readonly rows: readonly SampleRow[]
  readonly end: Counters
  readonly work: CpuWork
  /** All work on the slice, if `work` is that of a command only. Default: `work`. */
  readonly machineWork?: CpuWork
  readonly machine: MachineFacts
  readonly power: SlicePower
  readonly gpus: readonly GpuEnergy[]
}

/** Power that the model expects of the whole machine's parts, by all work on the slice. */
export function expectedOf(
  { work, machineWork = work, power, machine }: Pick<PartsBasis, 'work' | 'machineWork' | 'power' | 'machine'>,
  sliceShare: number,
): Expected {
  const psys = power.wattsAt(machineWork.utilization).value / sliceShare
  const dram = power.memoryWatts / sliceShare
  const full = (power.wattsAt(100).high * machine.vcpus) / machine.slice.vcpus
  return {
    psys,
    dram,
    package: Math.max(psys / (1 + REST_SHARE.value) - dram, psys / 2),
    mostWatts: machine.isVirtual === true ? Number.POSITIVE_INFINITY : MOST_OF_FULL * full,
  }
}

/**
 * The slice's share of what meters of the whole machine read. A control group gets the share that the model gives it: its
 * processors at their load relative to all processors at theirs, with the idle power divided by processors.
 */
export function shareOfMachine({ state, end, work, machineWork = work, machine, power }: PartsBasis): number {
  if (machine.slice.scope === 'machine') return 1
  const [from, to] = [state.start.cpu, end.cpu]
  const capacity = from && to ? to.totalMs - from.totalMs : 0
  const load = from && to && capacity > 0 ? (100 * (to.busyMs - from.busyMs)) / capacity : machineWork.utilization
  const all = power.wattsAt(Math.min(100, Math.max(0, load))).value * machine.vcpus
  const own = power.wattsAt(machineWork.utilization).value * machine.slice.vcpus
  return all > 0 ? Math.min(1, own / all) : machine.slice.vcpus / machine.vcpus
}

/** A command's share of what the slice draws, by the model: its own work and all of the idle power. */
export function shareOfSlice({ work, machineWork = work, power }: PartsBasis): number {
  if (work === machineWork) return 1
  const all = power.wattsAt(machineWork.utilization).value
  return all > 0 ? Math.min(1, power.wattsAt(work.utilization).value / all) : 1
}
