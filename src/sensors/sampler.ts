import { existsSync, watch, writeSync } from 'node:fs'
import { join } from 'node:path'
import { CgroupCpu } from './cgroup.ts'
import { findLimitingGroup } from './cgroup-tree.ts'
import { monotonicMs, readUnpaused } from './clock.ts'
import { openCpu } from './cpu.ts'
import { GpuFeed, type GpuFeedTarget } from './gpu-feed.ts'
import { GpuFiles } from './gpu-files.ts'
import { findKernelBoards, hasIntegratedGraphics } from './gpu-boards.ts'
import { type GpuAccount, GpuMeter, type GpuSource } from './gpu-meter.ts'
import { findGpuTools } from './gpu-tools.ts'
import type { GpuReading } from './gpu.ts'
import { Memory } from './memory.ts'
import { METERS, METER_NAMES, type MeterName, type MeterReadings, type SampledMeter } from './meter-table.ts'
import { listMigDevices, profilesOf } from './mig-devices.ts'
import { ProcessTable } from './process-table.ts'
import { Rapl } from './rapl.ts'
import { findRaplZones } from './rapl-zones.ts'
import { type SamplerNoteCode, STOP_FILE, gpuLine, headerLine, noteLine, sampleLine, topLine } from './sample-format.ts'
import { SAMPLE_FD, type SamplerOptions, intervalAt } from './sampler-options.ts'
import { WatchedProcess } from './watched-process.ts'
import type { Sample } from './wire-format.ts'

/** The file grows no further than this, bytes; the counters still have the energy. A job of 24 h writes about 3 MB. */
const MOST_BYTES = 32_000_000
/** Ticks between what need not be done at each: memory and battery, writing, looking for the watched process. */
const SLOW_TICKS = 5
/** Ticks at first that are written at once: short jobs end soon. */
const EAGER_TICKS = 10
/** Shortest time between two samples that an observer may ask for, ms. */
const SHORTEST_WAIT_MS = 50
/** Of a machine without a GPU, at every tick: nothing is made anew. */
const NONE: readonly GpuAccount[] = []

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

/** Sees every sample as it is taken. */
export interface SampleObserver {
  /** @returns lines for the sample file, and the longest time to the next sample, ms; null: the usual interval */
  take(sample: Sample, gpus: readonly GpuAccount[]): { readonly lines: string; readonly waitMs: number | null }
}

/** The sampler: reads every sensor at each tick and appends a line, until its job is gone. */
export class Sampler implements GpuFeedTarget {
  private readonly options: SamplerOptions
  private readonly startMs = monotonicMs()
  private readonly cpu
  private readonly cgroup: CgroupCpu | null
  private readonly rapl: Rapl
  private readonly memory: Memory
  /** The meters of this machine, and what each read last. */
  private readonly meters: readonly { name: MeterName; isSlow: boolean; meter: SampledMeter }[]
  private readonly meterReadings = Object.fromEntries(METER_NAMES.map((name) => [name, null])) as Mutable<MeterReadings>
  private readonly boards: GpuFiles
  private readonly meter = new GpuMeter()
  private readonly feeds: readonly GpuFeed[]
  private readonly table: ProcessTable | null
  private readonly watched: WatchedProcess | null
  private pending = ''
  private bytes = 0
  private ticks = 0
  private readonly hasGpu: boolean
  private gpusSeen = 0
  /** Path of nvidia-smi until it has listed the MIG devices. */
  private migLister: string | null
  private dueMs: number
  /**
   * Whether nothing but time is waited for. Then the sampler sleeps within its loop: a turn of the event loop, gone cold in
   * the second before, costs as much as the sample itself. No signal is heard while it sleeps so, it just ends the process;
   * that is why every line is written at once.
   */
  private readonly sleepsInLoop: boolean
  private readonly observer: SampleObserver | null

