import { ConfigurationError } from '../../core/errors.ts'
import { type Days, addDays, dayOf, monthRange } from '../../core/calendar.ts'
import { counted, printable } from '../../core/text.ts'
import type { Collector } from '../../dashboard/collector.ts'
import type { Source } from '../../dashboard/dashboard.ts'
import type { Entry } from '../../ledger/entry.ts'
import type { LedgerStore, LedgerTotals } from '../../ledger/store.ts'
import { readRange } from '../ledger/day-range.ts'
import { emptyLedgerText } from '../ledger/empty-ledger.ts'
import { openLedger } from '../ledger/open-ledger.ts'
import { entriesOfReports } from '../ledger/report-entries.ts'
import { type ApiHistoryFlags, historyFromApi } from './api-history.ts'
import { readReports } from './find-reports.ts'
import type { Host } from './host.ts'

/** Flags that say what the dashboard is made from. */
export interface SourceFlags extends Omit<ApiHistoryFlags, 'ledger'> {
  readonly ledger?: readonly string[]
}

/** Months before the current one that are read without flags. */
const MONTHS_BEFORE = 2
/** As in budgets over time: a collector runs hourly, and a day may pass without any run, h. */
const STALE_HOURS = 26
const HOUR_MS = 3_600_000

/** Reads ledgers into the collector, page by page. An entry that two of them have counts once. @throws MeasurementError */
export async function readLedgers(
  wheres: readonly (string | undefined)[],
  flags: SourceFlags,
  { env }: Host,
  collector: Collector,
  nowMs: number,
): Promise<Source> {
  const range = ledgerRange(flags, nowMs)
  const names: string[] = []
  const warnings: string[] = []
  const times: (string | null)[] = []
  const seen = wheres.length > 1 ? new Set<string>() : null
  for (const where of wheres) {
    const store = openLedger(where, { env, cwd: process.cwd() })
    try {
      if (names.includes(store.name))
        throw new ConfigurationError(`--ledger names ${printable(store.name)} twice: name each once`)
      names.push(store.name)
      const read = await addEntries(store, range, collector, seen)
      const known = await store.totals(wholeMonths(range))
      times.push(known.as_of)
      if (known.as_of === null) warnings.push(emptyLedgerText(store.name))
      warnings.push(...staleWarnings(store.name, known, range, nowMs))
      const isWhole = JSON.stringify(wholeMonths(range)) === JSON.stringify(range)
      if (isWhole && known.entries !== read) {
        warnings.push(
          `${store.name}: its totals count ${known.entries} entries, ${read} were read: run \`ledger verify\``,
        )
      }
    } finally {
      await store.close()
    }
  }
  const oldest = times.some((time) => time === null) ? null : (times.sort()[0] ?? null)
  return { names, range, asOf: oldest, warnings }
}

async function addEntries(
  store: LedgerStore,
  range: Days,
  collector: Collector,
  seen: Set<string> | null,
): Promise<number> {
  let count = 0
  for await (const page of store.pages(range)) {
    count += page.length
    for (const entry of page) if (isNew(entry, seen)) collector.add(entry)
  }
  return count
}

function isNew({ repository, key }: Entry, seen: Set<string> | null): boolean {
  if (seen === null) return true
  const id = `${repository ?? ''}\u0000${key}`
  if (seen.has(id)) return false
  seen.add(id)
  return true
}

/** The current month and the two before, so that periods and trends can be compared. */
function ledgerRange(flags: SourceFlags, nowMs: number): Days {
  if (flags.month !== undefined || flags.from !== undefined || flags.to !== undefined) return readRange(flags, nowMs)
  const { from, to } = monthRange(dayOf(nowMs).slice(0, 7))
  let first = from
  for (let count = 0; count < MONTHS_BEFORE; count += 1) first = monthRange(addDays(first, -1).slice(0, 7)).from
  return { from: first, to }
}

/** Totals of whole months are one small read. */
function wholeMonths({ from, to }: Days): Days {
  return { from: monthRange(from.slice(0, 7)).from, to: monthRange(to.slice(0, 7)).to }
}

function staleWarnings(
  name: string,
  { as_of, written_at }: Pick<LedgerTotals, 'as_of' | 'written_at'>,
  { to }: Days,
  nowMs: number,
): string[] {
  if (as_of === null || to < dayOf(nowMs)) return []
  const hours = Math.floor((nowMs - Date.parse(as_of)) / HOUR_MS)
  const what = as_of === written_at ? 'was last written' : 'has a repository that was last collected'
  return hours > STALE_HOURS ? [`${name} ${what} ${hours} h ago: later runs are missing`] : []
}

/** Reads the runs of the last days from the forge into the collector. @throws MeasurementError */
export async function readApi(flags: SourceFlags, host: Host, collector: Collector): Promise<Source> {
  const { ledger: _none, ...rest } = flags
  const { entries, range, warnings } = await historyFromApi(rest, host)
  for (const entry of entries) collector.add(entry)
  const repository = entries[0]?.repository ?? flags.repository ?? host.env['GITHUB_REPOSITORY'] ?? 'GitHub'
  // The first day is read in part.
  const from = range.from < range.to ? addDays(range.from, 1) : range.to
  return {
    names: [repository],
    range: { from, to: range.to },
    asOf: null,
    warnings: [
      'Every figure is estimated from GitHub’s times and the runner’s class: no ledger was read.',
      ...warnings,
    ],
  }
}

/** Reads reports into the collector: files, folders, globs. @throws ConfigurationError, MeasurementError */
export function collectReports(names: readonly string[], collector: Collector, nowMs: number): Source {
  const read = readReports(names)
  const reports = read.map(({ report }) => report)
  const { entries, steps, duplicates, undated } = entriesOfReports(reports, nowMs)
  for (const entry of entries) collector.add(entry)
  for (const step of steps) collector.history.addStep(step)
  const today = dayOf(nowMs)
  const warnings = [
    'Made from reports: runs that left no report are not in the sums.',
    ...(duplicates === 0 ? [] : [`${counted(duplicates, 'job is', 'jobs are')} in several reports, counted once.`]),
    ...(undated === 0 ? [] : [`${counted(undated, 'report has', 'reports have')} no end time: dated ${today}.`]),
  ]
  const source = read.length === 1 ? printable(read[0]?.name ?? '') : `${read.length} reports`
  return { names: [source], range: collector.history.span() ?? { from: today, to: today }, asOf: null, warnings }
}

/** Makes sure that there is exactly one kind of source. @throws ConfigurationError */
export function assertOneSource(flags: SourceFlags, reports: readonly string[]): void {
  const given = [
    ...(flags.ledger === undefined ? [] : ['--ledger']),
    ...(flags.fromApi === undefined ? [] : ['--from-api']),
    ...(reports.length === 0 ? [] : ['reports']),
  ]
  if (given.length > 1) throw new ConfigurationError(`dashboard: ${given.join(' and ')} exclude each other: choose one`)
  const days = (['month', 'from', 'to'] as const).filter((name) => flags[name] !== undefined)
  if (reports.length > 0 && days.length > 0) {
    throw new ConfigurationError(`--${days[0]} is for --ledger: reports are read whole, leave it out`)
  }
}
