import { MeasurementError } from '../../core/errors.ts'
import { elapsed } from '../../core/measurement/elapsed.ts'
import { profileOf } from '../../core/measurement/profile.ts'
import { gpuWatts } from '../../data/gpu-watts.ts'
import { readCounters } from '../../sensors/counters.ts'
import { type MachineFacts, readMachine } from '../../sensors/machine.ts'
import type { Sample } from '../../sensors/wire-format.ts'
import { energyParts } from './energy-parts.ts'
import { gpusOver } from './gpu-use.ts'
import type { Measurement, PowerOf } from './measurement.ts'
import { notesOf } from './notes.ts'
import { type SamplerFate, findUncountedGpus, gpuCoverage } from './evidence.ts'
import { readSampleFile, removeSampleFile } from './sample-file.ts'
import { type SampleFile, parseSamples } from '../../sensors/sample-reader.ts'
import type { MeasurementState } from './state.ts'
import { stopSampler } from './stop.ts'
import { commandWork, workOver } from './cpu-work.ts'

/** The sampler's last line comes after the counters by no more than this, ms: it is given half a second to end. */
const LAST_LINE_MS = 1000

const MIB_PER_GIB = 1024

export interface FinishOptions {
  readonly powerOf: PowerOf
  /** CPU time of one command, ms: counts only it, with all of the machine's idle power. Null or missing: all work. */
  readonly commandMs?: number | null
}

/**
 * Ends a measurement: reads the counters, ends the sampler, joins its samples with the counters.
 * @throws MeasurementError when there is no figure to be had: neither samples nor counters, a machine started anew
 */
export async function finishMeasurement(state: MeasurementState, options: FinishOptions): Promise<Measurement> {
  // Counters first: what comes now is no part of the job.
  const { counters } = readCounters(state.root, state.group, state.zones)
  const ran = state.sampler ? await stopSampler(state.sampler) : false
  const read = state.sampler ? readSampleFile(state.sampler) : null
  if (state.sampler) removeSampleFile(state.sampler)
  const fate: SamplerFate = { file: read?.fate ?? 'never', ran }
  return measurementOf(state, counters, read?.file ?? parseSamples(''), fate, options)
}

/** The measurement so far; the sampler goes on. @throws MeasurementError as at the end */
export async function reportSoFar(state: MeasurementState, options: FinishOptions): Promise<Measurement> {
  const { counters } = readCounters(state.root, state.group, state.zones)
  const read = state.sampler ? readSampleFile(state.sampler) : null
  const fate: SamplerFate = { file: read?.fate ?? 'never', ran: read !== null }
  return measurementOf(state, counters, read?.file ?? parseSamples(''), fate, options)
}

async function measurementOf(
  state: MeasurementState,
  end: MeasurementState['start'],
  file: SampleFile,
  fate: SamplerFate,
  { powerOf, commandMs = null }: FinishOptions,
): Promise<Measurement> {
  const { start } = state
  const time = elapsed(start.at, end.at)
  if (!time) throw new MeasurementError('the machine was started anew during the measurement', 'clock')
  const found = readMachine(state.root)
  const machine = asStarted(found, state)
  const power = await powerOf(machine)
  // The sampler may have written another line or two while the counters were read.
  const rows = file.samples.filter(({ t }) => t <= end.at.monotonicMs)
  const machineWork = workOver(start, rows, end, machine, state.zones.length > 0)
  const work = commandMs === null ? machineWork : commandWork(machineWork, commandMs, machine.slice.vcpus)
  // A GPU's last reading may stand in the line that the sampler wrote when it was told to end.
  const gpuRows = file.samples.filter(({ t }) => t <= end.at.monotonicMs + LAST_LINE_MS)
  const gpus = gpusOver(gpuRows, file.gpuNames, machineWork, gpuWatts)
  const parts = energyParts({ state, rows, end, work, machineWork, machine, power, gpus })
  const durationS = time.runningS + time.suspendedS
  const limitChanged =
    found.slice.scope !== machine.slice.scope || found.slice.vcpus !== (state.group?.cpuLimit ?? found.vcpus)
  const told = {
    state,
    limitChanged,
    file,
    fate,
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
    coverage: Math.min(1, (work.toMs - work.fromMs) / 1000 / durationS, gpuCoverage(told)),
    scope: commandMs === null ? machine.slice.scope : 'command',
    machine,
    memoryPeak: memoryPeak(rows, machine),
    timeline: parts.watts.map(({ fromS, toS, watts }, index) => ({
      startMs: offsetMs + fromS * 1000,
      endMs: offsetMs + toS * 1000,
      watts,
      utilization: work.stretches[index]?.utilization ?? 0,
    })),
    profile: profileOf(parts.watts),
    gpus: gpus.map(({ use }) => use),
    uncountedGpus: findUncountedGpus(told),
    meters: parts.meters,
    topProcesses: file.top
      .map(([name, cpuMs]) => ({ name, cpuS: cpuMs / 1000 }))
      .sort((a, b) => b.cpuS - a.cpuS)
      .slice(0, 10),
    notes: [...notesOf(told), ...power.notes],
  }
}

/**
 * The machine with the slice that was counted. Who sets a limit on the CPU, lifts or moves it meanwhile changes what there is
 * to be used, not whose time is counted; of two limits the larger holds all the work.
 */
function asStarted(machine: MachineFacts, { group }: MeasurementState): MachineFacts {
  const { slice, vcpus } = machine
  if (!group) return { ...machine, slice: { ...slice, scope: 'machine', vcpus } }
  return { ...machine, slice: { ...slice, scope: 'cgroup', vcpus: Math.max(slice.vcpus, group.cpuLimit ?? 0) } }
}

function memoryPeak(rows: readonly Sample[], { slice, memoryGb }: MachineFacts): number | null {
  // The readings are of the whole machine: they say nothing of a group's part in it.
  if (slice.scope === 'cgroup' || !(memoryGb > 0)) return null
  const most = rows.reduce<number | null>(
    (peak, { memoryMb }) => (memoryMb === null ? peak : Math.max(peak ?? 0, memoryMb)),
    null,
  )
  return most === null ? null : Math.min(1, most / MIB_PER_GIB / memoryGb)
}
