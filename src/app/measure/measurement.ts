import type { MachinePower } from '../../power/running-machine.ts'
import type { ItEnergy } from '../../core/footprint.ts'
import type { Profile } from '../../core/measurement/profile.ts'
import type { Method } from '../../core/method.ts'
import type { PowerSpan } from '../../core/steps.ts'
import type { Note } from '../../core/report.ts'
import type { StopEvent } from '../../sensors/sample-format.ts'
import type { MeterName } from '../../sensors/meter-table.ts'
import type { MachineFacts } from '../../sensors/machine.ts'

/** A meter that the figure uses. */
export interface Meter {
  readonly name: 'rapl-package' | 'rapl-dram' | 'rapl-psys' | 'gpu' | MeterName
  /** What it covers, for people. */
  readonly covers: string
  readonly wh: number
}

export interface TimelinePoint extends PowerSpan {
  /** Percent. */
  readonly utilization: number
}

/** How a GPU was used. */
export interface GpuUse {
  readonly name: string
  readonly wh: number
  readonly method: Method
  /** Percent; null if the device does not report it. */
  readonly meanUtilization: number | null
  /** Share of the samples with a utilisation below 5 %, 0 to 1. */
  readonly idleShare: number | null
  /** Mean power while idle and while busy, W. */
  readonly idleWatts: number | null
  readonly busyWatts: number | null
}

interface ProcessUse {
  /** Name of the program, never its arguments. Untrusted text. */
  readonly name: string
  readonly cpuS: number
}

export interface Measurement {
  /** RFC 3339, UTC. */
  readonly startedAt: string
  readonly endedAt: string
  /** Wall time, time of suspension included. */
  readonly durationS: number
  /** Mean utilisation of the slice's processors by the work that is counted, percent. */
  readonly utilization: number
  readonly it: ItEnergy
  readonly method: Method
  /** Mean utilisation by all work on the slice, percent: larger than `utilization` if only a command is counted. */
  readonly machineUtilization: number
  /** Share of the wall time that samples, or else counters, cover, 0 to 1. */
  readonly coverage: number
  /** Whose work is counted: `command` is a command's own CPU time with all of the machine's idle power. */
  readonly scope: 'machine' | 'cgroup' | 'command'
  readonly machine: MachineFacts
  /** The power curve that was chosen; null: none. */
  readonly power: MachinePower | null
  /** Peak of the memory in use, as a share of the machine's; null for a control group or without samples. */
  readonly memoryPeak: number | null
  /** The whole time without gaps, in order. */
  readonly timeline: readonly TimelinePoint[]
  readonly profile: Profile | null
  readonly gpus: readonly GpuUse[]
  /** GPUs that are present and whose energy is missing, each with the reason. Then no budget passes. */
  readonly uncountedGpus: readonly string[]
  readonly meters: readonly Meter[]
  /** Busiest first; empty unless they were asked for. */
  readonly topProcesses: readonly ProcessUse[]
  /** Steps of a stop at the budget that the sampler recorded, with Unix times. */
  readonly stops: readonly RecordedStop[]
  readonly notes: readonly Note[]
}

/** A recorded step of a stop. */
interface RecordedStop extends StopEvent {
  /** Unix time, ms. */
  readonly atMs: number
}
