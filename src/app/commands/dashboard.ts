import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Command } from 'commander'
import { ConfigurationError } from '../../core/errors.ts'
import { counted, printable } from '../../core/text.ts'
import { VERSION } from '../../core/version.ts'
import { ASSET_FILE } from '../../dashboard/asset-file.ts'
import { Collector } from '../../dashboard/collector.ts'
import type { Source } from '../../dashboard/dashboard.ts'
import { type Assets, dashboardPage } from '../../dashboard/page.ts'
import { EXIT } from '../exit-status.ts'
import { defaultLedger } from '../ledger/default-ledger.ts'
import { isStandardOutput, writeWhole } from '../named-file.ts'
import { assertTarget } from '../target-file.ts'
import { givenTo } from './context.ts'
import { type SourceFlags, assertOneSource, readApi, readLedgers, collectReports } from './dashboard-sources.ts'
import type { Host } from './host.ts'
import { resolveFlags } from '../settings/resolve-flags.ts'

/** Flags of `dashboard`. */
interface DashboardFlags extends SourceFlags {
  readonly output?: string
}

/** The history as one HTML file: from ledgers, from the forge alone, or from reports. */
export async function dashboardCommand(command: Command, host: Host, assets: Assets = readAssets()): Promise<number> {
  const { output, ...flags } = command.opts<DashboardFlags>()
  const reports = command.args
  if (output === undefined) {
    throw new ConfigurationError('dashboard: say where to, as in `-o dashboard.html`; `-o -` is standard output')
  }
  // Before anything is read: the name of the file is what a person gets wrong.
  if (!isStandardOutput(output)) assertTarget(output, 'html', 'output')
  assertOneSource(flags, reports)
  const { budgets: set, file } = await resolveFlags(givenTo(command, host.env))
  const budgets = set.map(({ budget }) => budget)
  const collector = new Collector(budgets)
  const nowMs = Date.now()
  const hasSource = reports.length > 0 || flags.fromApi !== undefined || flags.ledger !== undefined
  const found = hasSource ? null : defaultLedger(file, host.env)
  if (!hasSource && found === null) {
    throw new ConfigurationError(
      'dashboard: say from what: `--ledger WHERE`, `--from-api 30d`, or the names of reports',
    )
  }
  const readSource = (): Promise<Source> | Source => {
    if (reports.length > 0) return collectReports(reports, collector, nowMs)
    if (flags.fromApi !== undefined) return readApi(flags, host, collector)
    return readLedgers(flags.ledger ?? [found?.where], flags, host, collector, nowMs)
  }
  const source = await readSource()
  if (found) host.console.err(`ledger: ${printable(source.names.join(', '))}, as ${found.source} says\n`)
  for (const warning of source.warnings) host.console.err(`warning: ${warning}\n`)
  const html = dashboardPage({ collector, source, budgets, nowMs, version: VERSION }, assets)
  if (isStandardOutput(output)) host.console.out(html)
  else {
    writeWhole(output, html)
    const { entries } = collector.history.all
    host.console.err(`${output}: ${counted(entries, 'entry', 'entries')}, ${Math.ceil(html.length / 1024)} kB\n`)
  }
  return EXIT.ok
}

/** Reads the script of the page: beside the bundle, or for compiled sources in `build`. */
function readAssets(): Assets {
  const folder = path.dirname(fileURLToPath(import.meta.url))
  const file = [folder, path.join(folder, '../../..')]
    .map((each) => path.join(each, ASSET_FILE))
    .find((each) => existsSync(each))
  if (file === undefined) throw new Error(`${ASSET_FILE} is not beside the bundle: run \`npm run build\``)
  return JSON.parse(readFileSync(file, 'utf8')) as Assets
}
