import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { GridFigure, PueFigure } from '../../../src/core/footprint.ts'
import { makeRange } from '../../../src/core/range.ts'
import { judgeReport } from '../../../src/core/judge-report.ts'
import { parseBudget } from '../../../src/core/parse-budget.ts'
import { ReportSchema } from '../../../src/core/report.ts'
import { reportOfFigures } from '../../../src/app/logs/logs-report.ts'
import { DEFAULTS, codecarbonCsv, codes, grams, itWh, read, workspace } from './log-folder.ts'

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/logs/${name}`, import.meta.url), 'utf8')

const grid: GridFigure = {
  gPerKwh: makeRange(100, 90, 110),
  zone: 'ES',
  kind: 'average',
  source: 'test',
  asOf: '2025',
  fallback: false,
}
const pue: PueFigure = { pue: makeRange(1.5), source: 'given' }

describe('re-costing', () => {
  const folder = (): string =>
    workspace({ 'emissions.csv': codecarbonCsv({ id: '1', kwh: 0.0012, kg: 0.0006, pue: 1.2 }) })

  test("without a wish the log's own figures stand untouched", async () => {
    const figures = await read(folder())
    expect(figures.parts[0]).toMatchObject({
      energy: { it_wh: expect.closeTo(1, 9), total_wh: expect.closeTo(1.2, 9), low_wh: null },
      pue: 1.2,
      emissions: { operational_g: 0.6, embodied_g: null, total_g: 0.6 },
      intensity: { kind: 'log', g_per_kwh: expect.closeTo(500, 6) },
    })
    expect(codes(figures)).toContain('log-own-figures')
  })

  test('a grid replaces only the grid: the PUE of the log stays', async () => {
    const figures = await read(folder(), { grid })
    expect(figures.parts[0]).toMatchObject({
      pue: 1.2,
      emissions: { operational_g: expect.closeTo(0.12, 9), low_g: expect.closeTo(0.108, 9) },
      intensity: { zone: 'ES' },
    })
    expect(codes(figures)).toContain('log-recosted')
  })

  test('a grid in place of that of the log says which place it replaces', async () => {
    const placed = workspace({ 'emissions.csv': fixture('codecarbon/v2.1.csv') })
    const { notes } = await read(placed, { grid: { ...grid, zone: 'DE' } })
    expect(notes.find(({ code }) => code === 'log-place-replaced')?.text).toMatch(/\(Spain, .*the grid of DE, as given/)
    expect(codes(await read(placed))).not.toContain('log-place-replaced')
  })

  test('a PUE replaces only the PUE: that of the log is divided out, its grid stays', async () => {
    const [part] = (await read(folder(), { pue })).parts
    expect(part).toMatchObject({
      pue: 1.5,
      energy: { total_wh: expect.closeTo(1.5, 9) },
      emissions: { total_g: expect.closeTo(0.75, 9) },
    })
  })

  test('both', async () => {
    const [part] = (await read(folder(), { pue, grid })).parts
    expect(part?.emissions.total_g).toBeCloseTo(0.15, 9)
  })

  test('energy without emissions has no total until a grid is given', async () => {
    const folder = workspace({ 'gpu.csv': fixture('nvidia-smi/noheader-nounits.csv') })
    const own = await read(folder)
    expect(grams(own)).toBeNull()
    expect(own.notes.find(({ code }) => code === 'log-no-emissions')?.text).toContain('set zone, region or intensity')
    expect(grams(await read(folder, { grid }))).toBeCloseTo(0.105, 9)
  })

  test('emissions without energy are unchanged, with a note', async () => {
    const folder = workspace({ 'README.md': fixture('huggingface/scalar.md') })
    const figures = await read(folder, { grid, pue })
    expect(grams(figures)).toBe(12.5)
    expect(figures.parts[0]?.energy.it_wh).toBeNull()
    expect(codes(figures)).toContain('log-not-recosted')
    expect(codes(figures)).not.toContain('log-recosted')
  })
})

test('a log of the hardware alone says why it has no total', async () => {
  const manifest = `initialize: {}
tree:
  children:
    web:
      outputs:
        - duration: 60
          embodied-carbon: 2
