import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { ConfigurationError } from '../../core/errors.ts'
import { printable } from '../../core/text.ts'
import type { LedgerStore } from '../../ledger/store.ts'
import { EXIT } from '../exit-status.ts'
import { dayOf, monthRange } from '../../core/calendar.ts'
import { readRange } from '../ledger/day-range.ts'
import { toCsv, toNdjson, toParquet } from '../ledger/export-entries.ts'
import { type Metric, ledgerMetrics } from '../ledger/metrics.ts'
import { isStandardOutput } from '../report-output.ts'
import type { Host } from './host.ts'
import { type LedgerFlags, withLedger } from './ledger.ts'

/** Flags of `ledger export`. */
export interface ExportFlags extends LedgerFlags {
  readonly ndjson?: string
  readonly csv?: string
  readonly parquet?: string
  readonly prometheus?: string
  readonly pushgateway?: string | true
  readonly otlp?: true
}

/** Variable with the address of a Pushgateway; it may have a user and a password. */
const GATEWAY_VARIABLE = 'CARBON_GATE_PUSHGATEWAY_URL'

/** `ledger export`: entries for other tools, or metrics. A file of entries is not overwritten. */
export async function ledgerExport(flags: ExportFlags, host: Host): Promise<number> {
  const files = [flags.ndjson, flags.csv, flags.parquet].filter((target) => target !== undefined)
  const hasMetrics = flags.prometheus !== undefined || flags.pushgateway !== undefined || flags.otlp === true
  if (files.length === 0 && !hasMetrics) {
    throw new ConfigurationError(
      'ledger export: say where to, as in --parquet month.parquet, --csv -, --prometheus carbon.prom or --otlp',
    )
  }
  for (const target of files) assertNewFile(target)
  if (flags.prometheus !== undefined) assertMetricsFile(flags.prometheus)
  const gateway = flags.pushgateway === undefined ? null : gatewayFrom(flags.pushgateway, host)
  await withLedger(flags, host, async (store) => {
    if (files.length > 0) await exportEntries(store, flags, host)
    if (hasMetrics) await exportMetrics(await readMetrics(store), flags, gateway, host)
  })
  return EXIT.ok
}

async function exportEntries(store: LedgerStore, flags: ExportFlags, host: Host): Promise<void> {
  const { ndjson, csv, parquet } = flags
  const entries = await store.entries(readRange(flags, Date.now()))
  if (ndjson !== undefined) writeExport(ndjson, toNdjson(entries), host)
  if (csv !== undefined) writeExport(csv, toCsv(entries), host)
  if (parquet !== undefined) writeExport(parquet, await toParquet(entries), host)
  host.console.err(`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} exported\n`)
}

/** Metrics of all time and of the current month: two small reads. */
async function readMetrics(store: LedgerStore): Promise<Metric[]> {
  const month = monthRange(dayOf(Date.now()).slice(0, 7))
  return ledgerMetrics(await store.totals({ from: '0001-01-01', to: month.to }), await store.totals(month))
}

async function exportMetrics(
  metrics: readonly Metric[],
  { prometheus, otlp }: ExportFlags,
  gateway: string | null,
  { console }: Host,
): Promise<void> {
  const { prometheusText, pushMetrics } = await import('../ledger/prometheus.ts')
  if (prometheus !== undefined) {
    if (isStandardOutput(prometheus)) console.out(prometheusText(metrics))
    else replaceFile(prometheus, prometheusText(metrics))
  }
  if (gateway !== null) console.err(`metrics of ${await pushMetrics(gateway, metrics)} repositories pushed\n`)
  if (otlp === true) {
    await (await import('../ledger/otlp.ts')).sendMetrics(metrics)
    console.err(`${metrics.length} metrics sent\n`)
  }
}

function gatewayFrom(flag: string | true, { env }: Host): string {
  const address = flag === true ? env[GATEWAY_VARIABLE]?.trim() : flag
  if (!address) {
    throw new ConfigurationError(`--pushgateway has no address: give one, or set ${GATEWAY_VARIABLE}`)
  }
  if (flag !== true && /^[a-z]+:\/\/[^/]*:[^/]*@/i.test(flag)) {
    throw new ConfigurationError(
      `--pushgateway contains a password, which process lists and logs would show: put the address into ${GATEWAY_VARIABLE}`,
    )
  }
  return address
}

function assertNewFile(target: string): void {
  if (isStandardOutput(target)) return
  if (target.trim() === '') throw new ConfigurationError('ledger export: the name of the file is blank')
  if (existsSync(target))
    throw new ConfigurationError(`ledger export: ${printable(target)} exists and is not overwritten: name another file`)
}

/** A file of metrics is replaced each time, so it must not be anything else. */
function assertMetricsFile(target: string): void {
  if (isStandardOutput(target)) return
  if (target.trim() === '') throw new ConfigurationError('ledger export: the name of the file is blank')
  if (!existsSync(target)) return
  const text = readFileSync(target, 'utf8')
  if (text === '' || text.startsWith('# HELP carbon_gate_')) return
  throw new ConfigurationError(
    `ledger export: ${printable(target)} contains something other than these metrics and is not overwritten: name another file`,
  )
}

function writeExport(target: string, content: string | Uint8Array, { console }: Host): void {
  if (isStandardOutput(target)) {
    if (typeof content === 'string') return console.out(content)
    throw new ConfigurationError('ledger export: Parquet is binary: name a file')
  }
  writing(target, () => writeFileSync(target, content, { flag: 'wx' }))
}

/** Written beside and renamed: a collector that reads text files never sees half of one. */
function replaceFile(target: string, content: string): void {
  writing(target, () => {
    writeFileSync(`${target}.new`, content)
    renameSync(`${target}.new`, target)
  })
}

function writing(target: string, write: () => void): void {
  try {
    write()
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new ConfigurationError(`ledger export: ${printable(target)} cannot be written: ${code}`)
  }
}
