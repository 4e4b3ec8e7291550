import type { ItEnergy } from '../../core/footprint.ts'
import { wattsOver } from '../../core/measurement/energy.ts'
import { type Parts, REST_SHARE, partsOf, supplyLoss } from '../../core/measurement/parts.ts'
import type { PowerStretch } from '../../core/measurement/profile.ts'
import { type Method, methodOfSum } from '../../core/method.ts'
import { makeRange, scaleRange, sumRanges } from '../../core/range.ts'
import type { Counters } from '../../sensors/counters.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import type { GpuEnergy } from './gpu-use.ts'
import type { SlicePower } from '../power/machine-power.ts'
import type { Meter } from './measurement.ts'
import { type Expected, type Metered, readMeters, ownMeters } from './meters.ts'
import type { SampleRow } from '../../sensors/sample-reader.ts'
import type { MeasurementState } from './state.ts'
import type { CpuWork } from './cpu-work.ts'

const J_PER_WH = 3600

export interface EnergyParts {
  readonly it: ItEnergy
  readonly method: Method
  readonly watts: readonly PowerStretch[]
  readonly meters: readonly Meter[]
  readonly metered: Metered
}

/** Energy of every stretch, by meters if present and else by the model, and their sum. */
export function energyParts(given: {
  readonly state: MeasurementState
  readonly rows: readonly SampleRow[]
  readonly end: Counters
  readonly work: CpuWork
  /** All work on the slice, if `work` is that of a command only. Default: `work`. */
  readonly machineWork?: CpuWork
  readonly machine: MachineFacts
  readonly power: SlicePower
  readonly gpus: readonly GpuEnergy[]
}): EnergyParts {
  const { state, rows, end, work, machine, power } = given
  const sliceShare = shareOfMachine(given)
  const share = sliceShare * shareOfSlice(given)
  const read = readMeters(state, rows, end, work.stretches, expectedOf(given, sliceShare))
  const own = ownMeters(read, work.stretches.at(-1)?.toS ?? 0, machine)
  const sockets = share === 1 ? given.gpus.filter((gpu) => isSocket(gpu, machine)) : []
  const gpus = given.gpus.filter((gpu) => !sockets.includes(gpu))
  const all = withSockets(own, sockets, work)
  const gpuJ = work.stretches.map(
    (stretch, index) =>
      gpus.reduce((watts, gpu) => watts + gpuWattsOver(gpu, index, work), 0) * (stretch.toS - stretch.fromS),
  )
  const areGpusInside = containsGpus(all, gpuJ)
  const meters = areGpusInside ? { ...all, wholeJ: withoutGpus(all.wholeJ, gpuJ) } : all
  const stretches = work.stretches.map((stretch, index): PowerStretch & { parts: Parts; gpuWatts: number } => {
    const seconds = stretch.toS - stretch.fromS
    const modelled = scaleRange(
      wattsOver(stretch, (utilization) => power.wattsAt(utilization)),
      seconds,
    )
    const parts = partsOf(
      modelled,
      power.memoryWatts * seconds,
      {
        whole: times(meters.wholeJ?.[index], share),
        package: times(meters.packageJ?.[index], share),
        memory: times(meters.memoryJ?.[index], share),
      },
      meters.ambiguous > 0,
    )
    const gpuWatts = seconds > 0 ? (gpuJ[index] ?? 0) / seconds : 0
    const watts = seconds > 0 ? parts.total.value / seconds + gpuWatts : 0
    return { fromS: stretch.fromS, toS: stretch.toS, watts, parts, gpuWatts }
  })
  const partsList = stretches.map(({ parts }) => parts)
  const wh = (joulesOf: (parts: Parts) => number): number =>
    partsList.reduce((joules, parts) => joules + joulesOf(parts), 0) / J_PER_WH
  const [cpuWh, memoryWh, restWh] = [wh(({ cpu }) => cpu), wh(({ memory }) => memory), wh(({ other }) => other)]
  const gpuWh = gpus.reduce((energy, gpu) => energy + gpu.wh.value, 0)
  const machineWh = scaleRange(sumRanges(partsList.map(({ total }) => total)), 1 / J_PER_WH)
  // The power supply also loses a share of what GPUs draw, if both are measured behind it.
  const lossWh = areGpusInside ? supplyLoss(gpuWh) : makeRange(0, 0, 0)
  const otherWh = restWh + lossWh.value
  // A meter does not know which process worked: a command's part of its reading comes from the model.
  const isAttributed = given.machineWork !== undefined && given.work !== given.machineWork
  const isMetered = !isAttributed && (meters.wholeJ !== null || meters.packageJ !== null)
  const isMemoryMetered = !isAttributed && (meters.wholeJ !== null || meters.memoryJ !== null)
  const method = methodOfSum([
    // A figure derived from a meter by a factor counts as measured; its range includes the factor's uncertainty.
    { method: isMetered ? 'measured' : power.method, wh: cpuWh + otherWh },
    { method: isMemoryMetered ? 'measured' : power.method, wh: memoryWh },
    ...gpus.map(({ use }) => ({ method: use.method, wh: use.wh })),
  ])
  return {
    it: { it: sumRanges([machineWh, lossWh, ...gpus.map((gpu) => gpu.wh)]), cpuWh, memoryWh, gpuWh, otherWh },
    method: method ?? power.method,
    watts: stretches.map(({ fromS, toS, watts }) => ({ fromS, toS, watts })),
    meters: metersOf(all, share, gpus),
    metered: all,
  }
}

