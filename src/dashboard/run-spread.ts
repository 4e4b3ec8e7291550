import { type Days, addDays, countDays } from '../core/calendar.ts'
import type { History } from './history.ts'

/** Energy of the runs of some days. */
interface Spread {
  /** First day. */
  readonly day: string
  readonly runs: number
  /** Tenth, fiftieth and ninetieth percentile of the energy of one run, Wh. */
  readonly low: number
  readonly median: number
  readonly high: number
}

/** How the energy of a workflow's runs developed. */
export interface WorkflowTrend {
  /** Key of the workflow. */
  readonly workflow: string
  readonly spreads: readonly Spread[]
  /** Runs with a job whose energy is unknown: not part of it. */
  readonly unknown: number
}

/** Longest span, days, that is shown day by day; longer ones by seven days. */
const DAILY_UP_TO = 45
const WEEK_DAYS = 7

/** Days that one point of a trend covers. */
export function daysPerPoint(range: Days): number {
  return countDays(range) > DAILY_UP_TO ? WEEK_DAYS : 1
}

/** The trend of each workflow, in the order of `workflows`. */
export function workflowTrends(history: History, range: Days, workflows: readonly string[]): WorkflowTrend[] {
  const step = daysPerPoint(range)
  const wanted = new Map(workflows.map((name) => [name, { points: new Map<string, number[]>(), unknown: 0 }]))
  for (const { workflow, day, amounts } of history.runs.values()) {
    const trend = wanted.get(workflow)
    if (!trend) continue
    const wh = amounts.sum('wh')
    if (wh === null || amounts.unknown('wh') > 0) {
      trend.unknown += 1
      continue
    }
    const offset = countDays({ from: range.from, to: day }) - 1
    const first = addDays(range.from, offset - (offset % step))
    const values = trend.points.get(first)
    if (values) values.push(wh)
    else trend.points.set(first, [wh])
  }
  return [...wanted].map(([workflow, { points, unknown }]) => ({
    workflow,
    unknown,
    spreads: [...points].sort(([a], [b]) => (a < b ? -1 : 1)).map(([day, values]) => spreadOf(day, values)),
  }))
}

function spreadOf(day: string, values: number[]): Spread {
  const sorted = Float64Array.from(values).sort()
  return {
    day,
    runs: sorted.length,
    low: quantile(sorted, 0.1),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.9),
  }
}

/** A quantile by linear interpolation between the closest ranks. @param sorted ascending, at least one value */
function quantile(sorted: Float64Array, share: number): number {
  const position = (sorted.length - 1) * share
  const below = Math.floor(position)
  const low = sorted[below] ?? 0
  const high = sorted[Math.min(below + 1, sorted.length - 1)] ?? low
  return low + (high - low) * (position - below)
}
