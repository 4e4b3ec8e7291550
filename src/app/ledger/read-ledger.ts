import { ConfigurationError } from '../../core/errors.ts'
import type { Judgeable, SetBudget } from '../../core/judge-report.ts'
import { ownTotals } from '../../core/judged-line.ts'
import type { Settings } from '../settings/table.ts'
import { withinMs } from '../time-limit.ts'
import { type LedgerAccess, openLedger } from './open-ledger.ts'
import { type OwnFigures, type PeriodTotals, readPeriodTotals, withoutLedger } from './period-totals.ts'

/** Who reads the ledger. */
export interface LedgerReader extends Omit<OwnFigures, 'totals' | 'isPeriodWarned'> {
  readonly access: LedgerAccess
  /** Why the ledger of the settings may not be opened; null or absent: it may. */
  readonly refusal?: string | null
  /** Whether a pull request is judged: a spent month is then a warning, unless a setting says otherwise. */
  readonly isProposal: boolean
  /** Longest wait, ms; without it git's own limits apply. */
  readonly waitMs?: number
}

/**
 * Reads the totals of the day, the week and the month from the ledger of the settings, and adds the draft's own figures.
 * @throws ConfigurationError
 */
export async function readLedger(
  { settings, budgets }: { readonly settings: Settings; readonly budgets: readonly SetBudget[] },
  judgeable: Judgeable,
  { access, refusal = null, isProposal, waitMs, ...own }: LedgerReader,
): Promise<Judgeable> {
  if (refusal !== null) return withTotals(judgeable, withoutLedger(refusal, settings))
  const store = openLedger(settings.ledger, access)
  const isPeriodWarned = (settings['on-period-exceeded'] ?? (isProposal ? 'warn' : 'fail')) === 'warn'
  const totals = ownTotals(judgeable.draft)
  const reading = readPeriodTotals(store, settings, budgets, { ...own, totals, isPeriodWarned })
    .catch((error: unknown) => {
      // A repository that cannot be found here is a matter of the environment where a job is judged.
      if (error instanceof ConfigurationError) return withoutLedger(error.message, settings)
      throw error
    })
    .finally(() => store.close())
  if (waitMs === undefined) return withTotals(judgeable, await reading)
  const found = await withinMs(waitMs, reading)
  return withTotals(judgeable, found ?? withoutLedger(`no answer within ${waitMs / 1000} s`, settings))
}

function withTotals({ draft, judging }: Judgeable, { notes, ledger, ...totals }: PeriodTotals): Judgeable {
  return {
    draft: { ...draft, ledger: ledger ?? null, notes: [...draft.notes, ...notes] },
    judging: { ...judging, ...totals },
  }
}
