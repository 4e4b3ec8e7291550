import { mirroredDies } from '../core/measurement/mirrored-dies.ts'
import { LEAST_OF_MODEL, LEAST_OF_PACKAGE, LEAST_OF_PARTS, MAX_PLATFORM_WATTS } from './meter-limits.ts'
import { METERS, METER_NAMES, type MeterName } from './meter-table.ts'
import type { RaplDomain, RaplZone } from './rapl-zones.ts'
import type { Sample } from './wire-format.ts'

const J_PER_UJ = 1e-6
/** More than the meter of one socket, and of a whole platform, can read, W (core/measurement/wrap.ts). */
const MAX_WATTS: Readonly<Record<RaplDomain, number>> = { package: 800, dram: 800, psys: MAX_PLATFORM_WATTS }
/** A meter that does not move for this long counts nothing, ms. */
const STILL_MS = 100

/** Energy of one metered domain over a stretch, J; null if no meter gives it. */
export type MeteredStretch = Readonly<Record<'whole' | 'package' | 'memory', number | null>>

/** What a stretch is compared with. */
interface StretchBasis {
  /** Energy that the model gives the idle machine over the stretch, J. */
  readonly idleJ: number
  /** Most energy that meters may read, J; null: they are those of this machine. */
  readonly mostJ: number | null
  /** Most energy that the processors can use, J. */
  readonly mostPackageJ: number
  /** Energy of sockets that GPU tools read, processors included, J; null: there is none. */
  readonly socketJ: number | null
}

/** Energy between two samples, by the machine's meters. */
export class RunningMeters {
  readonly #zones: readonly RaplZone[]
  #mirrors: ReadonlySet<number> = new Set()
  readonly #sums = { whole: 0, package: 0, memory: 0 }
  /** Whether the last meter of the whole machine always reads the GPUs. */
  #hasGpusInside = false

  constructor(zones: readonly RaplZone[]) {
    this.#zones = zones
  }

  /** Takes the first sample, which shows the dies that repeat the counter of their socket. */
  begin(sample: Sample): void {
    this.#mirrors = mirroredDies(
      this.#zones.map(({ socket }, index) => ({
        socket,
        readingsJ: [(sample.raplUj?.[index] ?? Number.NaN) * J_PER_UJ],
      })),
    )
  }

  over(before: Sample, now: Sample, { idleJ, mostJ, mostPackageJ, socketJ }: StretchBasis): MeteredStretch {
    const rapl = (domain: RaplDomain): number | null => this.#raplJ(domain, before, now)
    const [shownJ, memory, psys] = [rapl('package'), rapl('dram'), rapl('psys')]
    const isPossible = shownJ !== null && shownJ >= LEAST_OF_PACKAGE * idleJ && shownJ <= mostPackageJ
    const packageJ = isPossible ? shownJ : null
    const parts = (packageJ ?? 0) + (memory ?? 0)
    const isByPsys = psys !== null && psys >= Math.max(LEAST_OF_PARTS * parts, LEAST_OF_PACKAGE * idleJ)
    const least = Math.max(LEAST_OF_PARTS * parts, LEAST_OF_MODEL * idleJ)
    const sampled = isByPsys ? null : sampledJ('machine', before, now, least)
    const metered = {
      whole: isByPsys ? psys : (sampled?.joules ?? null),
      package: socketJ ?? packageJ ?? sampledJ('processors', before, now, 0)?.joules ?? null,
      memory,
    }
    const highest = metered.whole ?? metered.package
    if (mostJ !== null && highest !== null && highest > mostJ) return { whole: null, package: null, memory: null }
    this.#hasGpusInside = sampled !== null && METERS[sampled.name].containsGpus
    return metered
  }

  /** Adds a stretch to the sums since the start. One without a meter of the whole machine cannot be compared. */
  addStretch(metered: MeteredStretch): void {
    if (metered.whole === null) return
    for (const part of ['whole', 'package', 'memory'] as const) this.#sums[part] += metered[part] ?? 0
  }

  /**
   * Whether the meter of the whole machine reads the GPUs as well: some always do, another one if it reads at least as much as
   * all parts together (app/measure/gpu-in-meters.ts).
   * @param gpuJ energy of the GPUs since the start, J
   */
  containsGpus(gpuJ: number): boolean {
    const { whole, package: packageJ, memory } = this.#sums
    return this.#hasGpusInside || whole >= LEAST_OF_PARTS * (packageJ + memory + gpuJ)
  }

  /** Sum of a domain's counters; null unless every one of them gives a possible figure. */
  #raplJ(domain: RaplDomain, before: Sample, now: Sample): number | null {
    let joules: number | null = null
    const ms = now.t - before.t
    for (const [index, zone] of this.#zones.entries()) {
      if (zone.domain !== domain || this.#mirrors.has(index)) continue
      const [from, to] = [before.raplUj?.[index] ?? null, now.raplUj?.[index] ?? null]
      if (from === null || to === null || to > zone.rangeUj) return null
      const step = (to - from + (to < from ? zone.rangeUj : 0)) * J_PER_UJ
      const isStill = step === 0 && ms >= STILL_MS
      if (isStill || step > (MAX_WATTS[domain] * ms) / 1000) return null
      joules = (joules ?? 0) + step
    }
    return joules
  }
}

/** Energy by a meter that is not a counter of the kernel, J; null if there is none, or it reads less than the least. */
function sampledJ(
  covers: 'machine' | 'processors',
  before: Sample,
  now: Sample,
  least: number,
): { readonly name: MeterName; readonly joules: number } | null {
  const seconds = (now.t - before.t) / 1000
  for (const name of METER_NAMES) {
    const row = METERS[name]
    const [from, to] = [before.meters[name], now.meters[name]]
    if (row.covers !== covers || to === null) continue
    const joules = row.unit === 'W' ? to * seconds : from === null ? Number.NaN : to - from
    if (joules > 0 && joules >= least && joules <= MAX_WATTS.psys * seconds) return { name, joules }
  }
  return null
}
