import type { EnergyRecord } from '../../core/energy-record.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { GridFigure } from '../../core/footprint.ts'
import type { SiteWater } from '../../core/water.ts'
import { ewifOf, wueOf } from '../../data/water.ts'
import type { Place } from '../../grid/provider.ts'
import { resolvePlace } from '../../grid/resolve.ts'
import { staticFigure } from '../../grid/static.ts'

/** Clouds whose machines answer, by the names that OpenTelemetry (`gen_ai.provider.name`) and LiteLLM give to their services. */
const CLOUDS: ReadonlyMap<string, string> = new Map([
  ['aws.bedrock', 'aws'],
  ['bedrock', 'aws'],
  ['azure.ai.openai', 'azure'],
  ['azure.ai.inference', 'azure'],
  ['azure', 'azure'],
  ['gcp.gemini', 'gcp'],
  ['gcp.gen_ai', 'gcp'],
  ['gcp.vertex_ai', 'gcp'],
  ['vertex_ai', 'gcp'],
  ['gemini', 'gcp'],
])

const NOWHERE: Place = { zone: null, provider: null, region: null, latitude: null, longitude: null, how: 'unknown' }

/**
 * Grid and water of the place that a usage log names; the world's grid and mix where it names none, because makers do not say where a
 * request ran. The water that cools the machines is known for clouds alone.
 */
export function usageSite({ place: named, usage }: EnergyRecord): {
  readonly grid: GridFigure
  readonly water: SiteWater
} {
  const cloud = CLOUDS.get(usage?.provider ?? '') ?? null
  const place = named === null ? NOWHERE : placeNamed(named, cloud)
  const provider = place.provider ?? cloud
  return {
    grid: staticFigure(place).figure,
    water: { wue: wueOf(provider, place.region), ewif: ewifOf(place.zone ?? 'WORLD') },
  }
}

/** A region of the service's cloud, or any region or zone; nowhere for a name that is neither. */
function placeNamed(name: string, cloud: string | null): Place {
  for (const text of cloud === null ? [name] : [`${cloud}:${name}`, name]) {
    try {
      return resolvePlace(text)
    } catch (error) {
      if (!(error instanceof ConfigurationError)) throw error
    }
  }
  return NOWHERE
}
