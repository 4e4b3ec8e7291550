import { CgroupCpu } from './cgroup.ts'
import type { ControlGroup } from './cgroup-tree.ts'
import type { Clocks } from '../core/measurement/elapsed.ts'
import { now, readUnpaused } from './clock.ts'
import { type CpuTime, openCpu } from './cpu.ts'
import type { RaplZone } from './rapl-zones.ts'
import { Rapl } from './rapl.ts'

/** Every cumulative counter of the machine at one moment, with the moment. */
export interface Counters {
  readonly at: Clocks
  readonly cpu: CpuTime | null
  /** CPU time of the control group, ms; null without a limit on it. */
  readonly cgroupMs: number | null
  /** µJ, in the order of the zones. */
  readonly raplUj: readonly (number | null)[]
}

/**
 * Reads the counters in this process, so that they are right even when the sampler dies or its file is rewritten.
 * @param group the control group when it limits the CPU, else null
 * @returns also whether the CPU time is the fallback's
 */
export function readCounters(
  root: string,
  group: ControlGroup | null,
  zones: readonly RaplZone[],
): { counters: Counters; cpuFallback: boolean } {
  const cpu = openCpu(root)
  const cgroup = group ? new CgroupCpu(root, group) : null
  const rapl = new Rapl(root, zones)
  try {
    const counters = readUnpaused(() => ({
      at: now(root),
      cpu: cpu.sensor.read(),
      cgroupMs: cgroup?.read() ?? null,
      raplUj: rapl.read() ?? [],
    }))
    return { counters, cpuFallback: cpu.fallback }
  } finally {
    cpu.sensor.close()
    cgroup?.close()
    rapl.close()
  }
}
