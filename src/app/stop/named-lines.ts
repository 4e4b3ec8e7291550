import type { AbsoluteBudget, Budget, GrowthBudget } from '../../core/budget.ts'
import { DAY_MS, dayOf, spanAround } from '../../core/calendar.ts'
import type { Judgeable, JudgingContext, SetBudget } from '../../core/judge-report.ts'
import type { LimitedLine } from '../../core/stop/limit-share.ts'
import { unjudged } from '../../core/unjudged.ts'
import type { STOP_AT } from '../settings/table.ts'

/** Kinds of lines that stop work only where `stop-at` names them, because a history decides over them. */
export type NamedKind = (typeof STOP_AT)[number]

/** What is known of earlier work when the work starts, in the form in which the end is judged. */
export interface StopHistory extends Pick<
  JudgingContext,
  'totals' | 'organisationTotals' | 'ledgerProblem' | 'isPeriodWarned' | 'baselineWh'
> {
  /** Name of the job whose earlier runs were looked for; missing if none were. */
  readonly jobName?: string
  /** Start of the work, Unix ms. */
  readonly nowMs: number
}

/**
 * Why a line that `stop-at` names stops nothing: no ledger is set, what the ledger has is unknown, earlier runs of the branch are
 * unknown, the setting says so, or its metric cannot be computed.
 */
type UnarmedCode = 'no-ledger' | 'ledger-unknown' | 'baseline-unknown' | 'period-warns' | 'metric-unknown'

/** The same for people, with what they can do about it. */
export interface Unarmed {
  readonly code: UnarmedCode
  readonly reason: string
}

/** A limit that can be watched, or why it is only judged at the end. */
export type NamedLimit = Pick<LimitedLine, 'limit' | 'before'> | Unarmed

/** Kind by which `stop-at` names a line; null for lines that it cannot name. */
export function namedKindOf(budget: Budget): NamedKind | null {
  if (budget.kind === 'growth') return 'growth'
  const scope = budget.kind === 'absolute' ? budget.scope : null
  return scope === 'day' || scope === 'week' || scope === 'month' ? scope : null
}

/** Whether a history is needed to know which lines stop the work. */
export function isHistoryNeeded(kinds: readonly NamedKind[], budgets: readonly SetBudget[]): boolean {
  return budgets.some(({ budget }) => {
    const kind = namedKindOf(budget)
    return kind !== null && kinds.includes(kind)
  })
}

/** Work that has used nothing yet: judging it shows what was used before. */
export function nothingUsed(name: string): Judgeable {
  const draft = unjudged({ kind: 'job', name })
  return {
    draft: {
      ...draft,
      energy: { ...draft.energy, total_wh: 0 },
      emissions: { ...draft.emissions, total_g: 0 },
      water: { total_l: 0, onsite_l: null, offsite_l: null, low_l: null, high_l: null, without_hydro_l: null },
    },
    judging: { doubt: null, ownScopes: [] },
  }
}

const NO_BASELINE =
  'earlier runs are known only to jobs of the action (mode: job) for which ledger is set; elsewhere a line such as 5 g or 2 kg per month can stop the work'

/**
 * The limit of a line that `stop-at` names. Only what a ledger has counts: runs that it lacks can delay a stop, never cause one.
 * @param history null: nothing could be read
 */
export function namedLimit(budget: AbsoluteBudget | GrowthBudget, history: StopHistory | null): NamedLimit {
  if (budget.kind === 'growth') {
    if (history?.baselineWh === undefined) return unarmed(history ? 'baseline-unknown' : 'no-ledger', NO_BASELINE)
    const baselineWh = history.baselineWh[budget.branch]
    if (baselineWh === undefined) {
      const job = JSON.stringify(history.jobName ?? 'job')
      const reason = `the ledger has no earlier run of ${job} on ${budget.branch}, or it did not answer in time`
      return unarmed('baseline-unknown', reason)
    }
    return { limit: baselineWh * (1 + budget.limit) }
  }
  if (history === null)
    return unarmed('no-ledger', 'no ledger is set: set ledger, which contains the use of earlier runs')
  const { scope, metric, limit } = budget
  if (history.ledgerProblem) return unarmed('ledger-unknown', history.ledgerProblem.text)
  if (history.isPeriodWarned) {
    return unarmed('period-warns', 'on-period-exceeded is warn, so a budget that is used up only warns')
  }
  const used = (budget.isOrganisation ? history.organisationTotals : history.totals)?.[scope]?.[metric] ?? null
  if (used === null) return unarmed('ledger-unknown', `the ledger does not say what the ${scope} has used before`)
  const { to } = spanAround(dayOf(history.nowMs), scope as 'day' | 'week' | 'month')
  return { limit, before: { used, forSeconds: (Date.parse(to) + DAY_MS - history.nowMs) / 1000 } }
}

function unarmed(code: UnarmedCode, reason: string): Unarmed {
  return { code, reason }
}
