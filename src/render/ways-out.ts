import type { Report } from '../core/report.ts'
import { inert } from './escape.ts'
import { type BudgetFile, linked } from './links.ts'

/** Which verdicts fail the build. */
export interface Enforcement {
  /** Whether the verdict fails the build. True by default. */
  readonly isEnforced?: boolean
  /** Whether a figure that cannot be trusted fails the build. True by default. */
  readonly isDoubtFatal?: boolean
}

/** What a person may do about a budget that is exceeded. */
export interface WaysOut extends Enforcement {
  /** The file of the budget; null where there is none. */
  readonly budgetFile?: BudgetFile | null
  /** Label that waives a failure on a pull request; null where no label does. Untrusted. */
  readonly waiverLabel?: string | null
}

/**
 * `**If this is intended,** raise the line in ... or ...`: where the budget can be changed, and who may let this pull request pass;
 * whether the build fails for lack of a figure. Empty string for a report that passes or has no budget.
 */
export function waysOut(
  report: Report,
  { budgetFile, waiverLabel, isEnforced = true, isDoubtFatal = true }: WaysOut,
): string {
  const { verdict } = report
  if (verdict !== 'fail' && verdict !== 'indeterminate') return ''
  const excuse = excuseOf(report, { isEnforced, isDoubtFatal })
  if (excuse !== '') return excuse
  if (verdict === 'indeterminate') return 'This fails the build: what cannot be judged does not pass.'
  const ways = [raiseBudget(report, budgetFile ?? null), waiverLabel ? waive(waiverLabel) : null].filter(Boolean)
  return ways.length === 0 ? '' : `**If this is intended,** ${ways.join(', or ')}.`
}

/** Why a report that fails or is indeterminate does not fail the build; empty string where it does, and for any other report. */
export function excuseOf({ verdict }: Report, { isEnforced = true, isDoubtFatal = true }: Enforcement): string {
  if (verdict !== 'fail' && verdict !== 'indeterminate') return ''
  if (!isEnforced) return 'This does not fail the build: `enforce` is false.'
  if (verdict === 'fail' || isDoubtFatal) return ''
  return 'This does not fail the build: `on-measurement-error` is warn.'
}

function waive(label: string): string {
  return `a person with write access can set the label **${inert(label, 50)}** after the newest commit`
}

/** Where the line that failed is written. */
function raiseBudget({ budgets }: Report, file: BudgetFile | null): string | null {
  const source = budgets.find(({ verdict }) => verdict === 'fail')?.source
  if (source === 'input') return 'raise `budget` in the workflow file'
  if (source === 'flag') return 'raise `--budget`'
  if (source === 'organisation') return "ask the organisation to raise its file's budget"
  if (source !== 'base' && source !== 'file') return null
  if (file === null) return 'raise the line in the budget file'
  const path = linked(inert(file.path), file.url)
  if (source === 'file') return `raise the line in ${path}`
  const branch = file.branch === null ? 'the base branch' : inert(file.branch, 40)
  return `raise the line in ${path} on ${branch} (a pull request cannot raise its own budget)`
}
