import { counted, printable } from '../../core/text.ts'
import { entryFromReport } from '../../ledger/from-report.ts'
import type { LedgerFault, LedgerStore } from '../../ledger/store.ts'
import { EXIT } from '../exit-status.ts'
import { type RangeFlags, readRange } from '../ledger/day-range.ts'
import { commitsFromEnvironment } from '../ledger/forge-commits.ts'
import { defaultLedger } from '../ledger/default-ledger.ts'
import { warnOfEmptyLedger } from '../ledger/empty-ledger.ts'
import { type LedgerAccess, openLedger } from '../ledger/open-ledger.ts'
import { originOf } from '../ledger/origin.ts'
import type { ConfigFile } from '../settings/empty-config.ts'
import { putJson } from '../target-file.ts'
import { readReportFile } from './find-reports.ts'
import type { ApiHistoryFlags } from './api-history.ts'
import type { Host } from './host.ts'

/** Flags of the ledger commands. */
export interface LedgerFlags extends RangeFlags, ApiHistoryFlags {
  readonly ledger?: string
  readonly json?: string | true
}

/** Opens the ledger of a command for one use. */
export async function withLedger<T>(
  { ledger }: Pick<LedgerFlags, 'ledger'>,
  host: Host,
  use: (store: LedgerStore) => Promise<T>,
): Promise<T> {
  const store = await openChosenLedger(ledger, host, { signedCommits: commitsFromEnvironment(host.env) })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/**
 * Opens the ledger of `--ledger`, else of CARBON_GATE_LEDGER_URL, else of `ledger` in the config file. Where the command does not name
 * it, standard error says which one it is.
 * @param access `file`: the config file, where it was read already
 * @throws ConfigurationError
 */
export async function openChosenLedger(
  flag: string | undefined,
  { env, console }: Host,
  { file, ...access }: Omit<LedgerAccess, 'env' | 'cwd'> & { readonly file?: ConfigFile } = {},
): Promise<LedgerStore> {
  const { configFile } = await import('../settings/find-config.ts')
  const found = flag === undefined ? defaultLedger(file ?? (await configFile()), env) : null
  const store = openLedger(flag ?? found?.where, { env, cwd: process.cwd(), ...access })
  if (found) console.err(`ledger: ${printable(store.name)}, as ${found.source} says\n`)
  return store
}

/** Warns of a ledger in which no entry was found, if it has none at all. */
export async function warnIfEmpty(store: Pick<LedgerStore, 'name' | 'totals'>, { console }: Host): Promise<void> {
  warnOfEmptyLedger(store.name, await store.totals(readRange({}, Date.now())), console)
}

/** `ledger add REPORT...`: adds reports. Exit 0 with a warning when they are stored and only the sweep failed. */
export async function ledgerAdd(files: readonly string[], flags: LedgerFlags, host: Host): Promise<number> {
  const reports = files.map((file) => readReportFile(file))
  const origin = originOf(host.env)
  const now = Date.now()
  const added = await withLedger(flags, host, (store) =>
    store.add(reports.map((report) => entryFromReport(report, origin, now))),
  )
  if (added.warning !== null) host.console.err(`warning: ledger: ${printable(added.warning, 500)}\n`)
  if (flags.json !== undefined) putJson(flags.json, `${JSON.stringify(added)}\n`, host.console)
  else host.console.out(`${added.added} added, ${added.duplicates} already there, ${added.waiting} waiting\n`)
  return EXIT.ok
}

/** `ledger verify`: exit 0, or 3 with every problem, by commit and line. */
export async function ledgerVerify(flags: LedgerFlags, host: Host): Promise<number> {
  const found = await withLedger(flags, host, async (store) => {
    const verification = await store.verify()
    if (verification.entries === 0) await warnIfEmpty(store, host)
    return verification
  })
  if (flags.json !== undefined) putJson(flags.json, `${JSON.stringify(found, null, 2)}\n`, host.console)
  for (const fault of found.faults) host.console.err(`ledger: ${faultText(fault)}\n`)
  for (const warning of found.warnings) host.console.err(`warning: ledger: ${faultText(warning)}\n`)
  const commits = found.commits === 0 ? '' : ` in ${counted(found.commits, 'commit')}`
  const problems = found.faults.length
  const result = problems === 0 ? 'intact' : counted(problems, 'problem')
  if (flags.json === undefined) host.console.out(`${counted(found.entries, 'entry', 'entries')}${commits}: ${result}\n`)
  return problems === 0 ? EXIT.ok : EXIT.indeterminate
}

function faultText({ commit, file, line, text }: LedgerFault): string {
  const place = [
    commit === null ? '' : `commit ${commit.slice(0, 12)}`,
    file === null ? '' : `${printable(file)}${line === null ? '' : `:${line}`}`,
  ]
  return [place.filter(Boolean).join(', '), printable(text, 400)].filter(Boolean).join(': ')
}
