import { type Note, note } from '../../core/notes.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import type { SamplerNoteCode } from '../../sensors/sample-format.ts'
import { type Told, findUncountedGpus, gpuCoverage, isMuch, rejectedOf } from './evidence.ts'

/** Steal from which on it is worth a word, percent: more than a busy neighbour's usual. */
const MUCH_STEAL_PERCENT = 5
/** GPU utilisation below which the device is mostly wasted, percent. */
const LOW_GPU_PERCENT = 15
/** Time of a GPU without readings, or of a machine without samples, that is worth a word: this share of it, and longer than tools take to start, s. */
const MUCH_UNCOVERED = { share: 0.1, seconds: 5 }
/** Jobs shorter than this end before a sampler has said anything, s. */
const SHORT_S = 3

const TOOL_NOTES: Readonly<Record<SamplerNoteCode, string>> = {
  'gpu-error': 'is reported instead of a reading',
  'gpu-tool-died': 'ended before the job did',
  'gpu-tool-silent': 'ended without a reading',
  'gpu-tool-hung': 'gave no answer and was ended',
  'gpu-tool-flooded': 'printed more than any number of GPUs has to say and was ended',
  'gpu-tool-garbage': 'printed nothing that is a reading and was ended',
  'gpu-unreadable': 'GPU is present, but the tool that reads it is not on PATH: its energy is not counted',
  'gpu-lost': 'GPU stopped giving readings',
  'sampler-full': 'the sample file is full',
}

/** Everything about the measurement that a reader of its figure should know. */
export function notesOf(told: Told): Note[] {
  return [...samplerNotes(told), ...machineNotes(told), ...meterNotes(told), ...gpuNotes(told)]
}

function samplerNotes(told: Told): Note[] {
  const { state, file, fate, work, durationS } = told
  const notes: Note[] = []
  const rejected = rejectedOf(told)
  const holeS = Math.max(0, ...work.stretches.map(({ fromS, toS }) => toS - fromS))
  const rest =
    'The energy rests on the counters, which were read apart from it; only the course of power over time is coarser.'
  if (!state.sampler) {
    const why = 'it needs a folder for temporary files (RUNNER_TEMP, TMPDIR) that may be written to'
    notes.push(note('sampler-not-started', `The sampler could not be started: ${why}. ${rest}`))
  } else if (!fate.ran) notes.push(note('sampler-died', `The sampler ended before the job did. ${rest}`))
  if (fate.file === 'foreign') {
    notes.push(note('samples-disagree', `Another file lies where the sample file was. ${rest}`))
  } else if (isMuch(rejected, file)) {
    const text = `${rejected} samples contradict the counters or are none of the sampler's, and were left out. ${rest}`
    notes.push(note('samples-disagree', text))
  } else if (file.header === null && file.samples.length > 0) {
    notes.push(note('samples-disagree', `The beginning of the sample file was cut off. ${rest}`))
  } else if (state.sampler && file.samples.length === 0 && durationS > SHORT_S) {
    notes.push(note('samples-missing', `The sample file holds no samples. ${rest}`))
  } else if (fate.ran && holeS > Math.max(MUCH_UNCOVERED.share * durationS, MUCH_UNCOVERED.seconds)) {
    const text = `There are no samples for ${holeS.toFixed(0)} s of ${durationS.toFixed(0)} s. ${rest}`
    notes.push(note('samples-missing', text))
  }
  return notes
}

const SHARED_SCOPES = {
  'scope-affinity':
    'The process may use only some of the processors (affinity), without a CPU limit: the work of the whole machine is counted.',
  'scope-no-limit':
    'The job runs in a container without a CPU limit: the work of the whole node is counted, its neighbours included. Set a CPU limit, or use --scope command.',
  'scope-slurm-node':
    'The job runs under Slurm without a CPU limit: the work of the whole node is counted, other jobs included. Use --exclusive, or --scope command.',
} as const

function machineNotes({ state, work, suspendedS, limitChanged }: Told): Note[] {
  const notes: Note[] = []
  if (suspendedS > 0) {
    const text = `The machine was suspended for ${suspendedS.toFixed(1)} s, which no figure covers.`
    notes.push(note('suspended', text))
  }
  if (state.cpuFallback) {
    const text = 'There is no readable /proc/stat; CPU time is what Node tells, without stolen time.'
    notes.push(note('no-proc', text))
  }
  if (state.group) {
    const text =
      'The job runs under a CPU limit: its own CPU time against that limit was measured, not the whole machine.'
    notes.push(note('cgroup-slice', text))
  }
  if (state.sharedScope) notes.push(note(state.sharedScope, SHARED_SCOPES[state.sharedScope]))
  if (limitChanged) {
    const text = 'The limit on the CPU was changed during the job: the larger one is counted as its machine.'
    notes.push(note('cpu-limit-changed', text))
  }
  if (work.steal >= MUCH_STEAL_PERCENT) {
    const text = `The hypervisor gave ${work.steal.toFixed(0)} % of the processors' time to others.`
    notes.push(note('cpu-steal', text))
  }
  return notes
}

