import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runProgram } from '../../../src/app/commands/program.ts'

const GOLDEN = path.resolve('test/golden/mistakes.txt')
const start = process.cwd()
const folder = mkdtempSync(path.join(tmpdir(), 'carbon-gate-mistakes-'))

/** Command lines that users have written by mistake. None may pass without judging the budget that was meant. */
const MISTAKES: readonly (readonly string[])[] = [
  ['version2'],
  ['frobnicate'],
  ['estmate', '--hours', '1'],
  ['rnu', '--', 'true'],
  ['hlep', 'run'],
  ['--bugdet', '5 g'],
  ['--budget', '5 g', 'run', '--', 'true'],
  ['--zone', 'DE', 'intensity'],
  ['help', 'estmate'],
  ['help', 'ledger', 'ad'],
  ['estmate', '--help'],
  ['ledger', 'ad', '--help'],
  ['ledger', 'help', 'totls'],
  ['run'],
  ['run', '--'],
  ['run', '--budget', '', '--', 'true'],
  ['run', '--budget', ' ', '--', 'true'],
  ['run', '--config', '', '--', 'true'],
  ['run', '--budget', '--', 'true'],
  ['run', '--budget', '5 g', '--budget', '--json', 'new.json', '--', 'true'],
  ['run', '--bugdet', '5 g', '--', 'true'],
  ['run', '--quiet', '--', 'true'],
  ['run', '--dry-run', '--', 'true'],
  ['run', 'npm', '--version', '--budget', '0.00001 mg'],
  ['run', '--', 'npm', 'test', '--budget', '5g'],
  ['run', 'npx', '--yes', '--budget', '5', 'g'],
  ['run', '--json', 'node', '-e', '0'],
  ['run', '--top-processes', 'npm', 'test'],
  ['run', '--scope', 'job', '--', 'true'],
  ['run', '--name', ' ', '--', 'true'],
  ['run', '--interval', '5 parsecs', '--', 'true'],
  ['run', '--min-coverage', '1.5', '--', 'true'],
  ['run', '--svg', '.', '--', 'true'],
  ['run', '--markdown', 'missing/c.md', '--', 'true'],
  ['run', '--json', 'keep.json', '--', 'true'],
  ['run', '--markdown', 'keep.md', '--', 'true'],
  ['run', '--svg', 'keep.svg', '--', 'true'],
  ['run', '--json', '-', '--markdown', '-', '--', 'true'],
  ['run', '--json', 'new.json', '--svg', './new.json', '--', 'true'],
  ['run', '--region', 'eastus', '--', 'true'],
  ['run', '--zone', 'GER', '--', 'true'],
  ['run', '--grid-provider', 'electricitymap', '--', 'true'],
  ...[
    '5',
    'g',
    '5 G',
    '5 kwh',
    '5 mwh',
    '5,5 g',
    '1,000 g',
    '-5 g',
    '0 g',
    '5 g per',
    '5 g per mounth',
    '5 g per year',
    '5 g per 2 weeks',
    '5 g per 0 tests',
    '10 % vs main',
    '10 %',
    '+10 %',
    '+x % vs main',
    '10 % more than main',
    '+10 percent vs main',
    '5 grams',
    '2 litres per PR',
    '5 kilowatt-hours',
    '100 Ws',
    '5 kW',
    '5 g/job',
    '5 g a month',
    '5 g; 6 g',
    '5 g max',
    '5 g per 1k tests',
    '5 g per 1,000 tests',
    '5 g per 24 h',
    '5 µg',
    '5 grams of CO2e',
    '5 kg CO2e/month',
    '5 g daily',
    '5 Mg',
    '3 mJ',
    '3 GWh',
    '3 kW·h',
    '2 m³',
    '1,500.5 g',
    '1.500,5 g',
    '1 500 g',
    '５ g',
    '≤ 5 g',
    '"5 g"',
    '5 g/kWh',
    '5 g per kWh',
    '5 g per MR',
    '5 g per pipeline',
    '5 g per repository',
    '5 g per month per org',
    '5 g per million tokens',
    '5 g per 1M tokens',
    '+10% compared to main',
    '+10％ vs main',
    'five g',
    '5 Wh CO2e',
    'NaN g',
    '1e999 g',
    '0x10 g',
  ].map((line) => ['run', '--budget', line, '--', 'true']),
  ['estimate'],
  ['estimate', '--hours', '10'],
  ['estimate', '--hours', '-1', '--watts', '300'],
  ['estimate', '--hours', '1:30', '--watts', '300'],
  ['estimate', '--hours', '10', '--watts', '300 w'],
  ['estimate', '--hours', '10', '--watts', '1,5'],
  ['estimate', '--hours', '10', '--watts', '300', '--pue', '0.5'],
  ['estimate', '--hours', '10', '--gpu', 'A1000000'],
  ['estimate', '--hours', '10', '--gpu', '4090'],
  ['run', 'sleep 1'],
  ['estimate', '--hours', '10', '--watts', '300', '--processors', 'two'],
  ['estimate', '--hours', '10', '--watts', '300', 'GPU'],
  ['estimate', '--plan', 'missing.yml'],
  ['estimate', '--units', '5k inferences', '--hours', '1', '--watts', '1'],
  ['logs', 'missing.csv'],
  ['logs', '*.nothing'],
  ['logs', '--format', 'codecarbn', 'keep.md'],
  ['gate'],
  ['gate', 'missing.json'],
  ['gate', '*.nothing'],
  ['gate', 'empty'],
  ['label'],
  ['label', 'missing.json'],
  ['badge'],
  ['compare'],
  ['compare', 'keep.json'],
  ['compare', '--variant', 'keep.json'],
  ['compare', 'keep.json', 'keep.json', '--quality', 'a'],
  ['compare', '--budget', '20 % vs variant a', 'keep.json'],
  ['compare', '--budget', '-20 % vs main', 'keep.json'],
  ['compare', '--budget', '-100 % vs variant a', 'keep.json'],
  ['compare', '--budget', '-20 % vs variant', 'keep.json'],
  ['compare', '--svg', 'keep.svg', 'keep.json', 'keep.json'],
  ['export'],
  ['export', 'keep.json'],
  ['export', 'keep.json', '--boamps', 'keep.md'],
  ['model-card'],
  ['model-card', 'keep.md'],
  ['model-card', 'keep.json', 'keep.md'],
  ['model-card', 'keep.md', 'missing.json'],
  ['model-card', 'keep.md', 'keep.json', '--training-type', 'pretraining'],
  ['schema'],
  ['schema', 'reprot'],
  ['notes', 'grid-fallbak'],
  ['when', '--zone', 'DE'],
  ['where'],
  ['where', '--regions', 'mars'],
  ['where', '--regions', 'atlantis-north-1'],
  ['where', '--regions', 'eu-nort-1'],
  ['where', '--regions', 'eu-north-1'],
  ['where', '--regions', 'Grmany'],
  ['where', '--regions', 'aws:eu-nort-1'],
  ['intensity', '--zone', 'DEE'],
  ['run', '--ledger', '', '--', 'true'],
  ['run', '--ledger', 'https://ci:secret@git.example/o/r', '--', 'true'],
  ['run', '--ledger', 'gh-pages', '--', 'true'],
  ['run', '--on-exceed', 'kill', '--', 'true'],
  ['run', '--stop-grace', '5 parsecs', '--', 'true'],
  ['run', '--embodied', 'maybe', '--', 'true'],
  ['run', '--lifetime-years', '0', '--', 'true'],
  ['run', '--lifetime-years', '6 months', '--', 'true'],
  ['run', '--boavizta-url', 'ftp://x', '--', 'true'],
  ['run', '--idle-watts', '-5', '--', 'true'],
  ['run', '--on-period-exceeded', 'ignore', '--', 'true'],
  ['run', '--max-api-wait', 'soon', '--', 'true'],
  ['estimate', '--hours', '10 parsecs', '--watts', '300'],
  ['estimate', '--hours', '10', '--watts', '0.3kw'],
  ['estimate', '--hours', '10', '--watts', '300', '--intensity', '450 g'],
  ['estimate', '--hours', '10', '--watts', '300', '--pue', '50%'],
  ['logs', '--usage', 'missing.jsonl'],
  ['estimate', '--hours', '10', '--watts', '300', '--strict', '--budget', '+10 % vs main'],
  ['estimate', '--hours', '10', '--watts', '300', '--strict', '--budget', '5 g per workflow'],
  ['estimate', '--hours', '10', '--watts', '300', '--strict', '--budget', '5 g per pull-request'],
  ['gate', 'keep.json', '--min-coverage', '90'],
  ['label', 'keep.json'],
  ['badge', 'keep.json', '--json', '-o', 'keep.md'],
  ['ledger', 'ad'],
  ['ledger', 'add'],
  ['ledger', 'add', 'missing.json', '--ledger', 'x'],
  ['ledger', 'add', 'keep.json'],
  ['ledger', 'totals'],
  ['ledger', 'totals', '--ledger', 'x y'],
  ['ledger', 'totals', '--ledger', 'carbon-ledger', '--month', '2026-13'],
  ['ledger', 'totals', '--ledger', 'carbon-ledger', '--from', 'yesterday'],
  ['ledger', 'show', '--from-api', 'forever', '--repository', 'o/r'],
  ['ledger', 'show', '--from-api', '30d'],
  ['ledger', 'export', '--ledger', 'carbon-ledger'],
  ['ledger', 'collect', '--ledger', 'carbon-ledger', '--repository', 'nobody'],
  ['ledger', 'correct', 'key', '--ledger', 'carbon-ledger'],
  ['ledger', 'prune', '--ledger', 'carbon-ledger'],
  ['ledger', 'move', '--from', 'a'],
  ['watts', '--cpu', 'EPYC 7763', '--utilization', '101'],
]

