import { partsOf, supplyLoss } from '../core/measurement/parts.ts'
import { type PowerRange, wattsAt } from '../core/power/curve.ts'
import { makeRange } from '../core/range.ts'
import type { Counters } from './counters.ts'
import type { GpuAccount } from './gpu-meter.ts'
import { MOST_OF_FULL } from './meter-limits.ts'
import { NO_METERS } from './meter-table.ts'
import type { RaplZone } from './rapl-zones.ts'
import { RunningGpus } from './running-gpus.ts'
import { RunningMeters } from './running-meters.ts'
import type { Sample } from './wire-format.ts'

/** What the running total needs to know of the machine; found before the sampler starts. */
export interface RunningTotalOptions {
  /** Counters at the start of the measurement: the sampler starts a moment later, and what is used until then belongs to it. */
  readonly start: Counters
  /** Whose CPU time is counted. */
  readonly scope: 'machine' | 'cgroup'
  /** Processors of that scope, and of the whole machine. */
  readonly vcpus: number
  readonly machineVcpus: number
  /** Power curve of the scope, W, memory included. */
  readonly points: readonly PowerRange[]
  readonly memoryWatts: number
  /** Meters that read more than this belong to the host of a virtual machine, W; null: the machine is not virtual. */
  readonly maxMeterWatts: number | null
  /** Whether a GPU's meter reads the whole socket, processors and memory included (AMD MI300A). */
  readonly isGpuSocket: boolean
}

/** What was used since the start of the measurement. */
export interface RunningReading {
  /** Monotonic, ms. */
  readonly t: number
  readonly seconds: number
  /** Energy of the machine before the PUE, Wh. */
  readonly itWh: number
  /** Mean power between the last two samples, W. */
  readonly watts: number
  /** Names of the GPUs that were seen. */
  readonly gpus: readonly string[]
}

const J_PER_WH = 3600
/**
 * Adds up the energy while the work runs, by the formulas that the report uses at the end: counters of CPU time through the power
 * curve, meters in place of what they cover, GPUs by their own meters. It reads nothing itself and believes no file: every figure
 * comes from the sampler's own sensors. A sample without CPU time adds nothing; the next one covers its time.
 */
export class RunningTotal {
  readonly #options: RunningTotalOptions
  readonly #meters: RunningMeters
  readonly #gpus: RunningGpus
  #before: Sample | null = null
  #machineJ = 0
  #gpuLossJ = 0
  #watts = 0

  constructor(options: RunningTotalOptions, zones: readonly RaplZone[]) {
    this.#options = options
    this.#meters = new RunningMeters(zones)
    this.#gpus = new RunningGpus(options.start.at.monotonicMs)
    const { start, scope } = options
    // Without a count of CPU time at the start, the first sample is the start.
    if ((scope === 'machine' ? start.cpu : start.cgroupMs) !== null) this.#begin(startSample(start))
  }

  get #startMs(): number {
    return this.#options.start.at.monotonicMs
  }

  #begin(sample: Sample): void {
    this.#before = kept(sample)
    this.#meters.begin(sample)
  }

  /** Takes the next sample. */
  add(sample: Sample, gpus: readonly GpuAccount[]): RunningReading {
    const gpuJ = this.#gpus.add(sample.t, gpus)
    const before = this.#before
    const utilization = before && this.#utilization(before, sample)
    if (!before) this.#begin(sample)
    else if (utilization !== null && sample.t > before.t) {
      this.#addStretch(before, sample, utilization, gpuJ)
      this.#before = kept(sample)
    }
    const seconds = Math.max(0, sample.t - this.#startMs) / 1000
    const itWh = (this.#machineJ + this.#boardsJ() + this.#gpuLossJ) / J_PER_WH
    return { t: sample.t, seconds, itWh, watts: this.#watts, gpus: this.#gpus.names }
  }

  /** Percent of the scope's processors; null if the counters do not say. */
  #utilization(before: Sample, now: Sample): number | null {
    const { scope, vcpus } = this.#options
    if (scope === 'machine') return load(before, now)
    if (before.cgroupMs === null || now.cgroupMs === null) return null
    return percent(now.cgroupMs - before.cgroupMs, (now.t - before.t) * vcpus)
  }

  #addStretch(before: Sample, now: Sample, utilization: number, gpuJ: number): void {
    const { memoryWatts } = this.#options
    const seconds = (now.t - before.t) / 1000
    const share = this.#shareOfMachine(before, now, utilization)
    const modelJ = this.#wattsAt(utilization) * seconds
    const { maxMeterWatts } = this.#options
    const metered = this.#meters.over(before, now, {
      idleJ: this.#wattsAt(0) * seconds,
      mostJ: maxMeterWatts === null ? null : maxMeterWatts * seconds,
      mostPackageJ: maxMeterWatts === null ? this.#mostPackageWatts * seconds : Number.POSITIVE_INFINITY,
      socketJ: this.#isSocket() && gpuJ > 0 ? gpuJ : null,
    })
    this.#meters.addStretch(metered)
    const contained = metered.whole !== null && this.#meters.containsGpus(this.#boardsJ())
    const own = {
      whole: metered.whole === null ? null : Math.max(0, metered.whole - (contained ? gpuJ : 0)) * share,
      package: metered.package === null ? null : metered.package * share,
      memory: metered.memory === null ? null : metered.memory * share,
    }
    const joules = partsOf(makeRange(modelJ), memoryWatts * seconds, own).total.value
    const lossJ = contained ? supplyLoss(gpuJ).value : 0
    this.#machineJ += joules
    this.#gpuLossJ += lossJ
    this.#watts = (joules + lossJ + (this.#isSocket() ? 0 : gpuJ)) / seconds
  }

  get #mostPackageWatts(): number {
    const { vcpus, machineVcpus } = this.#options
    return (MOST_OF_FULL * wattsAt(this.#options, 100).high * machineVcpus) / vcpus
  }

  #wattsAt(utilization: number): number {
    return wattsAt(this.#options, utilization).watts
  }

  /** The scope's share of what meters of the whole machine read (app/measure/energy-parts.ts). */
  #shareOfMachine(before: Sample, now: Sample, utilization: number): number {
    const { scope, vcpus, machineVcpus } = this.#options
    if (scope === 'machine') return 1
    const all = this.#wattsAt(load(before, now) ?? utilization) * machineVcpus
    return all > 0 ? Math.min(1, (this.#wattsAt(utilization) * vcpus) / all) : vcpus / machineVcpus
  }

  /** Energy of GPUs that are boards of their own, J. */
  #boardsJ(): number {
    return this.#isSocket() ? 0 : this.#gpus.joules
  }

  #isSocket(): boolean {
    return this.#options.isGpuSocket && this.#options.scope === 'machine'
  }
}

function startSample({ at, cpu, cgroupMs, raplUj }: Counters): Sample {
  return { t: at.monotonicMs, cpu, cgroupMs, memoryMb: null, raplUj, meters: NO_METERS }
}

/** The sampler reuses the object of its meters. */
function kept(sample: Sample): Sample {
  return { ...sample, meters: { ...sample.meters } }
}

/** Load of all processors, percent; null if the counters do not say. */
function load(before: Sample, now: Sample): number | null {
  if (before.cpu === null || now.cpu === null) return null
  return percent(now.cpu.busyMs - before.cpu.busyMs, now.cpu.totalMs - before.cpu.totalMs)
}

function percent(work: number, capacity: number): number | null {
  return work >= 0 && capacity > 0 ? Math.min(100, (100 * work) / capacity) : null
}
