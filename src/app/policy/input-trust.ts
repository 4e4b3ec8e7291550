import { DEFAULTS, type SetValues, type SettingName } from '../settings/table.ts'

/**
 * What an input of a proposal may do. `harmless`: it does not change the verdict. `task`: it says what the step does and what it judges,
 * which only the step can know; the comment lists a change. `rule`: it decides the verdict; the comment lists it where it loosens.
 * `base-only`: it would lead a token or a check run elsewhere, so it counts only when the base sets the same.
 */
type InputTrust<Name extends SettingName> =
  | { readonly kind: 'harmless' | 'task' | 'base-only' }
  | { readonly kind: 'rule'; isLooser(value: NonNullable<SetValues[Name]>): boolean }

const HARMLESS = { kind: 'harmless' } as const
const TASK = { kind: 'task' } as const
const BASE_ONLY = { kind: 'base-only' } as const
/** A rule without a known stricter side: any value of its own counts as looser. */
const ANY_VALUE = { kind: 'rule', isLooser: (): boolean => true } as const

/** Every setting is classified here; a new one does not compile without its row. */
export const INPUT_TRUST: { readonly [Name in SettingName]: InputTrust<Name> } = {
  mode: TASK,
  // Adds to the lines of the base, so it can only tighten.
  budget: TASK,
  // The base's workflow decides which file rules (base-config.ts).
  config: HARMLESS,
  enforce: { kind: 'rule', isLooser: (enforce) => !enforce },
  // Only `true` differs from the default, and it tightens.
  strict: TASK,
  logs: TASK,
  format: TASK,
  'log-columns': TASK,
  usage: TASK,
  // A factor may be lower than what was used before.
  factors: ANY_VALUE,
  units: TASK,
  region: ANY_VALUE,
  zone: ANY_VALUE,
  intensity: ANY_VALUE,
  pue: ANY_VALUE,
  embodied: { kind: 'rule', isLooser: (embodied) => !embodied },
  // A longer life makes every hour carry less.
  'lifetime-years': ANY_VALUE,
  'boavizta-url': BASE_ONLY,
  'grid-provider': BASE_ONLY,
  'grid-url': BASE_ONLY,
  // Energy of a power log without times is power x interval.
  interval: TASK,
  comment: HARMLESS,
  ledger: ANY_VALUE,
  // The default is warn; a base that sets fail wins over the input.
  'on-ledger-error': TASK,
  'on-period-exceeded': { kind: 'rule', isLooser: (action) => action === 'warn' },
  // The default is fail; a base that sets stop wins over the input.
  'on-exceed': TASK,
  // More lines that stop; a base that names some wins over the input.
  'stop-at': TASK,
  'stop-grace': { kind: 'rule', isLooser: (seconds) => seconds > DEFAULTS['stop-grace'] },
  // It only ends the proposal's own run.
  'cancel-run': HARMLESS,
  'on-measurement-error': { kind: 'rule', isLooser: (action) => action === 'warn' },
  // An estimate may be lower or higher than what was measured.
  reports: ANY_VALUE,
  'min-coverage': { kind: 'rule', isLooser: (share) => share < DEFAULTS['min-coverage'] },
  // Without an answer in time the static figure of the grid counts, which may be lower.
  'max-api-wait': { kind: 'rule', isLooser: (seconds) => seconds < DEFAULTS['max-api-wait'] },
  'top-processes': HARMLESS,
  hours: TASK,
  processors: TASK,
  watts: TASK,
  // A lower reading makes every job smaller.
  'idle-watts': ANY_VALUE,
  'full-watts': ANY_VALUE,
  instance: TASK,
  cpu: TASK,
  vcpus: TASK,
  gpu: TASK,
  gpus: TASK,
  'gpu-watts': TASK,
  utilization: TASK,
  'gpu-utilization': TASK,
  'memory-gb': TASK,
  plan: TASK,
  duration: HARMLESS,
  within: HARMLESS,
  regions: HARMLESS,
  'check-run': BASE_ONLY,
  'waiver-label': {
    kind: 'rule',
    isLooser: (label) => label !== '' && label.toLowerCase() !== DEFAULTS['waiver-label'],
  },
}
