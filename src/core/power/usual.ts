import type { PredictableMachine } from './machine.ts'
import type { MeasuredPoint } from './model.ts'

/** A value with the standard deviation of its base-2 logarithm (of years: of the value). */
interface Usual {
  readonly value: number
  readonly deviation: number
}

/** What measured machines of a CPU, or failing that of its platform, mostly are. Unknown is undefined. */
export interface UsualMachine {
  readonly sockets: number | undefined
  readonly coresPerSocket: number | undefined
  readonly threadsPerCore: number | undefined
  readonly tdpWatts: number | undefined
  readonly mhz: number | undefined
  readonly memoryPerSocketGb: Usual | undefined
  readonly year: Usual | undefined
}

/** Fewer servers than this say nothing about what is usual on a platform. */
const FEW_SERVERS = 3
/** A usual amount of memory is off by a quarter of a doubling at least, a year by a quarter of a year. */
const LEAST_DEVIATION = 0.25

const NOTHING: UsualMachine = {
  sockets: undefined,
  coresPerSocket: undefined,
  threadsPerCore: undefined,
  tdpWatts: undefined,
  mhz: undefined,
  memoryPerSocketGb: undefined,
  year: undefined,
}

/** The value that half of the servers do not exceed. */
const median = (points: readonly MeasuredPoint[], valueOf: (point: MeasuredPoint) => number): number => {
  const sorted = points.toSorted((a, b) => valueOf(a) - valueOf(b))
  let left = points.reduce((sum, point) => sum + point.servers, 0) / 2
  for (const point of sorted) {
    left -= point.servers
    if (left <= 0) return valueOf(point)
  }
  return Number.NaN
}

const usual = (
  points: readonly MeasuredPoint[],
  valueOf: (point: MeasuredPoint) => number,
  distanceBy: 'ratio' | 'difference',
): Usual => {
  const value = median(points, valueOf)
  const distance = (point: MeasuredPoint): number =>
    (distanceBy === 'ratio' ? Math.log2(valueOf(point) / value) : valueOf(point) - value) ** 2
  const servers = points.reduce((sum, point) => sum + point.servers, 0)
  const variance = points.reduce((sum, point) => sum + point.servers * distance(point), 0) / servers
  return { value, deviation: Math.max(Math.sqrt(variance), LEAST_DEVIATION) }
}

const memoryPerSocket = ({ machine }: MeasuredPoint): number => machine.memoryGb / machine.sockets

/** What machines with this CPU usually are, by the measured ones: TDP in W, clock in MHz, memory in GB. */
export const usualMachine = (points: readonly MeasuredPoint[], spec: PredictableMachine): UsualMachine => {
  const { cpuKey, generation } = spec
  if (generation === undefined) return NOTHING
  const ofCpu = cpuKey === undefined ? [] : points.filter((point) => point.machine.cpuKey === cpuKey)
  if (ofCpu.length > 0) {
    return {
      sockets: median(ofCpu, (point) => point.machine.sockets),
      coresPerSocket: median(ofCpu, (point) => point.machine.coresPerSocket),
      threadsPerCore: median(ofCpu, (point) => point.machine.threadsPerCore),
      tdpWatts: median(ofCpu, (point) => point.machine.tdpWatts),
      mhz: median(ofCpu, (point) => point.machine.mhz),
      memoryPerSocketGb: usual(ofCpu, memoryPerSocket, 'ratio'),
      year: usual(ofCpu, (point) => point.machine.year, 'difference'),
    }
  }
  const relatives = points.filter(
    ({ machine }) => machine.generation?.id === generation.id && machine.generation.platform === generation.platform,
  )
  if (relatives.reduce((sum, point) => sum + point.servers, 0) < FEW_SERVERS) return NOTHING
  return {
    ...NOTHING,
    sockets: median(relatives, (point) => point.machine.sockets),
    memoryPerSocketGb: usual(relatives, memoryPerSocket, 'ratio'),
    year: usual(relatives, (point) => point.machine.year, 'difference'),
  }
}
