import { INPUT_TRUST } from '../../../src/app/policy/input-trust.ts'
import { DEFAULTS, SETTINGS, type SetValues, type SettingName } from '../../../src/app/settings/table.ts'

const SAMPLES = [
  'false',
  'warn',
  '0.05',
  '1.01',
  '2',
  'azure:swedencentral',
  'https://grid.example',
  '1000 tests',
  'electricitymaps',
  '1 kg',
  '30 s',
  'true',
  'fail',
]
const DEFAULT_TEXT = (name: SettingName): string => JSON.stringify((DEFAULTS as SetValues)[name])

/** A value of a setting that differs from its default: found by trying, so that a new setting is covered as well. */
export function sampleOf(name: SettingName): string {
  const fitting = [...SAMPLES, 'estimate', 'stop', '1000', 'month'].filter((text) => {
    try {
      return JSON.stringify(SETTINGS[name].read(text, name)) !== DEFAULT_TEXT(name)
    } catch {
      return false
    }
  })
  const trust = INPUT_TRUST[name]
  // A rule with a stricter side is tried on its looser one.
  const looser = fitting.find(
    (text) => trust.kind === 'rule' && trust.isLooser(SETTINGS[name].read(text, name) as never),
  )
  const sample = looser ?? fitting[0]
  if (sample === undefined) throw new Error(`no sample value fits ${name}`)
  return sample
}

export const NAMES = Object.keys(SETTINGS) as SettingName[]
