import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../src/core/report.ts'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'
import { sampleReport } from '../../sample-report.ts'

const folder = emptyFolder()

/** Writes a report of so many Wh for 1000 inferences, and returns its file. */
function report(name: string, wh: number, change: Partial<Report> = {}): string {
  const file = path.join(folder, `${name}.json`)
  const units = { name: 'inference', count: 1000, g_per_unit: null }
  writeFileSync(file, JSON.stringify(sampleReport(name, wh, { units, ...change })))
  return file
}

const pytorch = report('pytorch', 100)
const onnx = report('onnx', 79, { duration_s: 30 })
const int8 = report('int8', 40, { duration_s: 40 })
const doubtful = report('doubtful', 10, {
  verdict: 'indeterminate',
  figure: { trusted: false, reason_code: 'low-coverage' },
})
const tokens = report('tokens', 10, { units: { name: 'token', count: 5, g_per_unit: null } })
const uncounted = report('uncounted', 10, { units: null })

interface Answer {
  readonly unit: string | null
  readonly verdict: string
  readonly front: string[]
  readonly objectives: string[]
  readonly variants: { name: string; energy_change: number | null; units_per_s: number | null }[]
  readonly budgets: { variant: string; verdict: string; used: number | null; reason_code: string | null }[]
  readonly notes: { code: string; text: string }[]
}

async function compare(...args: string[]): Promise<Answer & { status: number | null }> {
  const { status, stdout, stderr } = await runCommand(['compare', ...args, '--json'], { cwd: folder })
  if (stdout === '') throw new Error(stderr)
  const answer = JSON.parse(stdout) as Answer
  // Every comparison of runs has this note once. The tests compare the other notes.
  const notes = answer.notes.filter(({ code }) => code !== 'spread-unknown')
  expect(answer.notes.length - notes.length).toBeLessThanOrEqual(1)
  return { status, ...answer, notes }
}

async function refusal(...args: string[]): Promise<string> {
  const { status, stderr } = await runCommand(['compare', ...args], { cwd: folder })
  expect(status).toBe(2)
  return stderr
}

describe('lines about variants', () => {
  it.each([
    ['-20 % vs variant pytorch', 0, 'pass', 'pass'],
    ['-21 % vs variant pytorch', 0, 'pass', 'pass'],
    ['-22 % vs variant pytorch', 1, 'fail', 'pass'],
    ['-61% vs variant pytorch', 1, 'fail', 'fail'],
    ['\u221220 % vs variant pytorch', 0, 'pass', 'pass'],
    ['-20 % vs BASE', 0, 'pass', 'pass'],
    ['+10 % vs BASE', 0, 'pass', 'pass'],
  ])('%s ends with status %i', async (line, status, first, second) => {
    const answer = await compare(pytorch, onnx, int8, '--budget', line)
    expect(answer.status).toBe(status)
    expect(answer.budgets.map(({ variant, verdict }) => [variant, verdict])).toEqual([
      ['onnx', first],
      ['int8', second],
    ])
  })

  it('judges growth over BASE on energy, not on grams', async () => {
    // Half of the energy on a grid with ten times the grams.
    const cleaner = report('dirty-grid', 50, {
      intensity: { g_per_kwh: 4000, zone: null, kind: 'given', source: 'test', as_of: null, fallback: false },
      emissions: { operational_g: 200, embodied_g: 0, total_g: 200, low_g: 190, high_g: 210 },
    })
    expect((await compare(pytorch, cleaner, '--budget', '+10 % vs BASE')).status).toBe(0)
    expect((await compare(onnx, pytorch, '--budget', '+26 % vs BASE')).status).toBe(1)
  })

  it('judges energy per unit where the counts differ', async () => {
    const twice = report('twice', 150, { units: { name: 'inference', count: 2000, g_per_unit: null } })
    const { status, budgets } = await compare(pytorch, twice, '--budget', '-25 % vs BASE')
    expect(status).toBe(0)
    expect(budgets[0]?.used).toBeCloseTo(0.75, 12)
  })

  it('allows exactly the limit in spite of rounding', async () => {
    const [third, tenth] = [report('third', 0.3), report('tenth', 0.33)]
    expect((await compare(third, tenth, '--budget', '+10 % vs BASE')).status).toBe(0)
  })

  it('judges the other lines for each variant', async () => {
    const answer = await compare(pytorch, int8, '--budget', '50 mWh per inference')
    expect([answer.status, answer.budgets.map(({ verdict }) => verdict)]).toEqual([1, ['fail', 'pass']])
  })

  it.each([
    ['a doubtful variant', doubtful, 'figure-untrusted'],
    ['another unit', tokens, 'units-differ'],
    ['no unit', uncounted, 'units-unknown'],
  ])('is indeterminate for %s', async (_, file, code) => {
    const answer = await compare(pytorch, file, '--budget', '+10 % vs BASE')
    expect(answer).toMatchObject({ status: 3, verdict: 'indeterminate' })
    expect(answer.budgets[0]?.reason_code).toBe(code)
    expect((await compare(pytorch, file, '--budget', '+10 % vs BASE', '--no-enforce')).status).toBe(0)
  })

  it('is indeterminate for a doubtful report without any line', async () => {
    expect((await compare(pytorch, doubtful)).status).toBe(3)
  })

  it('reads lines about variants from the config file, and leaves its others to the reports', async () => {
    const own = emptyFolder()
    writeFileSync(path.join(own, 'c.yml'), 'budgets:\n  - 1 mg\n  - -30 % vs variant pytorch\n')
    const { status, budgets } = await compare(pytorch, onnx, '--config', path.join(own, 'c.yml'))
    expect([status, budgets.length, budgets[0]?.verdict]).toEqual([1, 1, 'fail'])
  })

  it('are not judged outside of compare', async () => {
    const flags = ['--hours', '1', '--watts', '1', '--intensity', '5', '--budget', '-20 % vs variant pytorch']
    const { status, stdout } = await runCommand(['estimate', ...flags, '--json'])
    expect(status).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ budgets: [{ verdict: 'not-judged', reason_code: 'judged-by-compare' }] })
    expect((await runCommand(['estimate', ...flags, '--strict'])).status).toBe(3)
  })
})

