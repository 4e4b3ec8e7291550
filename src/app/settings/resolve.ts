import type { BudgetSource, SetBudget } from '../../core/judge-report.ts'
import { assertReadings } from '../../core/power/wall-readings.ts'
import { note } from '../../core/notes.ts'
import type { Note } from '../../core/report.ts'
import { printable } from '../../core/text.ts'
import { budgetKey, limitOf, strictest } from './budget-key.ts'
import type { ConfigFile } from './empty-config.ts'
import { floored } from './floors.ts'
import { plausibilityNotes } from './plausibility.ts'
import { readingsOf } from './wall-readings.ts'
import { DEFAULTS, type SetValues, type Settings } from './table.ts'

/** Settings and budget lines after precedence. */
export interface Resolved {
  readonly settings: Settings
  /** Strongest source first. */
  readonly budgets: readonly SetBudget[]
  readonly notes: readonly Note[]
}

/** Where settings may come from. */
export interface Sources {
  /** Inputs of the step or flags of the command. */
  readonly given: SetValues
  /** Which of the two they are. Default: inputs. */
  readonly givenAs?: 'input' | 'flag'
  /** The file of the commit or working tree; null when there is none. Of a proposal only budget lines that tighten are used. */
  readonly file: ConfigFile | null
  /** The base commit's file where something is proposed, `EMPTY_CONFIG` when the base has none; null where nothing is proposed. */
  readonly base: ConfigFile | null
  /** The organisation's file that the repository extends; null without one. */
  readonly organisation?: ConfigFile | null
}

/**
 * Precedence. Outside of a proposal an input of the step wins over the file. Over a proposal the base commit's file wins over inputs,
 * because the proposal supplies the workflow, and the proposal's own file sets nothing. Budget lines of all sources apply together, so
 * a proposal can tighten its budget and never loosen it. An organisation's file is a floor under all of them.
 * @throws ConfigurationError when settings of two sources contradict each other
 */
export function resolve({ given, givenAs = 'input', file, base, organisation = null }: Sources): Resolved {
  const lower = base ? {} : (file?.values ?? {})
  const set: SetValues = { ...lower, ...given, ...base?.values }
  const settings: Settings = { ...DEFAULTS, ...set, ...floored(organisation?.values ?? {}, set) }
  assertReadings(readingsOf(settings))
  const budgets: SetBudget[] = [
    ...linesOf(organisation, 'organisation'),
    ...linesOf(base, 'base'),
    ...tightening(linesOf(file, 'file'), linesOf(base, 'base')),
    ...(given.budget ?? []).map((budget) => ({ budget, source: givenAs })),
  ]
  return { settings, budgets, notes: [...plausibilityNotes(settings), ...hiddenNotes(file)] }
}

/** The nearest file counts alone, as it does for linters: one without budgets turns those above it off. */
function hiddenNotes(file: ConfigFile | null): Note[] {
  if (file?.path === undefined || file.hides === undefined) return []
  const [own, above] = [printable(file.path), printable(file.hides)]
  return [
    note('config-hides-budgets', `${own} has no budgets and hides those of ${above}: remove it, or repeat them in it`),
  ]
}

/** Lines of a proposal that are stricter than the base's, or limit what the base does not. */
function tightening(own: readonly SetBudget[], base: readonly SetBudget[]): readonly SetBudget[] {
  const limits = strictest(base.map(({ budget }) => budget))
  return own.filter(({ budget }) => {
    const limit = limits.get(budgetKey(budget))
    return !limit || limitOf(budget) < limitOf(limit)
  })
}

function linesOf(config: ConfigFile | null, source: BudgetSource): SetBudget[] {
  return [...(config?.budgets ?? []), ...(config?.values.budget ?? [])].map((budget) => ({ budget, source }))
}
