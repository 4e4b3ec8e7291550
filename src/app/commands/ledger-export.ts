import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { ConfigurationError } from '../../core/errors.ts'
import { counted, printable } from '../../core/text.ts'
import type { LedgerStore } from '../../ledger/store.ts'
import { EXIT } from '../exit-status.ts'
import { dayOf, monthRange } from '../../core/calendar.ts'
import { readRange } from '../ledger/day-range.ts'
import { warnOfEmptyLedger } from '../ledger/empty-ledger.ts'
import { CSV_HEADER, ParquetColumns, csvRows } from '../ledger/export-entries.ts'
import { type Metric, ledgerMetrics } from '../ledger/metrics.ts'
import { isStandardOutput } from '../named-file.ts'
import type { Host } from './host.ts'
import { type LedgerFlags, warnIfEmpty, withLedger } from './ledger.ts'
import { writeInPieces, writing } from './pieces.ts'

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
  if (flags.parquet !== undefined && isStandardOutput(flags.parquet)) {
    throw new ConfigurationError('ledger export: Parquet is binary: name a file')
  }
  if (flags.prometheus !== undefined) assertMetricsFile(flags.prometheus)
  const gateway = flags.pushgateway === undefined ? null : gatewayFrom(flags.pushgateway, host)
  await withLedger(flags, host, async (store) => {
    if (files.length > 0) await exportEntries(store, flags, host)
    if (hasMetrics) await exportMetrics(await readMetrics(store, host), flags, gateway, host)
  })
  return EXIT.ok
}

/** Writes the entries as they are read; only Parquet needs all of them at once. */
async function exportEntries(store: LedgerStore, flags: ExportFlags, host: Host): Promise<void> {
  const { console } = host
  const { ndjson, csv, parquet } = flags
  const range = readRange(flags, Date.now())
  let count = 0
  if (ndjson !== undefined) {
    await writeNewFile(ndjson, console, async (write) => {
      for await (const text of store.ndjson(range)) {
        write(text)
        count += String(text).split('\n').length - 1
      }
    })
  }
  if (csv !== undefined) {
    count = 0
    await writeNewFile(csv, console, async (write) => {
      write(CSV_HEADER)
      for await (const page of store.pages(range)) {
        write(csvRows(page))
        count += page.length
      }
    })
  }
  if (parquet !== undefined) {
    const columns = new ParquetColumns()
    for await (const page of store.pages(range)) columns.add(page)
    count = columns.length
    const bytes = await columns.bytes()
    await writeNewFile(parquet, console, (write) => Promise.resolve(write(bytes)))
  }
  if (count === 0) await warnIfEmpty(store, host)
  host.console.err(`${counted(count, 'entry', 'entries')} exported\n`)
}

/** Metrics of all time and of the current month: two small reads. */
async function readMetrics(store: LedgerStore, { console }: Host): Promise<Metric[]> {
  const month = monthRange(dayOf(Date.now()).slice(0, 7))
  const all = await store.totals({ from: '0001-01-01', to: month.to })
  warnOfEmptyLedger(store.name, all, console)
  return ledgerMetrics(all, await store.totals(month))
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
  if (existsSync(target))
    throw new ConfigurationError(`ledger export: ${printable(target)} exists and is not overwritten: name another file`)
}

/** A file of metrics is replaced each time, so it must not be anything else. */
function assertMetricsFile(target: string): void {
  if (isStandardOutput(target)) return
  if (!existsSync(target)) return
  const text = readFileSync(target, 'utf8')
  if (text === '' || text.startsWith('# HELP carbon_gate_')) return
  throw new ConfigurationError(
    `ledger export: ${printable(target)} contains something other than these metrics and is not overwritten: name another file`,
  )
}

/** Writes a new file, or to standard output. */
async function writeNewFile(
  target: string,
  console: Host['console'],
  fill: (write: (content: string | Uint8Array) => void) => Promise<void>,
): Promise<void> {
  if (isStandardOutput(target)) return fill((content) => console.out(content))
  return writeInPieces(target, () => assertNewFile(target), fill)
}

/** Written beside and renamed: a collector that reads text files never sees half of one. */
function replaceFile(target: string, content: string): void {
  writing(target, () => {
    writeFileSync(`${target}.new`, content)
    renameSync(`${target}.new`, target)
  })
}
