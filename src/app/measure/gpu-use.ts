import { type Range, makeRange, relativeRange, scaleRange } from '../../core/range.ts'
import { POWER_RANGES } from '../../data/power-ranges.ts'
import { findGpuShare } from '../../data/gpu-share.ts'
import type { GpuUse } from './measurement.ts'
import type { GpuCell, GpuName, SampleRow } from '../../sensors/sample-reader.ts'

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
  /** Energy up to each sample row, J, for the timeline; null when it is modelled. */
  readonly joulesAt: readonly number[] | null
  readonly name: GpuName
  /** Time of the device without readings, s. */
  readonly uncoveredS: number
  /** Time of the measurement without readings, s, apart from the start of the tool and one period at the end. */
  readonly missingS: number
  readonly seconds: number
}

/** Utilisation below this is idle, percent. */
const IDLE_PERCENT = 5
/**
 * A device first seen within this time counts from the start, and one last seen within it to the end, ms: tools need time to start.
 */
const NEAR_MS = 30_000
/** Board meters of GPUs against a power meter: within 5 % of the sensor's own specification (Yang et al.: Part-time Power Measurements, 2023). */
const METER_ERROR = 0.05
/** Delay of a tool after which its device counts as lost (sensors/gpu-meter), s. */
const LATE_S = 15

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
    const seen = rows.flatMap((row) => {
      const cell = row.gpus.find((gpu) => gpu.number === number)
      return cell ? [{ t: row.t, cell }] : []
    })
    return energyOf({ name, number, seen }, rows, span, gpuWatts) ?? []
  })
}

/** A device whose line is missing from the file. */
const UNNAMED: GpuName = { name: 'GPU', partitioned: false, maker: '', periodS: 1, hasFailed: false, slices: [] }

interface Seen {
  readonly t: number
  readonly cell: GpuCell
}

function energyOf(
  { name, number, seen }: { readonly name: GpuName; readonly number: number; readonly seen: readonly Seen[] },
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
  const { joulesAt, joules, coveredS } = accumulate(rows, number)
  const deviceName = nameOfDevice(name)
  const utilization = mean(seen.flatMap(({ cell }) => cell.utilization ?? []))
  // A job may end before the second reading. The one reading is then better than the board's type.
  const readings = seen.filter(({ cell }) => cell.watts !== null || cell.coveredS > 0)
  const meanWatts = coveredS > 0 ? joules / coveredS : mean(seen.flatMap(({ cell }) => cell.watts ?? []))
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
    joulesAt: coveredS > 0 && watts.value === meanWatts ? joulesAt : null,
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

/** Time that a tool may take to its first reading, s: nvidia-smi without persistence mode initialises every board first. */
const START_S = 10

/** Time without readings that the start of a tool and its period do not explain, s. */
function missingSeconds(
  readings: readonly Seen[],
  span: { readonly fromMs: number; readonly toMs: number },
  coveredS: number,
  periodS: number,
): number {
  const first = readings[0]
  const totalS = (span.toMs - span.fromMs) / 1000
  if (!first) return totalS
  const startS = Math.min(START_S, Math.max(0, first.t - span.fromMs) / 1000)
  return Math.max(0, totalS - coveredS - startS - 2.5 * periodS)
}

/** Energy from row to row; an impossible step adds nothing. */
function accumulate(
  rows: readonly SampleRow[],
  number: number,
): { joulesAt: number[]; joules: number; coveredS: number } {
  let before: Seen | null = null
  let joules = 0
  let coveredS = 0
  const joulesAt: number[] = []
  for (const { t, gpus } of rows) {
    const cell = gpus.find((gpu) => gpu.number === number)
    if (cell) {
      const step = cell.joules - (before?.cell.joules ?? 0)
      const seconds = cell.coveredS - (before?.cell.coveredS ?? 0)
      const elapsedS: number = before ? (t - before.t) / 1000 : 0
      // Readings follow the tool's clock, rows follow ours: a row may include time of the tool from before the previous row.
      if (seconds >= 0 && step >= 0 && step <= seconds * POWER_RANGES.gpu.to && seconds <= elapsedS + LATE_S) {
        joules += step
        coveredS += seconds
        before = { t, cell }
      }
    }
    joulesAt.push(joules)
  }
  return { joulesAt, joules, coveredS }
}

function usage(seen: readonly Seen[]): Pick<GpuUse, 'meanUtilization' | 'idleShare' | 'idleWatts' | 'busyWatts'> {
  const known = seen.map(({ cell }) => cell).filter((cell) => cell.utilization !== null)
  const idle = known.filter(({ utilization }) => (utilization ?? 0) < IDLE_PERCENT)
  const busy = known.filter(({ utilization }) => (utilization ?? 0) >= IDLE_PERCENT)
  return {
    meanUtilization: mean(known.map(({ utilization }) => utilization ?? 0)),
    idleShare: known.length > 0 ? idle.length / known.length : null,
    idleWatts: mean(idle.flatMap(({ watts }) => watts ?? [])),
    busyWatts: mean(busy.flatMap(({ watts }) => watts ?? [])),
  }
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null
}
