import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, cli, emptyFolder, reportAt } from './cli-process.ts'
import { schemaFaults } from '../report-schema.ts'
import { runCommand } from '../run-command.ts'
import { firstWithin } from '../wait-until.ts'

const BUSY = 'for(let t=Date.now();Date.now()-t<1500;);'
const PLACE = ['--zone', 'DE']
const PATHS = { PATH: process.env['PATH'] ?? '' }

describe('run', () => {
  it('measures a command, shows a label, writes a report that the schema knows', () => {
    const file = path.join(emptyFolder(), 'report.json')
    const result = cli(['run', ...PLACE, '--budget', '5g', '--json', file, '--', 'node', '-e', BUSY])
    expect(result.status, result.stderr).toBe(0)
    expect(result.stdout).toBe('')
    expect(result.stderr).toMatch(/^carbon {2}A {2}.* mg CO2e {2}.* of 5g {2}pass {2}[█░]+$/m)
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

  it('a switch needs no value, and a command without a name is a usage error', async () => {
    expect(cli(['run', ...PLACE, '--top-processes', '--', 'node', '-e', 'process.exit(4)']).status).toBe(4)
    expect((await runCommand(['run', '--', ''])).status).toBe(2)
    expect((await runCommand(['run'])).status).toBe(2)
  })

  it.each([
    ['--region', 'nowhere:at-all'],
    ['--zone', 'XX'],
    ['--grid-provider', 'carbon-aware-sdk'],
    ['--svg', 'no/such/folder.svg'],
    ['--min-coverage', '2'],
    ['--name', ' '],
    ['--scope', 'job'],
  ])('reports a bad %s before the command runs', async (...flags) => {
    const mark = path.join(emptyFolder(), 'ran')
    const command = ['node', '-e', `require('fs').writeFileSync(${JSON.stringify(mark)}, '')`]
    expect((await runCommand(['run', ...flags, '--', ...command], { env: PATHS })).status).toBe(2)
    expect(existsSync(mark)).toBe(false)
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

  it.skipIf(process.platform !== 'linux')(
    'the sampler is gone within half a second, and its folder with it',
    async () => {
      const tookMs = await firstWithin(
        (ms) => ms < 500,
        () => {
          const temporary = emptyFolder()
          cli(['run', ...PLACE, '--', 'node', '-e', 'setTimeout(()=>{},800)'], { env: { RUNNER_TEMP: temporary } })
          const started = performance.now()
          const isAlive = (): boolean => spawnSync('pgrep', ['-f', temporary]).status === 0
          while (isAlive() && performance.now() - started < 3000);
          expect(readdirSync(temporary)).toEqual([])
          return performance.now() - started
        },
      )
      expect(tookMs).toBeLessThan(500)
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'a signal reaches a grandchild, and its last work is measured before the report is written',
    async () => {
      const file = path.join(emptyFolder(), 'report.json')
      const script = `sh -c 'trap "sleep 0.8; echo saved; exit 0" TERM; echo ready; while :; do sleep 0.05; done' & wait`
      const child = spawn(process.execPath, [CLI, 'run', ...PLACE, '--json', file, '--', 'sh', '-c', script], {
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      let text = ''
      child.stdout.on('data', (data: Buffer) => (text += data.toString()))
      await new Promise((resolve) => child.stdout.once('data', resolve))
      child.kill('SIGTERM')
      expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(128 + 15)
      expect(text).toBe('ready\nsaved\n')
      expect(reportAt(file).duration_s).toBeGreaterThan(0.8)
    },
  )

  it.skipIf(process.platform !== 'linux')(
    'does not wait for a process that stays in the background, and says so',
    () => {
      const file = path.join(emptyFolder(), 'report.json')
      const started = performance.now()
      const result = cli(['run', ...PLACE, '--json', file, '--', 'sh', '-c', 'sleep 100 >/dev/null 2>&1 </dev/null &'])
      expect(performance.now() - started).toBeLessThan(60_000)
      expect(result.status, result.stderr).toBe(0)
      const { notes, duration_s } = reportAt(file)
      const codes = notes.map(({ code }) => code)
      expect(codes).toContain('command-left-running')
      // A busy machine needs longer to start a shell.
      const isShort = (duration_s ?? 0) < 0.2
      expect(codes.includes('command-short')).toBe(isShort)
      expect(result.stderr.includes('mostly the start and end of the measurement')).toBe(isShort)
    },
  )

  it.skipIf(process.platform !== 'linux')(
    '--scope command counts the CPU time of the command and its children only; --name names the run',
    () => {
      const file = path.join(emptyFolder(), 'report.json')
      const other = spawn(process.execPath, ['-e', 'for(;;);'], { stdio: 'ignore' })
      const load = (...flags: string[]): { used: number; report: ReturnType<typeof reportAt> } => {
        const result = cli(['run', ...PLACE, ...flags, '--json', file, '--', 'sleep', '1'])
        expect(result.status, result.stderr).toBe(0)
        const report = reportAt(file)
        return { report, used: Number(/(\d+) % busy/.exec(report.basis?.power ?? '')?.[1]) }
      }
      try {
        const whole = load()
        expect(whole.report.notes.map(({ code }) => code)).toContain('command-small-share')
        const own = load('--scope', 'command', '--name', 'quiet step')
        expect(own.report.subject.name).toBe('quiet step')
        expect(own.report.basis?.power).toContain("the command's own CPU time")
        expect(own.used).toBeLessThan(whole.used / 2)
        expect(own.report.energy.it_wh).toBeLessThan(whole.report.energy.it_wh ?? 0)
        const burn = cli([
          'run',
          ...PLACE,
          '--scope',
          'command',
          '--json',
          file,
          '--',
          'sh',
          '-c',
          `node -e '${BUSY}'; true`,
        ])
        expect(burn.status).toBe(0)
        expect(reportAt(file).basis?.power).not.toContain(' 0 % busy')
      } finally {
        other.kill('SIGKILL')
      }
    },
  )

  it('the token for the grid provider does not reach the command', () => {
    const { stdout } = cli(['run', ...PLACE, '--', 'node', '-p', 'JSON.stringify(process.env)'], {
      env: { CARBON_GATE_GRID_TOKEN: 'grid-secret', CARBON_GATE_GITLAB_TOKEN: 'lab-secret' },
    })
    expect(stdout).not.toContain('secret')
  })
})

describe('label and badge', () => {
  it('draw a report', async () => {
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
    expect((await runCommand(['label', report])).stdout).toBe(readFileSync(path.join(folder, 'label.svg'), 'utf8'))
    expect(readFileSync(path.join(folder, 'c.md'), 'utf8')).toContain('· pass')
    expect((await runCommand(['badge', report])).stdout).toContain('<svg')
    expect(JSON.parse((await runCommand(['badge', report, '--json'])).stdout)).toMatchObject({ schemaVersion: 1 })
    expect((await runCommand(['label', report, '-o', path.join(folder, 'out.svg')])).status).toBe(0)
    expect(existsSync(path.join(folder, 'out.svg'))).toBe(true)
    expect((await runCommand(['badge', report, '--svg', path.join(folder, 'badge.svg')])).status).toBe(0)
    expect(readFileSync(path.join(folder, 'badge.svg'), 'utf8')).toContain('<svg')
    writeFileSync(path.join(folder, 'bad.json'), '{}')
    expect((await runCommand(['label', path.join(folder, 'bad.json')])).status).toBe(2)
  })
})