/** Whether the power of a GPU is that of a socket with processors and memory: AMD's tools report it so on MI300A. */
function isSocket({ use, name }: GpuEnergy, { cpuName }: MachineFacts): boolean {
  return name.maker === 'AMD' && use.method === 'measured' && /\bMI300A\b/i.test(`${use.name} ${cpuName ?? ''}`)
}

/** Takes the readings of sockets as the meter of the processors, in place of one that sees only a part of them. */
function withSockets(meters: Metered, sockets: readonly GpuEnergy[], work: CpuWork): Metered {
  if (sockets.length === 0) return meters
  const packageJ = work.stretches.map(({ fromS, toS }, index) =>
    sockets.reduce((joules, gpu) => joules + gpuWattsOver(gpu, index, work) * (toS - fromS), 0),
  )
  return { ...meters, packageJ, names: { ...meters.names, package: 'gpu' } }
}

/** A meter of the whole machine that reads less than this share of its known parts does not contain the GPUs. */
const CONTAINS_SHARE = 0.95

/** Whether the meter of the whole machine also reads the GPUs: a battery always does, a platform's meter on some boards. */
function containsGpus({ wholeJ, packageJ, memoryJ, names }: Metered, gpuJ: readonly number[]): boolean {
  if (wholeJ === null) return false
  const sumOf = (joules: readonly number[] | null): number => (joules ?? []).reduce((total, each) => total + each, 0)
  const parts = sumOf(packageJ) + sumOf(memoryJ) + sumOf(gpuJ)
  return names.whole === 'battery' || sumOf(wholeJ) >= CONTAINS_SHARE * parts
}

function withoutGpus(wholeJ: readonly number[] | null, gpuJ: readonly number[]): number[] | null {
  return wholeJ && wholeJ.map((joules, index) => Math.max(0, joules - (gpuJ[index] ?? 0)))
}

/** Power that the model expects of the whole machine's parts, by all work on the slice. */
function expectedOf(
  { work, machineWork = work, power }: Pick<Parameters<typeof energyParts>[0], 'work' | 'machineWork' | 'power'>,
  sliceShare: number,
): Expected {
  const psys = power.wattsAt(machineWork.utilization).value / sliceShare
  const dram = power.memoryWatts / sliceShare
  return { psys, dram, package: Math.max(psys / (1 + REST_SHARE.value) - dram, psys / 2) }
}

/**
 * The slice's share of what meters of the whole machine read. A control group gets the share that the model gives it: its
 * processors at their load relative to all processors at theirs, with the idle power divided by processors.
 */
function shareOfMachine({
  state,
  end,
  work,
  machineWork = work,
  machine,
  power,
}: Parameters<typeof energyParts>[0]): number {
  if (machine.slice.scope === 'machine') return 1
  const [from, to] = [state.start.cpu, end.cpu]
  const capacity = from && to ? to.totalMs - from.totalMs : 0
  const load = from && to && capacity > 0 ? (100 * (to.busyMs - from.busyMs)) / capacity : machineWork.utilization
  const all = power.wattsAt(Math.min(100, Math.max(0, load))).value * machine.vcpus
  const own = power.wattsAt(machineWork.utilization).value * machine.slice.vcpus
  return all > 0 ? Math.min(1, own / all) : machine.slice.vcpus / machine.vcpus
}

/** A command's share of what the slice draws, by the model: its own work and all of the idle power. */
function shareOfSlice({ work, machineWork = work, power }: Parameters<typeof energyParts>[0]): number {
  if (work === machineWork) return 1
  const all = power.wattsAt(machineWork.utilization).value
  return all > 0 ? Math.min(1, power.wattsAt(work.utilization).value / all) : 1
}

function times(joules: number | undefined, share: number): number | null {
  return joules === undefined ? null : joules * share
}

/** Mean power of a GPU over a stretch: its own readings if present, else its mean while it was present. */
function gpuWattsOver(gpu: GpuEnergy, index: number, { stretches, fromMs }: CpuWork): number {
  const { fromS = 0, toS = 0, sample = null } = stretches[index] ?? {}
  if (!(toS > fromS)) return 0
  const before = index > 0 ? (stretches[index - 1]?.sample ?? null) : null
  if (gpu.joulesAt && sample !== null && before !== null) {
    const joules = (gpu.joulesAt[sample] ?? 0) - (gpu.joulesAt[before] ?? 0)
    if (joules > 0) return joules / (toS - fromS)
  }
  const present = Math.min(fromMs + toS * 1000, gpu.toMs) - Math.max(fromMs + fromS * 1000, gpu.fromMs)
  return present > 0 ? (gpu.watts * present) / 1000 / (toS - fromS) : 0
}

function metersOf(meters: Metered, share: number, gpus: readonly GpuEnergy[]): Meter[] {
  const total = (joules: readonly number[]): number => (joules.reduce((a, b) => a + b, 0) * share) / J_PER_WH
  const list: Meter[] = []
  if (meters.wholeJ) list.push({ name: meters.names.whole, covers: 'the whole machine', wh: total(meters.wholeJ) })
  if (meters.packageJ) list.push({ name: meters.names.package, covers: 'processors', wh: total(meters.packageJ) })
  if (meters.memoryJ) list.push({ name: 'rapl-dram', covers: 'memory', wh: total(meters.memoryJ) })
  const measured = gpus.filter(({ use }) => use.method === 'measured')
  if (measured.length > 0) {
    list.push({ name: 'gpu', covers: 'GPU boards', wh: measured.reduce((wh, { use }) => wh + use.wh, 0) })
  }
  return list
}
