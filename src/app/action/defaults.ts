import type { Setting } from '../settings/setting.ts'
import { DEFAULTS, SETTINGS, type SettingName } from '../settings/table.ts'

/** Settings whose default is that of an input without a default. */
const NOT_IN_ACTION: ReadonlySet<string> = new Set(['format', 'ledger', 'stop-at'])

/** DEFAULTS of the settings as action.yml writes them; a test compares the two. */
export const ACTION_DEFAULTS: Readonly<Partial<Record<SettingName, string>>> = Object.fromEntries(
  Object.entries(DEFAULTS)
    .filter(([name]) => !NOT_IN_ACTION.has(name))
    .map(([name, value]) => {
      const { unit } = SETTINGS[name as SettingName] as Setting<unknown>
      return [name, unit === 's' ? `${String(value)} s` : String(value)]
    }),
)
