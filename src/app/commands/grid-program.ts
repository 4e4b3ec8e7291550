import { type Command, Option } from 'commander'
import type { SettingName } from '../settings/table.ts'
import type { CommandAction, CommandLine } from './host.ts'
import { withSettings } from './options.ts'

/** Adds `intensity`, `when`, `where` and `watts`: questions about the grid and about machines. */
export function addGridCommands({ program, host, ends }: CommandLine): void {
  /** A command that answers a question about the grid. */
  const asking = (name: string, about: string, settings: readonly SettingName[], run: CommandAction): Command =>
    withSettings(program.command(name).description(about), [
      ...settings,
      'config',
      'grid-provider',
      'grid-url',
      'max-api-wait',
    ])
      .addOption(new Option('--provider <name>', 'the same as --grid-provider').conflicts('gridProvider'))
      .option('--json [file]', 'write JSON (- or nothing: standard output)')
      .action(
        ends((command, args) => {
          const provider: unknown = command.getOptionValue('provider')
          if (provider !== undefined) command.setOptionValue('gridProvider', provider)
          return run(command, args)
        }),
      )

  asking(
    'intensity',
    'show the carbon intensity of a place, now or at a given time',
    ['region', 'zone'],
    async (command) => (await import('./grid.ts')).intensityCommand(command, host),
  ).option('--at <time>', 'RFC 3339 time; now when missing')
  asking(
    'when',
    'find the start time with the lowest emissions',
    ['region', 'zone', 'duration', 'within'],
    async (command) => (await import('./grid.ts')).whenCommand(command, host),
  ).option('--report <file>', 'also show what the best start saves for the energy of this report')
  asking('where', 'find the region with the lowest emissions', ['regions', 'pue'], async (command) =>
    (await import('./grid.ts')).whereCommand(command, host),
  ).option('--report <file>', 'also show what the energy of this report would emit in each region')
  program
    .command('watts')
    .description('show how many watts a machine draws at each load')
    .option('--cpu <name>', 'CPU model name, as any system spells it')
    .option('--sockets <n>', 'processors in the machine')
    .option('--cores <n>', 'cores of the whole machine')
    .option('--threads <n>', 'hardware threads of the whole machine')
    .option('--tdp <watts>', 'thermal design power of one processor, such as 280W')
    .option('--mhz <n>', 'base clock, MHz, or with its unit: 2.4GHz')
    .option('--memory-gb <n>', 'installed memory, GB, or with its unit: 256GiB')
    .option('--year <n>', 'year in which the machine came out')
    .option('--vcpus <n>', "a virtual machine's share of a host")
    .option('--idle-watts <watts>', 'power of the idle machine (with --vcpus: of its whole host), read at the wall')
    .option('--full-watts <watts>', 'the same with every core busy')
    .option('--utilization <list>', 'percentages, such as 0,50,100')
    .option('--batch <file>', 'CSV: predict one machine a row')
    .option('--benchmark', 'ranges of machines that are set up for a benchmark, without the margin for the field')
    .option('--json [file]', 'write JSON (- or nothing: standard output)')
    .action(ends(async (command) => (await import('./watts.ts')).wattsCommand(command, host)))
}
