import type { LimitedLine } from '../core/stop/limit-share.ts'
import type { RunningTotalOptions } from './running-total.ts'

/** How the sampler stops the processes of a job at its budget. */
export interface JobStop {
  readonly lines: readonly LimitedLine[]
  /** Service life of the hardware, years; null: manufacture is not counted. GPUs are known only when they are read. */
  readonly lifetimeYears: number | null
  /** Time from SIGTERM to the second one, ms. */
  readonly graceMs: number
  /** Path of the stop file, in a private folder. */
  readonly stopFile: string
  /** RUNNER_TRACKING_ID of the job; null: its processes cannot be distinguished from others, and only the stop file is written. */
  readonly trackingId: string | null
  /** Processes that started earlier belong to the runner, ticks since boot. */
  readonly sinceTicks: string | null
  /** Folder of our own bundles: our own steps are never signalled. */
  readonly ownFolder: string
  /** Address that cancels the run, for after the grace; the token comes on standard input. Null: the run is not cancelled. */
  readonly cancelUrl: string | null
}

/** Options of the sampler process, as one JSON argument. Without secrets: arguments are visible to every user. */
export interface SamplerOptions {
  /** Root of the kernel's file trees. */
  readonly root: string
  /** Private folder of the sample file. */
  readonly folder: string
  /** Fixed time between samples, ms; null adapts. */
  readonly intervalMs: number | null
  /** Process whose end ends the sampler; null if none is watched. */
  readonly watch: { readonly pid: number; readonly startTicks: string | null } | null
  /** Whether the sampler removes its folder if the watched process ended first. No other process reads the folder then. */
  readonly removesFolder?: boolean
  /** Maximum running time of the sampler, ms. */
  readonly limitMs: number
  readonly topProcesses: boolean
  /** UUIDs of the MIG devices that the job may use; missing or empty: all that are listed. */
  readonly migDevices?: readonly string[]
  /** Adds up the energy while the work runs; missing: no running total, and no cost of one. */
  readonly total?: RunningTotalOptions
  /** Time between two readings of the total that are written to `READING_FD`, ms; missing: none are. */
  readonly readingMs?: number
  /** Lines that the process at the other end watches: a sample is taken when one is about to be used up. */
  readonly watchedLines?: readonly LimitedLine[]
  readonly stop?: JobStop
}

/** File descriptor of the pipe to the process that started the sampler, for readings of the running total. */
export const READING_FD = 4

/** Name of the sample file in its private folder. Here because `main` needs it, and not the format (sample-format.ts). */
export const SAMPLE_FILE = 'samples.ndjson'

/** File descriptor of the sample file: opened by the parent, inherited, so that the sampler never opens a path. */
export const SAMPLE_FD = 3

/** Shortest and longest fixed interval, ms. */
const SHORTEST_INTERVAL_MS = 100
const LONGEST_INTERVAL_MS = 60_000

/** Steps of the adaptive interval: the interval up to each age of the sampler. */
type Rhythm = readonly { readonly untilMs: number; readonly intervalMs: number }[]

/**
 * Steps for cumulative counters. They lose nothing between two samples, so a long job needs fewer: half the samples cost half the CPU
 * time. A short job needs the resolution.
 */
const OF_COUNTERS: Rhythm = [
  { untilMs: 30_000, intervalMs: 1000 },
  { untilMs: 3_600_000, intervalMs: 2000 },
]

/** Steps for readings in watts. A reading counts until the next one, so more samples give a more accurate energy. */
const OF_WATTS: Rhythm = [
  { untilMs: 300_000, intervalMs: 1000 },
  { untilMs: 3_600_000, intervalMs: 2000 },
]

/** Interval after the last step, ms. */
const LAST_INTERVAL_MS = 5000

/**
 * Time to the next sample, ms.
 * @param ageMs age of the sampler
 * @param fixedMs interval that the user chose, or null
 * @param kind `watts` where a meter or GPU reports its power at the moment of the sample, else `counters`
 */
export function intervalAt(ageMs: number, fixedMs: number | null, kind: 'watts' | 'counters'): number {
  if (fixedMs !== null) return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, fixedMs))
  const rhythm = kind === 'watts' ? OF_WATTS : OF_COUNTERS
  return rhythm.find(({ untilMs }) => ageMs < untilMs)?.intervalMs ?? LAST_INTERVAL_MS
}
