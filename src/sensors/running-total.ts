import { partsOf, supplyLoss } from '../core/measurement/parts.ts'
import { type PowerRange, wattsAt } from '../core/power/curve.ts'
import { makeRange } from '../core/range.ts'
import { findGpuShare } from '../data/gpu-share.ts'
import { gpuWatts } from '../data/gpu-watts.ts'
import type { GpuAccount } from './gpu-meter.ts'
import type { Counters } from './counters.ts'
import { METERS, METER_NAMES, type MeterReadings } from './meter-table.ts'
import type { RaplDomain, RaplZone } from './rapl-zones.ts'
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
const J_PER_UJ = 1e-6
/** More than the meter of one socket, and of a whole platform, can read, W (core/measurement/wrap.ts, app/measure/meters.ts). */
const MAX_WATTS: Readonly<Record<RaplDomain, number>> = { package: 800, dram: 800, psys: 10_000 }
/** A meter that does not move for this long counts nothing, ms. */
const STILL_MS = 100
/** Two dies whose counters agree within this show the counter of their socket twice, µJ. */
const MIRROR_UJ = 5e6
/** Least share of its parts, and of the model, that a meter of the whole machine must read (app/measure/meters.ts). */
const LEAST_OF_PARTS = 0.95
const LEAST_OF_MODEL = 0.1
/** A GPU that is first seen this soon was there from the start, ms (app/measure/gpu-use.ts). */
const NEAR_MS = 30_000

/** Energy of one metered domain over a stretch, J; null if no meter gives it. */
type Metered = Readonly<Record<'whole' | 'package' | 'memory', number | null>>

/**
 * Adds up the energy while the work runs, by the formulas that the report uses at the end: counters of CPU time through the power
 * curve, meters in place of what they cover, GPUs by their own meters. It reads nothing itself and believes no file: every figure
 * comes from the sampler's own sensors. A sample without CPU time adds nothing; the next one covers its time.
 */
export class RunningTotal {
  readonly #options: RunningTotalOptions
  readonly #zones: readonly RaplZone[]
  #before: Sample | null = null
  #mirrors: ReadonlySet<number> = new Set()
  #machineJ = 0
  readonly #meteredJ = { whole: 0, package: 0, memory: 0 }
  readonly #gpus = new Map<number, GpuTotal>()
  #gpuJ = 0
  #gpuLossJ = 0
  #watts = 0

  constructor(options: RunningTotalOptions, zones: readonly RaplZone[]) {
    this.#options = options
    this.#zones = zones
    const { start, scope } = options
    // Without a count of CPU time at the start, the first sample is the start.
    if ((scope === 'machine' ? start.cpu : start.cgroupMs) !== null) this.#begin(startSample(start))
  }

