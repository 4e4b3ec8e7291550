import { CgroupCpu } from './cgroup.ts'
import { findLimitingGroup } from './cgroup-tree.ts'
import { monotonicMs, readUnpaused } from './clock.ts'
import { openCpu } from './cpu.ts'
import type { GpuAccount } from './gpu-meter.ts'
import { Memory } from './memory.ts'
import { ProcessTable } from './process-table.ts'
import { Rapl } from './rapl.ts'
import { findRaplZones } from './rapl-zones.ts'
import { headerLine, sampleLine, topLine } from './sample-format.ts'
import { SampleWriter } from './sample-writer.ts'
import { SampledGpus } from './sampled-gpus.ts'
import { SampledMeters } from './sampled-meters.ts'
import { type SamplerOptions, intervalAt } from './sampler-options.ts'
import { isAskedToStop, watchForStop } from './stop-request.ts'
import { WatchedProcess } from './watched-process.ts'
import type { Sample } from './wire-format.ts'

/** Ticks between what need not be done at each: memory and battery, writing, looking for the watched process. */
const SLOW_TICKS = 5
/** Ticks at first that are written at once: short jobs end soon. */
const EAGER_TICKS = 10
/** Shortest time between two samples that an observer may ask for, ms. */
const SHORTEST_WAIT_MS = 50

/** Sees every sample as it is taken. */
export interface SampleObserver {
  /** @returns lines for the sample file, and the longest time to the next sample, ms; null: the usual interval */
  take(sample: Sample, gpus: readonly GpuAccount[]): { readonly lines: string; readonly waitMs: number | null }
}

/** The sampler: reads every sensor at each tick and appends a line, until its job is gone. */
export class Sampler {
  readonly #options: SamplerOptions
  readonly #observer: SampleObserver | null
  readonly #startMs = monotonicMs()
  readonly #cpu
  readonly #cgroup: CgroupCpu | null
  readonly #rapl: Rapl
  readonly #memory: Memory
  readonly #meters: SampledMeters
  readonly #gpus: SampledGpus
  readonly #table: ProcessTable | null
  readonly #watched: WatchedProcess | null
  readonly #file = new SampleWriter()
  #ticks = 0
  #dueMs = this.#startMs
  /**
   * Whether nothing but time is waited for. Then the sampler sleeps within its loop: a turn of the event loop, gone cold in
   * the second before, costs as much as the sample itself. No signal is heard while it sleeps so, it just ends the process;
   * that is why every line is written at once.
   */
  readonly #sleepsInLoop: boolean
  readonly #readsWatts: boolean

  /** @param observer sees every sample; null: samples are only written */
  constructor(options: SamplerOptions, observer: SampleObserver | null = null) {
    const { root } = options
    this.#options = options
    this.#observer = observer
    this.#cpu = openCpu(root).sensor
    const group = findLimitingGroup(root)
    this.#cgroup = group ? new CgroupCpu(root, group) : null
    this.#rapl = new Rapl(root, findRaplZones(root).zones)
    this.#memory = new Memory(root)
    this.#meters = new SampledMeters(root)
    this.#gpus = new SampledGpus(options, (lines) => this.#file.add(lines))
    this.#table = options.topProcesses ? new ProcessTable(root) : null
    this.#watched = options.watch ? new WatchedProcess(options.watch) : null
    this.#readsWatts = this.#meters.readsWatts || this.#gpus.readsWatts
    this.#sleepsInLoop = process.platform === 'linux' && !this.#gpus.hasFeeds && this.#table === null
  }

  /** Writes the header and goes on until the end. */
  run(): void {
    const interval = this.#interval(0)
    this.#file.addFirst(headerLine({ pid: process.pid, t: this.#startMs, wall: Date.now(), interval }))
    if (this.#sleepsInLoop) this.#sleepThrough()
    process.on('SIGTERM', () => this.#end())
    if (process.platform !== 'linux') watchForStop(this.#options.folder, () => this.#end())
    this.#meters.start()
    this.#wake()
  }

  /** Samples until the end without ever leaving. */
  #sleepThrough(): never {
    const never = new Int32Array(new SharedArrayBuffer(4))
    for (;;) Atomics.wait(never, 0, 0, this.#tick())
  }

  #wake(): void {
    setTimeout(() => this.#wake(), this.#tick())
  }

  /** @returns the time to sleep, ms */
  #tick(): number {
    const isSlow = this.#ticks % SLOW_TICKS === 0
    this.#ticks += 1
    this.#meters.read(isSlow)
    const counters = readUnpaused(() => ({
      t: monotonicMs(),
      cpu: this.#cpu.read(),
      cgroupMs: this.#cgroup?.read() ?? null,
      raplUj: this.#rapl.read(),
    }))
    const { t } = counters
    const gpus = this.#gpus.look(t)
    const memoryMb = isSlow ? (this.#memory.read()?.usedMb ?? null) : null
    const sample = { ...counters, memoryMb, meters: this.#meters.readings }
    this.#file.add(sampleLine(sample, gpus))
    this.#lookAtProcesses(false)
    const seen = this.#observer?.take(sample, gpus)
    if (seen) this.#file.add(seen.lines)
    const isCareful = isSlow || this.#ticks <= EAGER_TICKS
    if ((isCareful || this.#sleepsInLoop) && !this.#file.write()) this.#cannotWrite()
    if (isCareful && this.#isOver(t)) this.#end()
    return this.#untilNext(t, seen?.waitMs ?? null)
  }

  /** A budget is watched on a full disk as well; without one there is nothing left to do. */
  #cannotWrite(): void {
    if (!this.#observer) this.#end()
    this.#file.drop()
  }

  /** What the tools said since the last tick: in a short job that may be all. */
  #addLastGpus(): void {
    const t = monotonicMs()
    this.#meters.read(false)
    const sample = { t, cpu: null, cgroupMs: null, memoryMb: null, raplUj: null, meters: this.#meters.readings }
    this.#file.add(sampleLine(sample, this.#gpus.present(t)))
  }

  #lookAtProcesses(isLast: boolean): void {
    const top = this.#table?.look(isLast)
    if (top) this.#file.add(topLine(top))
  }

  #isOver(t: number): boolean {
    if (t - this.#startMs > this.#options.limitMs || (this.#watched !== null && !this.#watched.check())) return true
    return process.platform !== 'linux' && isAskedToStop(this.#options.folder)
  }

  #interval(ageMs: number): number {
    return intervalAt(ageMs, this.#options.intervalMs, this.#readsWatts ? 'watts' : 'counters')
  }

  /** Keeps the rhythm whatever a tick takes; after a pause it goes on from now instead of catching up. */
  #untilNext(t: number, mostMs: number | null): number {
    const usual = this.#interval(t - this.#startMs)
    const interval = mostMs === null ? usual : Math.min(usual, Math.max(SHORTEST_WAIT_MS, mostMs))
    this.#dueMs = Math.max(this.#dueMs + interval, t + interval / 2)
    return this.#dueMs - t
  }

  #end(): never {
    this.#gpus.finish()
    this.#meters.stop()
    if (this.#gpus.hasFeeds) this.#addLastGpus()
    this.#lookAtProcesses(true)
    this.#file.write()
    process.exit(0)
  }
}
