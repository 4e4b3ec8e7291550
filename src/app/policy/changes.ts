import type { Budget } from '../../core/budget.ts'
import { type Note, note } from '../../core/notes.ts'
import { limitOf, strictest } from '../settings/budget-key.ts'
import type { ConfigFile } from '../settings/config-file.ts'
import type { SettingName } from '../settings/table.ts'

/**
 * What a pull request changes about its own judgement, and what holds instead. The texts hold budget lines and values
 * of both files: untrusted.
 */
export function changesOf(base: ConfigFile | null, head: ConfigFile | null, path: string): Note[] {
  if (!base) return head && linesOf(head).length > 0 ? [note('budget-changed', `${path} is new here: it applies.`)] : []
  if (!head) return [note('budget-loosened', `${path} is missing here: what it says at the base applies.`)]
  return [...budgetChanges(linesOf(base), linesOf(head)), ...settingChanges(base, head)]
}

function linesOf(file: ConfigFile): Budget[] {
  return [...file.budgets, ...(file.values.budget ?? [])]
}

function budgetChanges(base: readonly Budget[], head: readonly Budget[]): Note[] {
  const before = strictest(base)
  const after = strictest(head)
  const notes: Note[] = []
  for (const [key, was] of before) {
    const is = after.get(key)
    if (!is) notes.push(note('budget-loosened', `The budget ${was.line} is removed here: it is enforced all the same.`))
    else if (limitOf(is) > limitOf(was))
      notes.push(
        note('budget-loosened', `The budget is raised here from ${was.line} to ${is.line}: ${was.line} is enforced.`),
      )
    else if (limitOf(is) < limitOf(was))
      notes.push(
        note('budget-tightened', `The budget is lowered here from ${was.line} to ${is.line}: ${is.line} is enforced.`),
      )
  }
  for (const [key, is] of after) {
    if (!before.has(key)) notes.push(note('budget-tightened', `The budget ${is.line} is new here: it is enforced.`))
  }
  return notes
}

/** Settings decide too: a region with cleaner power, a lower coverage, no enforcement. */
function settingChanges(base: ConfigFile, head: ConfigFile): Note[] {
  const names = [...new Set([...Object.keys(base.values), ...Object.keys(head.values)])] as SettingName[]
  const notes = names
    .filter((name) => name !== 'budget' && shown(base.values[name]) !== shown(head.values[name]))
    .map((name) => {
      const change = `from ${shown(base.values[name])} to ${shown(head.values[name])}`
      return note('budget-changed', `The setting ${name} is changed here ${change}: it counts once it is merged.`)
    })
  if (base.extends === head.extends) return notes
  const change = `from ${base.extends ?? 'none'} to ${head.extends ?? 'none'}`
  return [
    ...notes,
    note('budget-changed', `The organisation's file is changed here ${change}: it counts once it is merged.`),
  ]
}

/** A setting's value, for people. */
export function shown(value: unknown): string {
  if (value === undefined) return 'not set'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
