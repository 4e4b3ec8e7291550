import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { parse } from 'yaml'
import type { Report } from '../../../src/core/report.ts'
import { emptyFolder } from '../../e2e/cli-process.ts'
import { runCommand } from '../../run-command.ts'
import { sampleReport } from '../../sample-report.ts'

const folder = emptyFolder()

function write(name: string, content: unknown): string {
  const file = path.join(folder, name)
  writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}

const known: Partial<Report> = {
  figure: { trusted: true, reason_code: null },
  units: { name: 'inference', count: 1000, g_per_unit: 0.04 },
  machine: {
    cpu: 'AMD EPYC 7763',
    vcpus: 4,
    memory_gb: 15.6,
    gpus: [
      { name: 'NVIDIA A100', memory_gb: 80 },
      { name: 'NVIDIA A100', memory_gb: 80 },
    ],
    provider: 'azure',
    region: 'eastus',
  },
}
const report = write('report.json', sampleReport('train', 100, known))
const doubtful = write(
  'doubtful.json',
  sampleReport('x', 1, { verdict: 'indeterminate', figure: { trusted: false, reason_code: 'low-coverage' } }),
)
const task = write(
  'task.yml',
  'taskStage: training\ntaskFamily: text classification\nalgorithms:\n  - parametersNumber: 0.1\ndataset:\n  - dataUsage: input\n    dataType: text\n',
)

const output = (name: string): string => path.join(folder, name)
const exported = (...args: string[]): Promise<{ status: number | null; stdout: string; stderr: string }> =>
  runCommand(['export', ...args], { cwd: folder })

/** What `logs` reads out of a statement, with its own figures. */
async function readBack(file: string): Promise<Report> {
  const { stdout, stderr } = await runCommand(['logs', file, '--json'], { cwd: folder })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout) as Report
}

/** The schemas of BoAmps joined into one; see its `$comment`. */
const boamps = new Ajv({
  allErrors: true,
  allowMatchingProperties: true,
  strictTypes: false,
  strictRequired: false,
}).compile(
  JSON.parse(readFileSync(path.join(import.meta.dirname, '../../fixtures/boamps-schema.json'), 'utf8')) as object,
)

/** What if-run 1.1.0 checks of a manifest and of the inputs of its plugin Sci. */
const IF_MANIFEST = z.object({
  name: z.string(),
  description: z.string(),
  initialize: z.object({ plugins: z.record(z.string(), z.object({ path: z.string(), method: z.string() })) }),
  execution: z.object({ status: z.string() }),
  tree: z.object({
    children: z.record(
      z.string(),
      z.object({
        pipeline: z.object({ compute: z.array(z.string()) }),
        inputs: z.array(z.looseObject({ carbon: z.number().gte(0), duration: z.number().gte(1) })),
      }),
    ),
  }),
})

