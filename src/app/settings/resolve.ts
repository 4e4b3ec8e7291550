import { note } from '../../core/notes.ts'
import type { SetBudget } from '../../core/judge-report.ts'
import type { Note } from '../../core/report.ts'
import { budgetKey, limitOf, strictest } from './budget-key.ts'
import type { ConfigFile } from './config-file.ts'
import { floored } from './floors.ts'
import { DEFAULTS, type SetValues, type Settings } from './table.ts'

/** Settings and budget lines after precedence. */
export interface Resolved {
  readonly settings: Settings
  /** Strongest source first. */
  readonly budgets: readonly SetBudget[]
  /** What of them is not as somebody may think. */
  readonly notes: readonly Note[]
}

/** Where settings may come from. */
export interface Sources {
  /** Inputs of the step or flags of the command. */
  readonly given: SetValues
  /** The file of the tree at hand; null when there is none. */
  readonly file: ConfigFile | null
  /** On a pull request, the base commit's file; null elsewhere, or when the base has none. */
  readonly base: ConfigFile | null
  /** The organisation's file that the repository extends; null when there is none. */
  readonly organisation?: ConfigFile | null
}

/**
 * Precedence. Elsewhere what the step says wins over the file. On a pull request it is the other way round: what the base commit's
 * file sets wins, because the pull request supplies the workflow and its own file. Budget lines of all sources apply together, so
 * a pull request can tighten its budget and never loosen it. An organisation's file is a floor under all of them.
 */
export function resolve({ given, file, base, organisation = null }: Sources): Resolved {
  const lower = base ? {} : (file?.values ?? {})
  const set: SetValues = { ...lower, ...given, ...base?.values }
  const settings: Settings = { ...DEFAULTS, ...set, ...floored(organisation?.values ?? {}, set) }
  const budgets: SetBudget[] = [
    ...linesOf(organisation, 'organisation'),
    ...linesOf(base, 'base'),
    ...tightening(linesOf(file, 'file'), linesOf(base, 'base')),
    ...(given.budget ?? []).map((budget) => ({ budget, source: 'input' })),
  ]
  return { settings, budgets, notes: ledgerNotes(settings) }
}

/** A setting that did nothing without a word would be taken for a budget that is watched. */
function ledgerNotes({ ledger }: Settings): Note[] {
  if (ledger === '') return []
  const text = `ledger: this version keeps no history yet, so nothing is written to ${ledger}, and lines per day, week, month and pull request are not judged`
  return [note('ledger-not-kept', text)]
}

/** On a pull request a line of its own that is looser than the base's says nothing. */
function tightening(own: readonly SetBudget[], base: readonly SetBudget[]): readonly SetBudget[] {
  const limits = strictest(base.map(({ budget }) => budget))
  return own.filter(({ budget }) => {
    const limit = limits.get(budgetKey(budget))
    return !limit || limitOf(budget) < limitOf(limit)
  })
}

function linesOf(config: ConfigFile | null, source: string): SetBudget[] {
  return [...(config?.budgets ?? []), ...(config?.values.budget ?? [])].map((budget) => ({ budget, source }))
}
