import type { NoteCode } from '../core/notes.ts'
import type { GpuAccount } from './gpu-meter.ts'
import type { NameShare } from './process-table.ts'
import { type Sample, writeFields } from './wire-format.ts'

/**
 * The sample file: one JSON value a line, short keys, cumulative counters, so that any line may be lost. The first line is
 * the header. The job that is measured can rewrite all of it, so the reader checks
 * every value. wire-format.ts defines the members of a sample, meter-table.ts those of the meters (`w`, `j`, `b`, `h`, `p`).
 *
 *     {"v":1,"pid":4711,"t":86400123,"wall":1790000000000,"interval":1000}
 *     {"t":86401123,"c":[busy,total,steal],"g":cgroupMs,"m":usedMiB,"r":[µJ,..],"w":W,"j":W,"b":W,"h":W,"p":J,"u":[[n,J,s,W,%],..]}
 *     {"gpu":0,"name":"Tesla T4","mig":true,"slices":["1g.10gb"],"maker":"NVIDIA","every":1000,"error":"GPU is lost"}
 *     {"top":[["node",1200],["tsc",800]]}
 *     {"n":"gpu-tool-died","d":"nvidia-smi"}
 *     {"stop":"terminate","t":86401123,"share":1.01,"line":"5 g"}
 */
export const SAMPLE_VERSION = 1

/** Name of the file that ends the sampler on systems without signals. */
export const STOP_FILE = 'stop'

/** Codes of the sampler's notes. */
export const SAMPLER_NOTES = [
  'gpu-error',
  'gpu-tool-died',
  'gpu-tool-silent',
  'gpu-tool-hung',
  'gpu-tool-flooded',
  'gpu-tool-garbage',
  'gpu-unreadable',
  'gpu-lost',
  'sampler-full',
] as const satisfies readonly NoteCode[]
export type SamplerNoteCode = (typeof SAMPLER_NOTES)[number]

/** Steps of a stop that the sample file records, in order; `ended`: no process was left, `cancel`: the run was cancelled. */
export const STOP_EVENTS = ['warn', 'terminate', 'terminate-again', 'kill', 'ended', 'cancel', 'cancel-failed'] as const
export type StopEventName = (typeof STOP_EVENTS)[number]

/** One step of a stop at the budget. */
export interface StopEvent {
  readonly event: StopEventName
  /** Monotonic, ms. */
  readonly t: number
  /** Used share of the budget line. */
  readonly share: number
  /** The budget line. */
  readonly line: string
}

export interface Header {
  readonly pid: number
  /** Monotonic, ms. */
  readonly t: number
  /** Unix time, ms. */
  readonly wall: number
  /** Milliseconds between samples at first. */
  readonly interval: number
}

export function headerLine({ pid, t, wall, interval }: Header): string {
  return `${JSON.stringify({ v: SAMPLE_VERSION, pid, t: Math.round(t), wall, interval })}\n`
}

/** One sample as a line. */
export function sampleLine(sample: Sample, gpus: readonly GpuAccount[]): string {
  const cells = gpus.length > 0 ? `,"u":[${gpus.map(gpuCell).join(',')}]` : ''
  return `{"t":${Math.round(sample.t)}${writeFields(sample)}${cells}}\n`
}

function gpuCell({ number, joules, coveredS, reading }: GpuAccount): string {
  const watts = reading.watts === null ? 'null' : reading.watts.toFixed(2)
  return `[${number},${joules.toFixed(2)},${coveredS.toFixed(2)},${watts},${reading.utilization ?? 'null'}]`
}

/** @param slices profiles of the board's MIG devices that the job owns; undefined before they are known */
export function gpuLine({ number, reading, maker, periodMs }: GpuAccount, slices?: readonly string[]): string {
  const { name, partitioned, error } = reading
  return `${JSON.stringify({ gpu: number, name, mig: partitioned, slices, maker, every: periodMs, error })}\n`
}

export function topLine(shares: readonly NameShare[]): string {
  return `${JSON.stringify({ top: shares })}\n`
}

export function noteLine(code: SamplerNoteCode, detail: string): string {
  return `${JSON.stringify({ n: code, d: detail })}\n`
}

export function stopLine({ event, t, share, line }: StopEvent): string {
  return `${JSON.stringify({ stop: event, t: Math.round(t), share, line })}\n`
}
