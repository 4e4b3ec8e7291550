import { Grid } from '../grid/choose.ts'
import { type Located, type Surroundings, locate } from '../grid/locate.ts'
import type { Settings } from './settings/table.ts'

type GridOptions = Pick<Settings, 'grid-provider' | 'grid-url' | 'max-api-wait'>

/**
 * The grid provider that the settings name. The token comes from the environment only (`CARBON_GATE_GRID_TOKEN`, or the action's
 * input): a flag would be seen in the list of processes.
 * @throws ConfigurationError for an address that must not be asked
 */
export function openGrid(
  settings: GridOptions,
  env: NodeJS.ProcessEnv,
  mask: (secret: string) => void = () => undefined,
): Grid {
  return new Grid({
    provider: settings['grid-provider'],
    url: settings['grid-url'] || env['CARBON_GATE_GRID_URL'],
    token: env['CARBON_GATE_GRID_TOKEN'],
    maxWaitS: settings['max-api-wait'],
    mask,
  })
}

/** Where it runs by the settings; where they say nothing, by the surroundings. @throws ConfigurationError */
export function locatedBy(
  { region, zone }: Pick<Settings, 'region' | 'zone'>,
  env: NodeJS.ProcessEnv,
  looksLike: Surroundings['looksLike'] = [],
): Promise<Located> {
  return locate({ region, zone }, { env, looksLike })
}