`
  const figures = await read(workspace({ 'if.yaml': manifest }))
  expect(grams(figures)).toBeNull()
  expect(figures.notes.find(({ code }) => code === 'log-embodied-only')).toMatchObject({ level: 'error' })
})

test('the exact count of skipped rows is the first warning', async () => {
  const rows = 'a,nan,1\n'.repeat(70)
  const text = `id,power_consumption(kWh),CO2_emissions(kg)\n${rows}b,0.002,0.0004\n`
  const figures = await read(workspace({ 'emission.csv': text }), { onMeasurementError: 'warn' })
  expect(figures.notes[0]).toMatchObject({ level: 'warning', text: expect.stringMatching(/^70 rows or files /) })
  expect(figures.doubt).toBeNull()
  // No column says how long it took.
  expect(figures.durationS).toBeNull()
})

test('The duration of GPUs and logs that ran side by side is the union of their times.', async () => {
  const gpus = fixture('nvidia-smi/two-gpus.csv')
  expect((await read(workspace({ 'gpu.csv': gpus }))).durationS).toBe(20)
  expect((await read(workspace({ 'a.csv': gpus, 'b.csv': gpus }))).durationS).toBe(20)
})

test('emissions that no grid explains add a warning', async () => {
  for (const [kwh, kg, isOdd] of [
    [0.001, 0.0012, false],
    [0.001, 0.0014, true],
    [0.001, 0.000005, true],
    [0.001, 0.2, true],
    [0, 0.1, true],
    [0, 0, false],
  ] as const) {
    const figures = await read(workspace({ 'e.csv': codecarbonCsv({ id: '1', kwh, kg }) }))
    expect(grams(figures)).toBeCloseTo(kg * 1000, 9)
    expect(codes(figures).includes('log-grid-odd')).toBe(isOdd)
  }
})

test('a file of nothing but faults says how many', async () => {
  const [header = ''] = codecarbonCsv().split('\n')
  await expect(read(workspace({ 'e.csv': `${header}\n${'x\n'.repeat(100)}` }))).rejects.toThrow('(and 99 more)')
})

describe('each energy once', () => {
  test('the same run in two files, the later figure', async () => {
    const folder = workspace({
      'a/emissions.csv': codecarbonCsv({ id: '1', kwh: 0.001 }, { id: '2', kwh: 0.003 }),
      'b/emissions.csv': codecarbonCsv({ id: '1', kwh: 0.002 }),
    })
    const figures = await read(folder)
    expect(itWh(figures)).toBeCloseTo(5, 9)
    expect(figures.runs).toBe(2)
    expect(codes(figures)).toContain('log-same-run')
  })

  test('the tasks of a run beside the run itself', async () => {
    const run = 'a3d1f0aa-0001-4a00-8a00-000000000001'
    const tasks = fixture(`codecarbon/emissions_base_${run}.csv`)
    expect(itWh(await read(workspace({ 'tasks.csv': tasks })))).toBeCloseTo(3.6, 9)
    const both = await read(workspace({ 'tasks.csv': tasks, 'emissions.csv': codecarbonCsv({ id: '1', kwh: 0.004 }) }))
    expect(itWh(both)).toBeCloseTo(4, 9)
    expect(codes(both)).toContain('log-pieces')
  })

  test('eight processes of one machine in machine mode', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 8 }, (_, n) => [
        `emissions-${n}.csv`,
        codecarbonCsv({
          id: `${n + 1}`,
          kwh: 0.001 + n * 1e-6,
          seconds: 100,
          mode: 'machine',
          time: `2026-03-02T08:15:0${n % 2}`,
        }),
      ]),
    )
    const figures = await read(workspace(files))
    expect(itWh(figures)).toBeCloseTo(1.007, 9)
    expect(figures.notes.find(({ code }) => code === 'log-same-machine')?.text).toContain('8 trackers')
  })

  test('one after the other, on other machines, or in process mode they add up', async () => {
    for (const runs of [
      [
        { id: '1', mode: 'machine', time: '2026-03-02T08:15:00' },
        { id: '2', mode: 'machine', time: '2026-03-02T08:16:00' },
      ],
      [
        { id: '1', mode: 'machine', cpu: 'A' },
        { id: '2', mode: 'machine', cpu: 'B' },
      ],
      [{ id: '1' }, { id: '2' }],
      [
        { id: '', mode: 'machine' },
        { id: '', mode: 'machine' },
      ],
    ]) {
      expect(itWh(await read(workspace({ 'e.csv': codecarbonCsv(...runs) })))).toBeCloseTo(2, 9)
    }
  })

  test('Of metered trackers that overlap in part, only the time outside is added.', async () => {
    const figures = await read(
      workspace({
        'e.csv': codecarbonCsv(
          { id: '1', mode: 'machine', seconds: 100, kwh: 0.002, time: '2026-03-02T08:15:00' },
          { id: '2', mode: 'machine', seconds: 100, kwh: 0.00198, time: '2026-03-02T08:15:50' },
        ),
      }),
    )
    expect(itWh(figures)).toBeCloseTo(2.99, 9)
    expect(figures.durationS).toBeCloseTo(150, 6)
    expect(figures.parts.map(({ duration_s }) => duration_s)).toEqual([100, 50])
  })

  test.each([
    ['Kepler', 'kepler_node_cpu_joules_total{node_name="n",path="p",zone="package"} 5000\n'],
    ['Kepler before 0.10', 'kepler_node_package_joules_total{instance="n",package="0",mode="dynamic"} 5000\n'],
    ['a container of Kepler', 'kepler_container_joules_total{container_name="c"} 5000\n'],
    ['Scaphandre', 'scaph_host_energy_microjoules 5000000000\n'],
    ['DCGM', 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-1"} 5000000\n'],
    ['RAPL', '/sys/class/powercap/intel-rapl:0/energy_uj=5000000000\n'],
  ])(
    'A single reading of a counter of %s does not pass a budget, because it also contains earlier energy.',
    async (_, scrape) => {
      await expect(read(workspace({ 'end.prom': scrape }))).rejects.toThrow(
        /one reading of the counter .* makes no energy/,
      )
    },
  )

  test('Two scrapes of a counter in two files make the energy between them.', async () => {
    const scrape = (joules: number): string =>
      `kepler_node_cpu_joules_total{node_name="n",path="p",zone="package"} ${joules}\n`
    const folder = workspace({ 'start.prom': scrape(5000), 'end.prom': scrape(8600) })
    const figures = await read(folder, { files: ['start.prom', 'end.prom'] })
    expect(itWh(figures)).toBeCloseTo(1, 9)
  })

  test('two dumps of RAPL, one of them wrapped; a single one has no energy', async () => {
    const dump = (uj: number): string =>
      `/sys/class/powercap/intel-rapl:0/name=package-0\n/sys/class/powercap/intel-rapl:0/energy_uj=${uj}\n/sys/class/powercap/intel-rapl:0/max_energy_range_uj=262143328850\n`
    const folder = workspace({ 'a.txt': dump(262143000000), 'b.txt': dump(3599671150) })
    expect(itWh(await read(folder, { files: ['a.txt', 'b.txt'] }))).toBeCloseTo(1, 9)
    await expect(read(folder, { files: ['a.txt'] })).rejects.toThrow(
      /a\.txt:1: one reading of the counter .* makes no energy/,
    )
  })

  test('what optimum-benchmark and AI Energy Score write side by side', async () => {
    const report = fixture('optimum-benchmark/report.json')
    const summary = (total: number): string => JSON.stringify({ units: 'Wh', total, prefill_wh: 1, decode_wh: 2 })
    const files = { 'benchmark_report.json': report, 'benchmark.json': `{"config": {}, "report": ${report}}` }
    expect(itWh(await read(workspace({ ...files, 'GPU_ENERGY_SUMMARY.json': summary(40) })))).toBeCloseTo(49, 9)
    // Summaries alone, of several runs in one folder, are the energy.
    expect(itWh(await read(workspace({ 'a.json': summary(3), 'b.json': summary(4) })))).toBeCloseTo(7, 9)
    expect(itWh(await read(workspace({ 'a/r.json': report, 'b/GPU_ENERGY_SUMMARY.json': summary(4) })))).toBeCloseTo(
      53,
      9,
    )
  })

  test('a table of benchmarks and the reports that it sums up are one energy', async () => {
    const report = (wh: number): string =>
      JSON.stringify({
        summary: { successful_prompts: 10, total_duration_seconds: 41.2 },
        energy: { gpu_energy_wh: wh, emissions_g_co2eq: 1 },
      })
    const table = `model_name,successful_prompts,total_duration_seconds,gpu_energy_wh,co2_emissions_g,error_message
