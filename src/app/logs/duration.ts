import type { EnergyRecord, TimeSpan } from '../../core/energy-record.ts'
import { sumOrNull } from '../../core/quantity.ts'
import type { ReadFiles } from './read-file.ts'

/**
 * Time that the records cover together, s: parallel records count once where their clocks show it, devices of one file run side by
 * side, and everything else runs one after the other. Null when one duration is unknown.
 */
export function durationOf(records: readonly EnergyRecord[], files: ReadFiles): number | null {
  // Clocks with and without a time zone cannot be compared.
  const zoned: TimeSpan[] = []
  const local: TimeSpan[] = []
  const longest = new Map<string, number>()
  const unplaced = records.map((record) => {
    const { file, durationS, localTime } = record
    const zonedTime = zonedTimeOf(record)
    if (durationS === null) return null
    if (zonedTime !== null || localTime !== null) {
      if (zonedTime !== null) zoned.push(zonedTime)
      else if (localTime !== null) local.push(localTime)
      return 0
    }
    if (!files.get(file)?.format.simultaneous) return durationS
    const before = longest.get(file) ?? 0
    longest.set(file, Math.max(before, durationS))
    return Math.max(0, durationS - before)
  })
  return sumOrNull([...unplaced, unionS(zoned), unionS(local)])
}

/** Time of a record by UTC; null unless its ends and its duration agree, as they do not for a log with pauses. */
function zonedTimeOf({ startedAt, endedAt, durationS }: EnergyRecord): TimeSpan | null {
  if (endedAt === null || durationS === null) return null
  const endS = Date.parse(endedAt) / 1000
  const startS = startedAt === null ? endS - durationS : Date.parse(startedAt) / 1000
  return Math.abs(endS - startS - durationS) <= 1 ? { startS: endS - durationS, endS } : null
}

/** Length of the union of times, s. */
export function unionS(spans: readonly TimeSpan[]): number {
  let total = 0
  let reachedS = Number.NEGATIVE_INFINITY
  for (const { startS, endS } of spans.toSorted((a, b) => a.startS - b.startS)) {
    total += Math.max(0, endS - Math.max(startS, reachedS))
    reachedS = Math.max(reachedS, endS)
  }
  // Times since 1970 have about a quarter of a microsecond.
  return Math.round(total * 1e6) / 1e6
}
