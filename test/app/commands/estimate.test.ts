import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, lstatSync, openSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { emptyFolder, reportAt } from '../../e2e/cli-process.ts'
import { schemaFaults } from '../../report-schema.ts'
import { runCommand } from '../../run-command.ts'

const PLAN = ['estimate', '--hours', '10', '--processors', '4', '--watts', '300', '--pue', '1.5', '--intensity', '450']

describe('estimate', () => {
  it('is the worked example: 12 kWh, 18 kWh, 8,100 g', async () => {
    const { status, stdout, stderr } = await runCommand([...PLAN, '--json'])
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
  ])('%j exits %d with %s', async (flags, status, verdict, label) => {
    const result = await runCommand([...PLAN, ...flags, '--json', '-'])
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
    [['estimate', '--hours', '1', '--gpu', 'A100', '--gpus', '0'], 'needs at least one GPU'],
    [['estimate', '--hours', '1', '--cpu', 'EPYC 7763', '--processors', '4'], 'processors'],
    [['estimate', '--hours', '1', '--gpu', 'A100', '--gpus', '1000000000'], 'gpus is'],
    [[...PLAN, '--budget', '1e308 t'], 'too large'],
    [[...PLAN, '--markdown', 'no/such/folder.md'], '--markdown no/such/folder.md'],
    [[...PLAN, '--pue', '0.5'], 'pue is "0.5"'],
    [[...PLAN, '--budget', '1ug'], 'the unit "ug" is unknown'],
    [[...PLAN, '--budgets', '1 g'], '--budget'],
    [['frobnicate'], 'frobnicate'],
    [['schema', 'reprot'], 'reprot'],
  ])('%j is a usage error in one line', async (args, named) => {
    const { status, stdout, stderr } = await runCommand(args)
    expect(status).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain(named)
    expect(stderr.trim().split('\n').length).toBeLessThanOrEqual(2)
  })
})

describe('a plan', () => {
  const inFolder = async (text: string, config = ''): ReturnType<typeof runCommand> => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'plan.yml'), text)
    writeFileSync(path.join(folder, 'gate.yml'), config)
    return runCommand(['estimate', '--plan', 'plan.yml', '--config', 'gate.yml', '--json'], { cwd: folder })
  }

  it.each(['budgets: [1 mg]', 'budget: 1 mg', 'enforce: false', 'grid-provider: uk', 'extends: a/b/c@d'])(
    'says nothing of how it is judged: %s is refused, not left out',
    async (line) => {
      const { status, stderr } = await inFolder(`hours: 1\nwatts: 100\n${line}\n`)
      expect(status).toBe(2)
      expect(stderr).toMatch(/is not a key of a plan|key "\w+" is unknown; known keys are/)
    },
  )

  it('is nearer than the config file', async () => {
    const { stdout } = await inFolder('hours: 1\nwatts: 100\nzone: FR\n', 'zone: DE\nhours: 7\n')
    expect(JSON.parse(stdout)).toMatchObject({ duration_s: 3600, intensity: { zone: 'FR' } })
  })

  it('warns that the budgets of an organisation are not judged by a command', async () => {
    const { status, stdout } = await inFolder(
      'hours: 1\nwatts: 100\nzone: FR\n',
      'extends: octo/policies/gate.yml@main\n',
    )
    const { notes } = JSON.parse(stdout) as ReturnType<typeof reportAt>
    const text = expect.stringMatching(/budgets in octo\/policies\/gate.yml@main are not judged/) as string
    expect([status, notes]).toEqual([
      0,
      expect.arrayContaining([{ code: 'organisation-unreadable', level: 'warning', text }]),
    ])
  })

  it('of a GPU alone leaves its host unknown, never 0', async () => {
    const report = JSON.parse((await inFolder('hours: 1\ngpu: A100\nzone: DE\n')).stdout) as ReturnType<typeof reportAt>
    expect(report.energy).toMatchObject({ cpu_wh: null, memory_wh: null, other_wh: null })
    expect(report.energy.gpu_wh).toBe(report.energy.it_wh)
    expect(report.basis.not_counted[0]).toContain('host')
  })

  it.each([
    ['watts: 9\nutilization: 10', 'utilization-unused'],
    ['gpu: A100\nutilization: 10', 'utilization-unused'],
    ['watts: 9\ngpu-utilization: 10', 'gpu-utilization-unused'],
  ])('says that a utilisation changes nothing: %j', async (plan, code) => {
    const report = JSON.parse((await inFolder(`hours: 1\n${plan}\n`)).stdout) as ReturnType<typeof reportAt>
    expect(report.notes.map((note) => note.code)).toContain(code)
  })

  it('says in terminal, comment and report what it counts, assumes and leaves out', async () => {
    const words = ['estimate', '--hours', '1', '--gpu', 'A100', '--zone', 'DE']
    const { stdout } = await runCommand(words)
    const json = JSON.parse((await runCommand([...words, '--json'])).stdout) as ReturnType<typeof reportAt>
    const markdown = (await runCommand([...words, '--markdown', '-'])).stdout
    for (const text of ['power: 1 x A100', 'PUE: ', 'grid: ', 'not counted: the host of the GPUs']) {
      expect(stdout).toContain(text)
    }
    for (const text of ['100 % is assumed', 'the host of the GPUs is not counted']) {
      expect(stdout).toContain(text)
      expect(markdown.split('<details>')[0]).toContain(text)
      expect(json.notes.some((each) => each.text.includes(text))).toBe(true)
    }
    const withHost = (await runCommand([...words, '--cpu', 'EPYC 7763', '--vcpus', '8'])).stdout
    expect(withHost).not.toContain('the host of the GPUs')
  })

  it.each(['utilization', 'gpu-utilization'])('warns about a %s that was meant as a share', async (name) => {
    const read = async (value: string): Promise<ReturnType<typeof reportAt>> =>
      JSON.parse((await inFolder(`hours: 1\ncpu: EPYC 7763\ngpu: A100\n${name}: ${value}\n`)).stdout) as never
    expect((await read('0.8')).notes).toContainEqual(
      expect.objectContaining({ code: 'utilization-small', level: 'warning' }),
    )
    for (const usual of ['0', '1', '80']) {
      expect((await read(usual)).notes.map(({ code }) => code)).not.toContain('utilization-small')
    }
  })

  it('that is over per unit says by how much a unit is over', async () => {
    const { stdout } = await runCommand([...PLAN, '--units', '1000000 ops', '--budget', '1 g per 1000 ops'])
    expect(stdout).toContain('Over by 7.1 g per 1000 ops')
  })

  it('says why a single line was not judged, and that given figures have no range', async () => {
    const markdown = path.join(emptyFolder(), 'comment.md')
    const { stdout } = await runCommand([...PLAN, '--budget', '20 g per workflow', '--markdown', markdown])
    expect(stdout).toMatch(/20 g per workflow: not judged here \(a line per workflow is judged by/)
    expect(readFileSync(markdown, 'utf8')).toContain('taken as they were given')
  })
})

