import {
  type ItEnergy,
  NO_EMISSIONS,
  NO_ENERGY,
  UNDIVIDED,
  computeFootprint,
  intensityOf,
  waterOf,
} from '../../core/footprint.ts'
import { type Range, scaleRange } from '../../core/range.ts'
import type { Part } from '../../core/report.ts'
import type { RunJob } from '../../github/jobs.ts'
import type { SiteFactors } from '../grid/site-factors.ts'
import type { RunnerPower } from './runner-power.ts'

/** Overhead, grid and hardware of a runner's place. */
export interface PlaceBasis extends Pick<SiteFactors, 'pue' | 'grid' | 'water'> {
  /** Share of the hardware's manufacture for a time, g; null if it is not counted. */
  embodied(runner: RunnerPower, seconds: number): Range | null
}

/** A job that ran, with its times. */
export type RanJob = RunJob & { readonly startMs: number }

/** Runners of a scale set are named after it: `gpu-set-9hv4k-runner-4jn5q`. */
const SCALE_SET_RUNNER = /^(.+)-[a-z0-9]{5}-runner-[a-z0-9]{5}$/

/** Names that identify a runner class: labels or, if `runs-on` has none, the runner group and the scale set. */
export function runnerNames({ labels, runnerGroup, runnerName }: RunJob): readonly string[] {
  if (labels.length > 0) return labels
  const scaleSet = SCALE_SET_RUNNER.exec(runnerName ?? '')?.[1]
  return [scaleSet, runnerGroup].filter((name) => typeof name === 'string' && name !== '') as string[]
}

/** Seconds that a job has run, from the moment a runner took it. Waiting in the queue does not count. */
export function secondsOf(job: RanJob, nowMs: number): number {
  return Math.max(0, (job.endMs ?? nowMs) - job.startMs) / 1000
}

/** Facts about the job of a part, always from the API and never from the report. */
export function jobFacts(
  job: RunJob,
  name: string,
): Pick<Part, 'kind' | 'name' | 'source' | 'conclusion' | 'started_at' | 'ended_at'> {
  return {
    kind: 'job',
    name,
    source: job.url,
    conclusion: job.conclusion ?? (job.status === 'running' ? 'running' : null),
    started_at: job.startMs === null ? null : new Date(job.startMs).toISOString(),
    ended_at: job.endMs === null ? null : new Date(job.endMs).toISOString(),
  }
}

/**
 * Estimates a job without a report from its times and its runner's class.
 * @param runner null if unknown: then the energy of the job and of the sum are unknown
 * @param basisOf overhead, grid and hardware of a runner's place
 */
export function estimatedPart(
  job: RanJob,
  name: string,
  runner: RunnerPower | null,
  basisOf: (runner: RunnerPower) => PlaceBasis,
  nowMs: number,
): Part {
  const seconds = secondsOf(job, nowMs)
  const facts = { ...jobFacts(job, name), duration_s: seconds, coverage: null, method: 'estimated' as const }
  if (!runner) {
    return {
      ...facts,
      energy: NO_ENERGY,
      emissions: NO_EMISSIONS,
      water: null,
      pue: null,
      intensity: null,
      machine: null,
    }
  }
  const basis = basisOf(runner)
  const hours = seconds / 3600
  const gpuWh = runner.gpuWatts * hours
  const it = scaleRange(runner.watts, hours)
  // Wall power of a server includes its memory. Times and labels do not show its share.
  const energy = { it, ...UNDIVIDED, gpuWh }
  return {
    ...facts,
    ...partFootprint(energy, basis, basis.embodied(runner, seconds)),
    machine: runner.machine,
  }
}

/** Energy, emissions and water of a part, with the PUE, grid and water of its place. */
export function partFootprint(
  energy: ItEnergy,
  { pue, grid, water }: Omit<PlaceBasis, 'embodied'>,
  embodied: Range | null,
): Pick<Part, 'energy' | 'emissions' | 'water' | 'pue' | 'intensity'> {
  return {
    ...computeFootprint(energy, pue, grid, embodied),
    pue: pue.pue.value,
    intensity: intensityOf(grid),
    water: waterOf(energy.it, pue.pue, water),
  }
}
