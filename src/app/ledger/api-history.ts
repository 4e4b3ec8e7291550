import { type Result, ok } from '../../github/failure.ts'
import { inParallel } from '../../github/pages.ts'
import { listRuns } from '../../github/run-list.ts'
import type { Entry } from '../../ledger/entry.ts'
import type { DayRange, LedgerTotals } from '../../ledger/store.ts'
import { TotalsBuilder } from '../../ledger/totals.ts'
import { dayOf } from '../../core/calendar.ts'
import { type RunReader, type RunReading, hasJobs, readRun, unknownRunnerWarnings } from './run-entries.ts'

/** The runs of the last days as the forge alone knows them. */
export interface ApiHistory {
  /** Estimated from times and runner classes; in the order of their end. */
  readonly entries: readonly Entry[]
  readonly range: DayRange
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

/** Runs that fail before the others are not tried any more. */
const MOST_FAILURES = 8

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
  const failures: string[] = []
  const readings = await inParallel(runs, RUNS_AT_ONCE, async (run): Promise<RunReading | null> => {
    if (server.spareRequests < RUNS_AT_ONCE || client.deadline.ending || failures.length >= MOST_FAILURES) return null
    const reading = await readRun({ ...reader, artifacts: 'none' }, run)
    if (reading.kind === 'failed') failures.push(reading.failure.text)
    return reading
  })
  const read = readings.filter((reading) => reading?.kind === 'read')
  const unread = readings.filter((reading) => !reading || reading.kind === 'failed').length
  const why = failures[0] ?? (client.deadline.ending ? 'the time is over' : 'the allowance of requests is low')
  const entries = read.flatMap((reading) => reading.entries.map(({ entry }) => entry))

  return ok({
    entries: entries.sort((a, b) => Date.parse(a.ended_at) - Date.parse(b.ended_at)),
    range: { from: dayOf(fromMs), to: dayOf(nowMs) },
    runs: read.length,
    unread,
    requests: server.requests,
    warnings: [
      ...(unread === 0 ? [] : [`${unread} of ${runs.length} runs are not read and not in the sums: ${why}`]),
      ...(listed.value.isComplete ? [] : ['the list of runs is incomplete: the oldest are missing']),
      ...read.flatMap(({ warnings }) => warnings),
      ...unknownRunnerWarnings(read.flatMap(({ unknownRunners }) => unknownRunners)),
    ],
  })
}

/** Totals of entries that no ledger has, in the form of a ledger's. */
export function totalsOfEntries(entries: readonly Entry[], range: DayRange, asOf: string): LedgerTotals {
  const builder = new TotalsBuilder()
  for (const entry of entries) builder.add(entry)
  const state = { as_of: asOf, written_at: asOf, tip: null, cursors: {}, all_entries: entries.length }
  return { ...builder.value(), ...range, ...state }
}
