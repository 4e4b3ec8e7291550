/** Options of the sampler process, as one JSON argument. Without secrets: arguments are visible to every user. */
export interface SamplerOptions {
  /** Root of the kernel's file trees. */
  readonly root: string
  /** Private folder with the stop file. */
  readonly folder: string
  /** Fixed time between samples, ms; null adapts. */
  readonly intervalMs: number | null
  /** Process whose end ends the sampler; null if none is watched. */
  readonly watch: { readonly pid: number; readonly startTicks: string | null } | null
  /** Maximum running time of the sampler, ms. */
  readonly limitMs: number
  readonly topProcesses: boolean
}

/** File descriptor of the sample file: opened by the parent, inherited, so that the sampler never opens a path. */
export const SAMPLE_FD = 3

/** Shortest and longest fixed interval, ms. */
const SHORTEST_INTERVAL_MS = 100
const LONGEST_INTERVAL_MS = 60_000

/** Steps of the adaptive interval: up to this age, this interval. Short jobs need the resolution, long ones have samples enough. */
const STEPS = [
  { untilMs: 300_000, intervalMs: 1000 },
  { untilMs: 3_600_000, intervalMs: 2000 },
  { untilMs: Number.POSITIVE_INFINITY, intervalMs: 5000 },
] as const

/**
 * Time to the next sample, ms.
 * @param ageMs age of the sampler
 * @param fixedMs what the user fixed, or null
 */
export function intervalAt(ageMs: number, fixedMs: number | null): number {
  if (fixedMs !== null) return Math.min(LONGEST_INTERVAL_MS, Math.max(SHORTEST_INTERVAL_MS, fixedMs))
  for (const step of STEPS) if (ageMs < step.untilMs) return step.intervalMs
  return 5000
}
