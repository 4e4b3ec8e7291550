import { counted, printable } from '../../core/text.ts'
import { type Note, note } from '../../core/notes.ts'
import { type Evidence, countRejected, isMuchUncovered, isTooMuchRejected } from './evidence.ts'
import { gpuNotes } from './gpu-notes.ts'

/** Minimum steal time for a note, percent: more than a busy neighbour usually causes. */
const MUCH_STEAL_PERCENT = 5
/** Minimum duration of a job whose missing samples get a note, s: shorter jobs end before the first sample. */
const SHORT_S = 3

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
    const text = `Left out ${counted(rejected, 'sample')} that the counters contradict or that the sampler did not write. ${rest}`
    notes.push(note('samples-disagree', text))
  } else if (file.header === null && file.samples.length > 0) {
    notes.push(note('samples-disagree', `The beginning of the sample file is missing. ${rest}`))
  } else if (state.sampler && file.samples.length === 0 && durationS > SHORT_S) {
    notes.push(note('samples-missing', `The sample file has no samples. ${rest}`))
  } else if (sampler.ran && isMuchUncovered(holeS, durationS)) {
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
      ? 'could not be read at both ends, stopped, was reset or read a power that this machine cannot have, and'
      : 'has no reading for every socket of the machine, so it'
    notes.push(note('meter-lost', `An energy meter ${why} was left out.`))
  }
  if (metered.hostWatts !== null) {
    const text = `The energy meters of this virtual machine read ${metered.hostWatts.toFixed(0)} W, which only its host can draw: its power is modelled.`
    notes.push(note('meter-of-host', text))
  }
  if (isTooMuchRejected(metered.rejected, file)) {
    const text = `Left out ${counted(metered.rejected, 'impossible reading')} of the energy meters in the samples.`
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
