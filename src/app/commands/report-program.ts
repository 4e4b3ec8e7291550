import { Option } from 'commander'
import type { CommandLine } from './host.ts'
import { SUM_SETTINGS, withOutput, withSettings, withoutEnforcement } from './options.ts'

/** A flag that may be repeated. */
function collected(value: string, before: readonly string[] | undefined): string[] {
  return [...(before ?? []), value]
}

/** Adds the commands that show, compare or convert reports. */
export function addReportCommands({ program, host, ends }: CommandLine): void {
  withOutput(
    withSettings(
      program
        .command('compare')
        .description('compare reports, or variants of one task per functional unit such as 1000 inferences')
        .argument('[report...]', 'reports; the first one is BASE'),
      ['budget', 'config', 'on-measurement-error', 'strict'],
      {
        budget:
          'budget line, such as `+10 % vs BASE`; may be repeated; adds to those about variants in the config file',
      },
    ),
    { json: 'the comparison', markdown: 'the comparison', svg: 'a chart: energy against speed or quality' },
  )
    .option('--variant <name=file>', 'a report with a name of its own; may be repeated', collected)
    .option('--quality <name=number>', 'quality of a variant, higher is better; may be repeated', collected)
    .action(ends(async (command) => (await import('./compare.ts')).compareCommand(command, host)))
  withSettings(
    withoutEnforcement(program.command('model-card'))
      .description('write the emissions into the front matter of a Hugging Face model card')
      .argument('<card>', 'the card, such as README.md')
      .argument('<report...>', 'reports; several are added up'),
    SUM_SETTINGS,
  )
    .option('--training-type <type>', 'pre-training or fine-tuning')
    .option('--location <text>', 'place of the training; when missing the region or zone of the reports')
    .option('--hardware <text>', 'hardware of the training; when missing that of the reports')
    .option('--check', 'write nothing; status 1 if the card is out of date')
    .action(ends(async (command) => (await import('./model-card.ts')).modelCardCommand(command, host)))
  withSettings(
    withoutEnforcement(program.command('export'))
      .description('write reports in formats of others: BoAmps, Impact Framework, EU model documentation')
      .argument('<report...>', 'reports; several are added up'),
    SUM_SETTINGS,
  )
    .option('--boamps <file>', 'BoAmps report, JSON (-: standard output)')
    .option('--task <file>', 'with --boamps: its object `task`, YAML or JSON, which no report knows')
    .option('--impact-framework <file>', 'SCI statement as a manifest of the Impact Framework (-: standard output)')
    .option('--eu-form <file>', "energy lines of the EU's Model Documentation Form, Markdown (-: standard output)")
    .action(ends(async (command) => (await import('./export.ts')).exportCommand(command, host)))

  addPictureCommands({ program, host, ends })
}

/** Adds `label`, `badge` and `dashboard`: pictures of reports and of the history. */
function addPictureCommands({ program, host, ends }: Pick<CommandLine, 'program' | 'host' | 'ends'>): void {
  program
    .command('label')
    .description('draw the carbon label of a report, as SVG or PNG')
    .argument('<report>', 'a report')
    .option('-o, --output <file>', 'SVG file to write; standard output when missing')
    .addOption(new Option('--svg <file>', 'the same as --output').conflicts('output'))
    .option('--png <file>', 'PNG file to write (needs the package @resvg/resvg-js)')
    .option('--for <kind>', 'run, or service: per million tokens or per 1,000 of another unit (default run)')
    .option('--runs-per-month <n>', 'shows what so many runs a month add up to')
    .action(ends(async (command, [file = '']) => (await import('./label.ts')).labelCommand(file, command.opts(), host)))
  program
    .command('badge')
    .description('draw the badge of a report or of a month, as SVG or as JSON for shields.io')
    .argument('[report]', 'a report')
    .option('-o, --output <file>', 'file to write; standard output when missing')
    .addOption(new Option('--svg <file>', 'the same as --output').conflicts(['output', 'json']))
    .option('--json', 'the JSON that a shields endpoint answers')
    .option('--label <text>', 'text of the left half (default carbon)')
    .option('--budget <line>', 'with --ledger: limit of the month, such as "2 kg per month", for the letter')
    .option('--ledger <where>', 'total of the current month and its trend, from this ledger instead of a report')
    .action(ends(async (command, [file]) => (await import('./label.ts')).badgeCommand(file, command.opts(), host)))
  withSettings(program.command('dashboard'), ['budget', 'config'], {
    budget: 'budget line, such as `2 kg per month`, to show beside the history; may be repeated',
  })
    .description('write the history as one HTML page: from a ledger, from reports, or only from GitHub')
    .argument('[report...]', 'reports: files, folders, globs')
    .option('-o, --output <file>', 'HTML file to write (-: standard output)')
    .option(
      '--ledger <where...>',
      'one or more ledgers: branch, `refs/...`, path or URL of a repository, `postgres://`',
    )
    .option('--month <month>', 'with --ledger: a UTC month; the current one and the two before when missing')
    .option('--from <day>', 'with --ledger: first UTC day, such as 2026-11-01')
    .option('--to <day>', 'with --ledger: last UTC day; today when missing')
    .option('--from-api <time>', 'all runs of the last days, only from GitHub and estimated, such as 30d; no ledger')
    .option('--repository <name>', 'with --from-api: owner/name; GITHUB_REPOSITORY when missing')
    .action(ends(async (command) => (await import('./dashboard.ts')).dashboardCommand(command, host)))
}
