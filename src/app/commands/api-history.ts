import { parseDuration } from '../../core/duration.ts'
import { ConfigurationError, MeasurementError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import { connectFromEnvironment } from '../forge/github-api.ts'
import { type ApiHistory, readApiHistory } from '../ledger/api-history.ts'
import { openRunReader } from '../ledger/run-reader.ts'
import { EMPTY_CONFIG } from '../settings/config-file.ts'
import { resolve } from '../settings/resolve.ts'
import { configFile } from './context.ts'
import type { Host } from './host.ts'

/** Flags of commands that can do without a ledger. */
export interface ApiHistoryFlags {
  /** How far back, such as `30d`. */
  readonly fromApi?: string
  readonly repository?: string
  readonly ledger?: string
  readonly month?: string
  readonly from?: string
  readonly to?: string
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
  const file = configFile({}) ?? EMPTY_CONFIG
  const { settings } = resolve({ given: {}, givenAs: 'flag', file, base: null })
  const api = await connectFromEnvironment(env, { repository: flags.repository, waitMs: HISTORY_WAIT_MS })
  try {
    const history = await readApiHistory(await openRunReader({ ...api, settings, runners: file.runners }), seconds)
    if (!history.ok) throw new MeasurementError(history.failure.text, 'GitHub')
    const { runs, requests, warnings } = history.value
    for (const warning of warnings) console.err(`warning: ${printable(warning, 500)}\n`)
    console.err(`${runs} ${runs === 1 ? 'run' : 'runs'} read with ${requests} requests; every figure is an estimate\n`)
    return history.value
  } finally {
    api.client.deadline.close()
  }
}
