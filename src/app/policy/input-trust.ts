import type { Budget } from '../../core/budget.ts'
import { type Note, note } from '../../core/notes.ts'
import { limitOf, strictest } from '../settings/budget-key.ts'
import { shown } from './changes.ts'
import { DEFAULTS, type SetValues, type SettingName } from '../settings/table.ts'
import type { BaseInputs } from './base-inputs.ts'

/**
 * What an input of a proposal may do. `base-only`: it would lead a token or a check run elsewhere, so it counts only when the base
 * sets the same. `rule`: it decides the verdict; it counts, and the comment lists it where it loosens. `task`: it says what the step
 * does and what it judges, which only the step can know.
 */
type InputTrust<Name extends SettingName> =
  | { readonly kind: 'base-only' | 'task' }
  | { readonly kind: 'rule'; isLooser(value: NonNullable<SetValues[Name]>): boolean }

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
  config: TASK,
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
  interval: TASK,
  comment: TASK,
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
  'cancel-run': TASK,
  'on-measurement-error': { kind: 'rule', isLooser: (action) => action === 'warn' },
  // An estimate may be lower or higher than what was measured.
  reports: ANY_VALUE,
  'min-coverage': { kind: 'rule', isLooser: (share) => share < DEFAULTS['min-coverage'] },
  'max-api-wait': TASK,
  'top-processes': TASK,
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
  duration: TASK,
  within: TASK,
  regions: TASK,
  'check-run': BASE_ONLY,
  'waiver-label': {
    kind: 'rule',
    isLooser: (label) => label !== '' && label.toLowerCase() !== DEFAULTS['waiver-label'],
  },
}

/**
 * Inputs that do not change the verdict, or that only the base sets. The comment lists a change of any other input, because the change
 * may loosen the gate by a smaller figure, a raised budget or a missing rule.
 */
const WITHOUT_VERDICT: ReadonlySet<SettingName> = new Set([
  'config',
  'interval',
  'comment',
  'cancel-run',
  'max-api-wait',
  'top-processes',
  'duration',
  'within',
  'regions',
])

/** Inputs of a proposal that count, and what the comment says of them. */
export interface TrustedInputs {
  readonly given: SetValues
  readonly notes: readonly Note[]
}

/**
 * Drops the inputs that a proposal may not set, and lists those that loosen what it is judged by.
 * @param set what the base's file and the organisation's set: it wins over inputs
 * @param inputs what the base's workflow gives to this step
 * @param isProtected the base's file alone decides (`protect: true`)
 */
export function trustedInputs(
  given: SetValues,
  set: SetValues,
  inputs: BaseInputs,
  isProtected: boolean,
): TrustedInputs {
  const kept: Record<string, unknown> = {}
  const dropped: string[] = []
  const unprotected: { readonly name: SettingName; readonly text: string; readonly isAtBase: boolean }[] = []
  for (const [name, value] of Object.entries(given) as [SettingName, NonNullable<SetValues[SettingName]>][]) {
    const { kind } = INPUT_TRUST[name]
    const isAtBase = JSON.stringify(inputs?.[name]) === JSON.stringify(value)
    const isOverruled = set[name] !== undefined
    const text = `${name}: ${shown(value)}`
    if (kind === 'task' || (kind === 'base-only' && isAtBase) || isOverruled) kept[name] = value
    else if (kind === 'base-only' || isProtected) dropped.push(text)
    else {
      kept[name] = value
      if (isLooser(name, value)) unprotected.push({ name, text, isAtBase })
    }
  }
  const changed = changedInputs(given, set, inputs).filter(
    (name) =>
      INPUT_TRUST[name].kind === 'task' || (!isProtected && !unprotected.some((listed) => listed.name === name)),
  )
  const notes = [...droppedNote(dropped), ...unprotectedNote(unprotected), ...changedNote(changed, given, inputs)]
  return { given: kept as SetValues, notes }
}

/** Inputs that the workflow at the base sets, and that the proposal changes or removes. */
function changedInputs(given: SetValues, set: SetValues, inputs: BaseInputs): SettingName[] {
  return (Object.keys(inputs ?? {}) as SettingName[]).filter((name) => {
    if (WITHOUT_VERDICT.has(name) || INPUT_TRUST[name].kind === 'base-only') return false
    if (name === 'budget') return isRaised(inputs?.budget ?? [], given.budget ?? [])
    return set[name] === undefined && JSON.stringify(given[name]) !== JSON.stringify(inputs?.[name])
  })
}

/** Whether budget lines of an input are raised or removed. */
function isRaised(before: readonly Budget[], after: readonly Budget[]): boolean {
  const now = strictest(after)
  return [...strictest(before)].some(([key, line]) => {
    const kept = now.get(key)
    return !kept || limitOf(kept) > limitOf(line)
  })
}

function changedNote(changed: readonly SettingName[], given: SetValues, inputs: BaseInputs): Note[] {
  if (changed.length === 0) return []
  const text = (name: SettingName, values: BaseInputs): string =>
    name === 'budget' ? (values?.budget?.map(({ line }) => line).join(', ') ?? shown(undefined)) : shown(values?.[name])
  const listed = changed.map((name) => `${name} from ${text(name, inputs)} to ${text(name, given)}`).join('; ')
  return [note('unprotected-input', `Inputs that decide what is judged are changed here: ${listed}.`)]
}

function isLooser(name: SettingName, value: unknown): boolean {
  const trust = INPUT_TRUST[name] as InputTrust<SettingName>
  return trust.kind === 'rule' && trust.isLooser(value as never)
}

function droppedNote(inputs: readonly string[]): Note[] {
  if (inputs.length === 0) return []
  const text = `Inputs that a pull request may not set are ignored: ${inputs.join('; ')}. Set them in the config file of the base branch.`
  return [note('input-ignored', text)]
}

function unprotectedNote(inputs: readonly { readonly text: string; readonly isAtBase: boolean }[]): Note[] {
  if (inputs.length === 0) return []
  const level = inputs.every(({ isAtBase }) => isAtBase) ? 'info' : 'warning'
  const listed = inputs.map(({ text }) => text).join('; ')
  const text = `Inputs that any pull request can change are in force: ${listed}. Set them in the config file of the base branch to protect them.`
  return [note('unprotected-input', text, level)]
}
