import { note } from '../core/notes.ts'
import { ConfigurationError } from '../core/errors.ts'
import type { Note } from '../core/report.ts'
import { ciPlaceOf } from './ci-provider.ts'
import { type Cloud, regionFromMetadata } from './metadata.ts'
import type { Place } from './provider.ts'
import { resolveRegion, resolveZone } from './resolve.ts'

/** What is known of the machine before any service is asked. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** Clouds that the machine looks like, by its firmware or hypervisor: only their metadata is asked. */
  readonly looksLike: readonly Cloud[]
  /** For tests only: where metadata is served. */
  readonly metadataBase?: string
  /** For tests only: a longer timeout for a busy machine. */
  readonly metadataWaitMs?: number
}

/** Surroundings of a machine that was looked at. */
export function surroundingsOf(env: Surroundings['env'], { cloud }: { readonly cloud: Cloud | null }): Surroundings {
  return { env, looksLike: cloud ? [cloud] : [] }
}

export interface Located {
  readonly place: Place
  readonly notes: readonly Note[]
}

const NOWHERE: Place = { zone: null, provider: null, region: null, latitude: null, longitude: null, how: 'unknown' }

/**
 * Where this runs: the setting, then the cloud's metadata, then what is known about the CI service, then unknown, for which the
 * world average is the fallback. No other service is asked, in particular none that looks up addresses.
 * @throws ConfigurationError for an unknown region or zone
 */
export async function locate(
  given: { readonly region?: string | undefined; readonly zone?: string | undefined },
  { env, looksLike, metadataBase, metadataWaitMs }: Surroundings,
): Promise<Located> {
  const explicit = givenPlace(given)
  if (explicit) return { place: explicit, notes: [] }
  const ci = ciPlaceOf(env)
  if (ci !== null && ci.cloud !== null && ci.region !== null) return inCloud(ci.cloud, ci.region, 'ci-provider')
  const clouds = ci?.cloud ? [ci.cloud, ...looksLike] : ci === null ? looksLike : []
  const found = clouds.length > 0 ? await regionFromMetadata(clouds, metadataBase, metadataWaitMs) : null
  if (found) return inCloud(found.cloud, found.region, 'metadata')
  if (ci === null) return { place: NOWHERE, notes: [] }
  return {
    place: { ...NOWHERE, zone: 'US', provider: ci.cloud, how: 'ci-provider' },
    notes: [
      note(
        'grid-region-assumed',
        `the region of this ${ci.name} is unknown: the average grid of the United States is used, where most of them are; set region or zone to be exact`,
      ),
    ],
  }
}

/** The place that was given: a region, or a zone; with both the zone decides the grid and the region the building. */
export function givenPlace({ region, zone }: { region?: string | undefined; zone?: string | undefined }): Place | null {
  const inRegion = region ? resolveRegion(region) : null
  const inZone = zone ? resolveZone(zone) : null
  if (!inRegion || !inZone) return inRegion ?? inZone
  return { ...inRegion, ...inZone, provider: inRegion.provider, region: inRegion.region }
}

/** A region named by the cloud's metadata. One that is newer than the tables keeps its name and gets the world's average grid. */
function inCloud(cloud: Cloud, region: string, how: Place['how']): Located {
  try {
    return { place: resolveRegion(`${cloud}:${region}`, how), notes: [] }
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    return { place: { ...NOWHERE, provider: cloud, region, how }, notes: [] }
  }
}
