import type { ChildProcess } from 'node:child_process'
import { childEnvironment } from './child-environment.ts'
import { monotonicMs } from './clock.ts'
import type { GpuParser, GpuReading, GpuTool } from './gpu.ts'
import type { GpuSource } from './gpu-meter.ts'
import { GPU_TOOLS } from './gpu-tool-table.ts'
import type { FoundTool } from './gpu-tools.ts'
import type { SamplerNoteCode } from './sample-format.ts'

/** What becomes of a feed's output. */
export interface GpuFeedTarget {
  reading(reading: GpuReading, source: GpuSource): void
  note(code: SamplerNoteCode, tool: string): void
}

/** Time without output that counts as a hang, ms. nvidia-smi of a machine with many GPUs takes up to 10 s to start. */
const SILENCE_MS = 20_000
/** A tool that runs this long without an answer when the job ends is reported, ms. Without a device tools fail earlier. */
const ANSWER_MS = 2000
/** Output that counts as a flood, bytes a second: 64 GPUs print 6 kB. */
const FLOOD_BYTES = 1_000_000
/** Maximum number of starts of a tool that prints continuously: the driver may be reloaded, a device may come back. */
const MOST_STARTS = 4
const RESTART_MS = 30_000
/** Output without one reading that counts as garbage: so many bytes over so many ms. */
const GARBAGE = { bytes: 20_000, ms: 1000 }

/** One way to ask for readings. */
interface Query {
  readonly tool: GpuTool
  readonly path: string
  readonly variant: number
}

/** Runs the GPU tool of one maker while the sampler runs. A failure of the tool does not stop the sampler. */
export class GpuFeed {
  private readonly queries: readonly Query[]
  private readonly target: GpuFeedTarget
  private child: ChildProcess | null = null
  private asked = 0
  private starts = 0
  private readings = 0
  private bytes = 0
  private bytesThisSecond = 0
  private second = 0
  private lastOutputMs = 0
  private startedMs = 0
  private nextStartMs = 0
  private hasGivenUp = false

  /** @param found tools of one maker, the best first: each of their queries is tried until one gives a reading */
  constructor(found: readonly FoundTool[], target: GpuFeedTarget) {
    this.queries = found.flatMap(({ command, path }) => {
      const tool = GPU_TOOLS[command]
      return tool.variants.map((_, variant) => ({ tool, path, variant }))
    })
    this.target = target
  }

  private get query(): Query {
    const query = this.queries[this.asked]
    if (!query) throw new RangeError('a feed needs a tool')
    return query
  }

  /** Called at every tick: starts, restarts, and ends a tool that hangs. */
  tend(): void {
    const now = monotonicMs()
    if (this.child) {
      if (now - this.lastOutputMs > SILENCE_MS) this.giveUpChild('gpu-tool-hung')
    } else if (!this.hasGivenUp && now >= this.nextStartMs) void this.start()
  }

  private async start(): Promise<void> {
    const { tool, path, variant } = this.query
    const args = tool.variants[variant] ?? []
    this.nextStartMs = Number.POSITIVE_INFINITY
    // Loaded only where there is a tool to run: without a GPU the sampler stays as small as it can be.
    const { spawn } = await import('node:child_process')
    this.starts += 1
    this.bytes = 0
    this.readings = 0
    this.startedMs = monotonicMs()
    this.lastOutputMs = this.startedMs
    const child = spawn(path, [...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
      // AMD's tools are in Python, which buffers 8 kB of what it prints into a pipe: minutes of one GPU.
      env: { ...childEnvironment(process.env), PYTHONUNBUFFERED: '1' },
      windowsHide: true,
    })
    this.child = child
    const parse = tool.parser(variant)
    child.stdout.setEncoding('latin1')
    child.stdout.on('data', (chunk: string) => this.take(chunk, parse))
    child.on('error', () => this.ended(child))
    child.on('close', () => this.ended(child))
  }

  private take(chunk: string, parse: GpuParser): void {
    const now = monotonicMs()
    this.lastOutputMs = now
    this.bytes += chunk.length
    const second = Math.floor(now / 1000)
    this.bytesThisSecond = second === this.second ? this.bytesThisSecond + chunk.length : chunk.length
    this.second = second
    if (this.bytesThisSecond > FLOOD_BYTES) return this.giveUpChild('gpu-tool-flooded')
    for (const reading of parse(chunk)) {
      this.readings += 1
      this.target.reading(reading, this.query.tool)
    }
    const isLong = this.bytes > GARBAGE.bytes && now - this.startedMs > GARBAGE.ms
    if (this.readings === 0 && isLong) this.giveUpChild('gpu-tool-garbage')
  }

  private ended(child: ChildProcess): void {
    if (this.child !== child) return
    this.child = null
    const { tool } = this.query
    const now = monotonicMs()
    if (this.readings === 0 && this.asked < this.queries.length - 1) {
      this.asked += 1
      // At once, not at the next tick: the job may be over by then.
      void this.start()
    } else if (tool.everyMs !== null && this.readings > 0) {
      this.nextStartMs = now + tool.everyMs
    } else {
      this.target.note(this.readings > 0 ? 'gpu-tool-died' : 'gpu-tool-silent', tool.command)
      if (this.starts >= MOST_STARTS) this.hasGivenUp = true
      this.nextStartMs = now + RESTART_MS * this.starts
    }
  }

  private giveUpChild(code: SamplerNoteCode): void {
    this.target.note(code, this.query.tool.command)
    this.stop()
  }

  /** Ends the tool with the sampler. A tool that has given no answer for long enough is reported as hung, one whose output has no reading as garbage. */
  finish(): void {
    const isSilent = this.child !== null && this.readings === 0 && monotonicMs() - this.startedMs > ANSWER_MS
    if (isSilent) this.target.note(this.bytes > 0 ? 'gpu-tool-garbage' : 'gpu-tool-hung', this.query.tool.command)
    this.stop()
  }

  stop(): void {
    const { child } = this
    this.child = null
    this.hasGivenUp = true
    child?.stdout?.destroy()
    child?.kill('SIGKILL')
  }
}
