import type { Stretch } from '../../core/measurement/counters.ts'
import { type Unwrapped, unwrap } from '../../core/measurement/wrap.ts'
import type { Counters } from '../../sensors/counters.ts'
import { LEAST_OF_PARTS, MAX_PLATFORM_WATTS, SAME_COUNTER_J } from '../../sensors/meter-limits.ts'
import type { RaplDomain } from '../../sensors/rapl-zones.ts'
import type { SampleRow } from '../../sensors/sample-reader.ts'
import { type Expected, type Metered, UNMETERED, total } from './metered.ts'
import type { MeasurementState } from './state.ts'

/**
 * Energy of each stretch by RAPL's counters, which the measurement itself reads at both ends.
 * @param expected of the whole machine, not of the job's share
 */
export function raplOver(
  { start, zones }: MeasurementState,
  rows: readonly SampleRow[],
  end: Counters,
  stretches: readonly Stretch[],
  expected: Expected,
): Metered {
  const counts = zones.map((zone, index) => {
    const readings = [
      { t: start.at.monotonicMs, uj: start.raplUj[index] ?? null },
      ...rows.map((row) => ({ t: row.t, uj: row.raplUj?.[index] ?? null })),
      { t: end.at.monotonicMs, uj: end.raplUj[index] ?? null },
    ]
    const ofDomain = zones.filter(({ domain }) => domain === zone.domain).length
    const maxWatts = zone.domain === 'psys' ? MAX_PLATFORM_WATTS : undefined
    return unwrap(readings, zone.rangeUj, expected[zone.domain] / ofDomain, maxWatts)
  })
  const mirrors = findMirrors(zones, start, counts)
  const found = counts.filter((count) => count !== null)
  const over = (domain: RaplDomain): number[] | null => {
    const own = counts.filter((_, index) => zones[index]?.domain === domain && !mirrors.has(index))
    // A domain is measured only if all of its sockets are.
    return own.length > 0 && own.every((count) => count !== null) ? joulesOver(own, stretches) : null
  }
  const [psys, packages, memory] = [over('psys'), over('package'), over('dram')]
  const plausible = psys !== null && total(psys) >= LEAST_OF_PARTS * (total(packages ?? []) + total(memory ?? []))
  return {
    ...UNMETERED,
    wholeJ: plausible ? psys : null,
    packageJ: packages,
    memoryJ: memory,
    rejected: total(found.map(({ rejected }) => rejected)),
    ambiguous: total(found.map(({ ambiguous }) => ambiguous)),
    lost: found.length < counts.length,
  }
}

/** Share of their growth by which two readings of one counter may also differ. */
const SAME_GROWTH = 0.02

/**
 * Finds dies that repeat the counter of their whole socket (AMD Zen 1 and 2): the same value at the start and the same growth. Real
 * dies count from different moments and loads.
 */
function findMirrors(
  zones: MeasurementState['zones'],
  start: Counters,
  counts: readonly (Unwrapped | null)[],
): ReadonlySet<number> {
  const mirrors = new Set<number>()
  zones.forEach(({ socket }, index) => {
    if (socket === undefined) return
    const isMirror = zones.some((other, earlier) => {
      if (earlier >= index || other.socket !== socket) return false
      const atStartJ = Math.abs((start.raplUj[index] ?? Number.NaN) - (start.raplUj[earlier] ?? Number.NaN)) * 1e-6
      const [growthJ, otherJ] = [index, earlier].map((zone) => (counts[zone]?.energyUj.at(-1) ?? Number.NaN) * 1e-6)
      const apartJ = Math.abs((growthJ ?? Number.NaN) - (otherJ ?? Number.NaN))
      const allowedJ = SAME_COUNTER_J + SAME_GROWTH * (growthJ ?? 0)
      return atStartJ <= SAME_COUNTER_J && apartJ <= allowedJ
    })
    if (isMirror) mirrors.add(index)
  })
  return mirrors
}

/** Sum of the counters' energies between the ends of each stretch, J. */
function joulesOver(counts: readonly Unwrapped[], stretches: readonly Stretch[]): number[] {
  let before = counts.map(() => 0)
  return stretches.map(({ sample }) => {
    const now = counts.map(({ energyUj }) => (sample === null ? energyUj.at(-1) : energyUj[sample + 1]) ?? 0)
    const joules = total(now.map((uj, index) => Math.max(0, uj - (before[index] ?? 0)))) * 1e-6
    before = now
    return joules
  })
}
