import { ConfigurationError } from '../../core/errors.ts'
import { parseConfigFile } from '../settings/config-file.ts'
import { readSettingsFile } from '../settings/settings-file.ts'
import type { SetValues, SettingName, Settings } from '../settings/table.ts'

/** The work and the hardware of a plan. */
export const WORK_SETTINGS: readonly SettingName[] = [
  'hours',
  'processors',
  'watts',
  'idle-watts',
  'full-watts',
  'cpu',
  'vcpus',
  'utilization',
  'memory-gb',
  'gpu',
  'gpus',
  'gpu-utilization',
]

/** What a plan is made of: the work, the hardware and the place. How it is judged is not the plan's to say. */
const PLAN_KEYS: ReadonlySet<string> = new Set<SettingName>([
  ...WORK_SETTINGS,
  'region',
  'zone',
  'intensity',
  'pue',
  'lifetime-years',
  'units',
])

/**
 * Reads the plan file that the settings name. Other settings win over it, except those of the config file on the command line, which
 * is about all work while the plan is about this work.
 * @param given flags of the command line, which win over the plan
 * @throws ConfigurationError also for a key that a plan does not have: a budget there would be ignored silently
 */
export function withPlan(settings: Settings, given?: SetValues): Settings {
  if (settings.plan === undefined) return settings
  const values = planOf(settings.plan)
  return given ? { ...settings, ...values, ...given } : { ...values, ...settings }
}

function planOf(file: string): SetValues {
  const { budgets, extends: organisation, runners, values } = parseConfigFile(readSettingsFile(file, 'plan'), file)
  const other = { budgets, extends: organisation ?? [], runners }
  const foreign = [
    ...Object.entries(other).flatMap(([key, value]) => (Object.keys(value).length > 0 ? [key] : [])),
    ...Object.keys(values).filter((key) => !PLAN_KEYS.has(key)),
  ][0]
  if (foreign === undefined) return values
  throw new ConfigurationError(
    `${file}: ${foreign} is not a key of a plan: put it into the config file or give it to the step; a plan has ${[...PLAN_KEYS].join(', ')}`,
  )
}
