import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import { type StopHistory, isHistoryNeeded, nothingUsed } from '../stop/named-lines.ts'
import { type Prospect, whyUnarmed } from '../stop/prospect.ts'
import type { RunFlags } from './run-flags.ts'
import { type Context, withHistory } from './context.ts'

/**
 * Why `on-exceed: stop` has no effect, as a note; null if it has. A ledger that cannot be read now is not a mistake of the user.
 * @throws ConfigurationError if it was asked for by a flag: a gate that is silently off is worse than an error
 */
export function stopProblem(context: Context, prospect: Prospect): Note | null {
  const { settings, given } = context
  const reason = whyUnarmed(context, prospect)
  if (reason === null) return null
  const { unarmed } = prospect.lines
  const isLedgerAtFault = unarmed.some(({ code }) => code === 'ledger-unknown')
  if (given['on-exceed'] === 'stop' && settings.enforce && !isLedgerAtFault) {
    // The reasons of lines that stop-at names have their own next step.
    const add = unarmed.length > 0 ? 'Or add' : 'Add'
    throw new ConfigurationError(
      `--on-exceed stop has nothing to stop at: ${reason}. ${add} a line such as --budget "5 g" or --budget "0.8 Wh"`,
    )
  }
  return note('stop-not-armed', `on-exceed: stop has no effect: ${reason}.`)
}

export function isStopWanted({ settings }: Context): boolean {
  return settings['on-exceed'] === 'stop'
}

/**
 * Refuses flags of a stop that would do nothing, and those with which it would come too early.
 * @throws ConfigurationError
 */
export function assertStopFlags(context: Context, { warnSignal, scope }: Pick<RunFlags, 'warnSignal' | 'scope'>): void {
  const { given, budgets } = context
  if (isStopWanted(context) && scope === 'command') {
    throw new ConfigurationError(
      '--scope command does not work with on-exceed: stop: what the command used is known when it has ended, and until then the whole machine counts. Omit --scope, or set --on-exceed fail',
    )
  }
  const kinds = given['stop-at'] ?? []
  if (!isStopWanted(context)) {
    const flag = warnSignal !== null ? '--warn-signal' : kinds.length > 0 ? '--stop-at' : null
    if (flag) throw new ConfigurationError(`${flag} needs --on-exceed stop: without it no budget is watched`)
  }
  if (kinds.includes('growth')) {
    throw new ConfigurationError(
      '--stop-at growth works only in the action: run reads no earlier runs. Use a line such as --budget "5 g", or --stop-at month with --ledger and a line such as --budget "2 kg per month"',
    )
  }
  const missing = kinds.find((kind) => !isHistoryNeeded([kind], budgets))
  if (missing === undefined) return
  throw new ConfigurationError(
    `--stop-at ${missing} names no budget line: add one such as --budget "2 kg per ${missing}"`,
  )
}

/** Longest wait for the ledger before the command starts, ms. */
const HISTORY_WAIT_MS = 10_000

/** What earlier runs used; null where no line needs it. */
export async function historyOf(context: Context): Promise<StopHistory | null> {
  const { settings, budgets } = context
  if (settings.ledger === '' || !isHistoryNeeded(settings['stop-at'], budgets)) return null
  const nowMs = Date.now()
  const { judging } = await withHistory(context, nothingUsed('command'), HISTORY_WAIT_MS)
  return { ...judging, nowMs }
}
