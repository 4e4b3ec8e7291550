import { type Units, plural } from '../../core/functional-unit.ts'
import type { Budget } from '../../core/budget.ts'
import { type Note, note } from '../../core/notes.ts'
import { limitOf, strictest } from '../settings/budget-key.ts'
import type { ConfigFile } from '../settings/empty-config.ts'
import type { SettingName } from '../settings/table.ts'

/**
 * What a proposal changes about the rules that it is judged by, and what applies instead. The texts contain budget lines and values of
 * both files: untrusted.
 */
export function changesOf(base: ConfigFile | null, head: ConfigFile | null, path: string): Note[] {
  if (!base)
    return head && linesOf(head).length > 0
      ? [note('budget-changed', `${path} is new here: its budget lines apply now, its settings once it is merged.`)]
      : []
  if (!head) return [note('budget-loosened', `${path} is removed here: the base branch's applies.`)]
  return [...budgetChanges(linesOf(base), linesOf(head)), ...settingChanges(base, head)]
}

function linesOf(file: ConfigFile): Budget[] {
  return [...file.budgets, ...(file.values.budget ?? [])]
}

function budgetChanges(base: readonly Budget[], head: readonly Budget[]): Note[] {
  const linesBefore = strictest(base)
  const linesAfter = strictest(head)
  const notes: Note[] = []
  for (const [key, before] of linesBefore) {
    const after = linesAfter.get(key)
    if (!after) notes.push(note('budget-loosened', `The budget ${before.line} is removed here: it is still enforced.`))
    else if (limitOf(after) > limitOf(before))
      notes.push(
        note(
          'budget-loosened',
          `The budget is raised here from ${before.line} to ${after.line}: ${before.line} is enforced.`,
        ),
      )
    else if (limitOf(after) < limitOf(before))
      notes.push(
        note(
          'budget-tightened',
          `The budget is lowered here from ${before.line} to ${after.line}: ${after.line} is enforced.`,
        ),
      )
  }
  for (const [key, after] of linesAfter) {
    if (!linesBefore.has(key))
      notes.push(note('budget-tightened', `The budget ${after.line} is new here: it is enforced.`))
  }
  return notes
}

/** Settings change the verdict too: a region with cleaner power, a lower coverage, no enforcement. */
function settingChanges(base: ConfigFile, head: ConfigFile): Note[] {
  const names = [...new Set([...Object.keys(base.values), ...Object.keys(head.values)])] as SettingName[]
  const notes = names
    .filter((name) => name !== 'budget' && shown(base.values[name]) !== shown(head.values[name]))
    .map((name) => {
      const change = `from ${shown(base.values[name])} to ${shown(head.values[name])}`
      return note('budget-changed', `The setting ${name} is changed here ${change}: it applies once it is merged.`)
    })
  if (base.extends === head.extends) return notes
  const change = `from ${base.extends ?? 'none'} to ${head.extends ?? 'none'}`
  return [
    ...notes,
    note('budget-changed', `The organisation's file is changed here ${change}: it applies once it is merged.`),
  ]
}

/** A setting's value, for people. */
export function shown(value: unknown): string {
  if (value === undefined) return 'not set'
  if (isUnits(value)) return `${value.count} ${value.count === 1 ? value.name : plural(value.name)}`
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function isUnits(value: unknown): value is Units {
  return typeof value === 'object' && value !== null && 'name' in value && 'count' in value
}
