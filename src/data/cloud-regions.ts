import type { PueFigure } from '../core/footprint.ts'
import { makeRange } from '../core/range.ts'
import { PUE_TABLE, REGION_TABLE } from './region-table.ts'

/** A region of a cloud provider. */
export interface CloudRegion {
  readonly provider: string
  readonly region: string
  /** City or state, for people. */
  readonly place: string
  /** Grid zone. */
  readonly zone: string
  readonly latitude: number
  readonly longitude: number
  /** What the provider published for this region (2023); null when it did not. */
  readonly pue: number | null
}

let regions: ReadonlyMap<string, CloudRegion> | undefined

/** All regions by `provider:region`. Read from the table on first use. */
export function cloudRegions(): ReadonlyMap<string, CloudRegion> {
  regions ??= new Map(REGION_TABLE.split('\n').map((line) => toRegion(line.split(';'))))
  return regions
}

function toRegion(cells: readonly string[]): [string, CloudRegion] {
  const [provider = '', region = '', place = '', zone = '', latitude, longitude, pue] = cells
  return [
    `${provider}:${region}`,
    {
      provider,
      region,
      place,
      zone,
      latitude: Number(latitude),
      longitude: Number(longitude),
      pue: pue ? Number(pue) : null,
    },
  ]
}

/** Providers that the table knows. */
export function cloudProviders(): ReadonlySet<string> {
  return new Set([...cloudRegions().values()].map(({ provider }) => provider))
}

/** A published figure of a region is a yearly mean of several buildings: its overhead may be a quarter more or less in one of them. */
const OVERHEAD_SPREAD = 0.25

/**
 * PUE of a place: the region's where it was published, else the provider's fleet, else that of clouds in general; of an unknown
 * building the average of the industry.
 * @param provider null: not a cloud
 */
export function pueOf(provider: string | null, region: string | null): PueFigure {
  const known = provider !== null && region !== null ? cloudRegions().get(`${provider}:${region}`) : undefined
  if (known && known.pue !== null) {
    const spread = (known.pue - 1) * OVERHEAD_SPREAD
    return {
      pue: makeRange(known.pue, known.pue - spread, known.pue + spread),
      source: `published for ${known.provider}:${known.region} (2023)`,
    }
  }
  const rows = PUE_TABLE.split('\n').map((line) => line.split(';'))
  const row = rows.find(([name]) => name === (provider ?? 'unknown')) ?? rows.find(([name]) => name === 'cloud')
  if (!row) throw new Error('PUE table has no row for clouds')
  const [, pue, low, high, source = ''] = row
  return { pue: makeRange(Number(pue), Number(low), Number(high)), source }
}
