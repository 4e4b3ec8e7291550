import { ConfigurationError } from '../core/errors.ts'
import { checkedGridUrl } from './address.ts'
import { carbonAwareSdk } from './carbon-aware-sdk.ts'
import { ELECTRICITY_MAPS_URL, electricityMaps } from './electricitymaps.ts'
import type { GridClient } from './http.ts'
import type { GridProvider } from './provider.ts'
import type { GridSettings } from './settings.ts'
import { staticProvider } from './static.ts'
import { UK_URL, ukCarbonIntensity } from './uk.ts'
import { WATTTIME_URL, wattTime } from './watttime.ts'

/** The provider that the settings name. @throws ConfigurationError for an address that must not be asked */
export function openProvider(
  { provider, token, url }: GridSettings,
  client: GridClient,
  now: () => number,
): GridProvider {
  const base = (own: string): URL => checkedGridUrl(url || own)
  switch (provider) {
    case 'static':
      return staticProvider
    case 'electricitymaps':
      return electricityMaps(client, token ?? '', base(ELECTRICITY_MAPS_URL), now)
    case 'watttime':
      return wattTime(client, token ?? '', base(WATTTIME_URL), now)
    case 'uk':
      return ukCarbonIntensity(client, base(UK_URL))
    case 'carbon-aware-sdk':
      return carbonAwareSdk(client, token || null, base(''))
  }
}

/**
 * Why the live provider cannot be asked at all; null when it can.
 * @throws ConfigurationError for an address that must not be asked, or none where there is no default
 */
export function whatIsMissing({ provider, token, url }: GridSettings): string | null {
  if (provider === 'static') return null
  if (url) checkedGridUrl(url)
  if (provider === 'carbon-aware-sdk' && !url) {
    throw new ConfigurationError(
      'grid-provider carbon-aware-sdk needs grid-url: the address at which you run its Web API',
    )
  }
  const needsToken = provider === 'electricitymaps' || provider === 'watttime'
  return needsToken && !token ? `${provider} needs a token and none is set (forks get none)` : null
}
