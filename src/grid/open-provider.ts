import { ConfigurationError } from '../core/errors.ts'
import { checkedGridUrl } from './address.ts'
import { carbonAwareSdk } from './carbon-aware-sdk.ts'
import { ELECTRICITY_MAPS_URL, electricityMaps } from './electricitymaps.ts'
import type { GridClient } from './http.ts'
import type { GridProvider } from './provider.ts'
import type { GridProviderName, GridSettings } from './settings.ts'
import { staticProvider } from './static.ts'
import { UK_URL, ukCarbonIntensity } from './uk.ts'
import { WATTTIME_URL, wattTime } from './watttime.ts'

/** A provider that answers over the network. */
export type LiveProviderName = Exclude<GridProviderName, 'static'>

/** What a provider needs, and how it is opened. The type requires a token only if the row declares one. */
export type ProviderRow = {
  /** What it covers, for docs/regions.md. */
  readonly covers: string
  /** Null: there is no public service, so grid-url is required. */
  readonly defaultUrl: string | null
} & (
  | {
      readonly token: 'required'
      open(client: GridClient, base: URL, now: () => number, token: string): GridProvider
    }
  | {
      readonly token: 'optional'
      open(client: GridClient, base: URL, now: () => number, token: string | null): GridProvider
    }
  | { readonly token: 'none'; open(client: GridClient, base: URL, now: () => number): GridProvider }
)

/** The live providers. A name of `GRID_PROVIDERS` without a row does not compile. `npm run docs` writes the table of docs/regions.md from it. */
export const PROVIDERS: Readonly<Record<LiveProviderName, ProviderRow>> = {
  electricitymaps: {
    covers: 'most zones of the world; history and forecast',
    token: 'required',
    defaultUrl: ELECTRICITY_MAPS_URL,
    open: (client, base, now, token) => electricityMaps(client, token, base, now),
  },
  watttime: {
    covers: 'marginal intensity, most zones of the world; history and forecast; the token is `user:password`',
    token: 'required',
    defaultUrl: WATTTIME_URL,
    open: (client, base, now, token) => wattTime(client, token, base, now),
  },
  uk: {
    covers: 'Great Britain, also by postcode; history and forecast',
    token: 'none',
    defaultUrl: UK_URL,
    open: (client, base) => ukCarbonIntensity(client, base),
  },
  'carbon-aware-sdk': {
    covers: 'what your own Web API of the Carbon Aware SDK covers',
    token: 'optional',
    defaultUrl: null,
    open: (client, base, _now, token) => carbonAwareSdk(client, token, base),
  },
}

/** The provider that the settings name. @throws ConfigurationError for an address that must not be asked */
export function openProvider(
  { provider, token, url }: GridSettings,
  client: GridClient,
  now: () => number,
): GridProvider {
  if (provider === 'static') return staticProvider
  const row = PROVIDERS[provider]
  const base = checkedGridUrl(url || (row.defaultUrl ?? ''))
  switch (row.token) {
    case 'required':
      return row.open(client, base, now, token ?? '')
    case 'optional':
      return row.open(client, base, now, token || null)
    case 'none':
      return row.open(client, base, now)
  }
}

/**
 * Returns why the live provider cannot be used; null if it can.
 * @throws ConfigurationError for an address that must not be asked, or none where there is no default
 */
export function whatIsMissing({ provider, token, url }: GridSettings): string | null {
  if (provider === 'static') return null
  const row = PROVIDERS[provider]
  if (url) checkedGridUrl(url)
  else if (row.defaultUrl === null) {
    throw new ConfigurationError(
      `grid-provider ${provider} needs grid-url: it has no public service. Set grid-url to the address of your own`,
    )
  }
  return row.token === 'required' && !token ? `${provider} needs a token and none is set (forks get none)` : null
}
