import { MeasurementError } from '../../core/errors.ts'
import { elapsed } from '../../core/measurement/elapsed.ts'
import { profileOf } from '../../core/measurement/profile.ts'
import { measuredGpuWatts } from '../../data/gpu-watts.ts'
import { readCounters } from '../../sensors/counters.ts'
import { type MachineFacts, readMachine } from '../../sensors/machine.ts'
import type { Sample } from '../../sensors/wire-format.ts'
import { energyParts } from './energy-parts.ts'
import { gpuEnergies } from './gpu-use.ts'
import type { SlicePower } from '../power/machine-power.ts'
import type { Measurement } from './measurement.ts'
import { measurementNotes } from './notes.ts'
import { type Evidence, type SamplerOutcome, findUncountedGpus, gpuCoverage } from './evidence.ts'
import { readSampleFile, removeSampleFile } from './sample-file.ts'
import { type SampleFile, parseSamples } from '../../sensors/sample-reader.ts'
import { explainEnd } from './sampler-end.ts'
import type { MeasurementState } from './state.ts'
import { stopSampler } from './stop.ts'
import { commandWork, workOver } from './cpu-work.ts'

/** Maximum time from the counters to the sampler's last line, ms: the sampler gets half a second to end. */
const LAST_LINE_MS = 1000

const MIB_PER_GIB = 1024

/** Everything that a measurement has read, from its start to now or to its end. */
export interface Readings {
  readonly state: MeasurementState
  /** The counters at the end. */
  readonly end: MeasurementState['start']
  readonly file: SampleFile
  readonly sampler: SamplerOutcome
  readonly found: MachineFacts
  /** The machine with the slice that was counted: the one whose power is needed. */
  readonly machine: MachineFacts
}

/** Ends a measurement: reads the counters, ends the sampler, reads its samples. */
export async function endMeasurement(state: MeasurementState): Promise<Readings> {
  // Counters first: what runs from here on does not belong to the job.
  const { counters } = readCounters(state.root, state.group, state.zones)
  const ran = state.sampler ? await stopSampler(state.sampler) : false
  const read = state.sampler ? readSampleFile(state.sampler) : null
  const cause = state.sampler && !ran ? explainEnd(state.sampler) : null
  if (state.sampler) removeSampleFile(state.sampler)
  const sampler: SamplerOutcome = { file: read?.state ?? 'never', ran, cause }
  return readingsOf(state, counters, read?.file, sampler)
}

/** Reads the counters and the samples so far; the sampler continues. */
export async function readSoFar(state: MeasurementState): Promise<Readings> {
  const { counters } = readCounters(state.root, state.group, state.zones)
  const read = state.sampler ? readSampleFile(state.sampler) : null
  const sampler: SamplerOutcome = { file: read?.state ?? 'never', ran: read !== null, cause: null }
  return readingsOf(state, counters, read?.file, sampler)
}

function readingsOf(
  state: MeasurementState,
  end: MeasurementState['start'],
  file: SampleFile | undefined,
  sampler: SamplerOutcome,
): Readings {
  const found = readMachine(state.root)
  return { state, end, file: file ?? parseSamples(''), sampler, found, machine: asStarted(found, state) }
}

/**
 * Computes a measurement: joins the samples with the counters.
 * @param power of `machine`, the slice that was counted
 * @param commandMs CPU time of one command, ms: counts only it, with all of the machine's idle power. Null: all work
 * @throws MeasurementError without a figure: neither samples nor counters, or a machine that restarted
 */
export function computeMeasurement(
  { state, end, file, sampler, found, machine }: Readings,
  power: SlicePower,
  commandMs: number | null = null,
): Measurement {
  const { start } = state
  const time = elapsed(start.at, end.at)
  if (!time)
    throw new MeasurementError(
      'the machine restarted during the measurement, so its counters are not comparable: run the job again',
      'clock',
    )
  // The sampler may have written another line or two while the counters were read.
  const rows = file.samples.filter(({ t }) => t <= end.at.monotonicMs)
  const machineWork = workOver(start, rows, end, machine, state.zones.length > 0)
  const work = commandMs === null ? machineWork : commandWork(machineWork, commandMs, machine.slice.vcpus)
  // A GPU's last reading may be in the line that the sampler wrote when it was stopped.
  const gpuRows = file.samples.filter(({ t }) => t <= end.at.monotonicMs + LAST_LINE_MS)
  const gpus = gpuEnergies(gpuRows, file.gpuNames, machineWork, measuredGpuWatts)
  const parts = energyParts({ state, rows, end, work, machineWork, machine, power, gpus })
  const durationS = time.runningS + time.suspendedS
  const limitChanged =
    found.slice.scope !== machine.slice.scope || found.slice.vcpus !== (state.group?.cpuLimit ?? found.vcpus)
  const evidence: Evidence = {
    state,
    limitChanged,
    isCommandOnly: commandMs !== null,
    file,
    sampler,
    work,
    gpus,
    metered: parts.metered,
    suspendedS: time.suspendedS,
    durationS,
  }
  const toDate = (seconds: number): string => new Date(start.at.wallMs + seconds * 1000).toISOString()
  const offsetMs = start.at.wallMs - start.at.monotonicMs + work.fromMs
  return {
    startedAt: toDate(0),
    endedAt: toDate(durationS),
    durationS,
    utilization: work.utilization,
    machineUtilization: machineWork.utilization,
    it: parts.it,
    method: parts.method,
    coverage: Math.min(1, (work.toMs - work.fromMs) / 1000 / durationS, gpuCoverage(evidence)),
    scope: commandMs === null ? machine.slice.scope : 'command',
    machine,
    power: power.machine,
    memoryPeak: memoryPeak(rows, machine),
    timeline: parts.watts.map(({ fromS, toS, watts }, index) => ({
      startMs: offsetMs + fromS * 1000,
      endMs: offsetMs + toS * 1000,
      watts,
      utilization: work.stretches[index]?.utilization ?? 0,
    })),
    profile: profileOf(parts.watts),
    gpus: gpus.map(({ use }) => use),
    uncountedGpus: findUncountedGpus(evidence),
    meters: parts.meters,
    topProcesses: file.top
      .map(([name, cpuMs]) => ({ name, cpuS: cpuMs / 1000 }))
      .sort((a, b) => b.cpuS - a.cpuS)
      .slice(0, 10),
    stops: file.stops.map((stop) => ({ ...stop, atMs: stop.t + start.at.wallMs - start.at.monotonicMs })),
    notes: [...measurementNotes(evidence), ...power.notes],
  }
}

/**
 * The machine with the slice that was counted. A CPU limit that is set or changed during the job changes the capacity, not whose
 * time is counted. Of two limits the larger one is used, because it covers all the work.
 */
function asStarted(machine: MachineFacts, { group }: MeasurementState): MachineFacts {
  const { slice, vcpus } = machine
  if (!group) return { ...machine, slice: { ...slice, scope: 'machine', vcpus } }
  return { ...machine, slice: { ...slice, scope: 'cgroup', vcpus: Math.max(slice.vcpus, group.cpuLimit ?? 0) } }
}

function memoryPeak(rows: readonly Sample[], { slice, memoryGb }: MachineFacts): number | null {
  // The readings are of the whole machine, not of a control group.
  if (slice.scope === 'cgroup' || !(memoryGb > 0)) return null
  const most = rows.reduce<number | null>(
    (peak, { memoryMb }) => (memoryMb === null ? peak : Math.max(peak ?? 0, memoryMb)),
    null,
  )
  return most === null ? null : Math.min(1, most / MIB_PER_GIB / memoryGb)
}
