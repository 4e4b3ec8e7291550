import { type PowerCurve, wattsAt } from '../../core/power/curve.ts'
import { type Range, makeRange } from '../../core/range.ts'
import { type MachinePower, powerOf } from '../../power/running-machine.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import type { WallReadings } from '../../core/power/wall-readings.ts'
import type { Method } from '../../core/method.ts'
import type { Note } from '../../core/report.ts'

/** Power of the job's slice of the machine (`MachineFacts.slice`) at the wall, memory included, GPUs not. */
export interface SlicePower {
  /** W with its range. @param utilization percent, 0 to 100 */
  wattsAt(utilization: number): Range
  /** Memory's part of these watts, W: already included. */
  readonly memoryWatts: number
  readonly method: Method
  /** The curve behind the watts, for the report; null: none was used. */
  readonly machine: MachinePower | null
  readonly notes: readonly Note[]
}

/** Power of a curve at a utilisation, as a range. */
export function curveWatts(curve: PowerCurve, utilization: number): Range {
  const { watts, low, high } = wattsAt(curve, Math.min(100, Math.max(0, utilization)))
  return makeRange(watts, low, high)
}

/**
 * The power of the machine that was measured, or of the share of it that a control group allows.
 *
 * @param readings the owner's readings at the wall, of the whole machine
 */
export function machinePower(machine: MachineFacts, readings: WallReadings = {}): MachinePower {
  const { cpuName, vcpus, slice, isVirtual, sockets, memoryGb, silicon, threadsPerCore, cloud } = machine
  const limited = slice.scope === 'cgroup' && slice.vcpus < vcpus
  return powerOf({
    cpuName: cpuName ?? undefined,
    silicon,
    threadsPerCore: threadsPerCore ?? undefined,
    // Some hypervisors show every vCPU as a core or a chip; a single vCPU does not show whether it has a sibling.
    isTopologyReal: isVirtual === false || (cloud !== null && vcpus > 1),
    vcpus: slice.vcpus,
    memoryGb: limited ? undefined : memoryGb,
    // A control group's share of a whole machine is a slice too: the machine is the host.
    isVirtual: limited ? true : isVirtual,
    readings,
    ...(isVirtual === false && { sockets: sockets ?? undefined, hostThreads: vcpus }),
  })
}

/** Converts the power for use by a measurement. */
export function slicePower(power: MachinePower): SlicePower {
  return {
    wattsAt: (utilization) => curveWatts(power.curve, utilization),
    memoryWatts: power.curve.memoryWatts,
    method: 'modelled',
    machine: power,
    notes: power.notes,
  }
}
