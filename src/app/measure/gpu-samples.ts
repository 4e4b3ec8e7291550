import { POWER_RANGES } from '../../data/power-ranges.ts'
import type { GpuCell, SampleRow } from '../../sensors/sample-lines.ts'
import type { GpuUse } from './measurement.ts'

/** What a sample says of a GPU. */
export interface SeenCell {
  readonly t: number
  readonly cell: GpuCell
}

/** Utilisation below this is idle, percent. */
const IDLE_PERCENT = 5
/** Delay of a tool after which its device counts as lost (sensors/gpu-meter), s. */
const LATE_S = 15

/** The samples that a device is in. */
export function cellsOf(rows: readonly SampleRow[], number: number): SeenCell[] {
  return rows.flatMap((row) => {
    const cell = row.gpus.find((gpu) => gpu.number === number)
    return cell ? [{ t: row.t, cell }] : []
  })
}

/** Time that a tool may take to its first reading, s: nvidia-smi without persistence mode initialises every board first. */
const START_S = 10

/** Time without readings that the start of a tool and its period do not explain, s. */
export function missingSeconds(
  readings: readonly SeenCell[],
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

/** Energy of a GPU from the start of its readings up to a moment, monotonic ms. */
export interface EnergyPoint {
  readonly t: number
  readonly joules: number
}

/** Sum over the cells of a GPU in the sample file. */
interface Accumulated {
  readonly joules: number
  /** Time that the energy covers, s. */
  readonly coveredS: number
  /** The energy at the start of the first reading and at each moment at which it grew. Empty without readings. */
  readonly steps: readonly (EnergyPoint & { readonly coveredS: number })[]
}

/** Adds up the energy from row to row; an impossible step adds nothing. */
export function accumulate(seen: readonly SeenCell[]): Accumulated {
  let before: SeenCell | null = null
  let joules = 0
  let coveredS = 0
  const steps: (EnergyPoint & { coveredS: number })[] = []
  for (const { t, cell } of seen) {
    const step = cell.joules - (before?.cell.joules ?? 0)
    const seconds = cell.coveredS - (before?.cell.coveredS ?? 0)
    const elapsedS: number = before ? (t - before.t) / 1000 : 0
    // Readings follow the tool's clock, rows follow ours: a row may include time of the tool from before the previous row.
    if (seconds >= 0 && step >= 0 && step <= seconds * POWER_RANGES.gpu.to && seconds <= elapsedS + LATE_S) {
      if (seconds > 0 && steps.length === 0) steps.push({ t: t - seconds * 1000, joules: 0, coveredS: 0 })
      joules += step
      coveredS += seconds
      if (seconds > 0) steps.push({ t, joules, coveredS })
      before = { t, cell }
    }
  }
  return { joules, coveredS, steps }
}

/**
 * The energy over time by the readings, which may come more rarely than samples. Time without readings has the mean power.
 * @param watts mean power of the device's own part, W
 * @param share of what the readings count that is this part
 */
export function energyCourse({ steps }: Accumulated, watts: number, share: number): EnergyPoint[] {
  const first = steps[0]
  if (!first) return []
  let joules = 0
  return steps.map((step, index) => {
    const before = steps[index - 1] ?? step
    const uncoveredS = (step.t - before.t) / 1000 - (step.coveredS - before.coveredS)
    joules += Math.max(0, (step.joules - before.joules) * share + uncoveredS * watts)
    return { t: step.t, joules }
  })
}

/** Energy up to a moment, J, interpolated. Before the first point it is that of the first, after the last that of the last. */
export function energyAt(course: readonly EnergyPoint[], t: number): number {
  let [low, high] = [0, course.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((course[middle]?.t ?? 0) < t) low = middle + 1
    else high = middle
  }
  const [before, after] = [course[low - 1], course[low]]
  if (!after) return 0
  if (!before || t >= after.t) return after.joules
  return before.joules + ((after.joules - before.joules) * (t - before.t)) / (after.t - before.t)
}

/** How busy a device was, by its samples. */
export function usage(
  seen: readonly SeenCell[],
): Pick<GpuUse, 'meanUtilization' | 'idleShare' | 'idleWatts' | 'busyWatts'> {
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

/** Mean of values; null without any. */
export function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null
}
