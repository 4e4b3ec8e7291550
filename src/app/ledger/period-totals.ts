import { FIGURE_OF } from '../../core/units.ts'
import { type AbsoluteBudget, CALENDAR_SCOPES } from '../../core/budget.ts'
import { type Days, dayOf, spanAround } from '../../core/calendar.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { groupBy } from '../../core/group-by.ts'
import type { JudgingContext, SetBudget } from '../../core/judge-report.ts'
import { type Note, note } from '../../core/notes.ts'
import type { Report } from '../../core/report.ts'
import type { Totals } from '../../core/judged-line.ts'
import { ofRepository } from '../../ledger/cursors.ts'
import { isCorrection } from '../../ledger/entry.ts'
import type { LedgerStore, LedgerTotals } from '../../ledger/store.ts'
import { percent, plain, shareUsed } from '../../render/quantities.ts'
import { type RepositorySum, type Sum, Sums, UNNAMED } from '../../ledger/totals.ts'
import type { Settings } from '../settings/table.ts'
import { forecastNotes, isStale, recentNotes, staleNotes, staleRepositoryNotes } from './period-notes.ts'
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
  const known = await store.totals(monthsAround(today))
  const name = own.repository ?? UNNAMED
  const cursor = cursorOf(known, own)
  // A repository without a collector adds its own entries: the cursors of others say nothing about its runs.
  const state = { tip: known.tip, entries: known.all_entries, as_of: cursor ?? known.written_at }
  const lost = own.seen.find(({ entries }) => entries > known.all_entries)
  if (lost) {
    const text = `an earlier report saw ${lost.entries} entries in the ledger, now it has ${known.all_entries}: its history was rewritten`
    const notes = [note('ledger-entries-lost', text)]
    return { totals: {}, ledgerProblem: { text, blocks: true }, notes, ledger: state }
  }
  const ownTotals = await withoutRecorded(store, own)
  const recent = await listRecent(known, own)
  const lines = budgets.flatMap(({ budget }) =>
    budget.kind === 'absolute' && CALENDAR_SCOPES.has(budget.scope) ? [budget] : [],
  )
  const hasOrganisation = lines.some(({ isOrganisation }) => isOrganisation)
  const completeUntil = completeTime(known, own, Array.isArray(recent?.runs))
  // Runs of other repositories since their cursors are not listed.
  const allUntil = hasOrganisation && Object.keys(known.cursors).length > 0 ? known.as_of : null
  const ledger = {
    ...state,
    ...(completeUntil !== null && { complete_until: completeUntil }),
    ...(allUntil !== null && { organisation_as_of: allUntil }),
  }
  const isShared = Object.keys(known.repositories).some((each) => each.toLowerCase() !== name.toLowerCase())
  const ownParts = ofRepository(known.repositories, name)
  const usual = isShared && ownParts.length > 0 ? { ...sumOf(ownParts), workflows: joinWorkflows(ownParts) } : known
  const totals: Partial<Record<Span, Totals>> = {}
  const organisationTotals: Partial<Record<Span, Totals>> = {}
  const notes: Note[] = [
    ...staleNotes(store.name, cursor === null ? null : name, state.as_of, own.nowMs),
    ...(hasOrganisation ? staleRepositoryNotes(known.cursors, name, own.nowMs) : []),
    ...recentNotes(recent),
  ]
  for (const budget of lines) {
    const span = budget.scope as Span
    const range = spanAround(today, span)
    const sum =
      isShared && !budget.isOrganisation
        ? sumOf(ofRepository((await store.totals(range)).repositories, name))
        : sumOfDays(known.days, range)
    const ended = (recent?.runs ?? []).filter(({ endMs }) => dayOf(endMs) >= range.from && dayOf(endMs) <= range.to)
    const used = withOwn(sum, ownTotals, estimateRuns(ended, usual))
    if (budget.isOrganisation) organisationTotals[span] = used
    else totals[span] = used
    const share = (used[budget.metric] ?? 0) / budget.limit
    if (own.isPeriodWarned && share > 1)
      notes.push(note('period-exceeded', `${budget.line} is exceeded: ${plain(shareUsed(percent(share)))}`))
    const ofAll = budget.isOrganisation ? allUntil : null
    const until = ofAll ?? completeUntil
    const knownMs = until === null ? own.nowMs : Math.min(own.nowMs, Date.parse(until))
    const at = { asOf: ofAll ?? state.as_of, nowMs: own.nowMs, knownMs }
    notes.push(...forecastNotes({ line: budget.line, share, span }, at), ...unknownNotes(budget, sum))
  }
  return { totals, organisationTotals, isPeriodWarned: own.isPeriodWarned, notes, ledger }
}

/** The months of a day and of its week. Whole months: their totals are one small read. */
function monthsAround(day: string): Days {
  const [week, month] = [spanAround(day, 'week'), spanAround(day, 'month')]
  return {
    from: week.from < month.from ? spanAround(week.from, 'month').from : month.from,
    to: week.to > month.to ? spanAround(week.to, 'month').to : month.to,
  }
}

function unknownNotes({ line, metric }: AbsoluteBudget, { unknown, entries }: Sum): Note[] {
  const count = unknown[FIGURE_OF[metric]]
  if (count === 0 || count >= entries) return []
  const text = `${line}: ${count} of ${entries} entries have no known ${metric} and are not in the sum`
  return [note('ledger-unknown-entries', text)]
}

function sumOfDays(days: Readonly<Record<string, Sum>>, { from, to }: Days): Sum {
  return sumOf(Object.entries(days).flatMap(([day, sum]) => (day >= from && day <= to ? [sum] : [])))
}

function sumOf(parts: readonly Sum[]): Sum {
  const sums = new Sums()
  for (const part of parts) sums.addSum(part)
  return sums.value()
}

/** Sums of a repository's workflows. It has several parts where its name is spelt in several ways. */
function joinWorkflows(parts: readonly RepositorySum[]): Record<string, Sum> {
  const byName = groupBy(
    parts.flatMap(({ workflows = {} }) => Object.entries(workflows)),
    ([workflow]) => workflow,
  )
  return Object.fromEntries([...byName].map(([workflow, sums]) => [workflow, sumOf(sums.map(([, sum]) => sum))]))
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
function completeTime(known: LedgerTotals, own: OwnFigures, areRecentRunsKnown: boolean): string | null {
  if (areRecentRunsKnown) return null
  const cursor = cursorOf(known, own)
  if (cursor !== null) return cursor
  return known.written_at !== null && isStale(known.written_at, own.nowMs) ? known.written_at : null
}

/** Until when the collector has read the runs of the repository that is judged, RFC 3339; null without a collector. */
function cursorOf({ cursors }: Pick<LedgerTotals, 'cursors'>, { repository }: OwnFigures): string | null {
  return (
    ofRepository(cursors, repository ?? '')
      .sort()
      .at(-1) ?? null
  )
}

/** Runs since the collector's cursor; null without a collector. */
async function listRecent(
  known: LedgerTotals,
  own: OwnFigures,
): Promise<{ readonly since: string; readonly runs: readonly RecentRun[] | null } | null> {
  const since = cursorOf(known, own)
  if (since === null || !own.listRecentRuns) return null
  const sinceMs = Date.parse(since)
  const runs = await own.listRecentRuns(sinceMs)
  // The collector's own run began before its cursor and is in no ledger.
  const isCounted = (run: RecentRun): boolean =>
    run.createdMs >= sinceMs || known.workflows[run.workflow ?? UNNAMED] !== undefined
  return { since, runs: runs?.filter(isCounted) ?? null }
}
