import { NO_EMISSIONS, NO_ENERGY, NO_WATER } from './footprint.ts'
import { methodOfSum } from './method.ts'
import { type Emissions, type Energy, type Intensity, MAX_PARTS, type Part, type Report, type Water } from './report.ts'
import { sumOrNull } from './quantity.ts'

type Summable = Pick<
  Part,
  'energy' | 'emissions' | 'water' | 'method' | 'duration_s' | 'pue' | 'intensity' | 'coverage'
>

/** Sums the energy of parts. One unknown part makes the sum unknown. */
export function energyOfParts(parts: readonly Pick<Part, 'energy'>[]): Energy {
  if (parts.length === 0) return NO_ENERGY
  return sumFields(
    parts.map(({ energy }) => energy),
    Object.keys(NO_ENERGY) as (keyof Energy)[],
  )
}

/** Sums the emissions of parts. Hardware is summed over the parts that count it; the rest must be known everywhere. */
export function emissionsOfParts(parts: readonly Pick<Part, 'emissions'>[]): Emissions {
  if (parts.length === 0) return NO_EMISSIONS
  const emissions = parts.map((part) => part.emissions)
  const embodied = emissions.map((each) => each.embodied_g).filter((grams) => grams !== null)
  return {
    ...sumFields(emissions, Object.keys(NO_EMISSIONS) as (keyof Emissions)[]),
    embodied_g: embodied.length === 0 ? null : embodied.reduce((a, b) => a + b, 0),
  }
}

/**
 * Sums the water of parts; null when nothing is known of one of them.
 * @example waterOfParts([{ water: { total_l: 1 } }, { water: { total_l: 2 } }]) // { total_l: 3 }
 */
export function waterOfParts(parts: readonly Pick<Part, 'water'>[]): Water | null {
  const known = parts.flatMap(({ water }) => water ?? [])
  if (parts.length === 0 || known.length < parts.length) return null
  const sum = sumFields(known, Object.keys(NO_WATER) as (keyof Water)[])
  // Bounds of a total and bounds of the off-site water alone have no sum.
  const isMixed = new Set(known.map(({ total_l }) => total_l === null)).size > 1
  return isMixed ? { ...sum, low_l: null, high_l: null, without_hydro_l: null } : sum
}

/**
 * Sums the minerals of parts, kg Sb eq; null when one of them is unknown.
 * @example mineralsOfParts([{ minerals_kg_sb: 1e-6 }, {}]) // null
 */
export function mineralsOfParts(parts: readonly Pick<Part, 'minerals_kg_sb'>[]): number | null {
  return parts.length === 0 ? null : sumOrNull(parts.map(({ minerals_kg_sb }) => minerals_kg_sb ?? null))
}

function sumFields<T extends object>(rows: readonly T[], keys: readonly (keyof T)[]): T {
  const sums = keys.map((key) => [key, sumOrNull(rows.map((row) => (row[key] ?? null) as number | null))] as const)
  return Object.fromEntries(sums) as T
}

/**
 * Everything of a sum that follows from its parts.
 * @example totalsOfParts([]).energy.total_wh // null
 */
export function totalsOfParts(
  parts: readonly Summable[],
): Pick<Report, 'energy' | 'emissions' | 'water' | 'method' | 'pue' | 'intensity' | 'coverage'> {
  const energy = energyOfParts(parts)
  return {
    energy,
    emissions: emissionsOfParts(parts),
    water: waterOfParts(parts),
    method: methodOfSum(parts.map(({ method, energy: { it_wh } }) => ({ method, wh: it_wh }))),
    pue: commonPue(parts, energy),
    intensity: commonIntensity(parts),
    coverage: meanCoverage(parts),
  }
}

/** One PUE for all: theirs when it is the same, else what the sums say. */
function commonPue(parts: readonly Summable[], energy: Energy): number | null {
  const first = parts[0]?.pue ?? null
  if (parts.every(({ pue }) => pue === first)) return first
  const { it_wh, total_wh } = energy
  return it_wh !== null && total_wh !== null && it_wh > 0 ? Math.max(1, total_wh / it_wh) : null
}

/** One intensity for all: theirs when it is the same, else the energy-weighted mean, which says so. */
function commonIntensity(parts: readonly Summable[]): Intensity | null {
  const known = parts.map(({ intensity }) => intensity)
  const first = known[0] ?? null
  if (first === null || known.includes(null)) return known.every((each) => each === null) ? null : meanIntensity(parts)
  const key = JSON.stringify(first)
  return known.every((each) => JSON.stringify(each) === key) ? first : meanIntensity(parts)
}

function meanIntensity(parts: readonly Summable[]): Intensity | null {
  let wh = 0
  let grams = 0
  for (const { energy, emissions } of parts) {
    if (energy.total_wh === null || emissions.operational_g === null) return null
    wh += energy.total_wh
    grams += emissions.operational_g
  }
  if (!(wh > 0)) return null
  const known = parts.map(({ intensity }) => intensity).filter((each) => each !== null)
  const zones = [...new Set(known.map(({ zone }) => zone))]
  const kinds = [...new Set(known.map(({ kind }) => kind))]
  return {
    g_per_kwh: (grams / wh) * 1000,
    zone: zones.length === 1 ? (zones[0] ?? null) : null,
    kind: kinds.length === 1 && kinds[0] ? kinds[0] : 'average',
    source: `energy-weighted mean of ${parts.length} parts`,
    as_of: null,
    fallback: known.some(({ fallback }) => fallback),
  }
}

/** Coverage of the parts that have one, weighted by their time. */
function meanCoverage(parts: readonly Summable[]): number | null {
  let seconds = 0
  let covered = 0
  for (const { coverage, duration_s } of parts) {
    if (coverage === null || duration_s === null) continue
    seconds += duration_s
    covered += coverage * duration_s
  }
  return seconds > 0 ? Math.min(1, covered / seconds) : null
}

/** At most 1,000 parts: the largest by energy stay, the rest become one part that says how many they were. */
export function cappedParts(parts: readonly Part[], max: number = MAX_PARTS): Part[] {
  if (parts.length <= max) return [...parts]
  const bySize = parts
    .map((part, index) => ({ index, size: part.energy.total_wh ?? part.emissions.total_g ?? 0 }))
    .sort((a, b) => b.size - a.size || a.index - b.index)
  const kept = new Set(bySize.slice(0, max - 1).map(({ index }) => index))
  const rest = parts.filter((_, index) => !kept.has(index))
  const merged: Part = {
    kind: 'rest',
    name: `${rest.length} more`,
    started_at: null,
    ended_at: null,
    duration_s: sumOrNull(rest.map(({ duration_s }) => duration_s)),
    ...totalsOfParts(rest),
  }
  return [...parts.filter((_, index) => kept.has(index)), merged]
}
