import { readReport } from '../../core/report-file.ts'
import { printable } from '../../core/text.ts'
import type { Entry } from '../../ledger/entry.ts'
import { entryLine } from '../../ledger/entry-file.ts'
import { entryFromReport } from '../../ledger/from-report.ts'
import type { DayRange, LedgerFault, LedgerStore, LedgerTotals } from '../../ledger/store.ts'
import { type Family, quantity } from '../../render/quantities.ts'
import { EXIT } from '../exit-status.ts'
import { type RangeFlags, readRange } from '../ledger/day-range.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { originOf } from '../ledger/origin.ts'
import { isStandardOutput, putJson, readNamed } from '../report-output.ts'
import { totalsOfEntries } from '../ledger/api-history.ts'
import { type ApiHistoryFlags, historyFromApi } from './api-history.ts'
import type { Host } from './host.ts'

/** Flags of the ledger commands. */
export interface LedgerFlags extends RangeFlags, ApiHistoryFlags {
  readonly ledger?: string
  readonly json?: string | true
}

/** A figure with its unit; plain spaces, so that columns of a terminal line up. */
function amount(value: number | null, family: Family): string {
  return quantity(value, family).replaceAll('\u00A0', ' ')
}

/** Opens the ledger of the flags for one use. */
export async function withLedger<T>(
  { ledger }: LedgerFlags,
  { env }: Host,
  use: (store: LedgerStore) => Promise<T>,
): Promise<T> {
  const store = openLedger(ledger, { env, cwd: process.cwd() })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}

/** `ledger add REPORT...`: adds reports. Exit 0 with a warning when they are stored and only the sweep failed. */
export async function ledgerAdd(files: readonly string[], flags: LedgerFlags, host: Host): Promise<number> {
  const reports = files.map((file) => readReport(readNamed(file, 'report'), file))
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

/** `ledger totals`: sums of a month or of days. */
export async function ledgerTotals(flags: LedgerFlags, host: Host): Promise<number> {
  const totals = await totalsOf(flags, host)
  if (flags.json !== undefined) putJson(flags.json, `${JSON.stringify(totals, null, 2)}\n`, host.console)
  else host.console.out(totalsText(totals))
  return EXIT.ok
}

async function totalsOf(flags: LedgerFlags, host: Host): Promise<LedgerTotals> {
  if (flags.fromApi === undefined) {
    const range = readRange(flags, Date.now())
    return withLedger(flags, host, (store) => store.totals(range))
  }
  const { entries, range } = await historyFromApi(flags, host)
  return totalsOfEntries(entries, range, `${new Date().toISOString().slice(0, 19)}Z`)
}

function totalsText({ from, to, as_of, entries, g, wh, l, unknown, workflows }: LedgerTotals): string {
  const head = `${from} to ${to}${as_of === null ? '' : `, as of ${as_of}`}: ${entries} ${entries === 1 ? 'entry' : 'entries'}\n`
  const sum = `  ${amount(g, 'g')} CO2e, ${amount(wh, 'wh')}${l === null ? '' : `, ${amount(l, 'l')} water`}\n`
  const missing = unknown.g > 0 ? `  ${unknown.g} of them without known emissions are not in the sum\n` : ''
  const rows = Object.entries(workflows).sort(([, a], [, b]) => (b.g ?? 0) - (a.g ?? 0))
  const lines = rows.map(
    ([name, each]) =>
      `  ${amount(each.g, 'g').padStart(10)}  ${String(each.entries).padStart(7)}  ${printable(name, 80)}\n`,
  )
  return `${head}${entries === 0 ? '' : sum}${missing}${lines.join('')}`
}

/** `ledger show`: entries as a table, or as NDJSON; as they are read, so that a large month needs little memory. */
export async function ledgerShow(flags: LedgerFlags, host: Host): Promise<number> {
  const { console } = host
  if (flags.json === undefined) await showTable(flags, host)
  else if (isStandardOutput(flags.json)) await readNdjson(flags, host, (text) => console.out(text))
  else {
    const kept: (string | Buffer)[] = []
    await readNdjson(flags, host, (text) => kept.push(text))
    putJson(flags.json, kept.map(String).join(''), console)
  }
  return EXIT.ok
}

async function readNdjson(flags: LedgerFlags, host: Host, put: (text: string | Buffer) => void): Promise<void> {
  if (flags.fromApi !== undefined) return put((await historyFromApi(flags, host)).entries.map(entryLine).join(''))
  const range = readRange(flags, Date.now())
  await withLedger(flags, host, async (store) => {
    for await (const text of store.ndjson(range)) put(text)
  })
}

async function showTable(flags: LedgerFlags, host: Host): Promise<void> {
  const { out } = host.console
  let count = 0
  const put = (entries: readonly Entry[]): void => {
    count += entries.length
    out(entries.map(entryRow).join(''))
  }
  let range: DayRange
  if (flags.fromApi === undefined) {
    range = readRange(flags, Date.now())
    await withLedger(flags, host, async (store) => {
      for await (const page of store.pages(range)) put(page)
    })
  } else {
    const history = await historyFromApi(flags, host)
    range = history.range
    put(history.entries)
  }
  if (count === 0) out(`no entries from ${range.from} to ${range.to}\n`)
}

function entryRow({ ended_at, g, wh, verdict, workflow, job, key }: Entry): string {
  const name = [workflow, job].filter((each) => each !== null).join(' / ') || key
  return `${ended_at}  ${amount(g, 'g').padStart(10)}  ${amount(wh, 'wh').padStart(10)}  ${verdict.padEnd(13)}  ${printable(name, 80)}\n`
}

/** `ledger verify`: exit 0, or 3 with every problem, by commit and line. */
export async function ledgerVerify(flags: LedgerFlags, host: Host): Promise<number> {
  const found = await withLedger(flags, host, (store) => store.verify())
  if (flags.json !== undefined) putJson(flags.json, `${JSON.stringify(found, null, 2)}\n`, host.console)
  for (const fault of found.faults) host.console.err(`ledger: ${faultText(fault)}\n`)
  for (const warning of found.warnings) host.console.err(`warning: ledger: ${faultText(warning)}\n`)
  const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`
  const commits = found.commits === 0 ? '' : ` in ${count(found.commits, 'commit', 'commits')}`
  const counted = `${count(found.entries, 'entry', 'entries')}${commits}`
  const problems = found.faults.length
  const result = problems === 0 ? 'intact' : count(problems, 'problem', 'problems')
  if (flags.json === undefined) host.console.out(`${counted}: ${result}\n`)
  return problems === 0 ? EXIT.ok : EXIT.indeterminate
}

function faultText({ commit, file, line, text }: LedgerFault): string {
  const place = [
    commit === null ? '' : `commit ${commit.slice(0, 12)}`,
    file === null ? '' : `${printable(file)}${line === null ? '' : `:${line}`}`,
  ]
  return `${place.filter(Boolean).join(', ')}: ${printable(text, 400)}`
}
