import { hasGpusInside } from './gpu-in-meters.ts'
import type { GpuEnergy } from './gpu-use.ts'
import type { Metered } from './metered.ts'
import type { FileState } from './sample-file.ts'
import type { SampleFile } from '../../sensors/sample-reader.ts'
import type { SamplerNoteCode } from '../../sensors/sample-format.ts'
import type { MeasurementState } from './state.ts'
import type { CpuWork } from './cpu-work.ts'

/** How the sampler and its file ended. */
export interface SamplerOutcome {
  readonly file: FileState | 'never'
  /** Whether it ran until it was stopped. */
  readonly ran: boolean
  /** Why it ended early: exit status or signal, last error message; null when unknown. */
  readonly cause: string | null
}

/** Evidence collected while finishing a measurement. */
export interface Evidence {
  readonly state: MeasurementState
  readonly file: SampleFile
  readonly sampler: SamplerOutcome
  readonly work: CpuWork
  readonly gpus: readonly GpuEnergy[]
  readonly metered: Metered
  readonly suspendedS: number
  /** Whether the CPU limit of the job differs from that at its start. */
  readonly limitChanged: boolean
  /** Whether only the work of a command is counted, and not that of the machine. */
  readonly isCommandOnly: boolean
  readonly durationS: number
}

/** Rejected samples that are normal, such as a counter that steps back a tick: a number, plus a share of the samples. */
const TOLERATED = { count: 1, share: 0.01 }

/** Counts the lines of the sample file that are not samples or contradict the counters. */
export function countRejected({ work, file }: Pick<Evidence, 'work' | 'file'>): number {
  return work.rejected + file.badLines
}

/** Minimum time without readings for a note: a share of the time, and seconds, which tools need to start. */
const MUCH_UNCOVERED = { share: 0.1, seconds: 5 }

/** Whether so much of a time has no readings that a note says so. */
export function isMuchUncovered(uncoveredS: number, durationS: number): boolean {
  return uncoveredS > Math.max(MUCH_UNCOVERED.share * durationS, MUCH_UNCOVERED.seconds)
}

/** Whether more samples are rejected than a kernel causes. */
export function isTooMuchRejected(rejected: number, file: SampleFile): boolean {
  return rejected > TOLERATED.count + TOLERATED.share * file.samples.length
}

/**
 * Share of the time, 0 to 1, in which a GPU's energy is known. No counter replaces lost samples: a job that kills the sampler or
 * rewrites its file on a machine with a GPU gets less coverage, not less energy. A tool that fails while the sampler works gets a
 * note instead.
 */
export function gpuCoverage({ state, file, sampler, work, gpus, durationS }: Evidence): number {
  const isComplete =
    sampler.ran &&
    sampler.file === 'ours' &&
    !isTooMuchRejected(countRejected({ work, file }), file) &&
    file.header !== null
  if (!state.hasGpu || isComplete || !(durationS > 0)) return 1
  if (gpus.length === 0) return 0
  return Math.max(0, 1 - Math.max(...gpus.map(({ uncoveredS }) => uncoveredS)) / durationS)
}

/** Share of a GPU's time that may lack readings before its energy counts as missing. */
const MISSING_SHARE = 0.1

/** Failures after which a tool may have left out a device that no other source shows. */
const UNANSWERED: ReadonlySet<SamplerNoteCode> = new Set(['gpu-tool-hung', 'gpu-tool-flooded', 'gpu-tool-garbage'])

/** Utilisation above which a board draws power, percent. */
const BUSY_PERCENT = 5

/**
 * Whether a device that is not known to be idle reports no power at all: an idle one may be switched off. Of an AMD board with two
 * dies, one reports the power of both.
 */
function readsZeroUnlessIdle({ use, name }: GpuEnergy, gpus: readonly GpuEnergy[]): boolean {
  if (use.method !== 'measured' || use.wh > 0 || (use.meanUtilization ?? 100) < BUSY_PERCENT) return false
  return name.maker !== 'AMD' || !gpus.some((other) => other.name.maker === 'AMD' && other.use.wh > 0)
}

/** Names the GPUs that are present and whose energy is missing from the figure, or part of it, each with the reason. */
export function findUncountedGpus({ state, file, gpus, metered, durationS }: Evidence): string[] {
  if (hasGpusInside(metered)) return []
  const uncounted: string[] = []
  for (const device of file.gpuNames.values()) {
    const counted = gpus.find(({ name }) => name === device)
    if (!counted) uncounted.push(`${device.name} (no figure, power not known from its name)`)
    else if (device.hasFailed && counted.use.method !== 'measured') uncounted.push(`${device.name} (errors only)`)
    else if (readsZeroUnlessIdle(counted, gpus)) uncounted.push(`${device.name} (0 W, not known to be idle)`)
    else if (counted.missingS > MISSING_SHARE * durationS) {
      uncounted.push(`${device.name} (no readings for ${counted.missingS.toFixed(0)} s of ${durationS.toFixed(0)} s)`)
    }
  }
  for (const { maker, count } of state.boards) {
    const seen = [...file.gpuNames.values()].filter((device) => device.maker === maker).length
    if (count > seen) uncounted.push(`${count - seen} of ${count} ${maker} boards (no reading)`)
  }
  for (const { code, detail } of file.notes) {
    if (UNANSWERED.has(code) && file.gpuNames.size === 0 && state.boards.length === 0) {
      uncounted.push(`devices that ${detail} reads (no reading)`)
    }
  }
  return uncounted
}
