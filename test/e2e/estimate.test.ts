import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { CLI, cli, emptyFolder, reportAt } from './cli-process.ts'
import { schemaFaults } from './report-schema.ts'

const PLAN = ['estimate', '--hours', '10', '--processors', '4', '--watts', '300', '--pue', '1.5', '--intensity', '450']

describe('estimate', () => {
  it('is the worked example: 12 kWh, 18 kWh, 8,100 g', () => {
    const { status, stdout, stderr } = cli([...PLAN, '--json'])
    expect(status).toBe(0)
    const report = JSON.parse(stdout) as ReturnType<typeof reportAt>
    expect(report.energy).toMatchObject({ it_wh: 12_000, total_wh: 18_000 })
    expect(report.emissions).toMatchObject({ operational_g: 8100, total_g: 8100 })
    expect(report).toMatchObject({ verdict: 'none', label: null, method: 'estimated', coverage: null })
    expect(schemaFaults(report)).toEqual([])
    expect(stderr).toContain('8.1 kg')
  })

  it.each([
    [['--budget', '9kg'], 0, 'pass', 'D'],
    [['--budget', '5 kg'], 1, 'fail', 'F'],
    [['--budget', '5 kg', '--no-enforce'], 0, 'fail', 'F'],
    [['--budget', '100 kg', '--budget', '10 kWh'], 1, 'fail', 'F'],
    [['--budget', '20 g per workflow'], 0, 'none', null],
    [['--budget', '1 L'], 3, 'indeterminate', null],
    [['--budget', '1 L', '--on-measurement-error', 'warn'], 0, 'indeterminate', null],
    [['--budget', '9 g per 1000 inferences', '--units', '1e6 inferences'], 0, 'pass', 'D'],
    [['--budget', '9 g per 1000 inferences'], 3, 'indeterminate', null],
  ])('%j exits %d with %s', (flags, status, verdict, label) => {
    const result = cli([...PLAN, ...flags, '--json', '-'])
    expect(result.status).toBe(status)
    expect(JSON.parse(result.stdout)).toMatchObject({ verdict, label })
  })

  it.each([
    [['estimate', '--hours', '1'], 'watts'],
    [['estimate', '--hours', '0x10', '--watts', '3'], 'hours is "0x10"'],
    [['estimate', '--hours', '-1', '--watts', '3'], 'hours is "-1"'],
    [['estimate', '--hours', '1', '--watts', 'NaN'], 'watts is "NaN"'],
    [['estimate', '--hours', '0', '--watts', '3'], 'hours is "0"'],
    [['estimate', '--hours', '1e308', '--watts', '1e308'], 'hours is "1e308"'],
    [['estimate', '--hours', '1', '--gpu', 'A100', '--gpus', '0'], 'watts is missing'],
    [['estimate', '--hours', '1', '--cpu', 'EPYC 7763', '--processors', '4'], 'processors'],
    [['estimate', '--hours', '1', '--gpu', 'A100', '--gpus', '1000000000'], 'gpus is'],
    [[...PLAN, '--budget', '1e308 t'], 'too large'],
    [[...PLAN, '--markdown', 'no/such/folder.md'], '--markdown no/such/folder.md'],
    [[...PLAN, '--pue', '0.5'], 'pue is "0.5"'],
    [[...PLAN, '--budget', '1ug'], 'the unit "ug" is unknown'],
    [[...PLAN, '--budgets', '1 g'], '--budget'],
    [['frobnicate'], 'frobnicate'],
    [['schema', 'reprot'], 'reprot'],
  ])('%j is a usage error in one line', (args, named) => {
    const { status, stdout, stderr } = cli(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(named)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  })
})

describe('a plan', () => {
  const inFolder = (text: string, config = ''): ReturnType<typeof cli> => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'plan.yml'), text)
    writeFileSync(path.join(folder, 'gate.yml'), config)
    return cli(['estimate', '--plan', 'plan.yml', '--config', 'gate.yml', '--json'], { cwd: folder })
  }

  it.each(['budgets: [1 mg]', 'budget: 1 mg', 'enforce: false', 'grid-provider: uk', 'extends: a/b/c@d'])(
    'says nothing of how it is judged: %s is refused, not left out',
    (line) => {
      const { status, stderr } = inFolder(`hours: 1\nwatts: 100\n${line}\n`)
      expect(status).toBe(2)
      expect(stderr).toContain('is not a key of a plan')
    },
  )

  it('is nearer than the config file', () => {
    const { stdout } = inFolder('hours: 1\nwatts: 100\nzone: FR\n', 'zone: DE\nhours: 7\n')
    expect(JSON.parse(stdout)).toMatchObject({ duration_s: 3600, intensity: { zone: 'FR' } })
  })

  it('of a GPU alone leaves its host unknown, never 0', () => {
    const report = JSON.parse(inFolder('hours: 1\ngpu: A100\nzone: DE\n').stdout) as ReturnType<typeof reportAt>
    expect(report.energy).toMatchObject({ cpu_wh: null, memory_wh: null, other_wh: null })
    expect(report.energy.gpu_wh).toBe(report.energy.it_wh)
    expect(report.basis.not_counted[0]).toContain('host')
  })

  it.each([
    ['watts: 9\nutilization: 10', 'utilization-unused'],
    ['gpu: A100\nutilization: 10', 'utilization-unused'],
    ['watts: 9\ngpu-utilization: 10', 'gpu-utilization-unused'],
  ])('says that a utilisation changes nothing: %j', (plan, code) => {
    const report = JSON.parse(inFolder(`hours: 1\n${plan}\n`).stdout) as ReturnType<typeof reportAt>
    expect(report.notes.map((note) => note.code)).toContain(code)
  })

  it.each(['utilization', 'gpu-utilization'])('tells of a %s that was meant as a share', (name) => {
    const read = (value: string): ReturnType<typeof reportAt> =>
      JSON.parse(inFolder(`hours: 1\ncpu: EPYC 7763\ngpu: A100\n${name}: ${value}\n`).stdout) as never
    expect(read('0.8').notes).toContainEqual(expect.objectContaining({ code: 'utilization-small', level: 'warning' }))
    for (const usual of ['0', '1', '80']) {
      expect(read(usual).notes.map(({ code }) => code)).not.toContain('utilization-small')
    }
  })

  it('that is over per unit says by how much a unit is over', () => {
    const { stdout } = cli([...PLAN, '--units', '1000000 ops', '--budget', '1 g per 1000 ops'])
    expect(stdout).toContain('Over by 7.1 g per 1000 ops')
  })

  it('says why a single line was not judged, and that given figures have no range', () => {
    const markdown = path.join(emptyFolder(), 'comment.md')
    const { stdout } = cli([...PLAN, '--budget', '20 g per workflow', '--markdown', markdown])
    expect(stdout).toMatch(/20 g per workflow: not-judged \(judged where the whole run is known/)
    expect(readFileSync(markdown, 'utf8')).toContain('taken as they were given')
  })
})