describe('names of variants', () => {
  it('come from --variant, and the order is that of the command line', async () => {
    const { variants } = await compare('--variant', `a=${pytorch}`, '--variant', `b=${onnx}`, '--quality', 'b=0.9')
    expect(variants.map(({ name }) => name)).toEqual(['a', 'b'])
  })

  it('come from the files where the subjects have one name', async () => {
    const [x, y] = [
      report('x', 5, { subject: { kind: 'job', name: 'test' } }),
      report('y', 4, { subject: { kind: 'job', name: 'test' } }),
    ]
    expect((await compare(x, y, '--budget', '-20 % vs variant x')).variants.map(({ name }) => name)).toEqual(['x', 'y'])
  })

  it('are refused with the nearest one', async () => {
    expect(await refusal(pytorch, onnx, '--budget', '-20 % vs variant pytorhc')).toContain('did you mean "pytorch"?')
    expect(await refusal(pytorch, onnx, '--budget', '-20 % vs variant mars')).toContain(
      'they are called "pytorch", "onnx"',
    )
    expect(await refusal(pytorch, onnx, '--quality', 'onxn=1')).toContain('did you mean "onnx"?')
    expect(await refusal(pytorch, onnx, '--quality', 'onnx=good')).toContain('NAME=NUMBER')
    expect(await refusal(pytorch, '--variant', onnx)).toContain('NAME=REPORT')
    expect(await refusal('--variant', `a=${pytorch}`, '--variant', `a=${onnx}`)).toContain(
      'two variants are called "a"',
    )
    expect(await refusal(pytorch, onnx, '--budget', '+10 % vs main')).toContain('write `+10 % vs BASE`')
  })
})

describe('the front', () => {
  it('has every variant that no other one beats', async () => {
    const { front, objectives, variants } = await compare(pytorch, onnx, int8)
    expect([front, objectives]).toEqual([
      ['onnx', 'int8'],
      ['energy', 'speed'],
    ])
    expect(variants.map(({ units_per_s }) => units_per_s)).toEqual([1000 / 60, 1000 / 30, 25])
  })

  it('counts quality where every variant has it', async () => {
    const quality = ['pytorch=0.95', 'onnx=0.95', 'int8=0.94'].flatMap((value) => ['--quality', value])
    expect((await compare(pytorch, onnx, int8, ...quality)).objectives).toEqual(['energy', 'speed', 'quality'])
    expect((await compare(pytorch, onnx, int8, '--quality', 'onnx=1')).objectives).toEqual(['energy', 'speed'])
  })

  it('leaves doubtful variants out and ranks nothing across units', async () => {
    expect((await compare(pytorch, onnx, doubtful)).front).toEqual(['onnx'])
    const { front, unit, notes, variants } = await compare(pytorch, tokens)
    expect([front, unit, variants[1]?.energy_change]).toEqual([[], null, null])
    expect(notes.find(({ code }) => code === 'units-differ')?.text).toContain('pytorch inferences, tokens tokens')
  })
})

