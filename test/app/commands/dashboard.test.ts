import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Command } from 'commander'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { dashboardCommand } from '../../../src/app/commands/dashboard.ts'
import { assertOneSource } from '../../../src/app/commands/dashboard-sources.ts'
import { entriesOfReports } from '../../../src/app/ledger/report-entries.ts'
import { partOf } from '../../../src/app/join/named-report.ts'
import { ConfigurationError } from '../../../src/core/errors.ts'
import type { Part, Report } from '../../../src/core/report.ts'
import { sampleReport } from '../../sample-report.ts'
import { openScene } from '../ledger/scene.ts'

const ASSETS = { script: 'start()', style: '.uplot{}', licence: 'MIT' }
const NOW = Date.parse('2026-11-28T13:00:00Z')

let folder: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-dashboard-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Runs the command on reports, or with flags for another source. */
async function run(
  args: readonly string[],
  output: string,
  env: NodeJS.ProcessEnv = {},
): Promise<{ status: number; out: string; err: string }> {
  let status = -1
  let out = ''
  let err = ''
  const host = {
    env,
    console: { out: (text: string) => (out += text), err: (text: string) => (err += text), isTerminal: false },
  } as unknown as Parameters<typeof dashboardCommand>[1]
  const program = new Command()
  program
    .command('dashboard [report...]')
    .option('-o, --output <file>')
    .option('--from-api <time>')
    .option('--repository <name>')
    .action(async (...all: unknown[]) => {
      status = await dashboardCommand(all.at(-1) as Command, host, ASSETS)
    })
  await program.parseAsync(['dashboard', ...args, '-o', output], { from: 'user' })
  return { status, out, err }
}

function writeReport(name: string, report: Report): string {
  const file = path.join(folder, name)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(report))
  return file
}

it('makes a page of a folder of reports, and replaces only a page of its own', async () => {
  writeReport('reports/a.json', sampleReport('build', 2))
  writeReport('reports/b.json', sampleReport('test', 3))
  const page = path.join(folder, 'page.html')
  const { status, err } = await run([path.join(folder, 'reports')], page)
  expect([status, err.includes('2 entries')]).toEqual([0, true])
  const html = readFileSync(page, 'utf8')
  expect(html).toContain('<dt>Energy</dt><dd><strong>5\u00A0Wh</strong>')
  expect((await run([path.join(folder, 'reports')], page)).status).toBe(0)
  const other = path.join(folder, 'other.html')
  writeFileSync(other, '<!doctype html><p>mine')
  await expect(run([path.join(folder, 'reports')], other)).rejects.toThrow(ConfigurationError)
  expect(readFileSync(other, 'utf8')).toBe('<!doctype html><p>mine')
  expect(existsSync(`${other}.tmp`)).toBe(false)
})

it('writes the page to standard output', async () => {
  const { out } = await run([writeReport('a.json', sampleReport('build', 2))], '-')
  expect(out.startsWith('<!doctype html>\n<!-- carbon-gate:dashboard -->')).toBe(true)
})

it('counts a job once that is in its own report and in that of its run, and finds its steps', () => {
  const step: Part = { ...partOf(sampleReport('npm test', 1.5), null, 'step') }
  const build = sampleReport('build', 2, { parts: [step] })
  const test = sampleReport('test', 3)
  const jobs = [build, test].map((report) => partOf(report, null))
  const url = 'https://github.com/octo-org/shop/actions/runs/812'
  const origin = { repository: 'octo-org/shop', commit: null, workflow: 'CI', url }
  const whole = sampleReport('CI', 5, { subject: { kind: 'workflow', name: 'CI' }, parts: jobs, origin })
  const { entries, steps, duplicates } = entriesOfReports([whole, build, test], NOW)
  expect(entries.map(({ workflow, job, wh }) => [workflow, job, wh])).toEqual([
    ['CI', 'build', 2],
    ['CI', 'test', 3],
  ])
  expect(entries.every(({ key }) => key.startsWith('812/1/'))).toBe(true)
  expect([duplicates, steps.map(({ job, step: name, wh }) => [job, name, wh])]).toEqual([
    2,
    [['build', 'npm test', 1.5]],
  ])
})

it('makes a page of the last days only from GitHub, and says that every figure is estimated', async () => {
  const scene = await openScene()
  scene.addRun(10)
  scene.addRun(26 * 60, { workflow: 'Docs', event: 'pull_request', pulls: [] })
  scene.addRun(40 * 24 * 60, { workflow: 'Too old' })
  const env = {
    GITHUB_TOKEN: scene.fake.addToken({ permissions: { actions: 'read', metadata: 'read' } }).secret,
    GITHUB_API_URL: scene.fake.api,
  }
  const { status, out, err } = await run(['--from-api', '30d', '--repository', 'octo/shop'], '-', env)
  expect([status, err.match(/\d+ runs read with \d+ requests/)?.[0]]).toEqual([0, '2 runs read with 4 requests'])
  expect(out).toContain('<p class="source">octo/shop</p>')
  expect(out).toContain('2026-10-30 to 2026-11-28 (UTC)')
  expect(out).toContain('Every figure is estimated from GitHub’s times and the runner’s class: no ledger was read.')
  expect(out).toMatch(/<strong>2 runs<\/strong><span>2 jobs</)
  expect(out).toMatch(
    /<dt>Measured<\/dt><dd><strong>0\u00A0%<\/strong><span>of the energy; modelled 0\u00A0%, estimated 100\u00A0%/,
  )
  expect(out).not.toMatch(/Too old|ghs_|NaN/)
  const none = await run(['--from-api', '5min', '--repository', 'octo/shop'], '-', env)
  expect(none.out).toContain('<p class="quiet">2026-11-28 (UTC)')
  expect(none.out).toContain('There are no entries in these days yet.')
  await expect(
    run(['--from-api', '30d', '--repository', 'octo/shop'], '-', { ...env, GITHUB_TOKEN: 'x' }),
  ).rejects.toThrow('does not accept the token (HTTP 401)')
})

it('takes one kind of source', () => {
  expect(() => assertOneSource({ ledger: ['x'] }, ['a.json'])).toThrow('--ledger and reports exclude each other')
  expect(() => assertOneSource({ fromApi: '30d', ledger: ['x'] }, [])).toThrow('--ledger and --from-api exclude')
  expect(() => assertOneSource({ month: '2026-11' }, ['a.json'])).toThrow('--month is for --ledger')
})