describe('what a result is written to', () => {
  it.each(['--json', '--markdown', '--svg'])('%s - is standard output, and so is its name', async (flag) => {
    for (const target of ['-', '/dev/stdout']) {
      const { status, stdout, stderr } = await runCommand([...PLAN, flag, target])
      expect(status, stderr).toBe(0)
      expect(stdout).toMatch(/^[{<]/)
      expect(stdout).not.toContain('carbon  -')
      expect(stderr).toContain('8.1 kg CO2e')
    }
    expect(existsSync('-')).toBe(false)
  })

  it('two of them there would read as neither', async () => {
    const { status, stdout, stderr } = await runCommand([...PLAN, '--json', '--markdown', '-'])
    expect([status, stdout]).toEqual([2, ''])
    expect(stderr).toContain('--json and --markdown')
  })

  // Root may rename a file over a device. The test uses a pipe in place of a device, which only root may make.
  it.skipIf(process.platform === 'win32')('is never replaced unless it is a file, and a link is followed', async () => {
    const folder = emptyFolder()
    const pipe = path.join(folder, 'pipe')
    spawnSync('mkfifo', [pipe])
    // Open for reading and writing: the writer does not wait for a reader.
    openSync(pipe, 'r+')
    expect((await runCommand([...PLAN, '--markdown', pipe])).status).toBe(0)
    expect(lstatSync(pipe).isFIFO()).toBe(true)
    const file = path.join(folder, 'label.svg')
    const link = path.join(folder, 'link.svg')
    writeFileSync(file, '')
    symlinkSync(file, link)
    expect((await runCommand([...PLAN, '--svg', link])).status).toBe(0)
    expect(lstatSync(link).isSymbolicLink()).toBe(true)
    expect(readFileSync(file, 'utf8')).toContain('<svg')
  })
})

describe('--json FILE', () => {
  it.each([
    ['a text that only speaks of reports', 'see `"schema": "carbon-gate/report@1"` in the notes\n'],
    ['another format that holds one', '{"kept": {"schema": "carbon-gate/report@1"}}'],
  ])('does not destroy %s', async (_, text) => {
    const file = path.join(emptyFolder(), 'notes')
    writeFileSync(file, text)
    expect((await runCommand([...PLAN, '--json', file])).status).toBe(2)
    expect((await runCommand(['watts', '--cpu', 'EPYC 7763', '--json', file])).status).toBe(2)
    expect(readFileSync(file, 'utf8')).toBe(text)
  })

  it.skipIf(process.platform === 'win32')('does not wait for a pipe', async () => {
    const file = path.join(emptyFolder(), 'pipe')
    spawnSync('mkfifo', [file])
    expect((await runCommand([...PLAN, '--json', file])).stderr).toContain('not a plain file')
  })

  it('writes a report, writes it again, and never destroys anything else', async () => {
    const folder = emptyFolder()
    const file = path.join(folder, 'report.json')
    expect((await runCommand([...PLAN, '--json', file])).status).toBe(0)
    expect((await runCommand([...PLAN, '--json', file, '--budget', '1 g'])).status).toBe(1)
    expect(reportAt(file).verdict).toBe('fail')
    writeFileSync(path.join(folder, 'emissions.csv'), 'timestamp,emissions\n')
    const refused = await runCommand([...PLAN, '--json', 'emissions.csv'], { cwd: folder })
    expect(refused.status).toBe(2)
    expect(refused.stderr).toContain('emissions.csv')
    expect(readFileSync(path.join(folder, 'emissions.csv'), 'utf8')).toBe('timestamp,emissions\n')
    writeFileSync(path.join(folder, 'empty'), '')
    expect((await runCommand([...PLAN, '--json', 'empty'], { cwd: folder })).status).toBe(0)
    expect((await runCommand([...PLAN, '--json', folder])).status).toBe(2)
    expect((await runCommand([...PLAN, '--json', path.join(folder, 'no/such/folder.json')])).status).toBe(2)
  })
})

it('what is missing is spelled as a flag and as an input', async () => {
  expect((await runCommand(['estimate', '--watts', '9'])).stderr).toContain(
    '--hours 10 (in a workflow or a file `hours: 10`)',
  )
})

describe('a value without its flag', () => {
  it.each([
    [['intensity', 'DE'], 'did you mean intensity --zone "DE"?'],
    [['watts', 'EPYC 7763'], 'did you mean watts --cpu "EPYC 7763"?'],
    [['estimate', 'plan.yml'], 'did you mean estimate --plan "plan.yml"?'],
    [['watts', 'EPYC', '7763'], 'did you mean watts --cpu "EPYC 7763"?'],
    [['where', 'aws:eu-west-1'], 'did you mean where --regions "aws:eu-west-1"?'],
    [['where', 'DE', 'SE'], 'did you mean where --regions "DE,SE"?'],
  ])('%j proposes the flag', async (args, proposal) => {
    const { status, stderr } = await runCommand(args)
    expect(status).toBe(2)
    expect(stderr).toContain(proposal)
  })
})

describe('words that no flag takes', () => {
  it.each([
    [['estimate', '--hours', '1', '--gpu', 'RTX', '4090'], '"4090"'],
    [['watts', '--cpu', 'EPYC', '7763'], '"7763"'],
    [['schema', 'report', 'config'], '"config"'],
  ])('%j names them', async (args, word) => {
    const { status, stderr } = await runCommand(args)
    expect(status).toBe(2)
    expect(stderr).toBe(
      `carbon-gate: ${word} belongs to no flag: put a value with spaces in quotes, and give every flag its value\n`,
    )
  })

  it('every usage error says who speaks', async () => {
    expect((await runCommand(['estimate', '--hour', '1'])).stderr).toMatch(/^carbon-gate: unknown option '--hour'/)
  })
})

describe('figures that are not known', () => {
  it('judges no line by a ledger that cannot be read or by the water of an unknown site', async () => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'gate.yml'), 'ledger: carbon-history\nbudgets: [2 kg per month, 2 L]\n')
    const { status, stdout } = await runCommand([...PLAN, '--config', 'gate.yml'], { cwd: folder })
    expect(status).toBe(3)
    expect(stdout).toMatch(/per month: not judged here .*ledger cannot be read/)
    expect(stdout).toMatch(/2 L: indeterminate .*set region/)
    expect(stdout).toMatch(/warning: the ledger cannot be read: ledger names a branch, but .* is not a git repository/)
  })
})

