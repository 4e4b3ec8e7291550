import { printable } from '../../core/text.ts'
import type { LedgerTotals } from '../../ledger/store.ts'
import type { Console } from '../console.ts'

/** Text of the warning of a ledger without any entry. A name that is mistyped reads like an empty ledger. */
export function emptyLedgerText(name: string): string {
  return `the ledger ${printable(name)} is empty or does not exist: check its name. Runs are added by \`ledger collect\` or \`ledger add\``
}

/** Warns on standard error of a ledger that is empty or does not exist. @returns whether it is */
export function warnOfEmptyLedger(name: string, { as_of }: Pick<LedgerTotals, 'as_of'>, console: Console): boolean {
  if (as_of === null) console.err(`warning: ${emptyLedgerText(name)}\n`)
  return as_of === null
}
