import type { GridFigure, PueFigure } from '../../core/footprint.ts'
import { lifetimeYears } from '../../core/embodied.ts'
import { type Range, makeRange } from '../../core/range.ts'
import type { SiteWater } from '../../core/water.ts'
import type { Note } from '../../core/report.ts'
import type { EnergyStretch } from '../../core/time-aligned.ts'
import { findInstance } from '../../data/cloud-instances.ts'
import { pueOf } from '../../data/cloud-regions.ts'
import { ewifOf, wueOf } from '../../data/water.ts'
import { checkedBoaviztaUrl } from '../../grid/boavizta.ts'
import { Grid } from '../../grid/choose.ts'
import { type Surroundings, givenPlace, locate } from '../../grid/locate.ts'
import { whatIsMissing } from '../../grid/open-provider.ts'
import type { Place, TimeSpan } from '../../grid/provider.ts'
import type { Settings } from '../settings/table.ts'

/** What a site adds to an energy: where it is, the building's overhead, its grid, its water, and how its hardware is counted. */
export interface SiteFactors {
  readonly place: Place
  readonly pue: PueFigure
  readonly grid: GridFigure
  readonly water: SiteWater
  /** Years that the hardware works, with range; null: `embodied` is false. */
  readonly lifetimeYears: Range | null
  readonly notes: readonly Note[]
  /** The live provider that was asked, with what is left of its allowance of waiting; null: the built-in tables. */
  readonly live: Grid | null
}

/** Settings that decide it. */
export type SiteSettings = Pick<
  Settings,
  | 'region'
  | 'zone'
  | 'intensity'
  | 'pue'
  | 'grid-provider'
  | 'grid-url'
  | 'max-api-wait'
  | 'embodied'
  | 'lifetime-years'
  | 'boavizta-url'
> &
  Partial<Pick<Settings, 'instance'>>

/** How a live provider may be asked. */
export interface GridAccess {
  readonly gridToken: string | null
  /** Called with each secret, so that logs mask it. */
  readonly mask?: (secret: string) => void
  /** Ends all waiting at once: the job was cancelled. */
  readonly signal?: AbortSignal
}

/** What is asked besides the settings. What is left out is not known, as of a plan. */
export interface SiteQuestion {
  readonly access: GridAccess
  readonly surroundings?: Surroundings
  /** When it ran; missing: now, or no time at all. */
  readonly span?: TimeSpan
  readonly timeline?: readonly EnergyStretch[]
  /** Whether the machine belongs to the user and seems not to be in a data centre. */
  readonly ownMachine?: boolean
}

/** Nothing is known of the machine, and nothing may be asked. */
const NO_SURROUNDINGS: Surroundings = { env: {}, looksLike: [] }

/** The grid provider that the settings name. @throws ConfigurationError for an address that must not be asked */
export function gridOf(settings: SiteSettings, { gridToken, mask, signal }: GridAccess): Grid {
  return new Grid({ ...providerOf(settings, gridToken), ...(mask && { mask }), ...(signal && { signal }) })
}

function providerOf(settings: SiteSettings, token: GridAccess['gridToken']) {
  return {
    provider: settings['grid-provider'],
    token,
    url: settings['grid-url'],
    maxWaitS: settings['max-api-wait'],
  }
}

/** Finds what is wrong with the settings before any work is done. @throws ConfigurationError as `findSite` would afterwards */
export function assertSiteSettings(settings: SiteSettings, { gridToken }: GridAccess): void {
  givenPlace(settings)
  if (settings['boavizta-url'] !== undefined) checkedBoaviztaUrl(settings['boavizta-url'])
  whatIsMissing(providerOf(settings, gridToken))
}

/**
 * Place, PUE and grid figure of a run. What was given wins; nothing that fails here is a reason to fail: it becomes a note.
 * @throws ConfigurationError for a region or zone that is not known, or an address that must not be asked
 */
export async function findSite(
  settings: SiteSettings,
  { access, surroundings = NO_SURROUNDINGS, span, timeline, ownMachine = false }: SiteQuestion,
): Promise<SiteFactors> {
  const { place: found, notes } = await locate(settings, surroundings)
  const place = withCloudOf(settings.instance, found)
  const pue = settings.pue === undefined ? usualPue(place, ownMachine) : givenPue(settings.pue)
  const rest = { water: waterFactors(place), lifetimeYears: lifetimeOf(settings, place) }
  if (settings.intensity !== undefined) {
    return { place, pue, grid: givenIntensity(settings.intensity, place), ...rest, notes: [], live: null }
  }
  const grid = gridOf(settings, access)
  const answer = span ? await grid.over(place, span, timeline) : await grid.at(place, null)
  const live = settings['grid-provider'] === 'static' ? null : grid
  return { place, pue, grid: answer.figure, ...rest, notes: [...notes, ...answer.notes], live }
}

/** An instance type says which cloud it is, where a zone or nothing was given as the place. */
function withCloudOf(instance: string | undefined, place: Place): Place {
  if (instance === undefined || place.provider !== null) return place
  return { ...place, provider: findInstance(instance)?.provider ?? null }
}

function waterFactors({ provider, region, zone }: Place): SiteWater {
  return { wue: wueOf(provider, region), ewif: ewifOf(zone) }
}

/** A cloud's or a CI service's machines are hosted; the user's own and those of an unknown place are not. */
function lifetimeOf(settings: SiteSettings, { provider, how }: Place): Range | null {
  if (!settings.embodied) return null
  return lifetimeYears(provider !== null || how === 'ci-provider', settings['lifetime-years'])
}

function givenPue(value: number): PueFigure {
  return { pue: makeRange(value), source: 'as given' }
}

function usualPue(place: Place, ownMachine: boolean): PueFigure {
  if (place.provider === null && ownMachine) {
    return { pue: makeRange(1), source: 'none: probably not a data centre' }
  }
  return pueOf(place.provider, place.region)
}

function givenIntensity(value: number, place: Place): GridFigure {
  return { gPerKwh: makeRange(value), zone: place.zone, kind: 'given', source: 'as given', asOf: null, fallback: false }
}