describe('--json FILE', () => {
  it.each([
    ['a text that only speaks of reports', 'see `"schema": "carbon-gate/report@1"` in the notes\n'],
    ['another format that holds one', '{"kept": {"schema": "carbon-gate/report@1"}}'],
  ])('does not destroy %s', (_, text) => {
    const file = path.join(emptyFolder(), 'notes')
    writeFileSync(file, text)
    expect(cli([...PLAN, '--json', file]).status).toBe(2)
    expect(cli(['watts', '--cpu', 'EPYC 7763', '--json', file]).status).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', () => {
    const file = path.join(emptyFolder(), 'pipe')
    spawnSync('mkfifo', [file])
    expect(cli([...PLAN, '--json', file]).stderr).toContain('not a plain file')
  })

  it('writes a report, writes it again, and never destroys anything else', () => {
    const folder = emptyFolder()
    const file = path.join(folder, 'report.json')
    expect(cli([...PLAN, '--json', file]).status).toBe(0)
    expect(cli([...PLAN, '--json', file, '--budget', '1 g']).status).toBe(1)
    expect(reportAt(file).verdict).toBe('fail')
    writeFileSync(path.join(folder, 'emissions.csv'), 'timestamp,emissions\n')
    const refused = cli([...PLAN, '--json', 'emissions.csv'], { cwd: folder })
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('emissions.csv')
    expect(readFileSync(path.join(folder, 'emissions.csv'), 'utf8')).toBe('timestamp,emissions\n')
    writeFileSync(path.join(folder, 'empty'), '')
    expect(cli([...PLAN, '--json', 'empty'], { cwd: folder }).status).toBe(0)
    expect(cli([...PLAN, '--json', folder]).status).toBe(2)
    expect(cli([...PLAN, '--json', path.join(folder, 'no/such/folder.json')]).status).toBe(2)
  })
})