  get #startMs(): number {
    return this.#options.start.at.monotonicMs
  }

  #begin(sample: Sample): void {
    this.#before = kept(sample)
    this.#mirrors = findMirrors(this.#zones, sample)
  }

  /** Takes the next sample. */
  add(sample: Sample, gpus: readonly GpuAccount[]): RunningReading {
    const gpuJ = this.#addGpus(sample.t, gpus)
    const before = this.#before
    const utilization = before && this.#utilization(before, sample)
    if (!before) this.#begin(sample)
    else if (utilization !== null && sample.t > before.t) {
      this.#addStretch(before, sample, utilization, gpuJ)
      this.#before = kept(sample)
    }
    const seconds = Math.max(0, sample.t - this.#startMs) / 1000
    const itWh = (this.#machineJ + this.#gpuJ + this.#gpuLossJ) / J_PER_WH
    return { t: sample.t, seconds, itWh, watts: this.#watts, gpus: [...this.#gpus.values()].map(({ name }) => name) }
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
    const metered = this.#metered(before, now, seconds, gpuJ)
    const contained = metered.whole !== null && this.#containsGpus(metered)
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

  #metered(before: Sample, now: Sample, seconds: number, gpuJ: number): Metered {
    const rapl = (domain: RaplDomain): number | null => this.#raplJ(domain, before, now)
    const [packageJ, memory, psys] = [rapl('package'), rapl('dram'), rapl('psys')]
    const parts = (packageJ ?? 0) + (memory ?? 0)
    const socketJ = this.#isSocket() && gpuJ > 0 ? gpuJ : null
    const whole = psys !== null && psys >= LEAST_OF_PARTS * parts ? psys : this.#sampledJ('machine', before, now, parts)
    const metered = {
      whole,
      package: socketJ ?? packageJ ?? this.#sampledJ('processors', before, now, 0),
      memory,
    }
    const { maxMeterWatts } = this.#options
    const most = metered.whole ?? metered.package
    if (maxMeterWatts !== null && most !== null && most > maxMeterWatts * seconds) {
      return { whole: null, package: null, memory: null }
    }
    return metered
  }

  /** Sum of a domain's counters; null unless every one of them gives a possible figure. */
  #raplJ(domain: RaplDomain, before: Sample, now: Sample): number | null {
    let joules: number | null = null
    const ms = now.t - before.t
    for (const [index, zone] of this.#zones.entries()) {
      if (zone.domain !== domain || this.#mirrors.has(index)) continue
      const [from, to] = [before.raplUj?.[index] ?? null, now.raplUj?.[index] ?? null]
      if (from === null || to === null || to > zone.rangeUj) return null
      const step = (to - from + (to < from ? zone.rangeUj : 0)) * J_PER_UJ
      const isStill = step === 0 && ms >= STILL_MS
      if (isStill || step > (MAX_WATTS[domain] * ms) / 1000) return null
      joules = (joules ?? 0) + step
    }
    return joules
  }

  /** Energy by a meter that is not a counter of the kernel, J; null if there is none, or it reads too little for the machine. */
  #sampledJ(covers: 'machine' | 'processors', before: Sample, now: Sample, parts: number): number | null {
    const seconds = (now.t - before.t) / 1000
    for (const name of METER_NAMES) {
      const row = METERS[name]
      const [from, to] = [before.meters[name], now.meters[name]]
      if (row.covers !== covers || to === null) continue
      const joules = row.unit === 'W' ? to * seconds : from === null ? Number.NaN : to - from
      const least =
        covers === 'machine' ? Math.max(LEAST_OF_PARTS * parts, LEAST_OF_MODEL * this.#wattsAt(0) * seconds) : 0
      if (joules > 0 && joules >= least && joules <= MAX_WATTS.psys * seconds) return joules
    }
    return null
  }

  /** Whether the meter of the whole machine reads the GPUs as well: then it reads at least as much as all parts together. */
  #containsGpus(metered: Metered): boolean {
    const sums = this.#meteredJ
    for (const part of ['whole', 'package', 'memory'] as const) sums[part] += metered[part] ?? 0
    return sums.whole >= LEAST_OF_PARTS * (sums.package + sums.memory + this.#gpuJ)
  }

  #isSocket(): boolean {
    return this.#options.isGpuSocket && this.#options.scope === 'machine'
  }

  /** Updates the GPUs' energy. @returns what it grew by, J */
  #addGpus(t: number, accounts: readonly GpuAccount[]): number {
    if (accounts.length === 0 && this.#gpus.size === 0) return 0
    for (const account of accounts) {
      const known = this.#gpus.get(account.number)
      if (known) known.add(account, t)
      else this.#gpus.set(account.number, new GpuTotal(account, t, this.#startMs))
    }
    let joules = 0
    for (const gpu of this.#gpus.values()) joules += gpu.joules
    const grown = Math.max(0, joules - this.#totalGpuJ)
    this.#totalGpuJ = Math.max(this.#totalGpuJ, joules)
    if (!this.#isSocket()) this.#gpuJ = this.#totalGpuJ
    return grown
  }

  #totalGpuJ = 0
}

/** One GPU: its mean power over the time that it has been there, as in the report. */
class GpuTotal {
  readonly name: string
  joules = 0
  readonly #fromMs: number
  /** Share of the board that the device is: its meter reads the whole board. */
  readonly #share: number

  constructor(account: GpuAccount, t: number, startMs: number) {
    this.name = account.reading.name
    this.#fromMs = t - startMs < NEAR_MS ? startMs : t
    const part = findGpuShare(this.name)
    this.#share = part ? part.share * part.gpu.devices : 1
    this.add(account, t)
  }

  add({ joules, coveredS, reading }: GpuAccount, t: number): void {
    const watts = coveredS > 0 ? joules / coveredS : reading.watts
    const modelled = watts === null ? (gpuWatts(this.name, reading.utilization ?? 50)?.value ?? 0) : watts * this.#share
    this.joules = Math.max(this.joules, (modelled * Math.max(0, t - this.#fromMs)) / 1000)
  }
}

const NO_METERS = Object.fromEntries(METER_NAMES.map((name) => [name, null])) as unknown as MeterReadings

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

/** Zones that show the counter of an earlier die of the same socket (AMD Zen 1 and 2). */
function findMirrors(zones: readonly RaplZone[], { raplUj }: Sample): ReadonlySet<number> {
  const at = (index: number): number => raplUj?.[index] ?? Number.NaN
  const mirrors = zones.flatMap(({ socket }, index) => {
    const isMirror = zones.some((other, earlier) => {
      return (
        earlier < index &&
        socket !== undefined &&
        other.socket === socket &&
        Math.abs(at(index) - at(earlier)) <= MIRROR_UJ
      )
    })
    return isMirror ? [index] : []
  })
  return new Set(mirrors)
}
