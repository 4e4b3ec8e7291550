import { type Range, makeRange, relativeRange, scaleRange } from '../../core/range.ts'
import { isPossibleGpuPower } from '../../data/gpu-watts.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import type { GpuUse } from './measurement.ts'
import type { GpuName, SampleRow } from '../../sensors/sample-lines.ts'
import {
  type EnergyPoint,
  type SeenCell,
  accumulate,
  cellsOf,
  energyCourse,
  mean,
  missingSeconds,
  usage,
} from './gpu-samples.ts'

/** Power of a GPU by its name and utilisation, W; null for an unknown name. */
export type GpuWatts = (name: string, utilization: number) => Range | null

/** One GPU over the whole measurement. */
export interface GpuEnergy {
  readonly use: GpuUse
  readonly wh: Range
  /** Mean power, W, and the time in which the device was present, monotonic ms. */
  readonly watts: number
  readonly fromMs: number
  readonly toMs: number
  /** Energy over time, for the timeline; empty when it is modelled or known from one reading. */
  readonly course: readonly EnergyPoint[]
  readonly name: GpuName
  /** Time of the device without readings, s. */
  readonly uncoveredS: number
  /** Time of the measurement without readings, s, apart from the start of the tool and one period at the end. */
  readonly missingS: number
  readonly seconds: number
}

/**
 * A device first seen within this time counts from the start, and one last seen within it to the end, ms: tools need time to start.
 */
const NEAR_MS = 30_000
/** Board meters of GPUs against a power meter: within 5 % of the sensor's own specification (Yang et al.: Part-time Power Measurements, 2023). */
const METER_ERROR = 0.05

/** Adds up every GPU in the samples. Their energy is known from samples alone, so time without samples is filled with the mean. */
export function gpuEnergies(
  rows: readonly SampleRow[],
  names: ReadonlyMap<number, GpuName>,
  span: { readonly fromMs: number; readonly toMs: number },
  gpuWatts: GpuWatts,
): GpuEnergy[] {
  const numbers = [...new Set(rows.flatMap(({ gpus }) => gpus.map(({ number }) => number)))].sort((a, b) => a - b)
  return numbers.flatMap((number) => {
    const name = names.get(number) ?? UNNAMED
    return energyOf({ name, seen: cellsOf(rows, number) }, rows, span, gpuWatts) ?? []
  })
}

/** A device whose line is missing from the file. */
const UNNAMED: GpuName = { name: 'GPU', partitioned: false, maker: '', periodS: 1, hasFailed: false, slices: [] }

function energyOf(
  { name, seen }: { readonly name: GpuName; readonly seen: readonly SeenCell[] },
  rows: readonly SampleRow[],
  span: { readonly fromMs: number; readonly toMs: number },
  gpuWatts: GpuWatts,
): GpuEnergy | null {
  const [first, last] = [seen[0], seen.at(-1)]
  const lastRow = rows.at(-1)
  if (!first || !last || !lastRow) return null
  const fromMs = first.t - span.fromMs < NEAR_MS ? span.fromMs : first.t
  // A device whose samples end early is assumed to continue as before.
  const toMs = lastRow.t - last.t < NEAR_MS ? span.toMs : last.t
  const seconds = Math.max(0, toMs - fromMs) / 1000
  const added = accumulate(seen)
  const { joules, coveredS } = added
  const deviceName = nameOfDevice(name)
  const utilization = mean(seen.flatMap(({ cell }) => cell.utilization ?? []))
  // A job may end before the second reading. The one reading is then better than the board's type.
  const readings = seen.filter(({ cell }) => cell.watts !== null || cell.coveredS > 0)
  const shownWatts = coveredS > 0 ? joules / coveredS : mean(seen.flatMap(({ cell }) => cell.watts ?? []))
  const meanWatts = shownWatts !== null && isPossibleGpuPower(deviceName, shownWatts) ? shownWatts : null
  const measured = meanWatts !== null
  const modelled = measured ? null : gpuWatts(deviceName, utilization ?? 50)
  const watts = modelled ?? (meanWatts === null ? null : ownPart(deviceName, relativeRange(meanWatts, METER_ERROR)))
  if (watts === null) return null
  // A device that was seen only once covers no time.
  const uncovered = measured && seconds > 0 ? Math.max(0, 1 - coveredS / seconds) : 1
  // Time without readings may have been idle, or twice as busy. A model's range includes that already.
  const doubt = measured ? uncovered : 0
  const wh = scaleRange(makeRange(watts.value, watts.low * (1 - doubt), watts.high * (1 + doubt)), seconds / 3600)
  const use = { name: deviceName, wh: wh.value, method: measured ? 'measured' : 'modelled', ...usage(seen) } as const
  return {
    use,
    wh,
    watts: watts.value,
    fromMs,
    toMs,
    course:
      coveredS > 0 && meanWatts !== null && meanWatts > 0
        ? energyCourse(added, watts.value, watts.value / meanWatts)
        : [],
    name,
    uncoveredS: uncovered * seconds,
    missingS: measured ? missingSeconds(readings, span, coveredS, name.periodS) : 0,
    seconds,
  }
}

/** The name with the job's MIG devices, unless they are the whole board. */
function nameOfDevice({ name, slices }: GpuName): string {
  const sliced = `${name} ${slices.map((profile) => `MIG ${profile}`).join(' + ')}`
  const part = slices.length > 0 ? findGpuShare(sliced) : null
  return part && part.share < 1 ? sliced : name
}

/** The slice's part of a board's power. A device of a board with several reports only its own. */
function ownPart(name: string, board: Range): Range {
  const part = findGpuShare(name)
  if (!part || part.share === 1 / part.gpu.devices) return board
  const ofDevice = part.share * part.gpu.devices
  return makeRange(board.value * ofDevice, board.low * ofDevice, board.high)
}