describe('what people see', () => {
  it('is a table, a chart and the verdict', async () => {
    const { stdout } = await runCommand(['compare', pytorch, onnx, int8, '--budget', '-50 % vs variant pytorch'])
    await expect(stdout).toMatchFileSnapshot('../../golden/compare.txt')
  })

  it('is Markdown and a picture on request', async () => {
    const [markdown, svg] = ['c.md', 'c.svg'].map((file) => path.join(folder, file)) as [string, string]
    const evil = report('<b>@all', 60, { duration_s: 20 })
    const args = ['compare', pytorch, onnx, evil, '--markdown', markdown, '--svg', svg]
    expect((await runCommand(args)).status).toBe(0)
    expect((await runCommand(args)).status).toBe(0)
    const text = readFileSync(markdown, 'utf8')
    expect(text).toContain('| Variant')
    expect(text).not.toContain('<b>')
    expect(readFileSync(svg, 'utf8')).toMatch(/^<svg [^]*&lt;b&gt;@all[^]*<\/svg>\n$/)
    writeFileSync(svg, '<svg xmlns="http://www.w3.org/2000/svg"/>')
    expect((await runCommand(args)).status).toBe(2)
  })

  it('has work per watt beside the Green500', async () => {
    const units = { name: 'gflop', count: 1e6, g_per_unit: null }
    const [a, b] = [report('a', 1, { units }), report('b', 2, { units })]
    const { stdout } = await runCommand(['compare', a, b])
    expect(stdout).toMatch(/GFLOP\/s per W +347 +174 +-50 %/)
    expect(stdout).toContain('the Green500 of November 2025')
  })

  it('warns where grams do not compare', async () => {
    const elsewhere = report('elsewhere', 50, {
      pue: 1.1,
      energy: { ...sampleReport('', 50).energy, it_wh: 50 / 1.1 },
      emissions: { operational_g: 20, embodied_g: null, total_g: 20, low_g: 19, high_g: 22 },
    })
    const codes = (await compare(pytorch, elsewhere)).notes.map(({ code }) => code)
    expect(codes).toEqual(['pue-differs', 'hardware-differs'])
  })
})

describe('what makes a comparison more than the work', () => {
  const codesOf = async (...args: string[]): Promise<string[]> => (await compare(...args)).notes.map(({ code }) => code)
  const hosts = { power: null, pue: null, embodied: null, not_counted: ['the host of the GPUs'] }

  it.each<[string, Partial<Report>, string]>([
    ['whose work was measured', { scope: 'command' }, 'scopes-differ'],
    ['what they leave out', { basis: hosts }, 'boundary-differs'],
    [
      'the life of the hardware',
      { hardware: { boundary: 'host', lifetime_years: 4, low_g: 1, high_g: 2, source: 'test' } },
      'hardware-differs',
    ],
    ['how their figures were obtained', { method: 'estimated' }, 'methods-differ'],
  ])('is noted where reports differ in %s', async (_, change, code) => {
    const same = { scope: 'machine' } as const
    const base = report('same', 100, same)
    expect(await codesOf(base, report('same-again', 90, same))).toEqual([])
    expect(await codesOf(base, report('other', 90, { ...same, ...change }))).toEqual([code])
  })

  it('names hardware once', async () => {
    const basisOf = (text: string): Report['basis'] => ({ ...hosts, not_counted: ['network', text] })
    const none = { operational_g: 36, embodied_g: null, total_g: 36, low_g: 30, high_g: 40 }
    const serving = basisOf('manufacture of the machines that serve the model')
    const [whole, part] = [report('whole', 100), report('part', 90, { basis: serving })]
    const without = report('without', 90, { basis: serving, emissions: none })
    const logs = report('logs', 90, { basis: basisOf('hardware (the logs have none)'), emissions: none })
    expect(await codesOf(whole, without)).not.toContain('boundary-differs')
    expect(await codesOf(whole, without)).toContain('hardware-differs')
    expect(await codesOf(without, logs)).toEqual([])
    expect(await codesOf(whole, part)).toContain('boundary-differs')
  })

  it('says who measured the machine and who the command', async () => {
    const [machine, command] = [report('m', 100, { scope: 'machine' }), report('k', 90, { scope: 'command' })]
    const { notes } = await compare(machine, command)
    expect(notes[0]?.text).toContain('m the whole machine, k only the command')
  })

  it('does not judge by an unknown scope, as reports of earlier versions have it', async () => {
    expect(await codesOf(report('known', 100, { scope: 'machine' }), report('earlier', 90))).toEqual([])
  })
})

