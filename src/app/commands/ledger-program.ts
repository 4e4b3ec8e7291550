import type { Command } from 'commander'
import type { CommandLine, Host } from './host.ts'
import type { ExportFlags } from './ledger-export.ts'
import type { UpkeepFlags } from './ledger-upkeep.ts'
import type { LedgerFlags } from './ledger.ts'
import type { CollectFlags } from './ledger-collect.ts'

/** Adds the commands of `ledger`. */
export function addLedgerCommands({ program, host, end }: CommandLine): void {
  const ledger = program
    .command('ledger')
    .description('keep and read the history of runs, in a git repository or a database')
  const subcommand = (
    spec: string,
    about: string,
    run: (flags: LedgerFlags, args: readonly string[]) => Promise<number>,
  ): Command =>
    ledger
      .command(spec)
      .description(about)
      .option('--ledger <where>', WHERE)
      .option('--json [file]', 'write JSON (- or nothing: standard output)')
      .action(async (...all: unknown[]) => {
        const command = all.at(-1) as Command
        end(await run(command.opts<LedgerFlags>(), command.args))
      })
  const withDays = (command: Command): Command =>
    command
      .option('--month <month>', 'a UTC month, such as 2026-11; the current one when missing')
      .option('--from <day>', 'first UTC day, such as 2026-11-01')
      .option('--to <day>', 'last UTC day; today when missing')

  subcommand('add', 'add reports', async (flags, args) =>
    (await import('./ledger.ts')).ledgerAdd(args, flags, host),
  ).argument('<report...>', 'reports to add')
  ledger
    .command('collect')
    .description('add the completed runs of a repository on GitHub; needs GITHUB_TOKEN')
    .option('--ledger <where>', WHERE)
    .option('--repository <name>', 'owner/name; GITHUB_REPOSITORY when missing')
    .option('--since <day>', 'reads runs since this UTC day again; without it, goes on where the last one ended')
    .option('--json [file]', 'write JSON (- or nothing: standard output)')
    .action(async (flags: CollectFlags) => {
      const { ledgerCollect } = await import('./ledger-collect.ts')
      end(await ledgerCollect(flags, host))
    })
  const withApi = (command: Command): Command =>
    command
      .option('--from-api <time>', 'all runs of the last days, only from GitHub and estimated, such as 30d; no ledger')
      .option('--repository <name>', 'with --from-api: owner/name; GITHUB_REPOSITORY when missing')
  withApi(
    withDays(
      subcommand('totals', 'show the sums of a month', async (flags) =>
        (await import('./ledger-show.ts')).ledgerTotals(flags, host),
      ),
    ),
  )
  withApi(
    withDays(
      subcommand('show', 'list the entries of a month', async (flags) =>
        (await import('./ledger-show.ts')).ledgerShow(flags, host),
      ),
    ),
  )
  withDays(ledger.command('export'))
    .description('write entries or metrics for other tools')
    .option('--ledger <where>', WHERE)
    .option('--ndjson <file>', 'write entries as NDJSON (-: standard output)')
    .option('--csv <file>', 'write entries as CSV (-: standard output)')
    .option('--parquet <file>', 'write entries as Parquet')
    .option('--prometheus <file>', 'write metrics as Prometheus text (-: standard output)')
    .option('--pushgateway [url]', 'push metrics to a Prometheus Pushgateway, or to CARBON_GATE_PUSHGATEWAY_URL')
    .option('--otlp', 'send metrics by OTLP/HTTP, as the variables OTEL_EXPORTER_OTLP_* say')
    .action(async (flags: ExportFlags) => end(await (await import('./ledger-export.ts')).ledgerExport(flags, host)))
  subcommand('verify', 'check that nothing was lost or changed', async (flags) =>
    (await import('./ledger.ts')).ledgerVerify(flags, host),
  )
  addUpkeepCommands(ledger, host, end)
}

const WHERE =
  'branch, `refs/...`, path or URL of a repository (`#ref` chooses), `postgres://`; that of CARBON_GATE_LEDGER_URL or of the config file when missing'

/** Commands that correct, shorten and move a ledger. */
function addUpkeepCommands(ledger: Command, host: Host, end: (status: number) => void): void {
  ledger
    .command('correct')
    .description('correct an entry by a new line; the entry itself stays')
    .argument('<key>', 'key of the entry, as `ledger show --json` prints it')
    .option('--ledger <where>', WHERE)
    .option('--month <month>', 'UTC month in which the entry ended, such as 2026-11; the current one when missing')
    .option('--wh <wh>', 'energy that it should have, Wh, or `unknown`')
    .option('--g <g>', 'emissions that it should have, g CO2e, or `unknown`')
    .option('--l <l>', 'water that it should have, L, or `unknown`')
    .option('--withdraw', 'all of its figures become 0')
    .option('--reason <text>', 'why; it is kept in the ledger')
    .action(async (key: string, flags: UpkeepFlags) =>
      end(await (await import('./ledger-upkeep.ts')).ledgerCorrect(key, flags, host)),
    )
  ledger
    .command('prune')
    .description('delete the entries of old months; the totals of those months stay')
    .option('--ledger <where>', WHERE)
    .option('--before <month>', 'first UTC month whose entries stay, such as 2026-01')
    .action(async (flags: UpkeepFlags) => end(await (await import('./ledger-upkeep.ts')).ledgerPrune(flags, host)))
  ledger
    .command('move')
    .description('copy a ledger to another place and compare the sums; the old one stays')
    .option('--from <where>', 'the ledger that is copied')
    .option('--to <where>', 'the ledger that it becomes')
    .action(async (flags: { from?: string; to?: string }) =>
      end(await (await import('./ledger-upkeep.ts')).ledgerMove(flags, host)),
    )
}
