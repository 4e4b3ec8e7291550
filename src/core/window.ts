import { positive } from './quantity.ts'
import { type IntensityPoint, orderedCurve } from './time-aligned.ts'

/** A start with the mean intensity over the whole duration from there. */
export interface WindowStart {
  /** Unix time, s. */
  readonly start: number
  readonly meanGPerKwh: number
}

/** Means that differ by less than this (g/kWh) are the same: the earlier start is taken. */
const SAME_G_PER_KWH = 1e-9

/**
 * Mean intensity over `durationS` from each start that may be the best. The mean is a straight line between the moments at which
 * the window's start or its end meets an edge of a step, so its lowest value is at one of them; steps of any length and gaps are
 * fine. Only windows that the curve covers without a gap count.
 * @param from earliest start, Unix time, s
 * @param to latest start, Unix time, s
 * @returns starts in order of time; empty when the curve covers no whole window
 * @throws QuantityError
 */
export function windowStarts(
  points: readonly IntensityPoint[],
  durationS: number,
  from: number,
  to: number,
): readonly WindowStart[] {
  positive('duration, s', durationS)
  return contiguousRuns(orderedCurve(points)).flatMap((run) => startsInRun(run, durationS, from, to))
}

/** The best start: lowest mean, the earliest of equal ones. Null when the curve covers no whole window. */
export function bestStart(starts: readonly WindowStart[]): WindowStart | null {
  return starts.reduce<WindowStart | null>(
    (best, each) => (best === null || each.meanGPerKwh < best.meanGPerKwh - SAME_G_PER_KWH ? each : best),
    null,
  )
}

/** Maximum gap that is ignored, s: APIs that round times to fractions of a second leave such gaps. */
const SLIT_S = 1

/** Splits at gaps. */
function contiguousRuns(curve: readonly IntensityPoint[]): IntensityPoint[][] {
  const runs: IntensityPoint[][] = []
  let end = Number.NaN
  for (const point of curve) {
    if (Math.abs(point.start - end) <= SLIT_S) runs.at(-1)?.push(point)
    else runs.push([point])
    end = point.start + point.durationS
  }
  return runs
}

function startsInRun(run: readonly IntensityPoint[], durationS: number, from: number, to: number): WindowStart[] {
  const first = run[0]
  const last = run.at(-1)
  if (!first || !last) return []
  // Times relative to the run's start keep the digits that a Unix time would eat.
  const origin = first.start
  const edges = [...run.map(({ start }) => start - origin), last.start + last.durationS - origin]
  const end = edges.at(-1) ?? 0
  const earliest = Math.max(0, from - origin)
  const latest = Math.min(end - durationS, to - origin)
  const candidates = new Set([earliest, latest, ...edges, ...edges.map((edge) => edge - durationS)])
  return [...candidates]
    .filter((start) => start >= earliest && start <= latest)
    .sort((a, b) => a - b)
    .map((start) => ({ start: start + origin, meanGPerKwh: mean(run, edges, start, durationS) }))
}

/** Each step's own deviation from the first is summed, so that equal figures give exactly their value. */
function mean(run: readonly IntensityPoint[], edges: readonly number[], start: number, durationS: number): number {
  const end = start + durationS
  const base = run.find((_, i) => (edges[i + 1] ?? 0) > start)?.gPerKwh ?? 0
  let sum = 0
  for (const [i, { gPerKwh }] of run.entries()) {
    const overlap = Math.min(end, edges[i + 1] ?? 0) - Math.max(start, edges[i] ?? 0)
    if (overlap > 0) sum += overlap * (gPerKwh - base)
  }
  return base + sum / durationS
}
