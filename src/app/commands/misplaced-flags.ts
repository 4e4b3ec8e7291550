import type { Command } from 'commander'
import { parseBudget } from '../../core/parse-budget.ts'
import { ConfigurationError } from '../../core/errors.ts'
import { type Note, note } from '../../core/notes.ts'
import { printable } from '../../core/text.ts'

/**
 * Flags that other programs commonly have too. After `--` they belong to the command without doubt, so they are not reported.
 */
const COMMON_FLAGS: ReadonlySet<string> = new Set([
  'config',
  'json',
  'name',
  'format',
  'interval',
  'logs',
  'region',
  'zone',
  'comment',
  'plan',
  'scope',
  'help',
  'version',
  'duration',
])

/**
 * Looks for flags of `run` that were written after the command and so went to the command: with `run npm test --budget 5g` the gate
 * would be off.
 * @param argv arguments of the whole program: `run`, flags, perhaps `--`, then the command
 * @param args the command and its arguments, as the parser split them off
 * @returns a note for each flag that was probably meant for `run`
 * @throws ConfigurationError if a budget was written there
 */
export function checkMisplacedFlags(argv: readonly string[], args: readonly string[], run: Command): Note[] {
  const isSeparated = argv[argv.length - args.length - 1] === '--'
  // Carbon Gate may measure itself; then the flags are the inner one's.
  if (args.some((arg) => /(?:^|[/\\])carbon-gate(?:\.cmd)?$|dist[/\\]cli[/\\]index\.js$/.test(arg))) return []
  const own = new Map(run.options.flatMap((option) => (option.long ? [[option.long, option] as const] : [])))
  return args.slice(1).flatMap((arg, index) => {
    const [flag = '', inline] = arg.split('=', 2)
    const option = own.get(flag)
    // A value given to `run` itself shows that the second one is the command's.
    if (!option || run.getOptionValueSource(option.attributeName()) === 'cli') return []
    const value = inline ?? valueAfter(args, index + 2)
    const place = `${flag} is written after the command and went to ${printable(args[0] ?? '')}`
    if (flag === '--budget' && isBudget(value)) {
      throw new ConfigurationError(
        `${place}, so nothing would be judged: put it before the command, as in run ${flag} ${JSON.stringify(value)} -- ${args[0]}`,
      )
    }
    if (isSeparated && COMMON_FLAGS.has(flag.slice(2))) return []
    return [note('flag-after-command', `${place}: put it before the command if it was meant for carbon-gate`)]
  })
}

/** The value of a flag; a budget without quotes takes two words. */
function valueAfter(args: readonly string[], at: number): string {
  const [first = '', second = ''] = args.slice(at, at + 2)
  const both = `${first} ${second}`
  return !isBudget(first) && isBudget(both) ? both : first
}

function isBudget(text: string): boolean {
  try {
    parseBudget(text)
    return true
  } catch {
    return false
  }
}

/**
 * Refuses `run --json node x.js`, where a flag with an optional value took the command's name.
 * @throws ConfigurationError
 */
export function refuseTakenCommand(argv: readonly string[], args: readonly string[], run: Command): void {
  if (argv[argv.length - args.length - 1] === '--') return
  for (const option of run.options.filter(({ optional }) => optional)) {
    const at = argv.indexOf(option.long ?? '')
    const value: unknown = run.getOptionValue(option.attributeName())
    if (at === -1 || at > argv.length - args.length || typeof value !== 'string' || argv[at + 1] !== value) continue
    if (value === '-' || /\.json$|^(?:true|false)$/i.test(value) || value.includes('/')) continue
    throw new ConfigurationError(
      `${option.long} took ${JSON.stringify(printable(value))} for its value: put \`--\` before the command, as in run ${option.long} -- ${printable(value)} ${printable(args.join(' ')).slice(0, 80)}`,
    )
  }
}

/**
 * Refuses `--budget -- npm test` and `--budget --json report.json`, where a flag took what follows it for its value.
 * @throws ConfigurationError
 */
export function refuseTakenFlags(command: Command): void {
  for (const option of command.options.filter(({ required }) => required)) {
    const value: unknown = command.getOptionValue(option.attributeName())
    const taken = typeof value === 'string' ? /^--.*/m.exec(value)?.[0] : undefined
    if (taken !== undefined) throw new ConfigurationError(`${option.long} has no value: ${printable(taken)} follows it`)
  }
}
