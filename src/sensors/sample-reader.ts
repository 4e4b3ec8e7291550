import { type Header, SAMPLER_NOTES, SAMPLE_VERSION, type SamplerNoteCode, type StopEvent } from './sample-format.ts'
import type { NameShare } from './process-table.ts'
import {
  type GpuName,
  type SampleRow,
  addTop,
  gpuNameOf,
  headerOf,
  parseLine,
  plainText,
  sampleOf,
  stopOf,
  isWhole,
} from './sample-lines.ts'

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
const MOST_NOTES = 50

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
    const value = parseLine(line)
    const sample = value && sampleOf(value)
    const gpu = value && isWhole(value['gpu']) && value['gpu'] < 64 ? value['gpu'] : null
    const code = SAMPLER_NOTES.find((known) => known === value?.['n'])
    const stop = value && stopOf(value)
    if (stop) stops.push(stop)
    else if (sample) samples.push(sample)
    else if (value?.['v'] === SAMPLE_VERSION) header ??= headerOf(value)
    else if (value && gpu !== null) gpuNames.set(gpu, gpuNameOf(value, gpuNames.get(gpu)))
    else if (code) notes.push({ code, detail: plainText(value?.['d']) })
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
