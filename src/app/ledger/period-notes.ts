import { type Note, note } from '../../core/notes.ts'
import { paceOf } from '../../core/pace.ts'
import { counted, printable } from '../../core/text.ts'
import { firstNames } from '../../core/first-names.ts'
import { activeCursors } from '../../ledger/cursors.ts'
import { percent, plain, shareUsed } from '../../render/quantities.ts'
import { emptyLedgerText } from './empty-ledger.ts'

/** A ledger that was not written for longer is stale, h: a collector runs hourly, and a day may pass without any run. */
const STALE_HOURS = 26
const HOUR_MS = 3_600_000

/** What is said of runs that the ledger does not have yet. @param recent null without a collector; its runs null: they cannot be listed */
export function recentNotes(
  recent: { readonly since: string; readonly runs: readonly unknown[] | null } | null,
): Note[] {
  if (recent === null || recent.runs?.length === 0) return []
  const time = `${recent.since.slice(0, 16).replace('T', ' ')} UTC`
  if (recent.runs === null) {
    return [
      note('ledger-runs-unlisted', `the runs since ${time} could not be listed and are not in the sums over time`),
    ]
  }
  const count = recent.runs.length
  const text = `${counted(count, 'run')} since ${time} ${count === 1 ? 'is' : 'are'} estimated as one average job each`
  return [note('ledger-runs-estimated', text)]
}

/** Whether a ledger was not written for so long that runs are missing. @param asOf time of its last write, RFC 3339 */
export function isStale(asOf: string, nowMs: number): boolean {
  return nowMs - Date.parse(asOf) > STALE_HOURS * HOUR_MS
}

/**
 * Warns of a ledger that is empty or was not written for long.
 * @param ledger its name
 * @param collected repository whose collector `asOf` is the cursor of; null: the time of the last write
 */
export function staleNotes(ledger: string, collected: string | null, asOf: string | null, nowMs: number): Note[] {
  if (asOf === null) return [note('ledger-stale', `${emptyLedgerText(ledger)}. Only this run counts`)]
  if (!isStale(asOf, nowMs)) return []
  const what = collected === null ? 'the ledger was last written' : `${printable(collected)} was last collected`
  const hours = Math.floor((nowMs - Date.parse(asOf)) / HOUR_MS)
  return [note('ledger-stale', `${what} ${hours} h ago (${asOf}): later runs are missing`)]
}

/** Repositories that a warning names; of more it says how many. */
const NAMED = 3

/**
 * Warns of other repositories of the ledger whose collector has not read runs for long: lines per organisation lack them.
 * @param own repository that is judged, which has a warning of its own
 */
export function staleRepositoryNotes(cursors: Readonly<Record<string, string>>, own: string, nowMs: number): Note[] {
  const stale = activeCursors(cursors, nowMs).filter(
    ({ repository, cursor }) => isStale(cursor, nowMs) && repository.toLowerCase() !== own.toLowerCase(),
  )
  if (stale.length === 0) return []
  const named = stale.map(({ repository, cursor }) => {
    return `${printable(repository)} was last collected ${Math.floor((nowMs - Date.parse(cursor)) / HOUR_MS)} h ago`
  })
  return [note('ledger-stale', `lines per organisation lack later runs: ${firstNames(named, NAMED)}`)]
}

/** Share of a budget from which its forecast is shown. */
const FORECAST_FROM = 0.5

/**
 * How much of a line is used and what the period will have used at its end, if it goes on as it began.
 * @param use `share` is that of the line's limit
 * @param at `knownMs` is the time until which the share has all runs, Unix ms
 */
export function forecastNotes(
  use: { readonly line: string; readonly share: number; readonly span: 'day' | 'week' | 'month' },
  at: { readonly asOf: string | null; readonly nowMs: number; readonly knownMs: number },
): Note[] {
  const { line, share, span } = use
  if (share < FORECAST_FROM) return []
  const { forecast, lastDay, spentOn } = paceOf(share, span, at.nowMs, at.knownMs)
  const time = at.asOf === null ? '' : ` as of ${at.asOf.slice(0, 16).replace('T', ' ')} UTC`
  const pace = forecast === null ? '' : `; at this pace ${plain(percent(forecast))} on ${lastDay}`
  const when = spentOn === null ? '' : `, spent on ${spentOn}`
  return [note('ledger-forecast', `${line}: ${plain(shareUsed(percent(share)))}${time}${pace}${when}`)]
}
