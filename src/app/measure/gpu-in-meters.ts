import type { MachineFacts } from '../../sensors/machine.ts'
import { LEAST_OF_PARTS } from '../../sensors/meter-limits.ts'
import { METERS, METER_NAMES } from '../../sensors/meter-table.ts'
import type { CpuWork } from './cpu-work.ts'
import { energyAt } from './gpu-samples.ts'
import type { GpuEnergy } from './gpu-use.ts'
import type { Metered } from './metered.ts'

/** Whether the power of a GPU is that of a socket with processors and memory: AMD's tools report it so on MI300A. */
export function isSocket({ use, name }: GpuEnergy, { cpuName }: MachineFacts): boolean {
  return name.maker === 'AMD' && use.method === 'measured' && /\bMI300A\b/i.test(`${use.name} ${cpuName ?? ''}`)
}

/** Takes the readings of sockets as the meter of the processors, in place of one that sees only a part of them. */
export function withSockets(meters: Metered, sockets: readonly GpuEnergy[], work: CpuWork): Metered {
  if (sockets.length === 0) return meters
  const packageJ = work.stretches.map(({ fromS, toS }, index) =>
    sockets.reduce((joules, gpu) => joules + gpuWattsOver(gpu, index, work) * (toS - fromS), 0),
  )
  return { ...meters, packageJ, names: { ...meters.names, package: 'gpu' } }
}

/** Whether the meter of the whole machine reads every GPU, whatever their own readings are. */
export function hasGpusInside({ wholeJ, names }: Pick<Metered, 'wholeJ' | 'names'>): boolean {
  return wholeJ !== null && METER_NAMES.some((name) => name === names.whole && METERS[name].containsGpus)
}

/** Whether the meter of the whole machine also reads the GPUs: a battery always does, a platform's meter on some boards. */
export function containsGpus(metered: Metered, gpuJ: readonly number[]): boolean {
  const { wholeJ, packageJ, memoryJ } = metered
  if (wholeJ === null) return false
  const sumOf = (joules: readonly number[] | null): number => (joules ?? []).reduce((total, each) => total + each, 0)
  const parts = sumOf(packageJ) + sumOf(memoryJ) + sumOf(gpuJ)
  return hasGpusInside(metered) || sumOf(wholeJ) >= LEAST_OF_PARTS * parts
}

export function withoutGpus(wholeJ: readonly number[] | null, gpuJ: readonly number[]): number[] | null {
  return wholeJ && wholeJ.map((joules, index) => Math.max(0, joules - (gpuJ[index] ?? 0)))
}

/** Mean power of a GPU over a stretch: by its own readings where present, else its mean while it was present. */
export function gpuWattsOver(gpu: GpuEnergy, index: number, { stretches, fromMs }: CpuWork): number {
  const { fromS = 0, toS = 0 } = stretches[index] ?? {}
  if (!(toS > fromS)) return 0
  const { course, watts } = gpu
  const from = Math.max(fromMs + fromS * 1000, gpu.fromMs)
  const to = Math.min(fromMs + toS * 1000, gpu.toMs)
  if (!(to > from)) return 0
  const [first = from, last = from] = [course[0]?.t, course.at(-1)?.t]
  const readMs = Math.max(0, Math.min(to, last) - Math.max(from, first))
  const joules = readMs > 0 ? energyAt(course, to) - energyAt(course, from) : 0
  return (joules + (watts * (to - from - readMs)) / 1000) / (toS - fromS)
}
