import type { GpuEnergy } from './gpu-use.ts'
import type { Metered } from './meters.ts'
import type { FileFate } from './sample-file.ts'
import type { SampleFile } from '../../sensors/sample-reader.ts'
import type { SamplerNoteCode } from '../../sensors/sample-format.ts'
import type { MeasurementState } from './state.ts'
import type { Work } from './cpu-work.ts'

/** What became of the sampler. */
export interface SamplerFate {
  readonly file: FileFate | 'never'
  /** Whether it ran until it was told to end. */
  readonly ran: boolean
}

/** Evidence collected while finishing a measurement. */
export interface Told {
  readonly state: MeasurementState
  readonly file: SampleFile
  readonly fate: SamplerFate
  readonly work: Work
  readonly gpus: readonly GpuEnergy[]
  readonly metered: Metered
  readonly suspendedS: number
  /** Whether the limit on the job's CPU is another one than at its start. */
  readonly limitChanged: boolean
  readonly durationS: number
}

/** Contradictions that kernels make themselves now and then (a counter that steps back a tick): this many, and this share of the samples. */
const TOLERATED = { count: 1, share: 0.01 }

/** Lines of the sample file that are no samples, or contradict the counters. */
export function rejectedOf({ work, file }: Pick<Told, 'work' | 'file'>): number {
  return work.rejected + file.badLines
}

/** Whether so many are more than a kernel's own. */
export function isMuch(rejected: number, file: SampleFile): boolean {
  return rejected > TOLERATED.count + TOLERATED.share * file.samples.length
}

/**
 * Share of the time, 0 to 1, in which a GPU's energy is known. No counter tells it when the samples are lost: whoever kills
 * the sampler or rewrites its file on a machine with a GPU gets less coverage, not less energy. A tool that fails while the
 * sampler is well is told in a note.
 */
export function gpuCoverage({ state, file, fate, work, gpus, durationS }: Told): number {
  const isWell = fate.ran && fate.file === 'ours' && !isMuch(rejectedOf({ work, file }), file) && file.header !== null
  if (!state.hasGpu || isWell || !(durationS > 0)) return 1
  if (gpus.length === 0) return 0
  return Math.max(0, 1 - Math.max(...gpus.map(({ uncoveredS }) => uncoveredS)) / durationS)
}

/** Share of a GPU's time that may lack readings before its energy counts as missing. */
const MISSING_SHARE = 0.1

/** Failures after which a tool may have left out a device that no other source shows. */
const UNANSWERED: ReadonlySet<SamplerNoteCode> = new Set(['gpu-tool-hung', 'gpu-tool-flooded', 'gpu-tool-garbage'])

/** Utilisation above which a board draws power, percent. */
const BUSY_PERCENT = 5

/** Whether a busy device reports no power at all. Of an AMD board with two dies, one reports the power of both. */
function readsZeroWhileBusy({ use, name }: GpuEnergy, gpus: readonly GpuEnergy[]): boolean {
  if (use.method !== 'measured' || use.wh > 0 || (use.meanUtilization ?? 0) < BUSY_PERCENT) return false
  return name.maker !== 'AMD' || !gpus.some((other) => other.name.maker === 'AMD' && other.use.wh > 0)
}

/** Names the GPUs that are present and whose energy is not, or not wholly, in the figure, each with the reason. */
export function findUncountedGpus({ state, file, gpus, durationS }: Omit<Told, 'metered'>): string[] {
  const uncounted: string[] = []
  for (const device of file.gpuNames.values()) {
    const counted = gpus.find(({ name }) => name === device)
    if (!counted) uncounted.push(`${device.name} (no figure, unknown type)`)
    else if (device.hasFailed && counted.use.method !== 'measured') uncounted.push(`${device.name} (errors only)`)
    else if (readsZeroWhileBusy(counted, gpus)) uncounted.push(`${device.name} (0 W while busy)`)
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
