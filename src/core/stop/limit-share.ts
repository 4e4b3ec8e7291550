import type { Metric } from '../units.ts'

/** A budget line that can stop work, with what each Wh of the machine and each second add to it. */
export interface LimitedLine {
  /** The line as it was written. */
  readonly line: string
  readonly metric: Metric
  /** In the metric's base unit: g, Wh or L; above 0. */
  readonly limit: number
  /** Base units for each Wh of the machine, before the PUE. */
  readonly perWh: number
  /** Base units for each second: manufacture of the hardware. */
  readonly perSecond: number
  /** What a day, week or month had used when the work started, and for how long it counts; missing: nothing. */
  readonly before?: UsedBefore
}

/** Use of a calendar span before the work started. */
interface UsedBefore {
  /** In the line's base unit, at least 0. */
  readonly used: number
  /** Time from the start of the work to the end of the span, s: after it another span is judged, which has its own sum. */
  readonly forSeconds: number
}

/** What was used up to a moment. */
export interface UsedSoFar {
  /** Energy of the machine before the PUE, Wh. */
  readonly itWh: number
  /** Time since the start, s. */
  readonly seconds: number
}

/** How much of a line is used. */
export interface LineShare {
  readonly line: LimitedLine
  /** In the line's base unit. */
  readonly used: number
  /** used / limit. */
  readonly share: number
  /**
   * Share of what was left of the limit at the start. It decides the steps of a stop: if 85 % of a month's limit were used
   * before, not every job needs a warning. At 1 the limit is reached. Equal to `share` where nothing was used before.
   */
  readonly progress: number
}

/**
 * The line of which the largest part of what was left is used: the first that will be exceeded. Null without lines.
 * @example largestShare([{ line: '2 Wh', metric: 'energy', limit: 2, perWh: 1, perSecond: 0 }], { itWh: 1, seconds: 60 })?.share // 0.5
 */
export function largestShare(lines: readonly LimitedLine[], { itWh, seconds }: UsedSoFar): LineShare | null {
  let largest: LineShare | null = null
  for (const line of lines) {
    const own = line.perWh * itWh + line.perSecond * seconds
    const before = line.before && seconds < line.before.forSeconds ? line.before.used : 0
    const left = line.limit - before
    const progress = left > 0 ? own / left : 1
    if (!Number.isFinite(progress) || (largest !== null && progress <= largest.progress)) continue
    largest = { line, used: before + own, share: (before + own) / line.limit, progress }
  }
  return largest
}

/**
 * Time until a limit is reached if work goes on as it did on average since the start.
 * @param progress used share of what was left of the limit at the start, at least 0
 * @param seconds time since the start, s
 * @returns s; 0 if it is reached already; null if nothing is used yet
 */
export function secondsToLimit(progress: number, seconds: number): number | null {
  if (progress >= 1) return 0
  return progress > 0 && seconds > 0 ? (seconds * (1 - progress)) / progress : null
}
