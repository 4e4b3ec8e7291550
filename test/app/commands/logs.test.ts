import { execFileSync } from 'node:child_process'
import { chmodSync, copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import type { Report } from '../../../src/core/report.ts'
import { type CliResult, emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'

const fixtures = path.resolve('test/fixtures/logs')

/** A folder with fixtures in it. */
function folderWith(...names: readonly string[]): string {
  const folder = emptyFolder()
  for (const name of names) copyFileSync(path.join(fixtures, name), path.join(folder, path.basename(name)))
  return folder
}

/** Reads logs with the command line. */
async function logs(folder: string, ...args: readonly string[]): Promise<CliResult & { report: Report }> {
  const result = await runCommand(['logs', ...args, '--json'], { cwd: folder })
  return { ...result, report: (result.stdout === '' ? null : JSON.parse(result.stdout)) as Report }
}

test('a log is judged by its own figures', async () => {
  const folder = folderWith('codecarbon/v3.3-flushed-twice.csv')
  const { status, report } = await logs(folder, 'v3.3-flushed-twice.csv', '--budget', '1.4 g')
  expect(status).toBe(1)
  expect(report.energy.it_wh).toBeCloseTo(2.2, 9)
  expect(report.emissions.total_g).toBeCloseTo(1.5, 9)
  expect(report.method).toBe('estimated')
  expect(report.parts).toHaveLength(2)
})

test('with a grid and a PUE it is re-costed, the PUE of the log divided out', async () => {
  const folder = folderWith('codecarbon/v3.3-flushed-twice.csv')
  const { status, report } = await logs(folder, '*.csv', '--intensity', '100', '--pue', '2', '--budget', '1 g')
  expect(status).toBe(0)
  expect(report.emissions.total_g).toBeCloseTo(0.44, 9)
  expect(report.notes.map(({ code }) => code)).toContain('log-recosted')
})

test('inferences beside a power log make grams a unit', async () => {
  const folder = folderWith('nvidia-smi/noheader-nounits.csv', 'onnxruntime/run.log')
  const { status, report } = await logs(folder, '.', '--zone', 'ES', '--budget', '1 g per 1000 inferences')
  expect(status).toBe(0)
  expect(report.units).toMatchObject({ name: 'inference', count: 1200 })
})

test('energy without a grid is indeterminate for grams, and says which settings to give', async () => {
  const folder = folderWith('nvidia-smi/noheader-nounits.csv')
  const { status, report } = await logs(folder, '.', '--budget', '1 g')
  expect(status).toBe(3)
  expect(JSON.stringify(report.notes)).toContain('set zone, region or intensity')
})

test('a log of no known format with its columns named', async () => {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, 'mine.csv'), 'job;used\nbuild;0.5\ntest;1.5\n')
  const columns = ['--log-columns', 'energy: used in kWh\nrun: job']
  const { status, report } = await logs(folder, 'mine.csv', '--format', 'generic', ...columns, '--budget', '2 kWh')
  expect(status).toBe(0)
  expect(report.energy.it_wh).toBe(2000)
  expect(report.parts.map(({ name }) => name)).toEqual(['build', 'test'])
  const twice = await logs(
    folder,
    'mine.csv',
    '--log-columns',
    'energy: used in kWh',
    '--log-columns',
    'run: job\nrun: used',
  )
  expect(twice.status).toBe(2)
  expect(twice.stderr).toContain('log column run is named twice')
})

test('what cannot be read: one line, exit 2 or 3, nothing of the log on the terminal as it is', async () => {
  const folder = folderWith('aws-carbon/report.csv')
  const outside = folderWith('codecarbon/v1.csv')
  mkdirSync(path.join(folder, 'emissions.csv'))
  execFileSync('mkfifo', [path.join(folder, 'fifo')])
  symlinkSync(path.join(outside, 'v1.csv'), path.join(folder, 'link.csv'))
  writeFileSync(path.join(folder, 'quote.csv'), `duration,emissions,energy_consumed\n1,1,"${'x'.repeat(3e6)}`)
  writeFileSync(path.join(folder, 'wide.csv'), `duration,emissions,energy_consumed${',c'.repeat(1e6)}\n`)
  writeFileSync(
    path.join(folder, 'escape.csv'),
    'duration,emissions,energy_consumed\n1,1,\u001b]0;owned\u0007::error::x\n',
  )
  for (const [name, wanted] of [
    ['none.csv', 2],
    ['emissions.csv', 2],
    ['fifo', 2],
    ['link.csv', 2],
    ['quote.csv', 3],
    ['wide.csv', 3],
    ['escape.csv', 3],
    ['report.csv', 3],
  ] as const) {
    const { status, stdout, stderr } = await runCommand(['logs', name, '--budget', '1 t'], { cwd: folder })
    expect([name, status]).toEqual([name, wanted])
    // eslint-disable-next-line no-control-regex
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    if (wanted === 2) expect(stderr.trimEnd().split('\n')).toHaveLength(1)
    else expect(stdout).toMatch(/^carbon .*indeterminate$/m)
  }
})

test.each([
  [[], 3],
  [['--no-enforce'], 0],
  [['--on-measurement-error', 'warn'], 0],
])('a log without a figure leaves a report that says why: with %j it exits %d', async (flags, wanted) => {
  const folder = emptyFolder()
  writeFileSync(path.join(folder, 'emissions.csv'), 'duration,emissions,energy_consumed\n1,nan,1\n')
  const { status, report } = await logs(folder, 'emissions.csv', '--budget', '1 t', ...flags)
  expect(status).toBe(wanted)
  expect(report).toMatchObject({ verdict: 'indeterminate', energy: { total_wh: null } })
  expect(JSON.stringify(report.notes)).toContain('emissions is')
})

test('a cloud account never gates a job, whatever the budget', async () => {
  const { status, report } = await logs(folderWith('aws-carbon/report.csv'), 'report.csv', '--budget', '1 t')
  expect(status).toBe(3)
  expect(report.verdict).toBe('indeterminate')
})

test.skipIf(process.getuid?.() === 0)('no permission', async () => {
  const folder = folderWith('codecarbon/v1.csv')
  chmodSync(path.join(folder, 'v1.csv'), 0)
  expect(await runCommand(['logs', 'v1.csv'], { cwd: folder })).toMatchObject({
    status: 3,
    stdout: expect.stringContaining('no permission'),
  })
})

test('every fixture reads to the same figure through the command line', async () => {
  const expected = JSON.parse(readFileSync(path.join(fixtures, 'expected.json'), 'utf8')) as Record<
    string,
    [number | null, number, number | null][]
  >
  for (const name of [
    'carbontracker/logs.json',
    'eco2ai/epochs.csv',
    'impact-framework/two-servers.yaml',
    'scaphandre/cut.json',
    'kepler/two-scrapes.prom',
    'perf/psys.txt',
  ]) {
    const { report } = await logs(fixtures, name)
    const wanted = expected[name]!.reduce((sum, [itWh]) => sum + (itWh ?? 0), 0)
    expect(report.energy.it_wh).toBeCloseTo(wanted, 9)
  }
})
