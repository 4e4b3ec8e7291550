import type { MachineSpec, PredictableMachine } from '../core/power/machine.ts'
import { isOlderThanCpu } from './contradictions.ts'
import { clockMhzOf, makerOf } from '../data/cpu-name.ts'
import { type CpuMatch, identifyCpu } from '../data/cpus.ts'

/**
 * A machine with the facts that its CPU's name gives; the caller's own facts win. Ignores a name whose generation came out after
 * the machine.
 */
export const withFacts = (spec: MachineSpec, cpu: CpuMatch): PredictableMachine => {
  const { generation } = cpu
  if (isOlderThanCpu(spec, cpu)) return { ...spec, make: makerOf(spec.cpuName ?? '') }
  return {
    ...spec,
    cpuKey: cpu.key,
    isSubstitute: cpu.isSubstitute,
    generation,
    make: makerOf(spec.cpuName ?? ''),
    tdpWatts: spec.tdpWatts ?? cpu.tdpWatts,
    mhz: spec.mhz ?? clockMhzOf(spec.cpuName ?? ''),
    coresPerSocket: cpu.cores,
    threadsPerCore: cpu.threadsPerCore,
    usualSockets: cpu.sockets,
  }
}

/** The same by the machine's CPU name. */
export const identify = (spec: MachineSpec): PredictableMachine => withFacts(spec, identifyCpu(spec.cpuName ?? ''))