a,10,41.2,3.2,1,
b,10,41.2,5,1,
b,10,41.2,5,1,
`
    const figures = await read(workspace({ 'm/benchmark_report.json': report(3.2), 'master_results.csv': table }))
    expect(itWh(figures)).toBeCloseTo(13.2, 9)
    const text = figures.notes.find(({ code }) => code === 'log-same-run')?.text
    expect(text).toContain('m/benchmark_report.json')
    expect(text).toContain('master_results.csv')
  })

  test("CodeCarbon's files of the phases are inside the report of optimum-benchmark beside them", async () => {
    const report = fixture('optimum-benchmark/report.json')
    const phase = fixture('codecarbon/run.json')
    const folder = workspace({ 'a/benchmark_report.json': report, 'a/prefill_codecarbon.json': phase })
    const figures = await read(folder)
    expect(itWh(figures)).toBeCloseTo(49, 9)
    const text = figures.notes.find(({ code }) => code === 'log-phase-files')?.text
    expect(text).toContain('a/prefill_codecarbon.json')
    expect(text).toContain('a/benchmark_report.json')
    // Without the report they are all there is.
    expect(itWh(await read(workspace({ 'a/prefill_codecarbon.json': phase })))).toBeCloseTo(2, 9)
    // A summary of the GPUs is no report.
    const summary = JSON.stringify({ units: 'Wh', total: 1, prefill_wh: 0.5, decode_wh: 0.5 })
    const alone = { 'a/GPU_ENERGY_SUMMARY.json': summary, 'a/prefill_codecarbon.json': phase }
    expect(itWh(await read(workspace(alone)))).toBeGreaterThanOrEqual(2)
    const all = await read(workspace({ ...alone, 'a/benchmark_report.json': report }))
    expect(itWh(all)).toBeCloseTo(49, 9)
    expect(all.notes.find(({ code }) => code === 'log-phase-files')?.text).toContain('a/benchmark_report.json')
  })

  describe('possible duplicates of one energy add a warning', () => {
    const table = fixture('perf/psys.txt')
    const notesOf = async (files: Record<string, string>): Promise<string[]> =>
      (await read(workspace(files))).notes
        .filter(({ code }) => code === 'log-same-figure' || code === 'log-several-trackers')
        .map(({ text }) => text)

    test('one figure in two files', async () => {
      const [text, ...more] = await notesOf({ 'energy.txt': table, 'copy.txt': `# with a remark\n${table}` })
      expect(text).toMatch(/copy\.txt and .*energy\.txt have the same figure, and it is counted twice/)
      expect(more).toEqual([])
    })

    test('a run and its log by another name', async () => {
      const name = '77_2026-03-02T081000Z_carbontracker_output.log'
      const actual = { epochs: 2, 'duration (s)': 120, 'energy (kWh)': 0.003, 'co2eq (g)': 0.6 }
      const parsed = JSON.stringify([{ output_filename: 'moved_carbontracker_output.log', components: {}, actual }])
      const [text] = await notesOf({ [name]: fixture(`carbontracker/${name}`), 'logs.json': parsed })
      expect(text).toContain('have the same figure')
    })

    test('several trackers of the same parts of a machine', async () => {
      const turbostat = fixture('turbostat/joules.txt')
      const gpus = fixture('nvidia-smi/two-gpus.csv')
      const [text] = await notesOf({ 'perf.txt': table, 'turbo.txt': turbostat, 'gpu.csv': gpus })
      expect(text).toMatch(/^logs of 2 trackers are added up: \S*perf\.txt \(perf\), \S*turbo\.txt \(turbostat\); if/)
      const [all] = await notesOf({ 'emissions.csv': codecarbonCsv({ id: '1' }), 'gpu.csv': gpus })
      expect(all).toContain('emissions.csv (codecarbon), ./gpu.csv (nvidia-smi)')
    })

    test('not processors and GPUs, nor runs with ids, nor a count', async () => {
      const gpus = fixture('nvidia-smi/two-gpus.csv')
      expect(await notesOf({ 'perf.txt': table, 'gpu.csv': gpus, 'n.txt': '10 inferences\n' })).toEqual([])
      expect(
        await notesOf({ 'a.csv': codecarbonCsv({ id: '1' }), 'b.csv': codecarbonCsv({ id: '2', seconds: 61 }) }),
      ).toEqual([])
    })
  })

  test('the PUE of the standard log of carbontracker goes with the energy of its output log', async () => {
    const name = '77_2026-03-02T081000Z_carbontracker'
    const folder = workspace({
      [`${name}.log`]: fixture(`carbontracker/${name}.log`),
      [`${name}_output.log`]: fixture(`carbontracker/${name}_output.log`),
    })
    const figures = await read(folder)
    expect(figures.parts).toHaveLength(1)
    expect(figures.parts[0]).toMatchObject({
      pue: 1.5,
      energy: { it_wh: expect.closeTo(2, 9) },
      emissions: { total_g: 0.6 },
    })
  })

  test('No budget passes on an output log of carbontracker with hardly any of the energy of its standard log.', async () => {
    const name = '77_2026-03-02T081000Z_carbontracker'
    const doubtOf = async (kwh: string): Promise<unknown> => {
      const output = fixture(`carbontracker/${name}_output.log`).replace('0.003000000000 kWh', `${kwh} kWh`)
      const standard = fixture(`carbontracker/${name}.log`)
      return (await read(workspace({ [`${name}.log`]: standard, [`${name}_output.log`]: output }))).doubt
    }
    expect(await doubtOf('0.001500000000')).toBeNull()
    expect(await doubtOf('0.000003000000')).toBe('energy-missing')
  })
})

