import { CALENDAR_SCOPES } from '../../core/budget.ts'
import { dayOf, monthRange, spanAround } from '../../core/calendar.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import type { JudgingContext, SetBudget } from '../../core/judge-report.ts'
import { type Note, note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import type { Totals } from '../../core/verdict.ts'
import { isCorrection } from '../../ledger/entry.ts'
import type { DayRange, LedgerStore, LedgerTotals } from '../../ledger/store.ts'
import { type Sum, Sums, UNNAMED } from '../../ledger/totals.ts'
import type { Settings } from '../settings/table.ts'
import { forecastNotes, isStale, recentNotes, staleNotes } from './period-notes.ts'
import { type Amounts, type ListRecentRuns, type RecentRun, estimateRuns } from './runs-since.ts'

/** Spans of the calendar that a budget may have. */
type Span = 'day' | 'week' | 'month'

/** The figures of the run that is judged: they are added to what the ledger has. */
export interface OwnFigures {
  /** Name of the repository, by which a shared ledger is divided; null where it is unknown. */
  readonly repository: string | null
  readonly totals: Totals
  readonly nowMs: number
  /** Whether a spent day, week or month only warns. */
  readonly isPeriodWarned: boolean
  /** States of the ledger that earlier reports saw. */
  readonly seen: readonly NonNullable<Report['ledger']>[]
  /** Lists the runs since the collector's cursor; left out where the forge is unknown. */
  readonly listRecentRuns?: ListRecentRuns
  /** A run whose earlier attempts are part of its figures: the ledger may have them already. */
  readonly repeatedRun?: RepeatedRun | null
}

/** A run with more than one attempt. */
interface RepeatedRun {
  readonly runId: number
  /** Start of its first job, Unix ms. */
  readonly startMs: number
}

/** What judging takes from the ledger. */
export interface PeriodTotals extends Pick<
  JudgingContext,
  'totals' | 'organisationTotals' | 'ledgerProblem' | 'isPeriodWarned'
> {
  readonly notes: readonly Note[]
  readonly ledger: Report['ledger']
}

/**
 * Reads what the day, the week and the month have used so far, this run included. Nothing is thrown for a ledger that cannot be read:
 * its lines are then judged as `on-ledger-error` says.
 * @throws ConfigurationError for a ledger that no setting can mean
 */
export async function readPeriodTotals(
  store: LedgerStore,
  settings: Pick<Settings, 'on-ledger-error'>,
  budgets: readonly SetBudget[],
  own: OwnFigures,
): Promise<PeriodTotals> {
  try {
    return await readTotals(store, budgets, own)
  } catch (error) {
    if (error instanceof ConfigurationError || !(error instanceof MeasurementError)) throw error
    return withoutLedger(error.message, settings)
  }
}

/** Judging without a ledger that is set. */
export function withoutLedger(reason: string, settings: Pick<Settings, 'on-ledger-error'>): PeriodTotals {
  const text = `the ledger cannot be read: ${reason}`
  return {
    totals: {},
    ledgerProblem: { text, blocks: settings['on-ledger-error'] === 'fail' },
    notes: [note('ledger-unreadable', text)],
    ledger: null,
  }
}

async function readTotals(store: LedgerStore, budgets: readonly SetBudget[], own: OwnFigures): Promise<PeriodTotals> {
  const today = dayOf(own.nowMs)
  const week = spanAround(today, 'week')
  const first = week.from < monthRange(today.slice(0, 7)).from ? week.from : today
  // Whole months: their totals are one small read.
  const months = { from: monthRange(first.slice(0, 7)).from, to: monthRange(maxOf(today, week.to).slice(0, 7)).to }
  const known = await store.totals(months)
  const lost = own.seen.find(({ entries }) => entries > known.all_entries)
  const state = { tip: known.tip, entries: known.all_entries, as_of: known.as_of }
  if (lost) {
    const text = `an earlier report saw ${lost.entries} entries in the ledger, now it has ${known.all_entries}: its history was rewritten`
    return {
      totals: {},
      ledgerProblem: { text, blocks: true },
      notes: [note('ledger-entries-lost', text)],
      ledger: state,
    }
  }
  const ownTotals = await withoutRecorded(store, own)
  const recent = await listRecent(known, own)
  const completeUntil = completeTime(known, own, Array.isArray(recent?.runs))
  const knownMs = completeUntil === null ? own.nowMs : Math.min(own.nowMs, Date.parse(completeUntil))
  const ledger = completeUntil === null ? state : { ...state, complete_until: completeUntil }
  const repositories = Object.keys(known.repositories)
  const isShared = repositories.some((name) => name !== (own.repository ?? UNNAMED))
  const totals: Partial<Record<Span, Totals>> = {}
  const organisationTotals: Partial<Record<Span, Totals>> = {}
  const notes: Note[] = [...staleNotes(known.as_of, known.entries, own.nowMs), ...recentNotes(recent)]
  for (const { budget } of budgets) {
    if (budget.kind !== 'absolute' || !CALENDAR_SCOPES.has(budget.scope)) continue
    const span = budget.scope as Span
    const range = spanAround(today, span)
    const all = sumOfDays(known.days, range)
    const sum =
      isShared && !budget.isOrganisation
        ? ((await store.totals(range)).repositories[own.repository ?? UNNAMED] ?? new Sums().value())
        : all
    const ended = (recent?.runs ?? []).filter(({ endMs }) => dayOf(endMs) >= range.from && dayOf(endMs) <= range.to)
    const used = withOwn(sum, ownTotals, estimateRuns(ended, known))
    if (budget.isOrganisation) organisationTotals[span] = used
    else totals[span] = used
    if (own.isPeriodWarned && (used[budget.metric] ?? 0) > budget.limit) {
      const text = `${budget.line} is exceeded: ${Math.round(((used[budget.metric] ?? 0) / budget.limit) * 100)} % used`
      notes.push(note('period-exceeded', text))
    }
    const share = (used[budget.metric] ?? 0) / budget.limit
    notes.push(...forecastNotes({ line: budget.line, share, span }, { asOf: known.as_of, nowMs: own.nowMs, knownMs }))
    const unknown = sum.unknown[FIGURES[budget.metric]]
    if (unknown > 0 && unknown < sum.entries) {
      const text = `${budget.line}: ${unknown} of ${sum.entries} entries have no known ${budget.metric} and are not in the sum`
      notes.push(note('ledger-unknown-entries', text))
    }
  }
  return { totals, organisationTotals, isPeriodWarned: own.isPeriodWarned, notes, ledger }
}

const FIGURES = { emissions: 'g', energy: 'wh', water: 'l' } as const

function maxOf(a: string, b: string): string {
  return a > b ? a : b
}

function sumOfDays(days: Readonly<Record<string, Sum>>, { from, to }: DayRange): Sum {
  const sums = new Sums()
  for (const [day, sum] of Object.entries(days)) if (day >= from && day <= to) sums.addSum(sum)
  return sums.value()
}

/** The ledger's sum, the runs that it does not have yet, and this run. A figure that no entry has, or this run has not, is unknown. */
function withOwn(sum: Sum, own: Totals, recent: Amounts): Totals {
  const add = (figure: keyof Amounts, more: number | null): number | null => {
    const known = sum[figure]
    return more === null || (known === null && sum.entries > 0) ? null : (known ?? 0) + recent[figure] + more
  }
  return { emissions: add('g', own.emissions), energy: add('wh', own.energy), water: add('l', own.water) }
}

/** The run's figures without what the ledger has of its earlier attempts. */
async function withoutRecorded(store: LedgerStore, { totals, repeatedRun, nowMs }: OwnFigures): Promise<Totals> {
  if (!repeatedRun) return totals
  const { runId, startMs } = repeatedRun
  const lines = await store.lines({ from: dayOf(Math.min(startMs, nowMs)), to: dayOf(nowMs) })
  const recorded = lines.filter((line) => (isCorrection(line) ? line.corrects : line.key).startsWith(`${runId}/`))
  const rest = (value: number | null, figure: keyof Amounts): number | null =>
    value === null
      ? null
      : Math.max(
          0,
          recorded.reduce((sum, line) => sum - (line[figure] ?? 0), value),
        )
  return {
    emissions: rest(totals.emissions, 'g'),
    energy: rest(totals.energy, 'wh'),
    water: rest(totals.water, 'l'),
  }
}

/**
 * Until when the sums have all runs, RFC 3339; null: until now. Without a collector each job adds its own entry, so only a stale ledger
 * lacks runs.
 */
function completeTime({ cursors, as_of }: LedgerTotals, own: OwnFigures, areRecentRunsKnown: boolean): string | null {
  if (areRecentRunsKnown) return null
  const cursor = cursors[own.repository ?? '']
  if (cursor !== undefined) return cursor
  return as_of !== null && isStale(as_of, own.nowMs) ? as_of : null
}

/** Runs since the collector's cursor; null without a collector. */
async function listRecent(
  { cursors, workflows }: LedgerTotals,
  { repository, listRecentRuns }: OwnFigures,
): Promise<{ readonly since: string; readonly runs: readonly RecentRun[] | null } | null> {
  const since = cursors[repository ?? '']
  if (since === undefined || !listRecentRuns) return null
  const sinceMs = Date.parse(since)
  const runs = await listRecentRuns(sinceMs)
  // The collector's own run began before its cursor and is in no ledger.
  const isCounted = (run: RecentRun): boolean =>
    run.createdMs >= sinceMs || workflows[run.workflow ?? UNNAMED] !== undefined
  return { since, runs: runs?.filter(isCounted) ?? null }
}
