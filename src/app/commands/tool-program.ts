import { Option } from 'commander'
import { INIT_FORGES } from '../init/forge.ts'
import { COMPLETE, SHELLS } from './completion-shells.ts'
import type { CommandLine } from './host.ts'
import { joinLines } from './options.ts'

/** Adds the commands about the tool itself: setting it up, and looking up what it knows. */
export function addToolCommands({ program, host, ends }: CommandLine): void {
  program
    .command('init')
    .description('set up a repository: write a workflow and a config file; overwrites nothing')
    .addOption(new Option('--budget <line>', 'budget line for the config file').argParser(joinLines))
    .option('--ledger [where]', "also write the ledger's hourly collector (default carbon-ledger)")
    .option('--dir <folder>', 'a folder of the repository; the current one when missing')
    .option('--dry-run', 'show what would be written, and write nothing')
    .addOption(
      new Option('--forge <forge>', 'where its CI runs; found by origin and files when missing').choices(INIT_FORGES),
    )
    .option(
      '--report <file>',
      'propose 1.5 times the figure of this report as the budget; as a comment if it was not made in CI',
    )
    .action(ends(async (command) => (await import('./init.ts')).initCommand(command.opts(), host)))

  program
    .command('completion')
    .description('print a shell completion script')
    .argument('<shell>', SHELLS.join(', '))
    .action(ends(async (_, [shell = '']) => (await import('./completion.ts')).completionCommand(shell, host.console)))

  program
    .command(COMPLETE, { hidden: true })
    .description('what a shell asks for completion')
    .argument('[words...]')
    .action(ends(async (_, words) => (await import('./completion.ts')).completeCommand(words, program, host.console)))

  program
    .command('schema')
    .description('print a JSON Schema')
    .argument('<name>', 'report, config, ledger or plan')
    .action(ends(async (_, [name = '']) => (await import('./schema.ts')).schemaCommand(name, host.console)))

  program
    .command('notes')
    .description('explain the code of a note or warning, or list all of them')
    .argument('[code]', 'a code, such as grid-fallback')
    .action(ends(async (_, [code]) => (await import('./notes.ts')).notesCommand(code, host.console)))
}
