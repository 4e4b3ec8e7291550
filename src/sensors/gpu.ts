/** Makers whose devices are read. */
export type GpuMaker = 'NVIDIA' | 'AMD' | 'Intel'

/** One reading of one GPU. What the device does not report is null: `[N/A]` and `[Not Supported]` are never 0. */
export interface GpuReading {
  /** Identifies the device for the whole job: its UUID if it has one, else its index. */
  readonly id: string
  readonly name: string
  /** Power of the board, W. */
  readonly watts: number | null
  /** Percent. */
  readonly utilization: number | null
  /** The device's own energy counter, J since its driver was loaded. */
  readonly joules: number | null
  /** Whether it is partitioned into instances (MIG). The job may own only some of them. */
  readonly partitioned: boolean
  /** What the tool printed in place of figures, e.g. `GPU is lost`: the device is present and cannot be read. */
  readonly error?: string
}

/** Longest name of a device that is kept, characters. */
const LONGEST_NAME = 80

/** A device's name from a tool's output: printable, of bounded length. */
export function deviceName(text: string): string {
  return text
    .replace(/[^\x20-\x7e]/g, '')
    .trim()
    .slice(0, LONGEST_NAME)
}

/** Names of the tools that print GPU readings. */
export type GpuCommand = 'nvidia-smi' | 'amd-smi' | 'rocm-smi' | 'xpu-smi'

/** A tool that prints GPU readings. */
export interface GpuTool {
  readonly command: GpuCommand
  readonly maker: GpuMaker
  /** Time between two readings of one device, ms. */
  readonly periodMs: number
  /**
   * Argument lists, the most detailed first. The next one is used if the tool ends without a reading: a driver rejects
   * the whole query if it does not know one field.
   */
  readonly variants: readonly (readonly string[])[]
  /** Milliseconds between starts of a tool that prints once and ends; null for a tool that prints continuously. */
  readonly everyMs: number | null
  /** Returns a parser for the output of one variant. */
  parser(variant: number): GpuParser
}

/** Parses a chunk of output and returns the readings that it completes. Must limit its buffer. */
export type GpuParser = (chunk: string) => readonly GpuReading[]