describe('units', () => {
  const power = fixture('nvidia-smi/noheader-nounits.csv')

  test('the count of a benchmark beside a power log', async () => {
    const folder = workspace({ 'gpu.csv': power, 'trtexec.log': fixture('trtexec/run.log') })
    const figures = await read(folder, { grid })
    expect(figures.units).toEqual({ name: 'inference', count: 2400 })
    expect(figures.parts).toHaveLength(1)
    const budgets = [{ budget: parseBudget('40 mg per 1000 inferences'), source: 'input' as const }]
    const report = judgeReport(reportOfFigures(figures, 'logs'), '1.0.0', budgets, {
      doubt: figures.doubt,
      ownScopes: ['job'],
    })
    expect(report.budgets[0]?.used).toBeCloseTo((0.105 / 2400) * 1000, 9)
    expect(ReportSchema.safeParse(report).success).toBe(true)
  })

  test('counts of several files add up, and where different tools count it is asked about', async () => {
    const folder = workspace({
      'gpu.csv': power,
      'trtexec.log': fixture('trtexec/run.log'),
      'n.txt': '2400 inferences\n',
    })
    const figures = await read(folder)
    expect(figures.units?.count).toBe(4800)
    const counts = figures.notes.find(({ code }) => code === 'log-counts')
    expect(counts).toMatchObject({ level: 'warning', text: expect.stringContaining('n.txt, ./trtexec.log') })
    expect(codes(figures)).toContain('log-batches')
  })

  test("the user's count wins", async () => {
    const folder = workspace({ 'gpu.csv': power, 'n.txt': '10 inferences\n' })
    expect((await read(folder, { units: { name: 'test', count: 3 } })).units).toEqual({ name: 'test', count: 3 })
  })

  test.each([
    [10, []],
    [3, ['the logs count 10 inferences; 3 as units says are used']],
  ])('a count of %i given beside a log that counts 10 is noted where it differs', async (count, texts) => {
    const folder = workspace({ 'gpu.csv': power, 'n.txt': '10 inferences\n' })
    const { notes, units } = await read(folder, { units: { name: 'inference', count } })
    expect(units?.count).toBe(count)
    expect(notes.flatMap(({ code, text }) => (code === 'log-units-replaced' ? [text] : []))).toEqual(texts)
  })

  test('a count alone has no energy', async () => {
    await expect(read(workspace({ 'n.txt': '10 inferences\n' }))).rejects.toThrow(/count units and have neither energy/)
  })
})

