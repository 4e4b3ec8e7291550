import type { Budget } from '../../core/budget.ts'
import { type Note, note } from '../../core/notes.ts'
import { limitOf, strictest } from '../settings/budget-key.ts'
import { DEFAULTS, type SetValues, type SettingName } from '../settings/table.ts'
import type { BaseInputs } from './base-inputs.ts'
import { shown } from './changes.ts'
import { INPUT_TRUST } from './input-trust.ts'

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
  inputs: BaseInputs | null,
  isProtected: boolean,
): TrustedInputs {
  const names = Object.keys(given) as SettingName[]
  const free = names.filter((name) => set[name] === undefined)
  const isAtBase = (name: SettingName): boolean => isEqual(given[name], inputs?.values[name])
  const isDropped = (name: SettingName): boolean =>
    INPUT_TRUST[name].kind === 'base-only' ? !isAtBase(name) : isProtected && INPUT_TRUST[name].kind === 'rule'
  const dropped = free.filter(isDropped)
  const loosened = free.filter((name) => !dropped.includes(name) && isLooser(name, given[name]))
  const changed = changedInputs(given, set, inputs).filter(
    (name) => INPUT_TRUST[name].kind === 'task' || (!isProtected && !loosened.includes(name)),
  )
  const listed = (some: readonly SettingName[]): string =>
    some.map((name) => `${name}: ${shown(given[name])}`).join('; ')
  const notes: Note[] = []
  if (dropped.length > 0) {
    const text = `Inputs that a pull request may not set are ignored: ${listed(dropped)}. Set them in the config file of the base branch.`
    notes.push(note('input-ignored', text))
  }
  if (loosened.length > 0) {
    const text = `Inputs that any pull request can change are in force: ${listed(loosened)}. Set them in the config file of the base branch to protect them.`
    notes.push(note('unprotected-input', text, loosened.every(isAtBase) ? 'info' : 'warning'))
  }
  if (changed.length > 0) {
    const changes = changed.map((name) => `${name} from ${textOf(name, inputs?.values)} to ${textOf(name, given)}`)
    const text = `Inputs that decide what is judged are changed here: ${changes.join('; ')}.`
    notes.push(note('unprotected-input', text))
  }
  const kept = names.filter((name) => !dropped.includes(name)).map((name) => [name, given[name]])
  return { given: Object.fromEntries(kept) as SetValues, notes }
}

/** Inputs about the task or a rule that differ from those of the base's workflow. */
function changedInputs(given: SetValues, set: SetValues, inputs: BaseInputs | null): SettingName[] {
  if (!inputs) return []
  const { values, unknown } = inputs
  const names = Object.keys({ ...values, ...given }) as SettingName[]
  return names.filter((name) => {
    const { kind } = INPUT_TRUST[name]
    if (unknown.has(name) || kind === 'harmless' || kind === 'base-only') return false
    if (name === 'budget') return isRaised(values.budget ?? [], given.budget ?? [])
    // A rule that only the proposal sets either loosens, and is listed for that, or tightens.
    if (set[name] !== undefined || (kind === 'rule' && values[name] === undefined)) return false
    const usual = (DEFAULTS as SetValues)[name]
    return !isEqual(given[name] ?? usual, values[name] ?? usual)
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

function isLooser<Name extends SettingName>(name: Name, value: SetValues[Name]): boolean {
  const trust = INPUT_TRUST[name]
  return trust.kind === 'rule' && trust.isLooser(value as never)
}

function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

function textOf(name: SettingName, values: SetValues = {}): string {
  return name === 'budget' && values.budget ? values.budget.map(({ line }) => line).join(', ') : shown(values[name])
}