function meterNotes({ state, file, metered }: Told): Note[] {
  const notes: Note[] = []
  if (state.raplDenied) {
    const text =
      'The processor has energy meters (RAPL) that this user may not read, so its power is modelled. To measure it, let the runner read /sys/class/powercap/*/energy_uj.'
    notes.push(note('rapl-denied', text))
  }
  if (metered.lost)
    notes.push(
      note(
        'meter-lost',
        'An energy meter could not be read at both ends, stood still or was set back, and was left out.',
      ),
    )
  if (metered.hostWatts !== null) {
    const text = `The energy meters of this virtual machine read ${metered.hostWatts.toFixed(0)} W, which only its host can draw: its power is modelled.`
    notes.push(note('meter-of-host', text))
  }
  if (isMuch(metered.rejected, file)) {
    const text = `${metered.rejected} readings of the energy meters in the samples are impossible and were left out.`
    notes.push(note('samples-disagree', text))
  }
  if (metered.ambiguous > 0) {
    const text =
      'An energy meter may have gone round unseen while there were no samples; the count of rounds nearest to the model was taken.'
    notes.push(note('meter-wrap-guessed', text))
  }
  if (metered.packageJ && !metered.wholeJ) {
    const text =
      'Processors were measured; board, fans and power supply are added as 21 % of the measured figure (5 to 60 %).'
    notes.push(note('rest-by-factor', text))
  }
  if (metered.wholeJ) {
    const text = 'The whole machine was measured behind its power supply, whose loss of 6 % (0 to 15 %) is added.'
    notes.push(note('supply-by-factor', text))
  }
  return notes
}

function gpuNotes(told: Told): Note[] {
  const { file, gpus } = told
  const notes = new Map<string, Note>()
  const covered = gpuCoverage(told)
  if (covered < 1) {
    const text = `There is a GPU, whose energy only the samples tell, and they cover ${(100 * covered).toFixed(0)} % of the time.`
    notes.set('gpu-not-covered', note('gpu-not-covered', text))
  }
  for (const { code, detail } of file.notes) {
    notes.set(code, note(code, `${detail} ${TOOL_NOTES[code]}`.trim()))
  }
  if (told.state.hasGpu && covered === 1 && file.gpuNames.size === 0 && file.notes.length === 0) {
    const text =
      'There is a GPU or a tool that reads one, which gave no reading before the job ended: it is not counted.'
    notes.set('gpu-not-read', note('gpu-not-read', text))
  }
  // In the samples, and yet without energy: neither a figure of its own nor a type that a table has.
  const uncounted = [...file.gpuNames.values()].filter((device) => !gpus.some(({ name }) => name === device))
  if (uncounted.length > 0 && file.samples.length > 0) {
    const names = [...new Set(uncounted.map(({ name }) => name))].join(', ')
    notes.set(
      'gpu-unknown',
      note('gpu-unknown', `${names} gave no figure of its energy and is of no known type: it is not counted.`),
    )
  }
  const missing = findUncountedGpus(told)
  if (missing.length > 0) {
    const text = `Energy of GPUs is missing from the figure: ${missing.join('; ')}. No budget passes without it.`
    notes.set('gpu-uncounted', note('gpu-uncounted', text))
  }
  for (const { use, name, uncoveredS, seconds } of gpus) {
    const part = findGpuShare(use.name)
    if (part) {
      const text = `${use.name} is counted as ${part.kind} of ${part.gpu.name}, not as the whole board.`
      notes.set('gpu-shared', note('gpu-shared', text))
    }
    if (name.partitioned) {
      const text = `${use.name} is cut into instances (MIG); the power of the whole board is counted.`
      notes.set('gpu-mig', note('gpu-mig', text))
    }
    if (use.method !== 'measured') {
      const text = `${use.name} does not report its power: it is estimated from its type and utilisation.`
      notes.set('gpu-estimated', note('gpu-estimated', text))
    } else if (uncoveredS > Math.max(MUCH_UNCOVERED.share * seconds, MUCH_UNCOVERED.seconds)) {
      const text = `${use.name} has no readings for ${uncoveredS.toFixed(0)} s of ${seconds.toFixed(0)} s: its mean power stands in.`
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
