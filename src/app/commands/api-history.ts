import type { Days } from '../../core/calendar.ts'
import { parseDuration } from '../../core/duration.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { counted, printable } from '../../core/text.ts'
import { connectFromEnvironment } from '../forge/github-api.ts'
import { entryLine } from '../../ledger/entry-file.ts'
import type { LedgerStore } from '../../ledger/store.ts'
import { type ApiHistory, readApiHistory, totalsOfEntries } from '../ledger/api-history.ts'
import type { RangeFlags } from '../ledger/day-range.ts'
import { openRunReader } from '../ledger/run-reader.ts'
import type { Host } from './host.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** Flags of commands that can do without a ledger. */
export interface ApiHistoryFlags extends RangeFlags {
  /** How far back, such as `30d`. */
  readonly fromApi?: string
  readonly repository?: string
  readonly ledger?: string
}

/** Time limit of all calls together, ms: a thousand runs take about two minutes. */
const HISTORY_WAIT_MS = 10 * 60_000

/**
 * The runs of the last days from the forge alone, for `--from-api 30d`. What was not read is reported on standard error.
 * @throws ConfigurationError for flags that contradict it
 * @throws MeasurementError when the runs cannot be listed
 */
export async function historyFromApi(flags: ApiHistoryFlags, { env, console }: Host): Promise<ApiHistory> {
  const others = (['ledger', 'month', 'from', 'to'] as const).filter((name) => flags[name] !== undefined)
  if (others.length > 0) {
    throw new ConfigurationError(`--from-api and --${others[0]} exclude each other: --from-api reads no ledger`)
  }
  const seconds = parseDuration(flags.fromApi ?? '', '--from-api')
  const { settings, file } = await resolveFlags()
  const api = await connectFromEnvironment(env, { repository: flags.repository, waitMs: HISTORY_WAIT_MS })
  try {
    const history = await readApiHistory(await openRunReader({ ...api, settings, runners: file.runners }), seconds)
    if (!history.ok) throw new MeasurementError(history.failure.text, 'GitHub')
    const { runs, requests, warnings } = history.value
    for (const warning of warnings) console.err(`warning: ${printable(warning, 500)}\n`)
    console.err(`${counted(runs, 'run')} read with ${requests} requests; every figure is an estimate\n`)
    return history.value
  } finally {
    api.client.deadline.close()
  }
}

/** The part of a ledger that `show` and `totals` read. */
export type History = Pick<LedgerStore, 'rows' | 'ndjson' | 'totals'>

/** Reads past runs from the API of the forge, in the form of a ledger. */
export async function openApiHistory(
  flags: ApiHistoryFlags,
  host: Host,
): Promise<{ readonly history: History; readonly range: Days }> {
  const { entries, range } = await historyFromApi(flags, host)
  const asOf = `${new Date().toISOString().slice(0, 19)}Z`
  const history: History = {
    async *rows() {
      yield [...entries]
    },
    async *ndjson() {
      yield entries.map(entryLine).join('')
    },
    totals: async () => totalsOfEntries(entries, range, asOf),
  }
  return { history, range }
}
