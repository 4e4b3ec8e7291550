import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { mirroredDies } from '../core/measurement/mirrored-dies.ts'
import { type Note, note } from '../core/notes.ts'

/** Joules in RAPL's unit, the microjoule. */
export const MICRO = 1e-6

/** Ranges that Intel and AMD counters wrap at (max_energy_range_uj: 2^32 units of 61.035, 15.3 or 15.2588 uJ), J. */
export const RANGES_J = [65_532.610987, 65_712.999613, 262_143.32885]

export type Domain = 'package' | 'dram' | 'psys' | 'inside'

/** A package that is listed twice, once through memory instead of registers. */
export const MMIO = /rapl-mmio/i

/** Which domain a column or zone is. */
export function domainOf(name: string): Domain | null {
  if (MMIO.test(name)) return 'inside'
  if (/psys|platform/i.test(name)) return 'psys'
  if (/dram|\bram/i.test(name)) return 'dram'
  if (/uncore|core|gpu/i.test(name)) return 'inside'
  if (/package|pkg|(?:intel|amd)-rapl[:_-]?\d+(?:_uj)?$/i.test(name)) return 'package'
  return null
}

/** A zone inside a package by its number alone: its memory, or its cores again. */
export const PART = /rapl[:_-]?\d+[:_-]\d+(?:_uj)?$/i

/** The domain of a column, a package where it says nothing else. @throws MeasurementError for a part that it does not name */
export function columnDomain(column: string): Domain {
  if (domainOf(column) === null && PART.test(column)) {
    throw new MeasurementError(`column ${JSON.stringify(column)} may be memory or cores: name it`)
  }
  return domainOf(column) ?? 'package'
}

/** Energy of the machine: psys alone where it is, else packages and memory. */
export function machineOf(
  joules: ReadonlyMap<string, { domain: Domain; joules: number }>,
): Pick<EnergyRecord, 'itWh' | 'cpuWh' | 'memoryWh'> {
  const sum = (domain: Domain): number | null => {
    const found = [...joules.values()].filter((each) => each.domain === domain)
    return found.length === 0 ? null : found.reduce((total, each) => total + each.joules, 0) / 3600
  }
  const cpuWh = sum('package')
  const memoryWh = sum('dram')
  const psys = sum('psys')
  if (psys !== null) return { itWh: psys, cpuWh: null, memoryWh: null }
  if (cpuWh === null) throw new MeasurementError('it contains no counter of a package')
  return { itWh: cpuWh + (memoryWh ?? 0), cpuWh, memoryWh }
}

/** The smallest known range that a counter at this reading can have. @throws MeasurementError */
export function wrapOf(reading: number): number {
  const range = RANGES_J.find((each) => each >= reading)
  if (range === undefined) throw new MeasurementError('a counter went back, and its range is not known')
  return range
}

/**
 * Most power of one package, W (AMD EPYC 9965: 500 W TDP): if a counter could have wrapped once more in a step below this power, what
 * it counted is not known.
 */
export const MOST_PACKAGE_W = 500

/** Dumps have no times: how far apart they may be for the counter to have wrapped no more often than it shows. */
export function unseenWrapNote(file: string, wrapJ: number): Note {
  const minutes = Math.floor(wrapJ / MOST_PACKAGE_W / 60)
  const text = `${file}: the dumps have no times: if they are more than ${minutes} min apart, a counter may have wrapped unseen; log samples instead`
  return note('log-wrap', text)
}

/** A die of a package: AMD Zen 1 and 2 show the counter of the socket once for each of its dies. */
const DIE = /(?:package|pkg)\D?(\d+).*die/i

/**
 * Names of the counters of dies that repeat that of their package.
 * @param counters names, with readings in the order of the log, J
 */
export function mirroredCounters(
  counters: readonly { readonly name: string; readonly readings: readonly number[] }[],
): ReadonlySet<string> {
  const dies = counters.map(({ name, readings }) => ({
    socket: MMIO.test(name) ? undefined : DIE.exec(name)?.[1],
    readingsJ: readings,
  }))
  return new Set([...mirroredDies(dies)].map((index) => counters[index]?.name ?? ''))
}
