import { type Stats, closeSync, openSync, readSync, statSync } from 'node:fs'
import type { Days } from '../../core/calendar.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { counted, printable } from '../../core/text.ts'
import type { EntryRow } from '../../ledger/canonical-line.ts'
import type { LedgerTotals } from '../../ledger/store.ts'
import { UNNAMED } from '../../ledger/totals.ts'
import { type Family, quantity } from '../../render/quantities.ts'
import { EXIT } from '../exit-status.ts'
import { readRange } from '../ledger/day-range.ts'
import { isStandardOutput, notWritable } from '../named-file.ts'
import { putJson } from '../target-file.ts'
import type { History } from './api-history.ts'
import type { Host } from './host.ts'
import { type LedgerFlags, warnIfEmpty, withLedger } from './ledger.ts'
import { writeInPieces } from './pieces.ts'

/**
 * Opens the history that the flags name: a ledger, or with `--from-api` the runs that GitHub lists.
 * @param use returns how many entries it found: without any, a ledger that does not exist gets a warning
 */
async function withShownHistory<T extends { readonly entries: number }>(
  flags: LedgerFlags,
  host: Host,
  use: (history: History, range: Days) => Promise<T>,
): Promise<T> {
  if (flags.fromApi === undefined) {
    const range = readRange(flags, Date.now())
    return withLedger(flags, host, async (store) => {
      const found = await use(store, range)
      if (found.entries === 0) await warnIfEmpty(store, host)
      return found
    })
  }
  // A ledger is shown without the code that estimates jobs.
  const { openApiHistory } = await import('./api-history.ts')
  const { history, range } = await openApiHistory(flags, host)
  return use(history, range)
}

/** `ledger totals`: sums of a month or of days. */
export async function ledgerTotals(flags: LedgerFlags, host: Host): Promise<number> {
  const totals = await withShownHistory(flags, host, (history, range) => history.totals(range))
  if (flags.json !== undefined) putJson(flags.json, `${JSON.stringify(totals, null, 2)}\n`, host.console)
  else host.console.out(totalsText(totals))
  return EXIT.ok
}

/** A figure with its unit; plain spaces, so that columns of a terminal line up. */
function amount(value: number | null, family: Family): string {
  return quantity(value, family).replaceAll('\u00A0', ' ')
}

/** Where only the water at power stations is known, an entry has none: it would not add up with others. */
const FIGURE_NAMES = { g: 'emissions', wh: 'energy', l: 'water (cooling included)' } as const

function totalsText({ from, to, as_of, entries, g, wh, l, unknown, workflows }: LedgerTotals): string {
  const head = `${from} to ${to}${as_of === null ? '' : `, as of ${as_of}`}: ${counted(entries, 'entry', 'entries')}\n`
  const sum = `  ${amount(g, 'g')} CO2e, ${amount(wh, 'wh')}${l === null ? '' : `, ${amount(l, 'l')} water`}\n`
  const missing = (['g', 'wh', ...(l === null ? [] : (['l'] as const))] as const)
    .filter((figure) => unknown[figure] > 0)
    .map(
      (figure) =>
        `  ${unknown[figure]} of them without known ${FIGURE_NAMES[figure]} ${unknown[figure] === 1 ? 'is' : 'are'} not in the sum\n`,
    )
    .join('')
  const rows = Object.entries(workflows).sort(([, a], [, b]) => (b.g ?? 0) - (a.g ?? 0))
  const lines = rows.map(
    ([name, each]) =>
      `  ${amount(each.g, 'g').padStart(10)}  ${String(each.entries).padStart(7)}  ${name === UNNAMED ? 'unnamed' : printable(name, 80)}\n`,
  )
  const header = `  ${'CO2e'.padStart(10)}  ${'entries'.padStart(7)}  workflow\n`
  return `${head}${entries === 0 ? '' : `${sum}${missing}${header}`}${lines.join('')}`
}

/** `ledger show`: entries as a table, or as NDJSON; page by page, so that a large month needs little memory. */
export async function ledgerShow(flags: LedgerFlags, host: Host): Promise<number> {
  const { out } = host.console
  const { json } = flags
  await withShownHistory(flags, host, async (history, range) => {
    if (json === undefined) return { entries: await showTable(history, range, out) }
    // Pieces of some entries each.
    let pieces = 0
    const write = async (put: (text: string | Uint8Array) => void): Promise<void> => {
      for await (const text of history.ndjson(range)) {
        put(text)
        if (text.length > 0) pieces += 1
      }
    }
    if (isStandardOutput(json)) await write(out)
    else await writeInPieces(json, () => assertReplaceable(json), write)
    return { entries: pieces }
  })
  return EXIT.ok
}

/** A file of entries that this command wrote earlier is replaced, and nothing else. @throws ConfigurationError */
function assertReplaceable(target: string): void {
  let stat: Stats | undefined
  try {
    stat = statSync(target, { throwIfNoEntry: false })
  } catch (error) {
    throw notWritable(printable(target), error, 'json')
  }
  if (stat === undefined) return
  if (!stat.isFile())
    throw new ConfigurationError(`--json ${printable(target)} is not a plain file: name a file to write`)
  if (stat.size === 0 || /^\{"v":\d+,"key":"/.test(readStart(target))) return
  throw new ConfigurationError(
    `--json ${printable(target)} exists and does not contain ledger entries, so it is not overwritten: name another file`,
  )
}

/** The first 100 bytes of a file: the file of a year's entries is large. */
function readStart(file: string): string {
  const descriptor = openSync(file, 'r')
  try {
    const start = Buffer.alloc(100)
    return start.toString('latin1', 0, readSync(descriptor, start))
  } finally {
    closeSync(descriptor)
  }
}

const TABLE_HEADER = `${'ended at (UTC)'.padEnd(20)}  ${'CO2e'.padStart(10)}  ${'energy'.padStart(10)}  ${'verdict'.padEnd(13)}  workflow / job\n`

async function showTable(history: History, range: Days, out: (text: string) => void): Promise<number> {
  let count = 0
  for await (const page of history.rows(range)) {
    if (page.length === 0) continue
    out(`${count === 0 ? TABLE_HEADER : ''}${page.map(entryRow).join('')}`)
    count += page.length
  }
  if (count === 0) out(`no entries from ${range.from} to ${range.to}\n`)
  return count
}

function entryRow({ ended_at, g, wh, verdict, workflow, job, key }: EntryRow): string {
  const name = [workflow, job].filter((each) => each !== null).join(' / ') || key
  return `${ended_at.padEnd(20)}  ${amount(g, 'g').padStart(10)}  ${amount(wh, 'wh').padStart(10)}  ${verdict.padEnd(13)}  ${printable(name, 80)}\n`
}
