import { printable } from '../../core/text.ts'
import { type Note, note } from '../../core/notes.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import type { SamplerNoteCode } from '../../sensors/sample-format.ts'
import { type Evidence, findUncountedGpus, gpuCoverage, isTooMuchRejected, countRejected } from './evidence.ts'

/** Minimum steal time for a note, percent: more than a busy neighbour usually causes. */
const MUCH_STEAL_PERCENT = 5
/** Maximum GPU utilisation for a note on an idle device, percent. */
const LOW_GPU_PERCENT = 15
/** Minimum time without readings for a note: a share of the time, and seconds, which tools need to start. */
const MUCH_UNCOVERED = { share: 0.1, seconds: 5 }
/** Minimum duration of a job whose missing samples get a note, s: shorter jobs end before the first sample. */
const SHORT_S = 3

const TOOL_NOTES: Readonly<Record<SamplerNoteCode, string>> = {
  'gpu-error': 'is reported instead of a reading',
  'gpu-tool-died': 'ended too early',
  'gpu-tool-silent': 'ended without a reading',
  'gpu-tool-hung': 'did not answer and was stopped',
  'gpu-tool-flooded': 'printed more than any number of GPUs needs and was stopped',
  'gpu-tool-garbage': 'printed no valid reading and was stopped',
  'gpu-unreadable': 'GPU is present, but the tool that reads it is not on PATH: its energy is not counted',
  'gpu-lost': 'GPU stopped giving readings',
  'sampler-full': 'the sample file is full',
}

/** Everything about a measurement that a reader of its figure should know. */
export function measurementNotes(evidence: Evidence): Note[] {
  return [...samplerNotes(evidence), ...machineNotes(evidence), ...meterNotes(evidence), ...gpuNotes(evidence)]
}

function samplerNotes(evidence: Evidence): Note[] {
  const { state, file, sampler, work, durationS } = evidence
  const notes: Note[] = []
  const rejected = countRejected(evidence)
  const holeS = Math.max(0, ...work.stretches.map(({ fromS, toS }) => toS - fromS))
  const rest =
    'The energy comes from the counters, which do not need the sampler; only the course of power over time is coarser.'
  if (!state.sampler) {
    const why = state.samplerFailure ?? 'its folder for temporary files (RUNNER_TEMP, TMPDIR) may not be writable'
    notes.push(note('sampler-not-started', `The sampler could not be started: ${printable(why)}. ${rest}`))
  } else if (!sampler.ran) {
    const cause = sampler.cause ?? 'the cause is not known: it left no message'
    notes.push(note('sampler-died', `The sampler ended too early (${cause}). ${rest}`))
  }
  if (sampler.file === 'foreign') {
    notes.push(note('samples-disagree', `The sample file was replaced by another file. ${rest}`))
  } else if (isTooMuchRejected(rejected, file)) {
    const text = `${rejected} samples contradict the counters or were not written by the sampler, and were left out. ${rest}`
    notes.push(note('samples-disagree', text))
  } else if (file.header === null && file.samples.length > 0) {
    notes.push(note('samples-disagree', `The beginning of the sample file is missing. ${rest}`))
  } else if (state.sampler && file.samples.length === 0 && durationS > SHORT_S) {
    notes.push(note('samples-missing', `The sample file has no samples. ${rest}`))
  } else if (sampler.ran && holeS > Math.max(MUCH_UNCOVERED.share * durationS, MUCH_UNCOVERED.seconds)) {
    const text = `There are no samples for ${holeS.toFixed(0)} s of ${durationS.toFixed(0)} s. ${rest}`
    notes.push(note('samples-missing', text))
  }
  return notes
}

const SHARED_SCOPES = {
  'scope-affinity':
    'Only some of the processors may be used (affinity), without a CPU limit: the work of the whole machine is counted.',
  'scope-no-limit':
    'The work runs in a container without a CPU limit: that of the whole node is counted, its neighbours included. Set a CPU limit, or measure one command with `carbon-gate run --scope command`.',
  'scope-slurm-node':
    'The work runs under Slurm without a CPU limit: that of the whole node is counted, other jobs included. Reserve the node (--exclusive), or measure one command with `carbon-gate run --scope command`.',
} as const

