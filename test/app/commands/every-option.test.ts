import { describe, expect, it } from 'vitest'
import { INPUT_TRUST } from '../../../src/app/policy/input-trust.ts'
import { runCommand } from '../../run-command.ts'

/** Commands and subcommands that a help page lists. */
function commandsOf(page: string): string[] {
  return [...page.matchAll(/^ {2}([a-z-]+)(?: [[<|].*)? {2,}\w/gm)].map(([, name = '']) => name)
}

const paths = [
  ...commandsOf((await runCommand(['--help'])).stdout).map((name) => [name]),
  ...commandsOf((await runCommand(['ledger', '--help'])).stdout).map((name) => ['ledger', name]),
].filter((path) => path.at(-1) !== 'help' && path.join(' ') !== 'ledger')

const options: { path: string[]; option: string; command: string; takesValue: boolean }[] = []
for (const path of paths) {
  const { stdout } = await runCommand([...path, '--help'])
  for (const [, option = '', value] of stdout.matchAll(/^ +(?:-\w, )?(--[a-z-]+)( [<[][^>\]]+[>\]])?(?= )/gm)) {
    options.push({ path, option, command: path.join(' '), takesValue: value !== undefined })
  }
}

/**
 * Options that are not settings, and what they decide. `loosens`: a build may succeed because of it. `judged`: what is measured, read or
 * compared. `output`: where the result goes and how it looks.
 */
const OTHER_OPTIONS: Readonly<Record<string, 'loosens' | 'judged' | 'output' | 'ledger'>> = {
  '--no-enforce': 'loosens',
  '--at': 'judged',
  '--batch': 'judged',
  '--benchmark': 'judged',
  '--cores': 'judged',
  '--mhz': 'judged',
  '--provider': 'judged',
  '--quality': 'judged',
  '--report': 'judged',
  '--scope': 'judged',
  '--sockets': 'judged',
  '--task': 'judged',
  '--tdp': 'judged',
  '--threads': 'judged',
  '--variant': 'judged',
  '--year': 'judged',
  '--boamps': 'output',
  '--check': 'output',
  '--csv': 'output',
  '--dir': 'output',
  '--dry-run': 'output',
  '--eu-form': 'output',
  '--for': 'output',
  '--forge': 'output',
  '--hardware': 'output',
  '--help': 'output',
  '--impact-framework': 'output',
  '--json': 'output',
  '--label': 'output',
  '--location': 'output',
  '--markdown': 'output',
  '--name': 'output',
  '--ndjson': 'output',
  '--otlp': 'output',
  '--output': 'output',
  '--parquet': 'output',
  '--png': 'output',
  '--progress': 'output',
  '--prometheus': 'output',
  '--pushgateway': 'output',
  '--runs-per-month': 'output',
  '--svg': 'output',
  '--training-type': 'output',
  '--warn-signal': 'output',
  '--before': 'ledger',
  '--from': 'ledger',
  '--from-api': 'ledger',
  '--g': 'ledger',
  '--l': 'ledger',
  '--month': 'ledger',
  '--reason': 'ledger',
  '--repository': 'ledger',
  '--since': 'ledger',
  '--to': 'ledger',
  '--wh': 'ledger',
  '--withdraw': 'ledger',
}

describe('an option of any command', () => {
  it('is a setting, which input-trust classifies, or is listed here', () => {
    const names = [...new Set(options.map(({ option }) => option))]
    const isSetting = (option: string): boolean => Object.hasOwn(INPUT_TRUST, option.slice(2))
    expect(names.filter((option) => !isSetting(option)).sort()).toEqual(Object.keys(OTHER_OPTIONS).sort())
  })

  it('that loosens stands on the pages of commands that judge, and on no other', () => {
    const judging = options.filter(({ option }) => option === '--budget').map(({ command }) => command)
    const loosening = options.filter(({ option }) => OTHER_OPTIONS[option] === 'loosens').map(({ command }) => command)
    // These show a budget or write one, and judge nothing.
    const showing = new Set(['badge', 'dashboard', 'init'])
    expect(loosening.sort()).toEqual(judging.filter((command) => !showing.has(command)).sort())
  })
})

/** Arguments of commands that need some. */
const ARGUMENTS: Readonly<Record<string, readonly string[]>> = {
  run: ['--', 'true'],
  logs: ['x.csv'],
  gate: ['x.json'],
  compare: ['x.json', 'y.json'],
  'model-card': ['README.md', 'x.json'],
  export: ['x.json'],
  label: ['x.json'],
  badge: ['x.json'],
  'ledger add': ['x.json'],
  'ledger correct': ['key'],
}

describe('a blank value, as an unset variable of a script leaves it, is refused', () => {
  it.each(options.filter(({ takesValue }) => takesValue))('$command $option', async ({ path, option, command }) => {
    const { status, stderr } = await runCommand([...path, option, '', ...(ARGUMENTS[command] ?? [])])
    expect(status, stderr).toBe(2)
    // One line, before any work.
    expect(stderr).toMatch(new RegExp(`^carbon-gate: [^\\n]*${option} [^\\n]*\\n$`))
  })
})
