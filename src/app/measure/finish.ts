import { MeasurementError } from '../../core/errors.ts'
import { elapsed } from '../../core/measurement/elapsed.ts'
import { profileOf } from '../../core/measurement/profile.ts'
import { measuredGpuWatts } from '../../data/gpu-watts.ts'
import { readCounters } from '../../sensors/counters.ts'
import { type MachineFacts, readMachine } from '../../sensors/machine.ts'
import type { Sample } from '../../sensors/wire-format.ts'
import { energyParts } from './energy-parts.ts'
import { gpuEnergies } from './gpu-use.ts'
import type { Measurement, PowerOf } from './measurement.ts'
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

export interface FinishOptions {
  /** Gets the machine's facts and returns the power curve of its slice that the job may use. */
  readonly powerOf: PowerOf
  /** CPU time of one command, ms: counts only it, with all of the machine's idle power. Null or missing: all work. */
  readonly commandMs?: number | null
}

/**
 * Ends a measurement: reads the counters, ends the sampler, joins its samples with the counters.
 * @throws MeasurementError without a figure: neither samples nor counters, or a machine that restarted
 */
export async function finishMeasurement(state: MeasurementState, options: FinishOptions): Promise<Measurement> {
  // Counters first: what runs from here on does not belong to the job.
  const { counters } = readCounters(state.root, state.group, state.zones)
  const ran = state.sampler ? await stopSampler(state.sampler) : false
  const read = state.sampler ? readSampleFile(state.sampler) : null
  const cause = state.sampler && !ran ? explainEnd(state.sampler) : null
  if (state.sampler) removeSampleFile(state.sampler)
  const sampler: SamplerOutcome = { file: read?.state ?? 'never', ran, cause }
  return measurementOf(state, counters, read?.file ?? parseSamples(''), sampler, options)
}

/** Computes the measurement so far; the sampler continues. @throws MeasurementError as finishMeasurement */
export async function reportSoFar(state: MeasurementState, options: FinishOptions): Promise<Measurement> {
  const { counters } = readCounters(state.root, state.group, state.zones)
  const read = state.sampler ? readSampleFile(state.sampler) : null
  const sampler: SamplerOutcome = { file: read?.state ?? 'never', ran: read !== null, cause: null }
  return measurementOf(state, counters, read?.file ?? parseSamples(''), sampler, options)
}

async function measurementOf(
  state: MeasurementState,
  end: MeasurementState['start'],
  file: SampleFile,
  sampler: SamplerOutcome,
  { powerOf, commandMs = null }: FinishOptions,
): Promise<Measurement> {
  const { start } = state
  const time = elapsed(start.at, end.at)
  if (!time)
    throw new MeasurementError(
      'the machine restarted during the measurement, so its counters are not comparable: run the job again',
      'clock',
    )
  const found = readMachine(state.root)
  const machine = asStarted(found, state)
  const power = await powerOf(machine)
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
