import type { Command } from 'commander'
import type { CommandAction, CommandLine } from './host.ts'

/** Adds the commands of `ledger`. */
export function addLedgerCommands({ program, host, ends }: CommandLine): void {
  const ledger = program
    .command('ledger')
    .description('keep and read the history of runs, in a git repository or a database')
  const subcommand = (spec: string, about: string, run: CommandAction): Command =>
    ledger
      .command(spec)
      .description(about)
      .option('--ledger <where>', WHERE)
      .option('--json [file]', 'write JSON (- or nothing: standard output)')
      .action(ends(run))
  const withDays = (command: Command): Command =>
    command
      .option('--month <month>', 'a UTC month, such as 2026-11; the current one when missing')
      .option('--from <day>', 'first UTC day, such as 2026-11-01')
      .option('--to <day>', 'last UTC day; today when missing')

  subcommand('add', 'add reports', async (command, args) =>
    (await import('./ledger.ts')).ledgerAdd(args, command.opts(), host),
  ).argument('<report...>', 'reports to add')
  ledger
    .command('collect')
    .description('add the completed runs of a repository on GitHub; needs GITHUB_TOKEN')
    .option('--ledger <where>', WHERE)
    .option('--repository <name>', 'owner/name; GITHUB_REPOSITORY when missing')
    .option('--since <day>', 'reads runs since this UTC day again; without it, goes on where the last one ended')
    .option('--json [file]', 'write JSON (- or nothing: standard output)')
    .action(ends(async (command) => (await import('./ledger-collect.ts')).ledgerCollect(command.opts(), host)))
  const withApi = (command: Command): Command =>
    command
      .option('--from-api <time>', 'all runs of the last days, only from GitHub and estimated, such as 30d; no ledger')
      .option('--repository <name>', 'with --from-api: owner/name; GITHUB_REPOSITORY when missing')
  withApi(
    withDays(
      subcommand('totals', 'show the sums of a month', async (command) =>
        (await import('./ledger-show.ts')).ledgerTotals(command.opts(), host),
      ),
    ),
  )
  withApi(
    withDays(
      subcommand('show', 'list the entries of a month', async (command) =>
        (await import('./ledger-show.ts')).ledgerShow(command.opts(), host),
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
    .action(ends(async (command) => (await import('./ledger-export.ts')).ledgerExport(command.opts(), host)))
  subcommand('verify', 'check that nothing was lost or changed', async (command) =>
    (await import('./ledger.ts')).ledgerVerify(command.opts(), host),
  )
  addUpkeepCommands(ledger, { host, ends })
}

const WHERE =
  'branch, `refs/...`, path or URL of a repository (`#ref` chooses), `postgres://`; that of CARBON_GATE_LEDGER_URL or of the config file when missing'

/** Commands that correct, shorten and move a ledger. */
function addUpkeepCommands(ledger: Command, { host, ends }: Pick<CommandLine, 'host' | 'ends'>): void {
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
    .action(
      ends(async (command, [key = '']) =>
        (await import('./ledger-upkeep.ts')).ledgerCorrect(key, command.opts(), host),
      ),
    )
  ledger
    .command('prune')
    .description('delete the entries of old months; the totals of those months stay')
    .option('--ledger <where>', WHERE)
    .option('--before <month>', 'first UTC month whose entries stay, such as 2026-01')
    .action(ends(async (command) => (await import('./ledger-upkeep.ts')).ledgerPrune(command.opts(), host)))
  ledger
    .command('move')
    .description('copy a ledger to another place and compare the sums; the old one stays')
    .option('--from <where>', 'the ledger that is copied')
    .option('--to <where>', 'the ledger that it becomes')
    .action(ends(async (command) => (await import('./ledger-upkeep.ts')).ledgerMove(command.opts(), host)))
}
