import { type Note, note } from '../../core/notes.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import type { SamplerNoteCode } from '../../sensors/sample-format.ts'
import { percent, plain } from '../../render/quantities.ts'
import { hasGpusInside } from './gpu-in-meters.ts'
import { type Evidence, findUncountedGpus, gpuCoverage, isMuchUncovered } from './evidence.ts'

/** Maximum GPU utilisation for a note on an idle device, percent. */
const LOW_GPU_PERCENT = 15

const TOOL_NOTES: Readonly<Record<SamplerNoteCode, string>> = {
  'gpu-error': 'is reported instead of a reading',
  'gpu-tool-died': 'ended too early',
  'gpu-tool-silent': 'ended without a reading',
  'gpu-tool-hung': 'did not answer and was stopped',
  'gpu-tool-flooded': 'printed more than any number of GPUs needs and was stopped',
  'gpu-tool-garbage': 'printed no valid reading and was stopped',
  'gpu-unreadable': 'devices are present, and no tool on PATH reads their power: their energy is not counted',
  'gpu-lost': 'GPU stopped giving readings',
  'sampler-full': 'the sample file is full',
}

/** What a reader should know about the GPUs of a measurement. */
export function gpuNotes(evidence: Evidence): Note[] {
  const { file, gpus } = evidence
  const notes = new Map<string, Note>()
  const covered = gpuCoverage(evidence)
  if (covered < 1) {
    const text = `The energy of the GPU is known only from samples, and they cover ${plain(percent(covered))} of the time.`
    notes.set('gpu-not-covered', note('gpu-not-covered', text))
  }
  const isInside = hasGpusInside(evidence.metered)
  for (const { code, detail } of file.notes) {
    if (isInside && code === 'gpu-unreadable') continue
    notes.set(code, note(code, `${detail} ${TOOL_NOTES[code]}`.trim()))
  }
  if (evidence.state.hasGpu && covered === 1 && !isInside && file.gpuNames.size === 0 && file.notes.length === 0) {
    const text = 'There is a GPU, or a tool that reads one, without a reading before the job ended: it is not counted.'
    notes.set('gpu-not-read', note('gpu-not-read', text))
  }
  // In the samples but without energy: it reports none, and its type is in no table or has no fixed power limit.
  const uncounted = [...file.gpuNames.values()].filter((device) => !gpus.some(({ name }) => name === device))
  if (uncounted.length > 0 && file.samples.length > 0 && !isInside) {
    const names = [...new Set(uncounted.map(({ name }) => name))].join(', ')
    notes.set(
      'gpu-unknown',
      note('gpu-unknown', `${names} reports no energy, and its name does not tell its power: it is not counted.`),
    )
  }
  const missing = findUncountedGpus(evidence)
  if (missing.length > 0) {
    const text = `Energy of GPUs is missing from the figure: ${missing.join('; ')}. No budget passes without it.`
    notes.set('gpu-uncounted', note('gpu-uncounted', text))
  }
  for (const { use, name, uncoveredS, seconds } of gpus) {
    const part = findGpuShare(use.name)
    if (part) {
      const text = `${use.name} is counted as ${part.kind} of ${part.gpu.name}, not as the whole board.`
      notes.set('gpu-shared', note('gpu-shared', text))
    } else if (name.partitioned) {
      const text = `${use.name} is cut into instances (MIG); the power of the whole board is counted.`
      notes.set('gpu-mig', note('gpu-mig', text))
    }
    if (use.method !== 'measured') {
      const text = `${use.name} does not report a power that such a board can have: it is estimated from its type and utilisation.`
      notes.set('gpu-estimated', note('gpu-estimated', text))
    } else if (isMuchUncovered(uncoveredS, seconds)) {
      const text = `${use.name} has no readings for ${uncoveredS.toFixed(0)} s of ${seconds.toFixed(0)} s: its mean power is used for them.`
      notes.set('gpu-extrapolated', note('gpu-extrapolated', text))
    }
    if (use.meanUtilization !== null && use.meanUtilization < LOW_GPU_PERCENT) {
      const idle = use.idleWatts === null ? '' : `, drawing ${use.idleWatts.toFixed(0)} W while idle`
      const share = use.idleShare === null ? '' : ` and was idle ${(100 * use.idleShare).toFixed(0)} % of the time`
      const text = `${use.name} was used at ${use.meanUtilization.toFixed(0)} % on average${share}${idle}.`
      notes.set('gpu-underused', note('gpu-underused', text))
    }
  }
  return [...notes.values()]
}
