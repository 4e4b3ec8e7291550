import { type Result, ok } from '../../github/failure.ts'
import { listRuns } from '../../github/run-list.ts'
import type { Entry } from '../../ledger/entry.ts'
import type { LedgerTotals } from '../../ledger/store.ts'
import { TotalsBuilder } from '../../ledger/totals.ts'
import { type Days, dayOf } from '../../core/calendar.ts'
import { readRuns } from './read-runs.ts'
import { type RunReader, hasJobs } from './run-entries.ts'

/** The runs of the last days as the forge alone knows them. */
export interface ApiHistory {
  /** Estimated from times and runner classes; in the order of their end. */
  readonly entries: readonly Entry[]
  readonly range: Days
  /** Runs that were read. */
  readonly runs: number
  /** Runs that were not read: the allowance of requests, or an answer that did not come. They are older than those that were. */
  readonly unread: number
  /** Requests that it took. */
  readonly requests: number
  /** What a reader must know, one line each. */
  readonly warnings: readonly string[]
}

/** Runs read side by side. */
const RUNS_AT_ONCE = 8

/**
 * Every completed run of the last days, estimated, without a ledger and without any permission to write. One request for each run and for
 * each 100 runs of the list. The newest runs are read first; below the reserve of the allowance the others are left out and counted.
 * @param seconds how far back, by the time of creation, s
 */
export async function readApiHistory(
  reader: Omit<RunReader, 'artifacts'>,
  seconds: number,
): Promise<Result<ApiHistory>> {
  const { client, repository } = reader
  const { server } = client
  // By the forge's clock: openRunReader has asked it before.
  const nowMs = server.nowMs()
  const fromMs = nowMs - seconds * 1000
  const listed = await listRuns(client, repository, { fromMs })
  if (!listed.ok) return listed
  const runs = listed.value.runs.filter((run) => run.isCompleted && hasJobs(run))
  const limits = { atOnce: RUNS_AT_ONCE, reserve: RUNS_AT_ONCE }
  const { read, left, reason, warnings } = await readRuns({ ...reader, artifacts: 'none' }, runs, limits)
  const entries = read.flatMap((reading) => reading.entries.map(({ entry }) => entry))

  return ok({
    entries: entries.sort((a, b) => Date.parse(a.ended_at) - Date.parse(b.ended_at)),
    range: { from: dayOf(fromMs), to: dayOf(nowMs) },
    runs: read.length,
    unread: left.length,
    requests: server.requests,
    warnings: [
      ...(left.length === 0
        ? []
        : [`${left.length} of ${runs.length} runs are not read and not in the sums: ${reason}`]),
      ...(listed.value.isComplete ? [] : ['the list of runs is incomplete: the oldest are missing']),
      ...warnings,
    ],
  })
}

/** Totals of entries that no ledger has, in the form of a ledger's. */
export function totalsOfEntries(entries: readonly Entry[], range: Days, asOf: string): LedgerTotals {
  const builder = new TotalsBuilder()
  for (const entry of entries) builder.add(entry)
  const state = { as_of: asOf, written_at: asOf, tip: null, cursors: {}, all_entries: entries.length }
  return { ...builder.value(), ...range, ...state }
}
