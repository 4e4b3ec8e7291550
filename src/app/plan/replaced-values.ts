import { groupBy } from '../../core/group-by.ts'
import { type Note, note } from '../../core/notes.ts'
import type { SetValues, SettingName } from '../settings/table.ts'
import type { PhaseFields, Plan } from './plan-schema.ts'
import { PLACE_SETTINGS, WORK_SETTINGS } from './work-settings.ts'

/** Keys of a plan that are settings, which a flag or an input may replace. */
const KEYS = [...WORK_SETTINGS, ...PLACE_SETTINGS] as const satisfies readonly SettingName[]

/** Ways to say how long the work takes: given hours replace each of them. */
const AMOUNTS = ['gpu-hours', 'tokens', 'flop'] as const

/** Most values that a note lists. */
const MOST = 6

/**
 * Values of a plan that the step or command replaces, with the phases whose values they were.
 * @param given what was given to the step or command
 */
export function replacedNotes(plan: Plan, given: SetValues): Note[] {
  const phases: readonly PhaseFields[] = plan.phases ?? [{ name: plan.name ?? 'the plan' }]
  const listed = KEYS.flatMap((key) => {
    const value = given[key]
    if (value === undefined) return []
    const owners = groupBy(phases, (fields) => ownValue(plan, fields, key) ?? '')
    const old = [...owners].filter(([own]) => own !== '' && own !== String(value))
    const listedOld = old.map(([own, group]) => `${own} of ${[...new Set(group.map(nameOf))].join(' and ')}`)
    return old.length === 0 ? [] : [`${key} ${String(value)} replaces ${listedOld.join(', ')}`]
  })
  if (listed.length === 0) return []
  const more = listed.length > MOST ? ` and ${listed.length - MOST} more` : ''
  return [
    note(
      'plan-values-replaced',
      `flags or inputs replace values of the plan: ${listed.slice(0, MOST).join('; ')}${more}`,
    ),
  ]
}

/** The value of a phase, or of the plan where the phase has none; null where neither has one. */
function ownValue(plan: Plan, fields: PhaseFields, key: (typeof KEYS)[number]): string | null {
  const value = fields[key] ?? plan[key]
  if (value !== undefined) return String(value)
  const amount = key === 'hours' ? AMOUNTS.find((each) => (fields[each] ?? plan[each]) !== undefined) : undefined
  return amount === undefined ? null : `the hours computed from ${amount}`
}

function nameOf({ name, kind = 'pre-training' }: PhaseFields): string {
  return name ?? kind
}
