import { firstNames } from '../../core/first-names.ts'
import { note } from '../../core/notes.ts'
import { ConfigurationError } from '../../core/errors.ts'
import type { Note, Report } from '../../core/report.ts'
import { carbonFreeShare } from '../../data/carbon-free-energy.ts'
import { pueOf } from '../../data/cloud-regions.ts'
import type { Grid } from '../../grid/choose.ts'
import type { Place } from '../../grid/provider.ts'
import { resolvePlace } from '../../grid/resolve.ts'
import type { RankedPlace, WhereAnswer } from '../../render/answers/where.ts'

/** Reads a list of places, separated by lines or commas. @throws ConfigurationError */
export function placesOf(list: readonly string[]): { name: string; place: Place }[] {
  const names = [...new Set(list.flatMap((line) => line.split(/[,\n]/)).map((name) => name.trim()))].filter(
    (name) => name !== '',
  )
  if (names.length === 0) {
    throw new ConfigurationError('regions is missing: name those to choose from, such as `aws:eu-north-1,azure:eastus`')
  }
  return names.map((name) => ({ name, place: resolvePlace(name) }))
}

/**
 * Ranks places by the emissions of a kWh of the machine.
 * @param report the run that is compared; null compares with the last of the list
 * @param given PUE for all places; null uses that of each provider
 * @throws ConfigurationError
 */
export async function whereToRun(
  grid: Grid,
  list: readonly string[],
  report: Pick<Report, 'energy' | 'intensity' | 'pue' | 'machine'> | null,
  given: number | null = null,
): Promise<WhereAnswer> {
  const places = placesOf(list)
  const rows = await Promise.all(
    places.map(async ({ name, place }) => {
      const { figure, notes } = await grid.at(place, null)
      const pue = given ?? pueOf(place.provider, place.region).pue.value
      return { name, place, figure, notes, pue, g: figure.gPerKwh.value * pue }
    }),
  )
  rows.sort((a, b) => a.g - b.g || a.name.localeCompare(b.name))
  const baseline = baselineOf(report) ?? { region: rows.at(-1)?.name ?? '', g_per_it_kwh: rows.at(-1)?.g ?? 0 }
  const itWh = report?.energy.it_wh ?? null
  const ranked = rows.map(({ name, place, figure, pue, g }): RankedPlace => {
    const saved = baseline.g_per_it_kwh - g
    return {
      region: name,
      zone: figure.zone,
      g_per_kwh: figure.gPerKwh.value,
      pue,
      g_per_it_kwh: g,
      kind: figure.kind,
      source: figure.source,
      as_of: figure.asOf,
      fallback: figure.fallback,
      cfe_share: carbonFreeShare(place.provider, place.region),
      saving: {
        share: baseline.g_per_it_kwh > 0 ? saved / baseline.g_per_it_kwh : 0,
        g: itWh === null ? null : (itWh / 1000) * saved,
      },
    }
  })
  const notes = new Map(rows.flatMap((row) => row.notes).map((note) => [`${note.code}${note.text}`, note]))
  const unknown = given === null ? rows.filter(({ place }) => place.provider === null).map(({ name }) => name) : []
  const own = [...kindNotes(ranked), ...buildingNotes(unknown, rows.length)]
  return { best: ranked[0]?.region ?? '', baseline, ranked, notes: [...notes.values(), ...own] }
}

/** The place where the report's energy was used. */
function baselineOf(report: Parameters<typeof whereToRun>[2]): WhereAnswer['baseline'] | null {
  if (!report?.intensity) return null
  const { provider, region } = report.machine ?? { provider: null, region: null }
  const name = provider && region ? `${provider}:${region}` : (report.intensity.zone ?? 'as reported')
  return { region: name, g_per_it_kwh: report.intensity.g_per_kwh * (report.pue ?? 1) }
}

/** Notes that figures of different kinds are compared. Lifecycle figures are higher than direct ones. */
function kindNotes(ranked: readonly RankedPlace[]): Note[] {
  const kinds = [...new Set(ranked.map(({ kind }) => kind))].sort()
  if (kinds.length < 2) return []
  const marginal = kinds.includes('marginal')
  const consequence = marginal
    ? 'a marginal one cannot be compared with an average'
    : 'places with similar figures may change order'
  return [
    note(
      'grid-kinds-differ',
      `figures of different kinds are compared (${kinds.join(', ')}): ${consequence}`,
      marginal ? 'warning' : 'info',
    ),
  ]
}

/** Notes that zones are compared with a provider's region, whose building is known. */
function buildingNotes(zones: readonly string[], places: number): Note[] {
  if (zones.length === 0 || zones.length === places) return []
  return [
    note(
      'pue-assumed',
      `the building in ${firstNames(zones, 5)} is unknown and counts with an average PUE: name the provider's region, or set pue`,
    ),
  ]
}
