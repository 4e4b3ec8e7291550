import type { MachineFacts } from '../../sensors/machine.ts'
import type { RunningTotalOptions } from '../../sensors/running-total.ts'
import { type MachinePower, PLAUSIBLE_WATTS_PER_VCPU } from '../../power/running-machine.ts'

/** What the running total needs of a machine and its power curve. */
export function runningPower(
  machine: MachineFacts,
  { curve }: Pick<MachinePower, 'curve'>,
): Omit<RunningTotalOptions, 'start'> {
  const { slice, vcpus, isVirtual, cpuName } = machine
  return {
    scope: slice.scope,
    vcpus: slice.vcpus,
    machineVcpus: vcpus,
    points: curve.points,
    memoryWatts: curve.memoryWatts,
    maxMeterWatts: isVirtual === true ? PLAUSIBLE_WATTS_PER_VCPU * vcpus : null,
    isGpuSocket: /\bMI300A\b/i.test(cpuName ?? ''),
  }
}
