/** What one look at a GPU gives. What the device does not tell is null: `[N/A]`, `[Not Supported]` are never 0. */
export interface GpuReading {
  /** Tells the device from others for the whole job: its UUID where there is one, else its index. */
  readonly id: string
  readonly name: string
  /** Power of the board, W. */
  readonly watts: number | null
  /** Percent. */
  readonly utilization: number | null
  /** The device's own energy counter, J since its driver was loaded. */
  readonly joules: number | null
  /** Whether it is cut into instances (MIG), of which the job may hold only some. */
  readonly partitioned: boolean
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

/** A tool that prints GPU readings. */
export interface GpuTool {
  readonly command: string
  /**
   * Argument lists, the most telling first. The next one is taken when the tool ends without a single reading: a driver
   * that does not know one field refuses the whole query.
   */
  readonly variants: readonly (readonly string[])[]
  /** Milliseconds between starts of a tool that prints once and ends; null for one that goes on printing. */
  readonly everyMs: number | null
  /** Takes the output piece by piece (see `lines`), gives the readings that it completes. */
  parser(variant: number): GpuParser
}

/** Reads a tool's output as it comes. Must bound what it holds. */
export type GpuParser = (chunk: string) => readonly GpuReading[]
