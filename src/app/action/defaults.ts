import type { SettingName } from '../settings/table.ts'

/** Defaults as action.yml writes them; a test compares the two. They mean the same as DEFAULTS of the settings. */
export const ACTION_DEFAULTS: Readonly<Partial<Record<SettingName, string>>> = {
  mode: 'job',
  config: '.github/carbon-gate.yml',
  enforce: 'true',
  strict: 'false',
  embodied: 'true',
  'grid-provider': 'static',
  comment: 'auto',
  'on-ledger-error': 'warn',
  'on-exceed': 'fail',
  'stop-grace': '300 s',
  'cancel-run': 'false',
  'on-measurement-error': 'fail',
  reports: 'true',
  'min-coverage': '0.9',
  'max-api-wait': '10 s',
  'top-processes': 'false',
  'waiver-label': 'carbon-waiver',
}
