import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder } from '../e2e/cli-process.ts'
import { runCommand } from '../run-command.ts'
import { SHOWN, fillWithExamples, wordsOf } from './shown-commands.ts'

/** Every command that README and docs show is run, or, where it needs a network or another program, checked for its flags. */

/** What needs a network, a token, another program (test/e2e/shown-runs.test.ts), a bundle (the page), an entry of a ledger that exists or the value of a shell variable. */
const CANNOT_RUN =
  /-- (?!node)|^dashboard|--from-api|^ledger collect|^ledger correct|^ledger move|--otlp|--pushgateway|--prometheus \/|postgres:|https?:|--grid-provider|--png|FILE|REPORT|CODE|--tdp|\/srv\/|\$\w/

const folder = emptyFolder()
beforeAll(async () => {
  fillWithExamples(folder)
  // A ledger with one entry: pages read it before they show how to write it.
  const add = ['ledger', 'add', 'report.json', '--ledger', 'carbon-ledger']
  const { status, stderr } = await runCommand(add, { cwd: folder, env: ENV })
  if (status !== 0) throw new Error(stderr)
})

const ENV = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' }

/** Help pages by command, read once. */
const help = new Map<string, string>()
async function helpOf(command: string): Promise<string> {
  const known = help.get(command) ?? (await runCommand([...command.split(' '), '--help'])).stdout
  help.set(command, known)
  return known
}

describe('the commands of README and docs', () => {
  it('are found', () => {
    expect(SHOWN.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(6)
    expect(SHOWN.length).toBeGreaterThan(60)
  })

  it.each(SHOWN)('$page: `$line` names a command and flags that exist', async ({ words }) => {
    const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
    const command = own[0] === 'ledger' ? own.slice(0, 2).join(' ') : (own[0] ?? '')
    const page = await helpOf(command)
    expect(page).toContain(`Usage: carbon-gate ${command}`)
    for (const flag of own.filter((word) => word.startsWith('--'))) {
      expect(page).toMatch(new RegExp(`^ .*${flag.split('=')[0]}\\b`, 'm'))
    }
  })

  // test/ecosystem.test.ts runs those of its page, and reads what they print.
  const run = SHOWN.filter(({ page, line }) => page !== 'docs/ecosystem.md' && !CANNOT_RUN.test(line))

  it.each(run)('$page: `$line` runs', async ({ words }) => {
    const { status, stderr } = await runCommand(words, { cwd: folder, env: ENV })
    expect([0, 1], stderr).toContain(status)
  })
})

describe('the output that README.md shows', () => {
  const readme = readFileSync('README.md', 'utf8')
  const regions = readFileSync('docs/regions.md', 'utf8')

  it('of where is word for word what is printed', async () => {
    const block = /```console\n\$ carbon-gate (where [^\n]*)\n([\s\S]*?)```/.exec(regions)
    const { stdout, stderr } = await runCommand(wordsOf(block?.[1] ?? ''))
    expect(block?.[2]).toBe((stdout + stderr).replaceAll('\u00A0', ' '))
  })

  it('of the plan is what its formula says', async () => {
    const { stdout } = await runCommand(wordsOf(/(estimate --hours 10 --processors 4 [^\n]*)/.exec(readme)?.[1] ?? ''))
    expect(stdout.replaceAll('\u00A0', ' ')).toContain('8.1 kg CO2e')
  })

  it('has the badge and the pictures that exist', () => {
    for (const [, file = ''] of readme.matchAll(/(?:src|srcset)="(docs\/[^"]+)"/g))
      expect(existsSync(file), file).toBe(true)
  })
})
