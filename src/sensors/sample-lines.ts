import { type Header, STOP_EVENTS, type StopEvent } from './sample-format.ts'
import { type Sample, isAmount, readFields } from './wire-format.ts'
import { parseJson } from '../core/json.ts'

/** What a GPU's cell in a sample says. */
export interface GpuCell {
  readonly number: number
  /** J since it was first seen. */
  readonly joules: number
  /** Seconds that the energy covers. */
  readonly coveredS: number
  readonly watts: number | null
  /** Percent. */
  readonly utilization: number | null
}

export interface SampleRow extends Sample {
  readonly gpus: readonly GpuCell[]
}

export interface GpuName {
  readonly name: string
  readonly partitioned: boolean
  /** Profiles of the board's MIG devices that the job owns, e.g. `1g.10gb`; empty for a whole board. */
  readonly slices: readonly string[]
  readonly maker: string
  /** Usual time between two readings, s. */
  readonly periodS: number
  /** Whether the device answered with an error at least once. */
  readonly hasFailed: boolean
}

/** A line of the sample file as JSON. */
type Json = Readonly<Record<string, unknown>>

/** Longest line: 64 GPUs and as many RAPL zones take 5,000 characters. */
const LONGEST_LINE = 20_000
const MOST_NAMES = 1000
/** Longest time between two readings that is believed, ms. */
const LONGEST_PERIOD_MS = 60_000

/** More MIG devices than any board has. */
const MOST_SLICES = 16

function slicesOf(value: unknown): string[] {
  const profiles = Array.isArray(value) ? (value as unknown[]).slice(0, MOST_SLICES) : []
  return profiles.filter((profile): profile is string => /^(?:\dc\.)?\dg\.\d{1,3}gb$/.test(String(profile)))
}

/** A device's line, with what earlier lines said of it. */
export function gpuNameOf({ name, mig, slices, maker, every, error }: Json, before: GpuName | undefined): GpuName {
  return {
    name: plainText(name),
    partitioned: mig === true,
    slices: slices === undefined ? (before?.slices ?? []) : slicesOf(slices),
    maker: plainText(maker),
    periodS: (isAmount(every) ? Math.min(LONGEST_PERIOD_MS, every) : 1000) / 1000,
    hasFailed: before?.hasFailed === true || error !== undefined,
  }
}

/** A line as an object; null for anything else. */
export function parseLine(line: string): Json | null {
  if (line.length > LONGEST_LINE || !line.startsWith('{')) return null
  return (parseJson(line) ?? null) as Json | null
}

/** Whether a value is a whole number of at least 0. */
export function isWhole(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value)
}

/** Untrusted text: printable ASCII of bounded length. */
export function plainText(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[^\x20-\x7e]/g, '').slice(0, 80) : ''
}

/** The first line; null if a member is missing. */
export function headerOf(value: Json): Header | null {
  const { pid, t, wall, interval } = value
  return isWhole(pid) && isAmount(t) && isAmount(wall) && isAmount(interval) ? { pid, t, wall, interval } : null
}

/** A sample; null for any other line. */
export function sampleOf(value: Json): SampleRow | null {
  const { t, u } = value
  if (!isAmount(t) || value['v'] !== undefined || (u !== undefined && !Array.isArray(u))) return null
  const readings = readFields(value)
  return readings && { t, ...readings, gpus: ((u ?? []) as unknown[]).flatMap((cell) => gpuCell(cell) ?? []) }
}

function gpuCell(cell: unknown): GpuCell | null {
  if (!Array.isArray(cell)) return null
  const [number, joules, coveredS, watts, utilization] = cell as unknown[]
  if (!isWhole(number) || number >= 64 || !isAmount(joules) || !isAmount(coveredS)) return null
  return {
    number,
    joules,
    coveredS,
    watts: isAmount(watts) ? watts : null,
    utilization: isAmount(utilization) && utilization <= 100 ? utilization : null,
  }
}

/** A step of a stop. Only members that the sampler writes; the text is made plain. */
export function stopOf({ stop, t, share, line }: Json): StopEvent | null {
  const event = STOP_EVENTS.find((known) => known === stop)
  return event && isAmount(t) && isAmount(share) ? { event, t, share, line: plainText(line) } : null
}

/** Adds the CPU time of programs, by name. */
export function addTop(top: Map<string, number>, shares: readonly unknown[]): void {
  for (const share of shares.slice(0, 20)) {
    const [name, cpuMs] = Array.isArray(share) ? (share as unknown[]) : []
    const text = plainText(name)
    if (text !== '' && isAmount(cpuMs) && (top.size < MOST_NAMES || top.has(text))) {
      top.set(text, (top.get(text) ?? 0) + cpuMs)
    }
  }
}
