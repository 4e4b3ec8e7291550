import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, cli, emptyFolder, reportAt } from './cli-process.ts'
import { schemaFaults } from './report-schema.ts'

const BUSY = 'for(let t=Date.now();Date.now()-t<1500;);'
const PLACE = ['--zone', 'DE']

describe('run', () => {
  it('measures a command, shows a label, writes a report that the schema knows', () => {
    const file = path.join(emptyFolder(), 'report.json')
    const result = cli(['run', ...PLACE, '--budget', '5g', '--json', file, '--', 'node', '-e', BUSY])
    expect(result.status, result.stderr).toBe(0)
    expect(result.stdout).toBe('')
    expect(result.stderr).toMatch(/^carbon {2}A {2}.* mg CO2e {2}.* of 5g {2}pass$/m)
    const report = reportAt(file)
    expect(schemaFaults(report)).toEqual([])
    expect(report).toMatchObject({ verdict: 'pass', label: 'A', subject: { kind: 'command', name: 'node' } })
    expect(report.coverage).toBeGreaterThan(0.95)
    expect(report.duration_s).toBeGreaterThan(1.4)
    const { it_wh, cpu_wh, memory_wh, gpu_wh, other_wh } = report.energy
    const parts = (cpu_wh ?? 0) + (memory_wh ?? 0) + (gpu_wh ?? 0) + (other_wh ?? 0)
    expect(parts).toBeCloseTo(it_wh ?? Number.NaN, 9)
  })

  it.each([
    [['--budget', '1ug'], 2],
    [['--budget', '0.00001mg'], 1],
    [['--budget', '0.00001mg', '--no-enforce'], 0],
    [['--min-coverage', '2'], 2],
  ])('%j exits with %d', (flags, status) => {
    const result = cli(['run', ...PLACE, ...flags, '--', 'node', '-e', 'setTimeout(()=>{},300)'])
    expect(result.status, result.stderr).toBe(status)
  })

  it("passes output, input and status through untouched, and returns the command's own status when it fails", () => {
    const program = `process.stdin.on('data', (d) => process.stdout.write('got ' + d)).on('end', () => { process.stderr.write('oops\\n'); process.exit(7) })`
    const file = path.join(emptyFolder(), 'report.json')
    const result = cli(['run', ...PLACE, '--budget', '1e-9 mg', '--json', file, '--', 'node', '-e', program], {
      input: 'abc',
    })
    expect(result.stdout).toBe('got abc')
    expect(result.stderr).toContain('oops')
    expect(result.status).toBe(7)
    expect(reportAt(file).verdict).toBe('fail')
  })

  it('a switch needs no value, and a command without a name is a usage error', () => {
    expect(cli(['run', ...PLACE, '--top-processes', '--', 'node', '-e', 'process.exit(4)']).status).toBe(4)
    expect(cli(['run', '--', '']).status).toBe(2)
  })

  it.each([
    ['--region', 'nowhere:at-all'],
    ['--zone', 'XX'],
    ['--grid-provider', 'carbon-aware-sdk'],
    ['--svg', 'no/such/folder.svg'],
  ])('hears of a bad %s before the command runs', (...flags) => {
    const { status, stdout } = cli(['run', ...flags, '--', 'node', '-e', 'console.log("ran")'])
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
  })

  it.skipIf(process.platform === 'win32')("keeps the command's own status when the report cannot be written", () => {
    const folder = emptyFolder()
    const program = `require('fs').rmSync(${JSON.stringify(folder)}, {recursive: true}); process.exit(7)`
    const flags = ['--json', path.join(folder, 'report.json')]
    const { status, stderr } = cli(['run', ...PLACE, ...flags, '--', 'node', '-e', program])
    expect(status).toBe(7)
    expect(stderr).toMatch(/^carbon /m)
    expect(stderr).toContain('cannot be written')
  })

  it('--json - prints the report after the command’s own output', () => {
    const { stdout } = cli(['run', ...PLACE, '--json', '-', '--', 'node', '-e', 'console.log("first")'])
    expect(stdout.startsWith('first\n{')).toBe(true)
    expect(JSON.parse(stdout.slice('first\n'.length))).toMatchObject({ schema: 'carbon-gate/report@1' })
  })

  it('a command that cannot be started is one line and leaves nothing behind', () => {
    const temporary = emptyFolder()
    const result = cli(['run', '--', 'no-such-command-anywhere'], { env: { RUNNER_TEMP: temporary } })
    expect(result.status).toBe(2)
    expect(result.stderr).toContain('no-such-command-anywhere')
    expect(readdirSync(temporary)).toEqual([])
    expect(cli(['run']).status).toBe(2)
  })

  it('flags after -- belong to the command', () => {
    const { stdout, status } = cli([
      'run',
      ...PLACE,
      '--',
      'node',
      '-p',
      'process.argv.length',
      '--',
      '--budget',
      '1ug',
    ])
    expect(status).toBe(0)
    expect(stdout.trim()).toBe('3')
  })

  it.skipIf(process.platform === 'win32')(
    'forwards a signal and answers with 128 + signal, after the report',
    async () => {
      const file = path.join(emptyFolder(), 'report.json')
      const child = spawn(
        process.execPath,
        [CLI, 'run', ...PLACE, '--json', file, '--', 'node', '-e', 'console.log(1);setTimeout(()=>{},60000)'],
        {
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      )
      await new Promise((resolve) => child.stdout.once('data', resolve))
      child.kill('SIGTERM')
      const status = await new Promise((resolve) => child.once('exit', resolve))
      expect(status).toBe(128 + 15)
      expect(reportAt(file).subject.name).toBe('node')
    },
  )

  it.skipIf(process.platform !== 'linux')('the sampler is gone within half a second, and its folder with it', () => {
    const temporary = emptyFolder()
    cli(['run', ...PLACE, '--', 'node', '-e', 'setTimeout(()=>{},800)'], { env: { RUNNER_TEMP: temporary } })
    const started = performance.now()
    const alive = (): boolean => spawnSync('pgrep', ['-f', temporary]).status === 0
    while (alive() && performance.now() - started < 3000);
    expect(performance.now() - started).toBeLessThan(500)
    expect(readdirSync(temporary)).toEqual([])
  })

  it('the token for the grid provider does not reach the command', () => {
    const { stdout } = cli(['run', ...PLACE, '--', 'node', '-p', 'JSON.stringify(process.env)'], {
      env: { CARBON_GATE_GRID_TOKEN: 'grid-secret', CARBON_GATE_GITLAB_TOKEN: 'lab-secret' },
    })
    expect(stdout).not.toContain('secret')
  })
})

describe('label and badge', () => {
  it('draw a report', () => {
    const folder = emptyFolder()
    const report = path.join(folder, 'report.json')
    cli([
      'run',
      ...PLACE,
      '--budget',
      '5 g',
      '--json',
      report,
      '--svg',
      path.join(folder, 'label.svg'),
      '--markdown',
      path.join(folder, 'c.md'),
      '--',
      'node',
      '-e',
      '0',
    ])
    expect(cli(['label', report]).stdout).toBe(readFileSync(path.join(folder, 'label.svg'), 'utf8'))
    expect(readFileSync(path.join(folder, 'c.md'), 'utf8')).toContain('· pass')
    expect(cli(['badge', report]).stdout).toContain('<svg')
    expect(JSON.parse(cli(['badge', report, '--json']).stdout)).toMatchObject({ schemaVersion: 1 })
    expect(cli(['label', report, '-o', path.join(folder, 'out.svg')]).status).toBe(0)
    expect(existsSync(path.join(folder, 'out.svg'))).toBe(true)
    writeFileSync(path.join(folder, 'bad.json'), '{}')
    expect(cli(['label', path.join(folder, 'bad.json')]).status).toBe(2)
  })
})
