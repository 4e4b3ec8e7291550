import { estimated } from '../estimate.ts'
import { priced } from '../pricing.ts'
import { readNamed } from '../report-output.ts'
import { parseConfigFile } from '../settings/config-file.ts'
import type { Settings } from '../settings/table.ts'
import { type Context, conclude, gridTokenOf } from './context.ts'

/** `estimate`: works out a plan. A plan says where it will run, or the figures of an unknown place stand in; the machine at hand is not asked. */
export async function estimateCommand(context: Context): Promise<number> {
  const settings = withPlan(context.settings)
  const pricing = await priced(settings, {
    surroundings: { env: {}, looksLike: [] },
    gridToken: gridTokenOf(context),
    span: null,
    timeline: null,
    ownMachine: false,
  })
  return conclude(context, estimated(settings, pricing), { trusted: true, ownScopes: ['job'] })
}

/** A plan file holds the same keys as the config file; what was given elsewhere wins. @throws ConfigurationError */
function withPlan(settings: Settings): Settings {
  if (settings.plan === undefined) return settings
  return { ...parseConfigFile(readNamed(settings.plan, 'plan'), settings.plan).values, ...settings }
}