it('notes that a quality is missing, since it ranks nothing then', async () => {
  const { notes, objectives } = await compare(pytorch, onnx, '--quality', 'pytorch=0.9')
  expect(objectives).not.toContain('quality')
  expect(notes.map(({ code, text }) => [code, text])).toEqual([
    ['quality-missing', 'no quality is given for onnx: variants are not ranked by quality'],
  ])
})

it('neither ranks nor passes an energy of 0 Wh', async () => {
  const nothing = report('nothing', 0)
  const { status, front, budgets } = await compare(pytorch, onnx, nothing, '--budget', '-10 % vs BASE')
  expect(status).toBe(3)
  expect(front).toEqual(['onnx'])
  expect(budgets.map(({ variant, verdict }) => [variant, verdict])).toEqual([
    ['onnx', 'pass'],
    ['nothing', 'indeterminate'],
  ])
})

it('repeats the warnings of its reports once, and says once that the spread of runs is unknown', async () => {
  const warning = (text: string): Partial<Report> => ({
    notes: [
      { code: 'grid-fallback', level: 'warning', text: 'the provider did not answer' },
      { code: 'cpu-guess', level: 'warning', text },
      { code: 'gpu-tool-silent', level: 'info', text: 'not repeated' },
    ],
  })
  const files = [report('first', 100, warning('a guess')), report('second', 90, warning('another guess'))]
  const { stdout } = await runCommand(['compare', ...files])
  const shown = stdout.split('\n').filter((line) => /^(?:warning|note): /.test(line))
  expect(shown).toEqual([
    'warning: all: the provider did not answer',
    'warning: first: a guess',
    'warning: second: another guess',
    'note: each variant has one report: how far repeated runs differ is unknown, so a small change may be noise',
  ])
  const plans = ['100', '90'].map((watts) => path.join(folder, `plan-${watts}.json`))
  for (const [at, file] of plans.entries()) {
    await runCommand(['estimate', '--hours', '1', '--watts', String(100 - at), '--zone', 'DE', '--json', file])
  }
  expect((await runCommand(['compare', ...plans])).stdout).not.toContain('may be noise')
})

it('compares joined reports of repeated runs on one machine without doubt in machine, hardware and noise', async () => {
  const machine = { cpu: 'AMD EPYC 7763', vcpus: 4, memory_gb: 16, gpus: [], provider: null, region: null }
  const hardware = { boundary: 'host' as const, lifetime_years: 4, low_g: 1, high_g: 2, source: 'test' }
  const [first, again, other] = [100, 104, 60].map((wh, at) => report(`run-${at}`, wh, { machine, hardware }))
  const joined = path.join(folder, 'joined.json')
  expect((await runCommand(['gate', first!, again!, '--json', joined], { cwd: folder })).status).toBe(0)
  const { variants, notes } = await compare(joined, other!)
  expect(variants[1]?.energy_change).toBeCloseTo(60 / 102 - 1, 6)
  expect(notes.map(({ code }) => code)).toEqual([])
  const { stdout } = await runCommand(['compare', joined, other!], { cwd: folder })
  expect(stdout).toContain('note: run-2: there is one report: how far')
  expect((await runCommand(['compare', joined, joined], { cwd: folder })).stdout).not.toContain('may be noise')
})

it('shows the change in the heading of the Markdown, and a star only if a variant is better', async () => {
  const [slow, quick] = [report('slow', 100, { duration_s: 60 }), report('quick', 120, { duration_s: 30 })]
  const markdownOf = async (...args: string[]): Promise<string> =>
    (await runCommand(['compare', ...args, '--markdown', '-'])).stdout
  const even = await markdownOf(slow, quick)
  expect(even).toMatch(/^### energy per inference \+20\s% from slow to quick$/m)
  expect(even).toContain('by energy and speed no variant beats another')
  expect(even).not.toContain('★')
  const better = await markdownOf(slow, report('best', 50, { duration_s: 30 }), '--budget', '-20 % vs BASE')
  expect(better).toMatch(/^### ✅ pass · energy per inference −50\s% from slow to best$/m)
  expect(better).toContain('| best ★')
})
