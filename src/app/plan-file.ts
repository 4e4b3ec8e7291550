import { readNamed } from './report-output.ts'
import { parseConfigFile } from './settings/config-file.ts'
import type { Settings } from './settings/table.ts'

/** A plan file holds the same keys as the config file; what was set elsewhere wins. @throws ConfigurationError */
export function withPlan(settings: Settings): Settings {
  if (settings.plan === undefined) return settings
  return { ...parseConfigFile(readNamed(settings.plan, 'plan'), settings.plan).values, ...settings }
}
