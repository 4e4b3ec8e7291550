import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EXAMPLES } from '../../../src/app/commands/help.ts'
import { runCommand } from '../../run-command.ts'

/** Commands and subcommands that a help page lists. */
function commandsOf(page: string): string[] {
  return [...page.matchAll(/^ {2}([a-z-]+)(?: [[<|].*)? {2,}\w/gm)].map(([, name = '']) => name)
}

const first = (await runCommand(['--help'])).stdout
const ledger = (await runCommand(['ledger', '--help'])).stdout
const pages = [
  ...commandsOf(first).map((name) => [name]),
  ...commandsOf(ledger).map((name) => ['ledger', name]),
].filter((path) => path.at(-1) !== 'help')

describe('the help pages', () => {
  it('list every command that has examples', () => {
    expect(commandsOf(first)).toEqual(expect.arrayContaining(Object.keys(EXAMPLES)))
    expect(commandsOf(ledger)).toEqual(expect.arrayContaining(['add', 'collect', 'export', 'prune', 'move']))
  })

  it.each(pages.map((path) => ({ path, command: path.join(' ') })))(
    'of $command has an example, the exit status, the environment and a link',
    async ({ path }) => {
      const { status, stdout } = await runCommand([...path, '--help'])
      expect(status).toBe(0)
      expect(stdout).toContain(`$ ${path[0] === 'logs' ? '' : `carbon-gate ${path.join(' ')}`}`)
      expect(stdout).toContain('Exit status:')
      expect(stdout).not.toMatch(/[<[]value[>\]]/)
      expect(stdout).toContain('Environment:')
      const page = /^More: https:\/\/github\.com\/carbon-gate\/carbon-gate\/blob\/v1\/(\S+)$/m.exec(stdout)?.[1] ?? ''
      expect(page.endsWith('.md') ? readFileSync(page, 'utf8') : page).toContain(path[0])
    },
  )

  it.each(['run', 'logs', 'estimate', 'gate'])('of %s sorts its flags into groups', async (command) => {
    const { stdout } = await runCommand([command, '--help'])
    // A sum of reports keeps the grid of each report.
    const headings = ['Budget:', 'Output:', ...(command === 'gate' ? [] : ['Place and grid:'])]
    for (const heading of headings) expect(stdout).toContain(`\n${heading}\n`)
    // What belongs to no group: only the help itself.
    expect(stdout.split('\nOptions:\n')[1]?.split('\n\n')[0]).toMatch(/^ {2}-h, --help/)
  })
})

it.each([
  {
    words: ['gate', 'missing.json', '--intensity', '10', '--pue', '2'],
    named: '--intensity, --pue have no effect on gate',
  },
  { words: ['logs', 'missing.csv', '--lifetime-years', '4'], named: '--lifetime-years has no effect on logs' },
])('$words is answered with a warning about flags without an effect', async ({ words, named }) => {
  const { stderr } = await runCommand(words)
  expect(stderr).toContain(`warning: ${named}`)
})

describe('a mistyped word', () => {
  it.each([
    { words: ['lgos'], near: 'logs' },
    { words: ['ledger', 'ad'], near: 'ledger add' },
    { words: ['ledger', 'totals', '--mnth', '2026-11'], near: '--month' },
    { words: ['init', '--dry-rum'], near: '--dry-run' },
    { words: ['init', '--forge', 'gitlub'], near: 'gitlab' },
    { words: ['schema', 'reprt'], near: 'report' },
    { words: ['notes', 'grid-falback'], near: 'grid-fallback' },
    { words: ['run', '--scope', 'comand', '--', 'true'], near: 'command' },
    { words: ['run', '--on-exceed', 'stopp', '--', 'true'], near: 'stop' },
    { words: ['logs', '--format', 'codecarbn', 'x.csv'], near: 'codecarbon' },
  ])('$words is answered with the nearest one', async ({ words, near }) => {
    const { status, stderr } = await runCommand(words)
    expect(status).toBe(2)
    expect(stderr).toContain(near)
    expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    expect(stderr).toMatch(/did you mean/)
  })
})