describe('the config file', () => {
  it.runIf(process.platform !== 'win32')('is a regular file: a pipe in its place blocks no command', async () => {
    const folder = emptyFolder()
    execFileSync('mkfifo', [path.join(folder, 'pipe.yml')])
    for (const [flag, what] of [
      ['--config', 'config'],
      ['--plan', 'plan'],
    ] as const) {
      const { status, stderr } = await runCommand([...PLAN, flag, 'pipe.yml'], { cwd: folder })
      expect(status).toBe(2)
      expect(stderr).toContain(`${what} pipe.yml cannot be read: it is not a plain file`)
    }
  })

  it('sets what no flag sets; one that was named must exist', async () => {
    const folder = emptyFolder()
    writeFileSync(path.join(folder, 'gate.yml'), 'budgets: [5 kg]\npue: 1.5\nintensity: 450\n')
    const plan = ['estimate', '--hours', '10', '--processors', '4', '--watts', '300']
    expect((await runCommand([...plan, '--config', 'gate.yml'], { cwd: folder })).status).toBe(1)
    expect((await runCommand([...plan, '--config', 'gate.yml', '--intensity', '100'], { cwd: folder })).status).toBe(0)
    expect((await runCommand([...plan, '--config', 'missing.yml'], { cwd: folder })).status).toBe(2)
  })
})

describe('a file to write', () => {
  it.each(['--json', '--markdown', '--svg'])(
    'whose name no file system takes is refused by %s in one line',
    async (flag) => {
      const cwd = emptyFolder()
      symlinkSync('loop', path.join(cwd, 'loop'))
      for (const name of ['n'.repeat(300), 'loop', 'a\u0000b']) {
        const { status, stderr } = await runCommand([...PLAN, flag, name], { cwd })
        expect(status).toBe(2)
        expect(stderr).toMatch(/^carbon-gate: --\w+ .* cannot be written: .*\n$/)
      }
    },
  )
})
