import type { Stretch } from '../../core/measurement/counters.ts'
import { type Unwrapped, unwrap } from '../../core/measurement/wrap.ts'
import type { RaplDomain } from '../../sensors/rapl-zones.ts'
import { PLAUSIBLE_WATTS_PER_VCPU } from '../../power/running-machine.ts'
import type { MachineFacts } from '../../sensors/machine.ts'
import type { Counters } from '../../sensors/counters.ts'
import { METERS, METER_NAMES, type MeterName, type MeterRow } from '../../sensors/meter-table.ts'
import type { Meter } from './measurement.ts'
import type { SampleRow } from '../../sensors/sample-reader.ts'
import type { MeasurementState } from './state.ts'

/** Energy of one domain over each stretch, J; null when no meter covers it. */
export interface Metered {
  readonly wholeJ: readonly number[] | null
  readonly packageJ: readonly number[] | null
  readonly memoryJ: readonly number[] | null
  readonly names: { readonly whole: Meter['name']; readonly package: Meter['name'] }
  /** Number of impossible readings. */
  readonly rejected: number
  /** Number of gaps in which a counter may have wrapped around. */
  readonly ambiguous: number
  /** Whether a meter is missing at the end, does not change, or contradicts itself. */
  readonly lost: boolean
  /** Power that the meters of a virtual machine read if only its host can draw it, W; null otherwise. */
  readonly hostWatts: number | null
}

const UNMETERED: Metered = {
  wholeJ: null,
  packageJ: null,
  memoryJ: null,
  names: { whole: 'rapl-psys', package: 'rapl-package' },
  rejected: 0,
  ambiguous: 0,
  lost: false,
  hostWatts: null,
}

/** Maximum reading of the meter of one chip, W: a broken or forged file must not count. */
const MOST_CHIP_WATTS = 500

/** Maximum reading of the meter of a whole platform, W: eight sockets with their memory. */
const MAX_PLATFORM_WATTS = 10_000

/** Power that the model expects of the parts that meters cover, W. Decides how often a counter wrapped in a gap. */
export type Expected = Readonly<Record<RaplDomain, number>>

/** Minimum share of its packages that `psys` must read: on some boards it does not count the whole machine. */
const PLAUSIBLE_PSYS = 0.95

/**
 * Minimum share of the expected power that a meter known only from samples may read. Below it the meter does not read the machine,
 * or the job wrote the sample.
 */
const LEAST_OF_MODEL = 0.1

/**
 * Reads the energy of each stretch from the meters. The measurement reads RAPL's counters itself at both ends; the meters of METERS
 * are known only from samples.
 * @param expected of the whole machine, not of the job's share
 */
export function readMeters(
  state: MeasurementState,
  rows: readonly SampleRow[],
  end: Counters,
  stretches: readonly Stretch[],
  expected: Expected,
): Metered {
  const rapl = raplOver(state, rows, end, stretches, expected)
  const sampled = METER_NAMES.flatMap((name) => {
    const row: MeterRow = METERS[name]
    const joules = row.unit === 'W' ? powerOver(rows, stretches, name) : countOver(rows, stretches, name)
    return joules ? [{ name, joules, covers: row.covers }] : []
  })
  const parts = total(rapl.packageJ ?? []) + total(rapl.memoryJ ?? [])
  const seconds = stretches.at(-1)?.toS ?? 0
  const least = Math.max(PLAUSIBLE_PSYS * parts, LEAST_OF_MODEL * expected.psys * seconds)
  const machine = sampled.find(({ covers, joules }) => covers === 'machine' && total(joules) >= least)
  const processors = sampled.find(({ covers }) => covers === 'processors')
  return {
    ...rapl,
    wholeJ: rapl.wholeJ ?? machine?.joules ?? null,
    packageJ: rapl.packageJ ?? processors?.joules ?? null,
    names: {
      whole: rapl.wholeJ ? 'rapl-psys' : (machine?.name ?? 'battery'),
      package: rapl.packageJ ? 'rapl-package' : (processors?.name ?? 'powermetrics'),
    },
  }
}

/**
 * The meters, unless they are those of a virtual machine's host: some hypervisors let the counters of the whole socket through,
 * others count the machine's own share. Power above that of any share of a server is the host's.
 */
export function ownMeters(meters: Metered, seconds: number, machine: MachineFacts): Metered {
  const joules = meters.wholeJ ?? meters.packageJ
  if (machine.isVirtual !== true || joules === null || !(seconds > 0)) return meters
  const watts = total(joules) / seconds
  if (watts <= PLAUSIBLE_WATTS_PER_VCPU * machine.vcpus) return meters
  return { ...meters, wholeJ: null, packageJ: null, memoryJ: null, hostWatts: watts }
}

function raplOver(
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
  const plausible = psys !== null && total(psys) >= PLAUSIBLE_PSYS * (total(packages ?? []) + total(memory ?? []))
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

/** Maximum difference of two readings of one counter: J, plus a share of the growth. Both are read within milliseconds. */
const SAME_COUNTER = { joules: 5, share: 0.02 }

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
      const allowedJ = SAME_COUNTER.joules + SAME_COUNTER.share * (growthJ ?? 0)
      return atStartJ <= SAME_COUNTER.joules && apartJ <= allowedJ
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

/** Energy by a power meter, J; null unless every sample has a plausible figure. */
function powerOver(rows: readonly SampleRow[], stretches: readonly Stretch[], name: MeterName): number[] | null {
  const readings = rows.map(({ meters }) => meters[name])
  if (rows.length < 2 || !readings.every((watts) => watts !== null && watts > 0 && watts <= MAX_PLATFORM_WATTS))
    return null
  return stretches.map(({ fromS, toS, sample }) => {
    const watts = (sample === null ? readings.at(-1) : readings[sample]) ?? 0
    return watts * (toS - fromS)
  })
}

/** Energy by a meter that counts from its own start, J. Before and after, its mean power is used. */
function countOver(rows: readonly SampleRow[], stretches: readonly Stretch[], name: MeterName): number[] | null {
  const seen = rows.flatMap(({ t, meters }) => (meters[name] === null ? [] : [{ t, joules: meters[name] }]))
  const [first, last] = [seen[0], seen.at(-1)]
  const seconds = first && last ? (last.t - first.t) / 1000 : 0
  const mean = seconds > 0 ? ((last?.joules ?? 0) - (first?.joules ?? 0)) / seconds : Number.NaN
  if (!(mean > 0 && mean <= MOST_CHIP_WATTS)) return null
  return stretches.map(({ fromS, toS }) => mean * (toS - fromS))
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}
