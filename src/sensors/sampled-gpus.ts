import { monotonicMs } from './clock.ts'
import { findKernelBoards } from './gpu-boards.ts'
import { GpuFeed, type GpuFeedTarget } from './gpu-feed.ts'
import { GpuFiles } from './gpu-files.ts'
import { type GpuAccount, GpuMeter, type GpuSource } from './gpu-meter.ts'
import { findNeededTools } from './gpu-tools.ts'
import type { GpuReading } from './gpu.ts'
import { listMigDevices, profilesOf } from './mig-devices.ts'
import { type SamplerNoteCode, gpuLine, noteLine } from './sample-format.ts'
import { type SamplerOptions, intervalAt } from './sampler-options.ts'

/** Of a machine without a GPU, at every tick: nothing is made anew. */
const NONE: readonly GpuAccount[] = []

/** Every GPU of the machine: boards that the driver shows as files, and those that a vendor's tool reads. */
export class SampledGpus implements GpuFeedTarget {
  readonly #options: Pick<SamplerOptions, 'intervalMs' | 'migDevices'>
  readonly #write: (lines: string) => void
  readonly #startMs = monotonicMs()
  readonly #boards: GpuFiles
  readonly #meter = new GpuMeter()
  readonly #feeds: readonly GpuFeed[]
  readonly #isPresent: boolean
  #seen = 0
  /** Path of nvidia-smi until it has listed the MIG devices. */
  #migLister: string | null

  /** @param write takes lines for the sample file */
  constructor(options: SamplerOptions, write: (lines: string) => void) {
    const { root } = options
    this.#options = options
    this.#write = write
    this.#boards = new GpuFiles(root)
    const kernelBoards = findKernelBoards(root)
    const found = findNeededTools(root, process.env, this.#boards, kernelBoards)
    this.#migLister = found.find(({ maker }) => maker === 'NVIDIA')?.tools[0]?.path ?? null
    this.#feeds = found.map(({ tools }) => new GpuFeed(tools, this))
    this.#isPresent = this.#boards.isPresent || this.#feeds.length > 0
    for (const { maker } of kernelBoards) {
      const isRead = this.#boards.covers(maker) || found.some((tools) => tools.maker === maker)
      if (!isRead) this.note('gpu-unreadable', maker)
    }
  }

  /** Whether a tool reports readings at its own times. */
  get hasFeeds(): boolean {
    return this.#feeds.length > 0
  }

  /** Whether boards report their power at the moment of a sample. */
  get readsWatts(): boolean {
    return this.#boards.isPresent
  }

  /** Reads the boards and collects what the tools said. */
  look(t: number): readonly GpuAccount[] {
    if (!this.#isPresent) return NONE
    if (this.#boards.isPresent) {
      const periodMs = intervalAt(t - this.#startMs, this.#options.intervalMs, 'watts')
      for (const reading of this.#boards.read()) this.reading(reading, { maker: reading.maker, periodMs }, t)
    }
    for (const feed of this.#feeds) feed.tend()
    const gpus = this.#meter.present(t)
    if (gpus.length < this.#seen) this.note('gpu-lost', String(this.#seen - gpus.length))
    this.#seen = gpus.length
    return gpus
  }

  /** The GPUs that have readings now. */
  present(t: number): readonly GpuAccount[] {
    return this.#meter.present(t)
  }

  finish(): void {
    for (const feed of this.#feeds) feed.finish()
  }

  reading(reading: GpuReading, source: GpuSource, atMs = monotonicMs()): void {
    const account = this.#meter.add(reading, atMs, source)
    if (!account) return
    const { partitioned, error, name } = account.reading
    this.#write(gpuLine(account))
    if (partitioned) void this.#addMigDevices()
    if (error !== undefined) this.note('gpu-error', `${name}: ${error}`)
  }

  note(code: SamplerNoteCode, detail: string): void {
    this.#write(noteLine(code, detail))
  }

  /** Reads once which slices of the boards the job owns. */
  async #addMigDevices(): Promise<void> {
    const path = this.#migLister
    if (path === null) return
    this.#migLister = null
    const devices = await listMigDevices(path)
    for (const account of this.#meter.present(monotonicMs())) {
      const listed = account.reading.partitioned ? devices.get(account.reading.id) : undefined
      if (listed) this.#write(gpuLine(account, profilesOf(listed, this.#options.migDevices ?? [])))
    }
  }
}