describe('what cannot be trusted', () => {
  const text = codecarbonCsv({ id: '1' }, { id: '2' }).replace(
    /0\.001,0,0,0\.001(?![\s\S]*0\.001,0,0)/,
    '0.001,0,0,NaN',
  )

  test('is named by file and line, and nothing passes', async () => {
    const figures = await read(workspace({ 'e.csv': text }), { files: ['e.csv'] })
    expect(figures.doubt).not.toBeNull()
    expect(figures.notes[0]).toMatchObject({
      level: 'error',
      text: expect.stringContaining('e.csv:3: energy_consumed is "NaN"'),
    })
    const report = judgeReport(
      reportOfFigures(figures, 'x'),
      '1.0.0',
      [{ budget: parseBudget('1 t'), source: 'input' }],
      {
        doubt: figures.doubt,
        ownScopes: ['job'],
      },
    )
    expect(report.verdict).toBe('indeterminate')
  })

  test('is left out with a note when the user says so', async () => {
    const figures = await read(workspace({ 'e.csv': text }), { onMeasurementError: 'warn' })
    expect(figures.doubt).toBeNull()
    expect(itWh(figures)).toBeCloseTo(1, 9)
    expect(figures.notes[0]).toMatchObject({ code: 'log-row-refused', level: 'warning' })
  })

  test("a cloud account's month can be read and never gates", async () => {
    const figures = await read(workspace({ 'aws.csv': fixture('aws-carbon/report.csv') }), {
      onMeasurementError: 'warn',
    })
    expect(grams(figures)).toBe(3000)
    expect(figures.doubt).not.toBeNull()
    expect(figures.notes.find(({ code }) => code === 'log-monthly')?.text).toContain('2026-02')
  })
})

