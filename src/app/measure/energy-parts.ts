import type { ItEnergy } from '../../core/footprint.ts'
import { wattsOver } from '../../core/measurement/energy.ts'
import { type Parts, partsOf, supplyLoss } from '../../core/measurement/parts.ts'
import type { PowerStretch } from '../../core/measurement/profile.ts'
import { type Method, methodOfSum } from '../../core/method.ts'
import { makeRange, scaleRange, sumRanges } from '../../core/range.ts'
import { containsGpus, gpuWattsOver, isSocket, withSockets, withoutGpus } from './gpu-in-meters.ts'
import type { GpuEnergy } from './gpu-use.ts'
import type { Meter } from './measurement.ts'
import { type PartsBasis, expectedOf, shareOfMachine, shareOfSlice } from './meter-share.ts'
import type { Metered } from './metered.ts'
import { ownMeters, readMeters } from './meters.ts'

const J_PER_WH = 3600

export interface EnergyParts {
  readonly it: ItEnergy
  readonly method: Method
  readonly watts: readonly PowerStretch[]
  readonly meters: readonly Meter[]
  readonly metered: Metered
}

/** Energy of every stretch, by meters if present and else by the model, and their sum. */
export function energyParts(given: PartsBasis): EnergyParts {
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

function times(joules: number | undefined, share: number): number | null {
  return joules === undefined ? null : joules * share
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
