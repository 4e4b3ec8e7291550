import type { GpuEnergy } from './gpu-use.ts'
import type { Metered } from './meters.ts'
import type { FileFate } from './sample-file.ts'
import type { SampleFile } from '../../sensors/sample-reader.ts'
import type { MeasurementState } from './state.ts'
import type { Work } from './cpu-work.ts'

/** What became of the sampler. */
export interface SamplerFate {
  readonly file: FileFate | 'never'
  /** Whether it ran until it was told to end. */
  readonly ran: boolean
}

/** Everything that a measurement came to know about itself. */
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
