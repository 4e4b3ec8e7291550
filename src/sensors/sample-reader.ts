import {
  type Header,
  SAMPLER_NOTES,
  SAMPLE_VERSION,
  STOP_EVENTS,
  type SamplerNoteCode,
  type StopEvent,
} from './sample-format.ts'
import type { NameShare } from './process-table.ts'
import { type Sample, isAmount, readFields } from './wire-format.ts'

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

/** A sample file, checked line by line. Nothing in it is trusted: every program on the machine can write it. */
export interface SampleFile {
  readonly header: Header | null
  readonly samples: readonly SampleRow[]
  readonly gpuNames: ReadonlyMap<number, GpuName>
  readonly top: readonly NameShare[]
  readonly notes: readonly { readonly code: SamplerNoteCode; readonly detail: string }[]
  /** Steps of a stop at the budget, in order. */
  readonly stops: readonly StopEvent[]
  /** Number of complete lines that the sampler did not write. */
  readonly badLines: number
}

/** Lines that are read, at most: 24 h at the shortest interval. */
const MOST_LINES = 1_000_000
/** Longest line: 64 GPUs and as many RAPL zones take 5,000 characters. */
const LONGEST_LINE = 20_000
const MOST_NOTES = 50
const MOST_NAMES = 1000

/** Parses a sample file's text. A last line without its end is torn: the sampler was writing it. */
export function parseSamples(text: string): SampleFile {
  const lines = text.split('\n', MOST_LINES)
  lines.pop()
  const samples: SampleRow[] = []
  const gpuNames = new Map<number, GpuName>()
  const top = new Map<string, number>()
  const notes: { code: SamplerNoteCode; detail: string }[] = []
  const stops: StopEvent[] = []
  let header: Header | null = null
  let badLines = 0
  for (const line of lines) {
    const value = objectOf(line)
    const sample = value && sampleOf(value)
    const gpu = value && whole(value['gpu']) && value['gpu'] < 64 ? value['gpu'] : null
    const code = SAMPLER_NOTES.find((known) => known === value?.['n'])
    const stop = value && stopOf(value)
    if (stop) stops.push(stop)
    else if (sample) samples.push(sample)
    else if (value?.['v'] === SAMPLE_VERSION) header ??= headerOf(value)
    else if (value && gpu !== null) gpuNames.set(gpu, gpuNameOf(value, gpuNames.get(gpu)))
    else if (code) notes.push({ code, detail: plain(value?.['d']) })
    else if (value && Array.isArray(value['top'])) addTop(top, value['top'])
    else badLines += 1
  }
  return {
    header,
    samples,
    gpuNames,
    top: [...top],
    notes: notes.slice(0, MOST_NOTES),
    stops: stops.slice(0, MOST_NOTES),
    badLines,
  }
}

type Json = Readonly<Record<string, unknown>>

/** Longest time between two readings that is believed, ms. */
const LONGEST_PERIOD_MS = 60_000

/** More MIG devices than any board has. */
const MOST_SLICES = 16

function slicesOf(value: unknown): string[] {
  const profiles = Array.isArray(value) ? (value as unknown[]).slice(0, MOST_SLICES) : []
  return profiles.filter((profile): profile is string => /^(?:\dc\.)?\dg\.\d{1,3}gb$/.test(String(profile)))
}

function gpuNameOf({ name, mig, slices, maker, every, error }: Json, before: GpuName | undefined): GpuName {
  return {
    name: plain(name),
    partitioned: mig === true,
    slices: slices === undefined ? (before?.slices ?? []) : slicesOf(slices),
    maker: plain(maker),
    periodS: (isAmount(every) ? Math.min(LONGEST_PERIOD_MS, every) : 1000) / 1000,
    hasFailed: before?.hasFailed === true || error !== undefined,
  }
}

function objectOf(line: string): Json | null {
  if (line.length > LONGEST_LINE || !line.startsWith('{')) return null
  try {
    return JSON.parse(line) as Json
  } catch {
    return null
  }
}

function whole(value: unknown): value is number {
  return isAmount(value) && Number.isSafeInteger(value)
}

/** Untrusted text: printable ASCII of bounded length. */
function plain(value: unknown): string {
  return typeof value === 'string' ? value.replace(/[^\x20-\x7e]/g, '').slice(0, 80) : ''
}

function headerOf(value: Json): Header | null {
  const { pid, t, wall, interval } = value
  return whole(pid) && isAmount(t) && isAmount(wall) && isAmount(interval) ? { pid, t, wall, interval } : null
}

function sampleOf(value: Json): SampleRow | null {
  const { t, u } = value
  if (!isAmount(t) || value['v'] !== undefined || (u !== undefined && !Array.isArray(u))) return null
  const readings = readFields(value)
  return readings && { t, ...readings, gpus: ((u ?? []) as unknown[]).flatMap((cell) => gpuCell(cell) ?? []) }
}

function gpuCell(cell: unknown): GpuCell | null {
  if (!Array.isArray(cell)) return null
  const [number, joules, coveredS, watts, utilization] = cell as unknown[]
  if (!whole(number) || number >= 64 || !isAmount(joules) || !isAmount(coveredS)) return null
  return {
    number,
    joules,
    coveredS,
    watts: isAmount(watts) ? watts : null,
    utilization: isAmount(utilization) && utilization <= 100 ? utilization : null,
  }
}

/** A step of a stop. Only members that the sampler writes; the text is made plain. */
function stopOf({ stop, t, share, line }: Json): StopEvent | null {
  const event = STOP_EVENTS.find((known) => known === stop)
  return event && isAmount(t) && isAmount(share) ? { event, t, share, line: plain(line) } : null
}

function addTop(top: Map<string, number>, shares: readonly unknown[]): void {
  for (const share of shares.slice(0, 20)) {
    const [name, cpuMs] = Array.isArray(share) ? (share as unknown[]) : []
    const text = plain(name)
    if (text !== '' && isAmount(cpuMs) && (top.size < MOST_NAMES || top.has(text))) {
      top.set(text, (top.get(text) ?? 0) + cpuMs)
    }
  }
}
