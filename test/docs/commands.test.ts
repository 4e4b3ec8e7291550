import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { emptyFolder } from '../e2e/cli-process.ts'
import { runCommand } from '../run-command.ts'
import { sampleReport } from '../sample-report.ts'

/** Every command that README and docs show is run, or, where it needs a network or another program, checked for its flags. */

const PAGES = [
  'README.md',
  ...readdirSync('docs')
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
  'docs/ci/README.md',
]

interface Shown {
  readonly page: string
  /** Words after the program's name. */
  readonly words: readonly string[]
  readonly line: string
}

/** Words of a shell's line up to what is no part of the command: a comment, a pipe, a redirection. */
function wordsOf(line: string): string[] {
  const words: string[] = []
  for (const [token, double, single] of line.matchAll(/"((?:[^"\\]|\\.)*)"|'([^']*)'|[^\s"']+/g)) {
    if (/^(?:#|\||>|<|&&|;|\|\||2>)/.test(token)) break
    words.push(double ?? single ?? token.replace(/[;)]$/, ''))
    if (/^[^"']*[;)]$/.test(token)) break
  }
  return words
}

/** Commands in the fenced blocks of a page. */
function commandsOf(page: string): Shown[] {
  const blocks = [...readFileSync(page, 'utf8').matchAll(/^( *)```(?:console|sh|bash|yaml)\n([\s\S]*?)^ *```/gm)]
  const lines = blocks.flatMap(([, , block = '']) => block.replaceAll(/\\\n\s*/g, ' ').split('\n'))
  return lines.flatMap((line) => {
    const found = /(?:^|[\s|(])(?:npx )?(?:carbon-gate|node (?:\.carbon-gate\/)?dist\/cli\/index\.js) ([a-z].*)$/.exec(
      line,
    )
    const words = found && !/^\s*#/.test(line) ? wordsOf(found[1] ?? '') : []
    return words.length > 0 ? [{ page, words, line: words.join(' ') }] : []
  })
}

const shown = PAGES.flatMap(commandsOf)

/** What needs a network, a token, another program, a bundle (the page) or an entry of a ledger that exists. */
const CANNOT_RUN =
  /-- (?!node)|^dashboard|--from-api|^ledger collect|^ledger correct|^ledger move|--otlp|--pushgateway|--prometheus \/|postgres:|https?:|--grid-provider|--png|FILE|REPORT|--tdp|\/srv\//

/** Files that the pages name. */
function fill(folder: string): void {
  const logs = path.resolve('test/fixtures/logs')
  cpSync(logs, folder, { recursive: true })
  cpSync(path.join(logs, 'codecarbon/v1.csv'), path.join(folder, 'emissions.csv'))
  cpSync(path.join(logs, 'llm-usage/mixed.jsonl'), path.join(folder, 'usage.jsonl'))
  const requests = { units: { name: 'request', count: 1000, g_per_unit: 0.0008 } }
  for (const [file, wh] of Object.entries({
    report: 2,
    base: 2,
    head: 2.2,
    hf: 2,
    onnx: 1.5,
    pytorch: 2.5,
    fp32: 2.5,
    int8: 1.5,
  })) {
    writeFileSync(path.join(folder, `${file}.json`), JSON.stringify(sampleReport(file, wh, requests)))
  }
  const plan = /# file: plan\.yml\n([\s\S]*?)```/.exec(readFileSync('docs/ai.md', 'utf8'))?.[1] ?? ''
  writeFileSync(path.join(folder, 'plan.yml'), plan)
  for (const name of ['OUT', 'site', 'train']) mkdirSync(path.join(folder, name))
  cpSync(path.join(folder, 'report.json'), path.join(folder, 'train/report.json'))
  writeFileSync(path.join(folder, 'README.md'), '# A model\n')
  const task = /# file: task\.yml\n([\s\S]*?)```/.exec(readFileSync('docs/ai.md', 'utf8'))?.[1] ?? ''
  writeFileSync(path.join(folder, 'task.yml'), task)
  const origin = emptyFolder()
  execFileSync('git', ['init', '--quiet', '--bare', origin])
  execFileSync('git', ['init', '--quiet', folder])
  execFileSync('git', ['remote', 'add', 'origin', origin], { cwd: folder })
}

const folder = emptyFolder()
beforeAll(async () => {
  fill(folder)
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
    expect(shown.filter(({ page }) => page === 'README.md').length).toBeGreaterThan(6)
    expect(shown.length).toBeGreaterThan(60)
  })

  it.each(shown)('$page: `$line` names a command and flags that exist', async ({ words }) => {
    const own = words.includes('--') ? words.slice(0, words.indexOf('--')) : words
    const command = own[0] === 'ledger' ? own.slice(0, 2).join(' ') : (own[0] ?? '')
    const page = await helpOf(command)
    expect(page).toContain(`Usage: carbon-gate ${command}`)
    for (const flag of own.filter((word) => word.startsWith('--'))) {
      expect(page).toMatch(new RegExp(`^ .*${flag.split('=')[0]}\\b`, 'm'))
    }
  })

  it.each(shown.filter(({ line }) => !CANNOT_RUN.test(line)))('$page: `$line` runs', async ({ page, words }) => {
    // The page about other tools shows figures of logs that never pass.
    const statuses = page === 'docs/ecosystem.md' ? [0, 1, 3] : [0, 1]
    const { status, stderr } = await runCommand(words, { cwd: folder, env: ENV })
    expect(statuses, stderr).toContain(status)
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