function machineNotes({ state, work, suspendedS, limitChanged, isCommandOnly }: Evidence): Note[] {
  const notes: Note[] = []
  if (suspendedS > 0) {
    const text = `The machine was suspended for ${suspendedS.toFixed(1)} s, which no figure covers.`
    notes.push(note('suspended', text))
  }
  if (state.cpuFallback) {
    const text = '/proc/stat cannot be read: CPU time comes from Node.js, without stolen time.'
    notes.push(note('no-proc', text))
  }
  if (state.group) {
    const text =
      'The work runs under a CPU limit: its own CPU time relative to that limit was measured, not the whole machine.'
    notes.push(note('cgroup-slice', text))
  }
  if (state.sharedScope && !isCommandOnly) notes.push(note(state.sharedScope, SHARED_SCOPES[state.sharedScope]))
  if (limitChanged) {
    const text = 'The CPU limit was changed during the measurement: the larger one counts as the machine.'
    notes.push(note('cpu-limit-changed', text))
  }
  if (work.steal >= MUCH_STEAL_PERCENT) {
    const text = `The hypervisor gave ${work.steal.toFixed(0)} % of the processors' time to others.`
    notes.push(note('cpu-steal', text))
  }
  return notes
}

function meterNotes({ state, file, metered }: Evidence): Note[] {
  const notes: Note[] = []
  if (state.raplDenied) {
    const text =
      'The processor has energy meters (RAPL) that this user may not read, so its power is modelled. To measure it, let the runner read /sys/class/powercap/*/energy_uj.'
    notes.push(note('rapl-denied', text))
  }
  if (metered.lost || state.raplIncomplete === true) {
    const why = metered.lost
      ? 'could not be read at both ends, did not change or was reset, and'
      : 'has no reading for every socket of the machine, so it'
    notes.push(note('meter-lost', `An energy meter ${why} was left out.`))
  }
  if (metered.hostWatts !== null) {
    const text = `The energy meters of this virtual machine read ${metered.hostWatts.toFixed(0)} W, which only its host can draw: its power is modelled.`
    notes.push(note('meter-of-host', text))
  }
  if (isTooMuchRejected(metered.rejected, file)) {
    const text = `${metered.rejected} readings of the energy meters in the samples are impossible and were left out.`
    notes.push(note('samples-disagree', text))
  }
  if (metered.ambiguous > 0) {
    const text =
      'An energy meter may have wrapped around while there were no samples; the number of wraps nearest to the model was used.'
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

function gpuNotes(evidence: Evidence): Note[] {
  const { file, gpus } = evidence
  const notes = new Map<string, Note>()
  const covered = gpuCoverage(evidence)
  if (covered < 1) {
    const text = `The energy of the GPU is known only from samples, and they cover ${(100 * covered).toFixed(0)} % of the time.`
    notes.set('gpu-not-covered', note('gpu-not-covered', text))
  }
  for (const { code, detail } of file.notes) {
    notes.set(code, note(code, `${detail} ${TOOL_NOTES[code]}`.trim()))
  }
  if (evidence.state.hasGpu && covered === 1 && file.gpuNames.size === 0 && file.notes.length === 0) {
    const text = 'There is a GPU, or a tool that reads one, without a reading before the job ended: it is not counted.'
    notes.set('gpu-not-read', note('gpu-not-read', text))
  }
  // In the samples but without energy: it reports none, and its type is in no table or has no fixed power limit.
  const uncounted = [...file.gpuNames.values()].filter((device) => !gpus.some(({ name }) => name === device))
  if (uncounted.length > 0 && file.samples.length > 0) {
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
      const text = `${use.name} does not report its power: it is estimated from its type and utilisation.`
      notes.set('gpu-estimated', note('gpu-estimated', text))
    } else if (uncoveredS > Math.max(MUCH_UNCOVERED.share * seconds, MUCH_UNCOVERED.seconds)) {
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
