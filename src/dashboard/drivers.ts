import { type Days, addDays, countDays } from '../core/calendar.ts'
import type { History } from './history.ts'

/** Why the emissions of a workflow changed. All in g CO2e; the three causes sum to the change. */
export interface Driver {
  /** Key of the workflow. */
  readonly workflow: string
  readonly before: number
  readonly after: number
  /** Null where the workflow ran in one of the two periods only: then the whole change is its coming or going. */
  readonly causes: {
    /** More or fewer runs. */
    readonly runs: number
    /** More or less energy in a run. */
    readonly energy: number
    /** More or less CO2e for each Wh: another region or grid, other hardware. */
    readonly intensity: number
  } | null
}

/** The last days compared with as many before them. */
export interface Change {
  readonly days: number
  readonly before: Days
  readonly after: Days
  /** Emissions of all workflows in both periods, g CO2e. */
  readonly total: { readonly before: number; readonly after: number }
  /** Largest change first. */
  readonly drivers: readonly Driver[]
  /** Runs with a job whose energy or emissions are unknown: not compared. */
  readonly unknown: number
}

/** Longest period that is compared, days. */
const LONGEST = 30

interface Use {
  runs: number
  wh: number
  g: number
}

/**
 * What drove the change of emissions. The change of `runs x energy of a run x g per Wh` is split by the logarithmic mean Divisia index
 * (LMDI-I, Ang 2005), which leaves no rest.
 * @param range days that the history covers
 * @returns null for a history of less than two days
 */
export function driversOfChange(history: History, range: Days): Change | null {
  const days = Math.min(LONGEST, Math.floor(countDays(range) / 2))
  if (days < 1) return null
  const after = { from: addDays(range.to, 1 - days), to: range.to }
  const before = { from: addDays(after.from, -days), to: addDays(after.from, -1) }
  const uses = new Map<string, readonly [before: Use, after: Use]>()
  const useOf = (workflow: string, day: string): Use | null => {
    if (day < before.from || day > after.to) return null
    let both = uses.get(workflow)
    if (!both) uses.set(workflow, (both = [emptyUse(), emptyUse()]))
    return both[day < after.from ? 0 : 1]
  }
  let unknown = 0
  // By run, so that a run over midnight is on one side with all of its jobs.
  for (const { workflow, day, amounts } of history.runs.values()) {
    const use = useOf(workflow, day)
    if (use === null) continue
    if (amounts.unknown('wh') > 0 || amounts.unknown('g') > 0) {
      unknown += 1
      continue
    }
    use.runs += 1
    use.wh += amounts.sum('wh') ?? 0
    use.g += amounts.sum('g') ?? 0
  }
  const drivers = [...uses].map(([workflow, both]) => driverOf(workflow, ...both))
  const total = { before: 0, after: 0 }
  for (const driver of drivers) {
    total.before += driver.before
    total.after += driver.after
  }
  return { days, before, after, total, drivers: drivers.sort((a, b) => sizeOf(b) - sizeOf(a)), unknown }
}

function emptyUse(): Use {
  return { runs: 0, wh: 0, g: 0 }
}

function sizeOf({ before, after }: Driver): number {
  return Math.abs(after - before)
}

function driverOf(workflow: string, before: Use, after: Use): Driver {
  const ends = { workflow, before: before.g, after: after.g }
  if ([before.runs, before.wh, before.g, after.runs, after.wh, after.g].some((value) => value <= 0)) {
    return { ...ends, causes: null }
  }
  const mean = before.g === after.g ? before.g : (after.g - before.g) / Math.log(after.g / before.g)
  const effect = (valueOf: (use: Use) => number): number => mean * Math.log(valueOf(after) / valueOf(before))
  return {
    ...ends,
    causes: {
      runs: effect(({ runs }) => runs),
      energy: effect(({ wh, runs }) => wh / runs),
      intensity: effect(({ g, wh }) => g / wh),
    },
  }
}