describe('export', () => {
  it('writes a BoAmps report that its schema accepts and that reads back equal', async () => {
    const file = output('boamps.json')
    expect(await exported(report, '--boamps', file, '--task', task)).toMatchObject({ status: 0, stderr: '' })
    const written = JSON.parse(readFileSync(file, 'utf8')) as { header: object; infrastructure: object; task: object }
    expect(boamps(written), JSON.stringify(boamps.errors)).toBe(true)
    expect(written).toMatchObject({
      header: { reportDatetime: '2026-11-01 10:01:05', reportStatus: 'final' },
      task: { taskStage: 'training', nbRequest: 1000 },
      infrastructure: {
        components: [{}, { memorySize: 16 }, { componentType: 'gpu', nbComponent: 2, memorySize: 80 }],
      },
      environment: { country: 'DE', powerSourceCarbonIntensity: 400 },
    })
    expect(await readBack(file)).toMatchObject({
      energy: { it_wh: 80 },
      duration_s: 60,
      intensity: { g_per_kwh: 400 },
    })
  })

  it.each([
    ['watts', ['--hours', '1', '--watts', '100', '--intensity', '5']],
    ['hardware without a place', ['--hours', '1', '--gpu', 'A100', '--gpus', '2']],
    ['a share of a GPU in a cloud', ['--hours', '1', '--instance', 'azure:Standard_NV6ads_A10_v5', '--zone', 'DE']],
  ])('writes a BoAmps draft where the task is unknown: a plan of %s', async (_, flags) => {
    const plan = output('plan.json')
    await runCommand(['estimate', ...flags, '--json', plan])
    const { stdout, stderr } = await exported(plan, '--boamps', '-')
    expect(stderr).toContain('is a draft')
    expect(boamps(JSON.parse(stdout)), JSON.stringify(boamps.errors)).toBe(true)
  })

  it('writes an SCI manifest that reads back equal', async () => {
    const file = output('sci.yml')
    expect((await exported(report, '--impact-framework', file)).status).toBe(0)
    const manifest = parse(readFileSync(file, 'utf8')) as {
      description: string
      tree: { children: Record<string, { outputs: object[] }> }
    }
    expect(IF_MANIFEST.safeParse(manifest).error).toBeUndefined()
    expect(manifest.tree.children['train']?.outputs).toEqual([
      expect.objectContaining({ energy: 0.1, carbon: 40.01, inference: 1000, sci: 40.01 / 1000 }),
    ])
    expect(manifest.description).toContain('CO2e per inference')
    const read = await readBack(file)
    expect(read.emissions).toMatchObject({ operational_g: 40, embodied_g: 0.01, total_g: 40.01 })
    expect(read.units).toMatchObject({ name: 'inference', count: 1000 })
    expect(read.energy.it_wh).toBeCloseTo(100, 9)
    // Its own earlier file may be replaced, another one may not.
    expect((await exported(report, '--impact-framework', file)).status).toBe(0)
    expect((await exported(report, '--impact-framework', task)).status).toBe(2)
  })

  it.each([
    ['input token', 'input-token'],
    ['e2e run', 'e-e-run'],
    ['token', 'token'],
    ['問', 'unit'],
  ])(
    'calls the unit %s %s in a manifest, where if-run reads spaces and digits as arithmetic',
    async (name, parameter) => {
      const counted = write('counted.json', sampleReport('x', 1, { units: { name, count: 8, g_per_unit: null } }))
      const { stdout } = await exported(counted, '--impact-framework', '-')
      const manifest = parse(stdout) as {
        initialize: object
        tree: { children: Record<string, { inputs: object[] }> }
      }
      expect(manifest.initialize).toMatchObject({ plugins: { sci: { config: { 'functional-unit': parameter } } } })
      expect(manifest.tree.children['x']?.inputs[0]).toMatchObject({ [parameter]: 8 })
      expect(manifest).toMatchObject({ description: expect.stringContaining(`per ${name};`) as string })
    },
  )

  it('writes the energy lines of the EU form with two significant digits and the boundary', async () => {
    const flops = write(
      'flops.json',
      sampleReport('train', 123_456_789, {
        ...known,
        units: { name: 'eflop', count: 50_000, g_per_unit: null },
        duration_s: 864_000,
      }),
    )
    const { stdout } = await exported(flops, '--eu-form', '-')
    expect(stdout).toContain('- **Amount of energy used for training**: 120 MWh (estimated)')
    expect(stdout).toContain('- **Amount of computation used for training**: 5.0 x 10^22 FLOP')
    expect(stdout).toContain('- **Training time, wall-clock**: 10 days')
    expect(stdout).toContain('- **Training time, hardware**: 20 days of accelerators')
    expect(stdout).toContain('times a PUE of 1.25')
    expect((await exported(report, '--eu-form', '-')).stdout).toContain('computation used for training**: N/A')
    const exact = sampleReport('train', 1000, known)
    const given = write('given.json', { ...exact, energy: { ...exact.energy, low_wh: 1000, high_wh: 1000 } })
    expect((await exported(given, '--eu-form', '-')).stdout).not.toContain('90 % range')
  })

  it('writes nothing of a figure that cannot be trusted, and judges budgets', async () => {
    const file = output('none.json')
    expect(await exported(doubtful, '--boamps', file)).toMatchObject({ status: 3, stdout: '' })
    expect(existsSync(file)).toBe(false)
    expect((await exported(report, '--boamps', file, '--task', task, '--budget', '5 g')).status).toBe(1)
  })

  it.each([
    ['nothing to write', [report], 'say what to write'],
    [
      'a unit that is a parameter',
      [report, '--units', '5 energies', '--impact-framework', '-'],
      'is a parameter of its own',
    ],
    [
      'an SCI without a unit',
      [write('bare.json', sampleReport('x', 1)), '--impact-framework', '-'],
      'per functional unit',
    ],
    [
      'a task that is incomplete',
      [report, '--boamps', '-', '--task', write('t.yml', 'taskStage: x\n')],
      'lacks taskFamily, algorithms, dataset',
    ],
    ['a task without its report', [report, '--eu-form', '-', '--task', task], '--task is for --boamps'],
    ['two statements on standard output', [report, '--eu-form', '-', '--boamps', '-'], 'only one statement'],
  ])('refuses %s', async (_, args, why) => {
    const { status, stderr } = await exported(...args)
    expect([status, stderr.split('\n').length]).toEqual([2, 2])
    expect(stderr).toContain(why)
  })
})
