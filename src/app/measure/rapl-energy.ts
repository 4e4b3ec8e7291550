import type { Stretch } from '../../core/measurement/counters.ts'
import { mirroredDies } from '../../core/measurement/mirrored-dies.ts'
import { type Unwrapped, unwrap } from '../../core/measurement/wrap.ts'
import type { Counters } from '../../sensors/counters.ts'
import { LEAST_OF_PACKAGE, LEAST_OF_PARTS, MAX_PLATFORM_WATTS } from '../../sensors/meter-limits.ts'
import type { RaplDomain } from '../../sensors/rapl-zones.ts'
import type { SampleRow } from '../../sensors/sample-lines.ts'
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
  const mirrors = mirroredDies(zones.map(({ socket }, index) => ({ socket, readingsJ: endsOf(start, counts, index) })))
  const found = counts.filter((count) => count !== null)
  const over = (domain: RaplDomain): number[] | null => {
    const own = counts.filter((_, index) => zones[index]?.domain === domain && !mirrors.has(index))
    // A domain is measured only if all of its sockets are.
    return own.length > 0 && own.every((count) => count !== null) ? joulesOver(own, stretches) : null
  }
  const seconds = stretches.at(-1)?.toS ?? 0
  const [psys, ofPackages, memory] = [over('psys'), over('package'), over('dram')]
  const isPossible = ofPackages === null || isPossiblePower(total(ofPackages) / seconds, expected)
  const packages = isPossible ? ofPackages : null
  const least = Math.max(
    LEAST_OF_PARTS * (total(packages ?? []) + total(memory ?? [])),
    LEAST_OF_PACKAGE * expected.psys * seconds,
  )
  return {
    ...UNMETERED,
    wholeJ: psys !== null && total(psys) >= least ? psys : null,
    packageJ: packages,
    memoryJ: memory,
    rejected: total(found.map(({ rejected }) => rejected)),
    ambiguous: total(found.map(({ ambiguous }) => ambiguous)),
    lost: found.length < counts.length || !isPossible,
  }
}

/** Whether processors can draw so much: a figure far outside of what the model expects is one in another unit. */
function isPossiblePower(watts: number, { package: packages, mostWatts }: Expected): boolean {
  return !(watts < LEAST_OF_PACKAGE * packages || watts > mostWatts)
}

/** First and last reading of a counter without its wraps, J. */
function endsOf(start: Counters, counts: readonly (Unwrapped | null)[], index: number): readonly number[] {
  const firstJ = (start.raplUj[index] ?? Number.NaN) * 1e-6
  return [firstJ, firstJ + (counts[index]?.energyUj.at(-1) ?? Number.NaN) * 1e-6]
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
