import { type Judgeable, type SetBudget, judgeReport } from '../core/judge-report.ts'
import type { Note, Report } from '../core/report.ts'
import { VERSION } from '../core/version.ts'
import type { Settings } from './settings/table.ts'

/** What a report is judged by: the policy of an action, the settings of a command. */
export interface Rules {
  readonly budgets: readonly SetBudget[]
  /** Remarks on the budgets and settings, for the report. */
  readonly notes: readonly Note[]
  /** False if budgets that apply could not be read: then nothing passes. True by default. */
  readonly trusted?: boolean
  readonly settings: Pick<Settings, 'strict'>
}

/** Judges a report by the rules that apply. Actions, commands and the second stage all judge here. */
export function judge({ draft, judging }: Judgeable, { budgets, notes, trusted = true, settings }: Rules): Report {
  const withNotes = { ...draft, notes: [...draft.notes, ...notes] }
  return judgeReport(withNotes, VERSION, budgets, { ...judging, areBudgetsKnown: trusted, isStrict: settings.strict })
}