  /** @param observer sees every sample; null: samples are only written */
  constructor(options: SamplerOptions, observer: SampleObserver | null = null) {
    const { root } = options
    this.options = options
    this.observer = observer
    this.cpu = openCpu(root).sensor
    const group = findLimitingGroup(root)
    this.cgroup = group ? new CgroupCpu(root, group) : null
    this.rapl = new Rapl(root, findRaplZones(root).zones)
    this.memory = new Memory(root)
    this.meters = METER_NAMES.map((name) => ({
      name,
      isSlow: METERS[name].interval === 'fifth sample',
      meter: METERS[name].open(root),
    })).filter(({ meter }) => meter.isPresent)
    this.boards = new GpuFiles(root)
    const kernelBoards = findKernelBoards(root)
    const isIntegrated = hasIntegratedGraphics(root)
    const found = findGpuTools(process.env).filter(({ tool: { maker } }) => {
      // Boards that the driver shows as files need no tool. The tools of AMD report a processor's own power as a board's.
      if (this.boards.covers(maker)) return false
      return maker !== 'AMD' || !isIntegrated || kernelBoards.some((boards) => boards.maker === maker)
    })
    this.migLister = found.find(({ tool }) => tool.maker === 'NVIDIA')?.path ?? null
    this.feeds = found.map((tool) => new GpuFeed(tool, this))
    this.table = options.topProcesses ? new ProcessTable(root) : null
    this.watched = options.watch ? new WatchedProcess(options.watch) : null
    this.dueMs = this.startMs
    this.hasGpu = this.boards.isPresent || this.feeds.length > 0
    this.sleepsInLoop = process.platform === 'linux' && this.feeds.length === 0 && this.table === null
    for (const { maker } of kernelBoards) {
      const isRead = this.boards.covers(maker) || found.some(({ tool }) => tool.maker === maker)
      if (!isRead) this.note('gpu-unreadable', maker)
    }
  }

  /** Writes the header and goes on until the end. */
  run(): void {
    const interval = intervalAt(0, this.options.intervalMs)
    const header = headerLine({ pid: process.pid, t: this.startMs, wall: Date.now(), interval })
    this.pending = header + this.pending
    if (this.sleepsInLoop) this.sleepThrough()
    process.on('SIGTERM', () => this.end())
    if (process.platform !== 'linux') this.watchStopFile()
    for (const { meter } of this.meters) void meter.start?.()
    this.wake()
  }

  /** Samples until the end without ever leaving. */
  private sleepThrough(): never {
    const never = new Int32Array(new SharedArrayBuffer(4))
    for (;;) Atomics.wait(never, 0, 0, this.tick())
  }

  private wake(): void {
    setTimeout(() => this.wake(), this.tick())
  }

  reading(reading: GpuReading, source: GpuSource, atMs = monotonicMs()): void {
    const account = this.meter.add(reading, atMs, source)
    if (account) this.pending += gpuLine(account)
    if (account?.reading.partitioned) void this.addMigDevices()
    if (account?.reading.error !== undefined)
      this.note('gpu-error', `${account.reading.name}: ${account.reading.error}`)
  }

  /** Reads once which slices of the boards the job owns. */
  private async addMigDevices(): Promise<void> {
    const path = this.migLister
    if (path === null) return
    this.migLister = null
    const devices = await listMigDevices(path)
    for (const account of this.meter.present(monotonicMs())) {
      const listed = account.reading.partitioned ? devices.get(account.reading.id) : undefined
      if (listed) this.pending += gpuLine(account, profilesOf(listed, this.options.migDevices ?? []))
    }
  }

  note(code: SamplerNoteCode, detail: string): void {
    this.pending += noteLine(code, detail)
  }