test('a long log keeps at most 1,000 parts and says how many runs they are', async () => {
  const runs = Array.from({ length: 12_000 }, (_, n) => ({ id: `${n + 1}`, kwh: 0.001 }))
  const figures = await read(workspace({ 'e.csv': codecarbonCsv(...runs) }))
  expect(figures.parts).toHaveLength(1000)
  expect(figures.runs).toBe(12_000)
  expect(itWh(figures)).toBeCloseTo(12_000, 4)
  expect(grams(figures)).toBeCloseTo(2400, 4)
})

test('a run that goes on after it was summed up is refused, not counted twice', async () => {
  const runs = Array.from({ length: 210_001 }, (_, n) => ({ id: `${n + 1}` }))
  const again = [
    { id: '1', kwh: 0.002 },
    { id: '210001', kwh: 0.002 },
    { id: '10001', kwh: 0.002 },
  ]
  const withoutHeader = (csv: string): string => csv.slice(csv.indexOf('\n') + 1)
  // More arguments than a call takes.
  const [first = '', ...rest] = [0, 1, 2].map((part) =>
    codecarbonCsv(...runs.slice(part * 70_000, (part + 1) * 70_000)),
  )
  const last = codecarbonCsv(...runs.slice(210_000), ...again)
  const text = [first, ...[...rest, last].map(withoutHeader)].join('')
  const figures = await read(workspace({ 'e.csv': text }))
  expect(figures.doubt).not.toBeNull()
  expect(itWh(figures)).toBeCloseTo(210_003, 3)
})

test('progress comes as the file is read', async () => {
  const { readLogs } = await import('../../../src/app/logs/read-logs.ts')
  const folder = workspace({ 'e.csv': codecarbonCsv(...Array.from({ length: 6000 }, (_, n) => ({ id: `${n}` }))) })
  const seen: number[] = []
  await readLogs(
    { ...DEFAULTS, files: ['e.csv'], format: 'codecarbon' },
    { workspace: folder, onProgress: ({ readBytes, totalBytes }) => seen.push(readBytes / totalBytes) },
  )
  expect(seen.length).toBeGreaterThan(1)
  expect(seen.at(-1)).toBe(1)
})

test('of two readings of a run that are equal, the one with emissions stands', async () => {
  const report = {
    header: { reportId: 'a3d1f0aa-0001-4a00-8a00-000000000001' },
    measures: [{ powerConsumption: 0.0012, measurementDuration: 60 }],
  }
  const folder = workspace({
    'boamps_report.json': JSON.stringify(report),
    'emissions.csv': codecarbonCsv({ id: '1', kwh: 0.0012, kg: 0.0006, pue: 1.2 }),
  })
  const figures = await read(folder)
  expect(figures.parts).toHaveLength(1)
  expect(figures.parts[0]).toMatchObject({ pue: 1.2, emissions: { total_g: 0.6 } })
})

test('scrapes in the wrong order are refused, dumps of RAPL add a warning', async () => {
  const scrape = (joules: number): string => `kepler_node_cpu_joules_total{node_name="n",zone="package"} ${joules}\n`
  const scrapes = workspace({ 'after.prom': scrape(4600), 'before.prom': scrape(1000) })
  await expect(read(scrapes)).rejects.toThrow(/name the reading of the start first/)
  expect(itWh(await read(scrapes, { files: ['before.prom', 'after.prom'] }))).toBeCloseTo(1, 9)
  const dump = (uj: number): string =>
    `intel-rapl:0/name=package-0\nintel-rapl:0/energy_uj=${uj}\nintel-rapl:0/max_energy_range_uj=262143328850\n`
  const dumps = workspace({ 'after.txt': dump(721e6), 'before.txt': dump(1e6) })
  expect(codes(await read(dumps))).toContain('log-wrap')
})