const written: string[] = []

beforeAll(() => {
  process.chdir(folder)
  writeFileSync('keep.json', '{"mine": true}\n')
  writeFileSync('keep.md', '# Mine\n')
  writeFileSync('keep.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>\n')
  mkdirSync('empty')
})
afterAll(() => process.chdir(start))

describe('a mistaken command line', () => {
  it.each(
    MISTAKES.map((argv) => ({
      argv,
      shown: argv.map((arg) => (/^[\w./=-]+$/.test(arg) ? arg : JSON.stringify(arg))).join(' '),
    })),
  )('`$shown` is refused in one line that says what would work', async ({ argv, shown }) => {
    let output = ''
    const print = (text: string): void => {
      output += text
    }
    const status = await runProgram(argv, { console: { out: print, err: print, color: false }, env: {} } as never)
    written.push(`$ carbon-gate ${shown}\n${output.trimEnd().replaceAll(folder, 'FOLDER')}\n[${status}]\n\n`)
    expect(status).not.toBe(0)
    expect(status).not.toBe(70)
    if (status === 2) expect(output.trimEnd().split('\n')).toHaveLength(1)
  })

  it('says so in the words of the golden file', async () => {
    await expect(written.join('')).toMatchFileSnapshot(GOLDEN)
  })

  it('destroys no file of the user', () => {
    expect(readFileSync('keep.json', 'utf8')).toBe('{"mine": true}\n')
    expect(readFileSync('keep.md', 'utf8')).toBe('# Mine\n')
    expect(readFileSync('keep.svg', 'utf8')).toBe('<svg xmlns="http://www.w3.org/2000/svg"/>\n')
  })
})