  /** @returns the time to sleep, ms */
  private tick(): number {
    const slow = this.ticks % SLOW_TICKS === 0
    this.ticks += 1
    this.readMeters(slow)
    const counters = readUnpaused(() => ({
      t: monotonicMs(),
      cpu: this.cpu.read(),
      cgroupMs: this.cgroup?.read() ?? null,
      raplUj: this.rapl.read(),
    }))
    const { t } = counters
    const gpus = this.hasGpu ? this.lookAtGpus(t) : NONE
    const memoryMb = slow ? (this.memory.read()?.usedMb ?? null) : null
    const sample = { ...counters, memoryMb, meters: this.meterReadings }
    this.pending += sampleLine(sample, gpus)
    this.lookAtProcesses(false)
    const seen = this.observer?.take(sample, gpus)
    if (seen) this.pending += seen.lines
    const careful = slow || this.ticks <= EAGER_TICKS
    if ((careful || this.sleepsInLoop) && !this.write()) this.cannotWrite()
    if (careful && this.isOver(t)) this.end()
    return this.untilNext(t, seen?.waitMs ?? null)
  }

  /** A budget is watched on a full disk as well; without one there is nothing left to do. */
  private cannotWrite(): void {
    if (!this.observer) this.end()
    this.pending = ''
  }

  private readMeters(isSlowTick: boolean): void {
    for (const { name, isSlow, meter } of this.meters) {
      if (isSlowTick || !isSlow) this.meterReadings[name] = meter.read()
    }
  }

  private lookAtGpus(t: number): readonly GpuAccount[] {
    if (this.boards.isPresent) {
      const periodMs = intervalAt(t - this.startMs, this.options.intervalMs)
      for (const reading of this.boards.read()) this.reading(reading, { maker: reading.maker, periodMs }, t)
    }
    for (const feed of this.feeds) feed.tend()
    const gpus = this.meter.present(t)
    if (gpus.length < this.gpusSeen) this.note('gpu-lost', String(this.gpusSeen - gpus.length))
    this.gpusSeen = gpus.length
    return gpus
  }

  /** What the tools said since the last tick: in a short job that may be all. */
  private lastGpus(): void {
    const t = monotonicMs()
    this.readMeters(false)
    const sample = { t, cpu: null, cgroupMs: null, memoryMb: null, raplUj: null, meters: this.meterReadings }
    this.pending += sampleLine(sample, this.meter.present(t))
  }

  private lookAtProcesses(isLast: boolean): void {
    const top = this.table?.look(isLast)
    if (top) this.pending += topLine(top)
  }

  /** Appends what is pending. @returns false if it cannot: the disk is full or broken, or the file has reached its limit */
  private write(): boolean {
    try {
      this.bytes += writeSync(SAMPLE_FD, this.pending)
      this.pending = ''
      return this.bytes < MOST_BYTES
    } catch {
      return false
    }
  }

  private isOver(t: number): boolean {
    if (t - this.startMs > this.options.limitMs || (this.watched !== null && !this.watched.check())) return true
    return process.platform !== 'linux' && this.isToldToStop()
  }

  /** Keeps the rhythm whatever a tick takes; after a pause it goes on from now instead of catching up. */
  private untilNext(t: number, mostMs: number | null): number {
    const usual = intervalAt(t - this.startMs, this.options.intervalMs)
    const interval = mostMs === null ? usual : Math.min(usual, Math.max(SHORTEST_WAIT_MS, mostMs))
    this.dueMs = Math.max(this.dueMs + interval, t + interval / 2)
    return this.dueMs - t
  }

  private isToldToStop(): boolean {
    const { folder } = this.options
    return existsSync(join(folder, STOP_FILE)) || !existsSync(folder)
  }

  /** Windows ends processes without a signal and may give their number to another process at once. */
  private watchStopFile(): void {
    try {
      const { folder } = this.options
      watch(folder, { persistent: false }, () => {
        if (this.isToldToStop()) this.end()
      })
    } catch {
      // It is looked for between ticks as well.
    }
  }

  private end(): never {
    for (const feed of this.feeds) feed.finish()
    for (const { meter } of this.meters) meter.stop?.()
    if (this.feeds.length > 0) this.lastGpus()
    this.lookAtProcesses(true)
    this.write()
    process.exit(0)
  }
}
