import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { ConfigurationError, MeasurementError } from '../../../src/core/errors.ts'
import { readReport } from '../../../src/core/report-file.ts'
import { partOf } from '../../../src/app/join/named-report.ts'
import { joinReports } from '../../../src/app/join/reports.ts'
import type { Report } from '../../../src/core/report.ts'
import { NO_ENERGY } from '../../../src/core/footprint.ts'
import { totalsOfParts } from '../../../src/core/totals.ts'
import { emptyFolder, reportAt } from '../../e2e/cli-process.ts'
import { schemaFaults } from '../../report-schema.ts'
import { runCommand } from '../../run-command.ts'
import { sampleReport } from '../../sample-report.ts'

const folder = emptyFolder()
const at = (name: string): string => path.join(folder, name)

async function plan(name: string, watts: number, intensity: number): Promise<void> {
  await runCommand([
    'estimate',
    '--hours',
    '1',
    '--watts',
    String(watts),
    '--pue',
    '1.2',
    '--intensity',
    String(intensity),
    '--json',
    at(name),
  ])
}

beforeAll(async () => {
  await plan('a.json', 1000, 100)
  await plan('b.json', 500, 400)
})

describe('gate', () => {
  it('joins reports and judges the sum', async () => {
    const { status } = await runCommand([
      'gate',
      at('a.json'),
      at('b.json'),
      '--budget',
      '300 g',
      '--json',
      at('sum.json'),
    ])
    const report = reportAt(at('sum.json'))
    expect(status).toBe(1)
    expect(report.emissions.total_g).toBeCloseTo(120 + 240, 9)
    expect(report.energy.total_wh).toBeCloseTo(1800, 9)
    expect(report.intensity?.g_per_kwh).toBeCloseTo(200, 9)
    expect(report.parts).toHaveLength(2)
    expect(report.verdict).toBe('fail')
    expect(schemaFaults(report)).toEqual([])
    expect((await runCommand(['gate', at('a.json'), at('b.json'), '--budget', '400 g per workflow'])).status).toBe(0)
  })

  it('compares lines about a job with the largest job, as a workflow does', async () => {
    writeFileSync(at('gate.yml'), 'budgets: [250 g, 300 Wh per job, 400 g per workflow]\n')
    const flags = ['--config', at('gate.yml'), '--budget', '245 g per job', '--budget', '250 g', '--json']
    const { status, stdout } = await runCommand(['gate', at('a.json'), at('b.json'), ...flags])
    expect(status).toBe(1)
    expect((JSON.parse(stdout) as { budgets: unknown[] }).budgets).toMatchObject([
      { used: 240, verdict: 'pass', reason: 'compared with the largest job' },
      { used: 1200, verdict: 'fail' },
      { used: 360, verdict: 'pass' },
      { used: 240, verdict: 'pass' },
      { used: 360, verdict: 'fail' },
    ])
  })

  it('counts a plan once if it is named twice', async () => {
    const named = [at('a.json'), path.join(folder, '.', 'a.json')]
    const { status, stdout } = await runCommand(['gate', ...named, '--budget', '121 g per workflow'])
    expect([status, stdout]).toEqual([
      0,
      expect.stringContaining('These reports were given more than once and count once'),
    ])
  })

  it('counts a copy of a report, or a report that another report contains, only once', async () => {
    const test = sampleReport('test', 2)
    writeFileSync(at('test.json'), JSON.stringify(test))
    writeFileSync(at('copy.json'), JSON.stringify({ ...test, notes: [], verdict: 'pass' }, null, 2))
    writeFileSync(at('lint.json'), JSON.stringify(sampleReport('lint', 1)))
    const budget = ['--budget', '3.1 Wh per workflow']
    const sum = await runCommand([
      'gate',
      at('test.json'),
      at('lint.json'),
      at('copy.json'),
      ...budget,
      '--json',
      at('whole.json'),
    ])
    expect(sum.status, sum.stderr).toBe(0)
    expect(reportAt(at('whole.json')).notes.map(({ code }) => code)).toContain('reports-repeated')
    const again = await runCommand(['gate', at('test.json'), at('whole.json'), at('lint.json'), ...budget])
    expect([again.status, again.stderr]).toEqual([0, ''])
  })

  it('refuses two joined reports that share a job, and counts one that the other contains once', async () => {
    const job = (name: string, wh: number): void =>
      writeFileSync(at(`${name}.json`), JSON.stringify(sampleReport(name, wh)))
    job('x', 1)
    job('y', 2)
    job('z', 4)
    const join = (to: string, ...names: string[]): ReturnType<typeof runCommand> =>
      runCommand(['gate', ...names.map((name) => at(`${name}.json`)), '--json', at(`${to}.json`)])
    await join('xy', 'x', 'y')
    await join('yz', 'y', 'z')
    const { status, stderr } = await join('four', 'xy', 'yz')
    expect(status).toBe(2)
    expect(stderr).toMatch(/yz\.json and \S+xy\.json both count y, started .* neither contains the other/)
    await join('xyz', 'xy', 'z')
    for (const names of [
      ['xyz', 'xy'],
      ['xy', 'xyz'],
      ['xyz', 'y'],
      ['xy', 'xyz', 'z', 'xyz'],
    ]) {
      await join('again', ...names)
      expect(reportAt(at('again.json')).energy.total_wh).toBeCloseTo(7, 9)
    }
  })

  it('counts a job once that a report of `mode: workflow` has under the name and times of the forge', async () => {
    const report = sampleReport('test', 2)
    const inRun = {
      ...partOf(report, null),
      name: 'unit (20)',
      started_at: '2026-11-01T10:00:00Z',
      ended_at: '2026-11-01T10:01:10Z',
    }
    writeFileSync(
      at('run.json'),
      JSON.stringify({ ...report, subject: { kind: 'workflow', name: 'CI' }, parts: [inRun] }),
    )
    writeFileSync(at('test.json'), JSON.stringify(report))
    const { stdout } = await runCommand(['gate', at('run.json'), at('test.json'), '--json', '-'])
    expect(JSON.parse(stdout)).toMatchObject({ energy: { total_wh: 2 }, parts: [{ name: 'CI' }] })
  })

  /** A whole run with an estimated and a measured job, as `mode: workflow` leaves it. */
  function runReport(change: Partial<Report> = {}): Report {
    const measured = { ...partOf(sampleReport('lint', 1), null), name: 'lint' }
    const { machine: _, ...estimated } = partOf(
      sampleReport('test', 5),
      'https://github.com/octo/shop/actions/runs/1/job/2',
    )
    const span = { started_at: '2026-11-01T10:00:00Z', ended_at: null, method: 'estimated', coverage: null } as const
    const parts = [measured, { ...estimated, ...span, machine: { ...sampleReport('', 1).machine!, cpu: 'hosted' } }]
    return sampleReport('CI', 6, {
      subject: { kind: 'workflow', name: 'CI' },
      ...totalsOfParts(parts),
      parts,
      origin: ORIGIN,
      ...change,
    })
  }
  const ORIGIN = {
    repository: 'octo/shop',
    commit: 'a'.repeat(40),
    workflow: 'CI',
    url: 'https://github.com/octo/shop/actions/runs/1',
  }

  it("takes a job's own report in place of its estimate in a report of the run", async () => {
    writeFileSync(at('run.json'), JSON.stringify(runReport()))
    writeFileSync(at('test.json'), JSON.stringify(sampleReport('test', 2, { origin: ORIGIN })))
    const { stdout } = await runCommand(['gate', at('run.json'), at('test.json'), '--json', '-'])
    const sum = JSON.parse(stdout) as Report
    expect(sum.energy.total_wh).toBeCloseTo(3, 9)
    expect(sum.parts.map(({ name, energy }) => [name, energy.total_wh])).toEqual([
      ['CI', 1],
      ['test', 2],
    ])
    expect(sum.notes.map(({ text }) => text)).toContain(
      `A joined report estimates jobs whose own reports are given as well. The own reports count: test in ${at('run.json')}.`,
    )
    // The clock of the runner is an hour behind.
    const times = { started_at: '2026-11-01T09:00:05Z', ended_at: '2026-11-01T09:01:05Z' }
    writeFileSync(at('late.json'), JSON.stringify(sampleReport('test', 2, { origin: ORIGIN, ...times })))
    const late = await runCommand(['gate', at('run.json'), at('late.json'), '--json', '-'])
    expect((JSON.parse(late.stdout) as Report).energy.total_wh).toBeCloseTo(3, 9)
    // A report of the run that estimates nothing else is not needed any more.
    writeFileSync(
      at('only.json'),
      JSON.stringify(runReport({ parts: runReport().parts.slice(1), ...totalsOfParts(runReport().parts.slice(1)) })),
    )
    const only = await runCommand(['gate', at('only.json'), at('test.json'), '--json', '-'])
    expect((JSON.parse(only.stdout) as Report).energy.total_wh).toBe(2)
  })

  it('takes the own reports of several jobs of one name in place of as many estimates', async () => {
    const [, estimate] = runReport().parts
    const parts = [
      estimate!,
      { ...estimate!, started_at: '2026-11-01T10:00:01Z' },
      { ...estimate!, ended_at: '2026-11-01T10:00:02Z' },
    ]
    writeFileSync(at('run.json'), JSON.stringify(runReport({ parts, ...totalsOfParts(parts) })))
    for (const [index, wh] of [2, 3].entries())
      writeFileSync(
        at(`test-${index}.json`),
        JSON.stringify(sampleReport('test', wh, { origin: ORIGIN, started_at: `2026-11-01T10:00:0${index + 5}Z` })),
      )
    const { stdout } = await runCommand(['gate', at('run.json'), at('test-0.json'), at('test-1.json'), '--json', '-'])
    expect((JSON.parse(stdout) as Report).energy.total_wh).toBeCloseTo(5 + 2 + 3, 9)
  })

  it.each<[string, Partial<Report>]>([
    ['of another run', { origin: { ...ORIGIN, url: 'https://github.com/octo/shop/actions/runs/2' } }],
    [
      'of no known run and another time',
      { origin: null, started_at: '2026-11-01T09:00:00Z', ended_at: '2026-11-01T09:01:00Z' },
    ],
    ['of another job', { subject: { kind: 'job', name: 'build' } }],
  ])('keeps the estimate of a job beside a report %s', async (_name, change) => {
    const { origin = ORIGIN } = change
    writeFileSync(at('run.json'), JSON.stringify(runReport(origin === null ? { origin } : {})))
    writeFileSync(at('test.json'), JSON.stringify(sampleReport('test', 2, { origin: ORIGIN, ...change })))
    const { stdout } = await runCommand(['gate', at('run.json'), at('test.json'), '--json', '-'])
    expect((JSON.parse(stdout) as Report).energy.total_wh).toBeCloseTo(8, 9)
  })

  it('refuses a job beside its estimate where the energy of the run is unknown and that of its parts is not', async () => {
    writeFileSync(at('run.json'), JSON.stringify(runReport({ energy: NO_ENERGY })))
    writeFileSync(at('test.json'), JSON.stringify(sampleReport('test', 2, { origin: ORIGIN })))
    const { status, stderr } = await runCommand(['gate', at('run.json'), at('test.json')])
    expect([status, stderr]).toEqual([
      2,
      expect.stringContaining('has an estimate of test, and a report of that job is given too'),
    ])
  })

  it.each([
    ['', true],
    ['region: azure:eastus\n', true],
    ['budgets: [6 g]\n', false],
  ])('warns where a nearer config file, %j, hides the budgets of the repository: %s', async (nearer, isWarned) => {
    const root = at(`hiding-${nearer.length}`)
    for (const folder of ['.git', '.github', 'a/.github', 'a/b'])
      mkdirSync(path.join(root, folder), { recursive: true })
    writeFileSync(path.join(root, '.github/carbon-gate.yml'), 'budgets: [1 mg]\n')
    writeFileSync(path.join(root, 'a/.github/carbon-gate.yaml'), nearer)
    writeFileSync(at('hidden.json'), JSON.stringify(sampleReport('test', 2)))
    const { stdout } = await runCommand(['gate', at('hidden.json'), '--json'], { cwd: path.join(root, 'a/b') })
    const notes = (JSON.parse(stdout) as Report).notes.filter(({ code }) => code === 'config-hides-budgets')
    const text = '../.github/carbon-gate.yaml has no budgets and hides those of ../../.github/carbon-gate.yml'
    expect(notes).toEqual(isWarned ? [expect.objectContaining({ text: expect.stringContaining(text) })] : [])
  })

  it.each<[string, (run: Report) => Partial<Report>, string]>([
    [
      'grams',
      ({ emissions }) => ({
        emissions: { ...emissions, operational_g: 0.01, total_g: 0.01, embodied_g: null, low_g: null },
      }),
      'operational_g is 0.01, although total_wh x intensity is 2.4',
    ],
    ['parts', ({ parts }) => ({ parts: parts.slice(1) }), 'it_wh is 4.8, although the sum of the parts is'],
  ])('passes no report whose %s were made smaller, and names both figures', async (_name, change, fault) => {
    const run = runReport()
    writeFileSync(at('run.json'), JSON.stringify({ ...run, ...change(run) }))
    const budget = ['--budget', '1 kg', '--budget', '1 kg per job']
    const { status, stdout } = await runCommand(['gate', at('run.json'), ...budget])
    expect(status).toBe(3)
    expect(stdout).toContain(`run.json contradicts itself: ${fault}`)
    for (const command of ['label', 'badge']) expect((await runCommand([command, at('run.json')])).status).toBe(3)
    expect((await runCommand(['compare', at('run.json'), at('run.json')])).status).toBe(3)
  })

  it('compares lines about a job with the largest job inside of joined reports', async () => {
    writeFileSync(at('run.json'), JSON.stringify(runReport()))
    writeFileSync(at('other.json'), JSON.stringify(sampleReport('deploy', 2, { origin: ORIGIN })))
    for (const names of [['run.json'], ['run.json', 'other.json']]) {
      const { stdout } = await runCommand(['gate', ...names.map(at), '--budget', '5.5 Wh per job', '--json', '-'])
      expect((JSON.parse(stdout) as Report).budgets, names.join()).toMatchObject([
        { used: 5, verdict: 'pass', reason_code: 'largest-job' },
      ])
    }
  })

  it('is not trusted if a report has no energy at all, as a changed one may', async () => {
    const { energy, emissions } = sampleReport('a', 0)
    const nothing = {
      ...sampleReport('a', 1),
      energy,
      emissions: { ...emissions, embodied_g: null, total_g: 0, high_g: 0 },
    }
    writeFileSync(at('nothing.json'), JSON.stringify(nothing))
    const { status, stdout } = await runCommand(['gate', at('a.json'), at('nothing.json'), '--budget', '1 kg'])
    expect([status, stdout]).toEqual([
      3,
      expect.stringContaining('nothing.json has 0 Wh, although any work uses energy'),
    ])
  })

  it.each([
    ['UTF-8 with a byte order mark', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, as PowerShell writes it', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['UTF-16 with swapped bytes', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()],
  ])('counts a report of a folder that is %s', async (_name, encode) => {
    const reports = emptyFolder()
    writeFileSync(path.join(reports, 'a.json'), JSON.stringify(sampleReport('a', 1)))
    writeFileSync(path.join(reports, 'b.json'), encode(JSON.stringify(sampleReport('b', 2))))
    const { stdout } = await runCommand(['gate', reports, '--json', '-'])
    expect((JSON.parse(stdout) as Report).energy.total_wh).toBe(3)
  })

  it('counts two machines with the same times and figures twice', async () => {
    const report = sampleReport('node', 2)
    const machine = { ...report.machine, region: 'westus' }
    writeFileSync(at('east.json'), JSON.stringify(report))
    writeFileSync(at('west.json'), JSON.stringify({ ...report, machine }))
    const { stdout } = await runCommand(['gate', at('east.json'), at('west.json'), '--json', '-'])
    expect((JSON.parse(stdout) as Report).energy.total_wh).toBe(4)
  })

  it('warns about equal reports without a start, and counts links to one file once', async () => {
    copyFileSync(at('a.json'), at('a-copy.json'))
    symlinkSync(at('a.json'), at('a-link.json'))
    const copied = await runCommand(['gate', at('a.json'), at('a-copy.json')])
    expect(copied.stdout).toMatch(
      /same figures and no start time, so that all of them count: .*a\.json, .*a-copy\.json/,
    )
    const linked = await runCommand(['gate', at('a.json'), at('a-link.json'), '--budget', '121 g per workflow'])
    expect([linked.status, linked.stdout]).toEqual([0, expect.stringContaining('given more than once and count once')])
  })

  it('names the reports that failed their own budgets, and those of other commits', async () => {
    const origin = (commit: string): Report['origin'] => ({ repository: 'o/r', commit, workflow: null, url: null })
    writeFileSync(
      at('over.json'),
      JSON.stringify(sampleReport('over', 2, { verdict: 'fail', origin: origin('a1b2c3d4') })),
    )
    writeFileSync(at('old.json'), JSON.stringify(sampleReport('old', 2, { origin: origin('00000000') })))
    const { status, stdout } = await runCommand(['gate', at('over.json'), at('old.json')])
    expect(status).toBe(0)
    expect(stdout).toMatch(/warning: These reports failed their own budgets: \S*over\.json\./)
    expect(stdout).toMatch(/of several commits or repositories: .*o\/r@a1b2c3d4.*o\/r@00000000/)
  })

  it('is not trusted if a copy says that its figure is not', async () => {
    writeFileSync(at('good.json'), JSON.stringify(sampleReport('test', 2)))
    const doubted = sampleReport('test', 2, { figure: { trusted: false, reason_code: 'low-coverage' } })
    writeFileSync(at('doubted.json'), JSON.stringify(doubted))
    expect((await runCommand(['gate', at('good.json'), at('doubted.json'), '--budget', '1 kg'])).status).toBe(3)
  })

  it('says what an unscoped line is compared with, and warns about a line that only others judge', async () => {
    const lines = ['--budget', '400 g', '--budget', '2 kg per month', '--strict']
    const { status, stdout } = await runCommand(['gate', at('a.json'), at('b.json'), ...lines])
    expect(status).toBe(0)
    expect(stdout).toContain('all jobs 90 % of 400 g')
    expect(stdout).toContain('warning: not judged here: 2 kg per month (a line per month needs a ledger')
  })

  it.each([
    ['is empty', '', 3, 'is empty: make the report again, or remove the file'],
    ['is cut', '{\n  "schema": "carbon-gate/report@1",', 3, 'is not whole JSON'],
    ['is of a later version', '{"schema":"carbon-gate/report@2"}', 2, 'its schema "carbon-gate/report@2" is unknown'],
  ])('does not leave out a report of a folder that %s', async (_, text, status, message) => {
    const reports = emptyFolder()
    writeFileSync(path.join(reports, 'good.json'), JSON.stringify(sampleReport('test', 2)))
    writeFileSync(path.join(reports, 'package.json'), '{"name": "other"}')
    writeFileSync(path.join(reports, 'bad.json'), text)
    const run = await runCommand(['gate', reports, '--budget', '1 kg'])
    expect([run.status, run.stdout + run.stderr]).toEqual([status, expect.stringContaining(message)])
  })

  it('reads each report of a folder once when a link leads to a folder above, and names a link that leads nowhere', async () => {
    const reports = emptyFolder()
    writeFileSync(path.join(reports, 'good.json'), JSON.stringify(sampleReport('test', 2)))
    symlinkSync('.', path.join(reports, 'again'))
    const run = await runCommand(['gate', reports, '--json', '-'])
    expect(JSON.parse(run.stdout)).toMatchObject({ energy: { total_wh: 2 }, notes: [] })
    symlinkSync('missing', path.join(reports, 'lost.json'))
    const { status, stderr } = await runCommand(['gate', reports])
    expect([status, stderr]).toEqual([2, expect.stringContaining(`report ${reports}/lost.json cannot be read`)])
  })

  it('points to `logs` for JSON lines of a tracker', async () => {
    writeFileSync(at('usage.jsonl'), '{"model":"m","tokens":1}\n{"model":"m","tokens":2}\n')
    for (const command of [
      ['gate', at('usage.jsonl')],
      ['compare', at('usage.jsonl'), at('a.json')],
    ]) {
      const { status, stderr } = await runCommand(command)
      expect([status, stderr]).toEqual([2, expect.stringContaining('carbon-gate logs FILE --json REPORT')])
    }
  })

  it('refuses two reports of one job that differ', async () => {
    writeFileSync(at('early.json'), JSON.stringify(sampleReport('test', 1, { ended_at: '2026-11-01T10:00:35Z' })))
    writeFileSync(at('late.json'), JSON.stringify(sampleReport('test', 2)))
    const { status, stderr } = await runCommand(['gate', at('early.json'), at('late.json')])
    expect(status).toBe(2)
    expect(stderr).toMatch(/early\.json and \S+late\.json are different reports of the same work \(test, started/)
  })

  it('a report without a trusted figure stays indeterminate whatever its texts say', async () => {
    const lines = ['--budget', '1 kg', '--min-coverage', '0.9']
    const half = withValue(JSON.parse(readFileSync(at('a.json'), 'utf8')), ['coverage'], 0.5)
    writeFileSync(at('half.json'), JSON.stringify(half))
    expect((await runCommand(['gate', at('half.json'), ...lines, '--json', at('untrusted.json')])).status).toBe(3)
    const untrusted = reportAt(at('untrusted.json'))
    expect(untrusted.figure).toEqual({ trusted: false, reason_code: 'part-untrusted' })
    const budgets = untrusted.budgets.map((line) => ({ ...line, reason: 'the figure cannot be trusted' }))
    const { figure: _, ...withoutFigure } = untrusted
    for (const base of [untrusted, withoutFigure]) {
      writeFileSync(at('edited.json'), JSON.stringify({ ...base, coverage: 1, budgets, notes: [] }))
      expect((await runCommand(['gate', at('edited.json'), ...lines])).status).toBe(3)
    }
  })

  it('a report that covers too little is trusted only where that is allowed', async () => {
    const report: unknown = JSON.parse(readFileSync(at('a.json'), 'utf8'))
    writeFileSync(at('half.json'), JSON.stringify(withValue(report, ['coverage'], 0.5)))
    const half = await runCommand(['gate', at('half.json'), at('b.json'), '--budget', '1 kg'])
    expect(half.status).toBe(3)
    expect(half.stdout).toContain('half.json covers 50 % of its time')
    expect(
      (await runCommand(['gate', at('half.json'), at('b.json'), '--budget', '1 kg', '--min-coverage', '0.5'])).status,
    ).toBe(0)
  })

  it('a report whose own line could not be judged still has a figure', async () => {
    await runCommand([
      'estimate',
      '--hours',
      '1',
      '--watts',
      '1',
      '--intensity',
      '9',
      '--budget',
      '1 L',
      '--json',
      at('dry.json'),
    ])
    expect(reportAt(at('dry.json')).verdict).toBe('indeterminate')
    expect((await runCommand(['gate', at('dry.json'), at('b.json'), '--budget', '1 kg'])).status).toBe(0)
  })

  it('does not overwrite a measurement of another tool', async () => {
    const before = readFileSync(at('a.json'), 'utf8')
    const { status, stderr } = await runCommand(['gate', '--json', at('a.json'), at('b.json')])
    expect(status).toBe(2)
    expect(stderr).toContain('contains a report of kind estimate')
    expect(readFileSync(at('a.json'), 'utf8')).toBe(before)
    for (const _ of [1, 2])
      expect((await runCommand(['gate', '--json', at('twice.json'), at('b.json')])).status).toBe(0)
  })

  it.each([
    ['not JSON', '{"schema": "carbon-gate/report@1", "energy": NaN}', 3],
    ['another schema', '{"schema": "carbon-gate/report@9"}', 2],
    ['no schema', '{}', 2],
    ['a list', '[]', 2],
    ['the log of a tracker', 'duration,emissions,energy_consumed\n60,0.1,0.2\n', 2],
    ['a log in JSON', '{"duration": 60, "emissions": 0.1, "energy_consumed": 0.2}', 2],
    ['a report that was cut', '{"schema": "carbon-gate/report@1", "ener', 3],
    ['an empty file', '', 3],
    ['only the schema', '{"schema": "carbon-gate/report@1"}', 3],
  ])('refuses %s', async (_, text, status) => {
    writeFileSync(at('bad.json'), text)
    const result = await runCommand(['gate', at('a.json'), at('bad.json'), '--budget', '1 t'])
    expect(result.status).toBe(status)
    expect(result.stdout + result.stderr).toContain('bad.json')
  })

  it.each(['label', 'badge', 'compare', 'ledger add'])('%s: the log of a tracker is a usage error', async (command) => {
    writeFileSync(at('log.csv'), 'duration,emissions,energy_consumed\n60,0.1,0.2\n')
    const rest = command === 'compare' ? [at('log.csv')] : command === 'ledger add' ? ['--ledger', at('none')] : []
    const { status, stderr } = await runCommand([...command.split(' '), at('log.csv'), ...rest])
    expect(status).toBe(2)
    expect(stderr).toContain('carbon-gate logs FILE --json REPORT')
  })

  it.each([
    [[], 3],
    [['--no-enforce'], 0],
    [['--on-measurement-error', 'warn'], 0],
  ])('a report without a figure makes the sum indeterminate: with %j it exits %d', async (flags, status) => {
    writeFileSync(at('bad.json'), '{"schema": "carbon-gate/report@1"}')
    const result = await runCommand(['gate', at('a.json'), at('bad.json'), '--budget', '1 t', ...flags, '--json'])
    expect(result.status).toBe(status)
    const report = JSON.parse(result.stdout) as unknown
    expect(schemaFaults(report)).toEqual([])
    expect(report).toMatchObject({ verdict: 'indeterminate', label: null, emissions: { total_g: null } })
  })

  it.each([
    [['--no-enforce'], '2 g', 'This does not fail the build: `enforce` is false.'],
    [['--no-enforce'], '1 t', null],
    [[], '2 g', null],
  ])(
    'the terminal says why a budget that is exceeded does not fail the build: %j, %s',
    async (flags, line, sentence) => {
      const { stdout } = await runCommand(['gate', at('a.json'), '--budget', line, ...flags])
      if (sentence === null) expect(stdout).not.toContain('fail the build')
      else expect(stdout).toContain(sentence)
    },
  )

  it('of several files, one that is not a report is an error that names the folder as the way out', async () => {
    writeFileSync(at('package.json'), '{"name": "other"}')
    const { status, stderr } = await runCommand(['gate', at('a.json'), at('package.json')])
    expect(status).toBe(2)
    expect(stderr).toMatch(/package\.json is not a report .*narrower pattern, or name the folder/)
    expect((await runCommand(['gate', at('package.json')])).stderr).not.toContain('name the folder')
  })

  it('a report that is missing is a usage error', async () => {
    expect((await runCommand(['gate', at('missing.json')])).status).toBe(2)
  })

  it('never passes a report with an impossible number anywhere', async () => {
    const good: unknown = JSON.parse(readFileSync(at('a.json'), 'utf8'))
    const numbers = pathsOfNumbers(good)
    expect(numbers.length).toBeGreaterThan(8)
    fc.assert(
      fc.property(
        fc.constantFrom(...numbers),
        fc.constantFrom('NaN', '-1', '1e999', '-1e999', '""', '"5"'),
        (at, bad) => {
          const text = JSON.stringify(withValue(good, at, '@@')).replace('"@@"', bad)
          expect(verdictOf(text)).not.toBe('pass')
        },
      ),
      { numRuns: 300 },
    )
  })
})

function verdictOf(text: string): string {
  try {
    const { draft, judging } = joinReports([{ name: 'r', report: readReport(text, 'r') }], 'r')
    const budgets = [{ budget: parseBudget('1 t'), source: 'input' as const }]
    return judgeReport(draft, '1', budgets, judging).verdict
  } catch (error) {
    if (error instanceof MeasurementError || error instanceof ConfigurationError) return 'indeterminate'
    throw error
  }
}

function pathsOfNumbers(value: unknown, prefix: string[] = []): string[][] {
  if (typeof value === 'number') return [prefix]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, each]) => pathsOfNumbers(each, [...prefix, key]))
}

function withValue(value: unknown, [key, ...rest]: readonly string[], leaf: unknown): unknown {
  if (key === undefined) return leaf
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>
  copy[key] = withValue(copy[key], rest, leaf)
  return copy
}
