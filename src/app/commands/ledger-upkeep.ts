import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { type Corrected, correctionOf } from '../../ledger/correction.ts'
import { isCorrection } from '../../ledger/entry.ts'
import { recentMonth } from '../../ledger/pruned.ts'
import type { LedgerStore } from '../../ledger/store.ts'
import type { Sum } from '../../ledger/totals.ts'
import { EXIT } from '../exit-status.ts'
import { addDays, dayOf, monthRange } from '../../core/calendar.ts'
import { readRange } from '../ledger/day-range.ts'
import { commitsFromEnvironment } from '../ledger/forge-commits.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { number } from '../settings/number-setting.ts'
import type { Host } from './host.ts'
import { type LedgerFlags, withLedger } from './ledger.ts'

/** Flags of the commands that keep a ledger in order. */
export interface UpkeepFlags extends LedgerFlags {
  readonly wh?: string
  readonly g?: string
  readonly l?: string
  readonly withdraw?: true
  readonly reason?: string
  readonly before?: string
}

/** A corrected figure: at least 0, and no more than the ledger keeps. */
const FIGURE = number('', '', { from: 0, to: 1e12 })

/** `ledger correct KEY`: adds a line with the differences to what the entry should have said. */
export async function ledgerCorrect(key: string, flags: UpkeepFlags, host: Host): Promise<number> {
  const target = targetOf(flags)
  const reason = flags.reason?.trim() ?? ''
  if (reason === '') throw new ConfigurationError('ledger correct: say why, as in --reason "the meter was broken"')
  const range = readRange(flags, Date.now())
  await withLedger(flags, host, async (store) => {
    const correction = correctionOf(await store.lines(range), key, target, reason.slice(0, 300))
    const { added, waiting, warning } = await store.add([{ entry: correction }])
    if (added + waiting === 0) {
      throw new MeasurementError(
        `ledger correct: ${printable(key)} was corrected by another writer just now: look at it again`,
      )
    }
    if (warning !== null) host.console.err(`warning: ledger: ${printable(warning, 500)}\n`)
    host.console.out(`${printable(key)} corrected by ${printable(correction.key)}\n`)
  })
  return EXIT.ok
}

function isUnknown(text: string): boolean {
  return text.trim().toLowerCase() === 'unknown'
}

/** Figures that the flags ask for; null withdraws the entry. */
function targetOf({ withdraw, wh, g, l }: UpkeepFlags): Corrected | null {
  const given = Object.entries({ wh, g, l }).filter((pair): pair is [string, string] => pair[1] !== undefined)
  if (withdraw === true) {
    if (given.length > 0)
      throw new ConfigurationError('ledger correct: --withdraw sets all figures to 0: leave out --wh, --g and --l')
    return null
  }
  if (given.length === 0) {
    throw new ConfigurationError(
      'ledger correct: give what the entry should say, as in --wh 1.2 --g 0.4, or --withdraw',
    )
  }
  return Object.fromEntries(given.map(([name, text]) => [name, isUnknown(text) ? null : FIGURE.read(text, name)]))
}

/** `ledger prune --before MONTH`: deletes old entries and keeps the totals of their months. */
export async function ledgerPrune({ before, ...flags }: UpkeepFlags, host: Host): Promise<number> {
  if (before === undefined || !/^\d{4}-(?:0[1-9]|1[0-2])$/.test(before)) {
    throw new ConfigurationError(
      `ledger prune: --before is ${before === undefined ? 'missing' : JSON.stringify(before.slice(0, 40))}: name the first month that stays, as in --before 2026-01`,
    )
  }
  const latest = recentMonth(Date.now())
  if (before > latest) {
    throw new ConfigurationError(
      `ledger prune: --before ${before} would delete entries that budgets still need: the latest is ${latest}`,
    )
  }
  const months = await withLedger(flags, host, (store) => store.prune(before))
  const text =
    months.length === 0
      ? `no entries before ${before}`
      : `entries of ${months.sort().join(', ')} deleted; their totals stay`
  host.console.out(`${text}\n`)
  return EXIT.ok
}

/** `ledger move --from A --to B`: copies every line, corrections too, and compares the sums. A stays until its owner deletes it. */
export async function ledgerMove(
  { from, to }: { readonly from?: string; readonly to?: string },
  host: Host,
): Promise<number> {
  if (from === undefined || to === undefined) {
    throw new ConfigurationError(
      'ledger move: name both places, as in --from carbon-ledger --to postgres://user@host/db',
    )
  }
  const access = { env: host.env, cwd: process.cwd(), signedCommits: commitsFromEnvironment(host.env) }
  const [source, target] = [openLedger(from, access), openLedger(to, access)]
  if (source.name === target.name) throw new ConfigurationError('ledger move: --from and --to are the same ledger')
  try {
    const { added, known, pruned } = await copyLines(source, target)
    host.console.out(
      `${added} added to ${printable(target.name)}, ${known} already there; the sums are equal. ${printable(source.name)} is unchanged\n`,
    )
    if (pruned.length > 0) {
      host.console.err(
        `warning: the totals of ${pruned[0]} to ${pruned.at(-1)} stay in ${printable(source.name)}: their entries were pruned\n`,
      )
    }
  } finally {
    await Promise.all([source.close(), target.close()])
  }
  return EXIT.ok
}

/** Lines of one write: a month of a large ledger in a few writes. */
const LINES_AT_ONCE = 20_000

/** Copies the lines of all months that were not pruned. */
async function copyLines(
  source: LedgerStore,
  target: LedgerStore,
): Promise<{ added: number; known: number; pruned: readonly string[] }> {
  const { pruned, undated } = await source.marks()
  const lastPruned = pruned.at(-1)
  const from = lastPruned === undefined ? '0001-01-01' : addDays(monthRange(lastPruned).to, 1)
  const moved = { from, to: monthRange(dayOf(Date.now()).slice(0, 7)).to }
  const cursor = await source.cursor()
  const lines = await source.lines(moved)
  const total = { added: 0, known: 0, pruned }
  for (let start = 0; start < lines.length; start += LINES_AT_ONCE) {
    const batch = lines
      .slice(start, start + LINES_AT_ONCE)
      .map((entry) => ({ entry, isUndated: undated.has(entry.key) }))
    const { added, duplicates } = await target.collect(batch, cursor)
    total.added += added
    total.known += duplicates
  }
  const before = await source.totals(moved)
  // Keeps the cursor of each repository's collector.
  for (const [name, until] of Object.entries(before.cursors)) await target.collect([], until, name)
  const after = await target.totals(moved)
  if (after.all_entries < lines.filter((line) => !isCorrection(line)).length || !isSameSum(before, after)) {
    throw new MeasurementError(
      `ledger move: ${source.name} has ${before.entries} entries and ${before.g} g, ${target.name} has ${after.entries} and ${after.g} g: the places had different entries before, or were written meanwhile`,
      'ledger',
    )
  }
  return total
}

function isSameSum(a: Sum, b: Sum): boolean {
  return a.entries === b.entries && a.g === b.g && a.wh === b.wh && a.l === b.l
}