describe('what a result is written to', () => {
  it.each(['--json', '--markdown', '--svg'])('%s - is standard output, and so is its name', (flag) => {
    for (const target of ['-', '/dev/stdout']) {
      const { status, stdout, stderr } = cli([...PLAN, flag, target])
      expect(status, stderr).toBe(0)
      expect(stdout).toMatch(/^[{<]/)
      expect(stdout).not.toContain('carbon  -')
      expect(stderr).toContain('8.1 kg CO2e')
    }
    expect(existsSync('-')).toBe(false)
  })

  it('two of them there would read as neither', () => {
    const { status, stdout, stderr } = cli([...PLAN, '--json', '--markdown', '-'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--json and --markdown')
  })

  // Root may rename a file over a device, and did: a pipe stands here for what only root may make.
  it.skipIf(process.platform === 'win32')('is never replaced unless it is a file, and a link is followed', () => {
    const folder = emptyFolder()
    const pipe = path.join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    // Read and write: nobody has to read for the writer to go on.
    openSync(pipe, 'r+')
    expect(cli([...PLAN, '--markdown', pipe]).status).toBe(0)
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    const file = path.join(folder, 'label.svg')
    const link = path.join(folder, 'link.svg')
    writeFileSync(file, '')
    symlinkSync(file, link)
    expect(cli([...PLAN, '--svg', link]).status).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('<svg')
  })

  it.skipIf(!existsSync('/dev/full'))('fails on a full disk', () => {
    const onto = (args: readonly string[]): ReturnType<typeof spawnSync> =>
      spawnSync(process.execPath, [CLI, ...args], { stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'] })
    for (const args of [[...PLAN, '--json'], PLAN, ['schema', 'report']]) {
      const { status, stderr } = onto(args)
      expect(status).toBe(2)
      expect(String(stderr)).toContain('standard output cannot be written: ENOSPC')
    }
  })
})

it('what is missing is spelled as a flag and as an input', () => {
  expect(cli(['estimate', '--watts', '9']).stderr).toContain('--hours 10 (in a workflow or a file `hours: 10`)')
})

describe('words that no flag takes', () => {
  it.each([
    [['estimate', '--hours', '1', '--gpu', 'RTX', '4090'], '"4090"'],
    [['watts', '--cpu', 'EPYC', '7763'], '"7763"'],
    [['schema', 'report', 'config'], '"config"'],
  ])('%j names them', (args, word) => {
    const { status, stderr } = cli(args)
    expect(status).toBe(2)
    expect(stderr).toBe(
      `carbon-gate: ${word} belongs to no flag: put a value with spaces in quotes, and give every flag its value\n`,
    )
  })

  it('every usage error says who speaks', () => {
    expect(cli(['estimate', '--hour', '1']).stderr).toMatch(/^carbon-gate: unknown option '--hour'/)
  })
})

describe('what is not built yet', () => {
  it('is never pretended: neither a ledger that cannot be read nor the water of an unknown site', () => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'gate.yml'), 'ledger: carbon-history\nbudgets: [2 kg per month, 2 L]\n')
    const { status, stdout } = cli([...PLAN, '--config', 'gate.yml'], { cwd: folder })
    expect(status).toBe(3)
    expect(stdout).toMatch(/per month: not-judged .*ledger cannot be read/)
    expect(stdout).toMatch(/2 L: indeterminate .*set region/)
    expect(stdout).toMatch(/warning: the ledger cannot be read: ledger names a branch, but .* is not a git repository/)
  })
})

describe('the config file', () => {
  it.runIf(process.platform !== 'win32')('is a regular file: a pipe in its place blocks no command', () => {
    const folder = emptyFolder()
    execFileSync('mkfifo', [path.join(folder, 'pipe.yml')])
    for (const [flag, what] of [
      ['--config', 'config'],
      ['--plan', 'plan'],
    ] as const) {
      const { status, stderr } = cli([...PLAN, flag, 'pipe.yml'], { cwd: folder })
      expect(status).toBe(2)
      expect(stderr).toContain(`${what} pipe.yml cannot be read: it is not a plain file`)
    }
  })

  it('sets what no flag sets; one that was named must exist', () => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'gate.yml'), 'budgets: [5 kg]\npue: 1.5\nintensity: 450\n')
    const plan = ['estimate', '--hours', '10', '--processors', '4', '--watts', '300']
    expect(cli([...plan, '--config', 'gate.yml'], { cwd: folder }).status).toBe(1)
    expect(cli([...plan, '--config', 'gate.yml', '--intensity', '100'], { cwd: folder }).status).toBe(0)
    expect(cli([...plan, '--config', 'missing.yml'], { cwd: folder }).status).toBe(2)
  })
})
