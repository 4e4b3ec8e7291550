import { describe, expect, test } from 'vitest'
import { aiEnergyScore } from '../../src/trackers/ai-energy-score.ts'
import { carbontracker } from '../../src/trackers/carbontracker.ts'
import { ecoCi } from '../../src/trackers/eco-ci.ts'
import { experimentImpactTracker } from '../../src/trackers/experiment-impact-tracker.ts'
import { greenAlgorithms } from '../../src/trackers/green-algorithms.ts'
import { huggingFace } from '../../src/trackers/hugging-face.ts'
import { kepler } from '../../src/trackers/kepler.ts'
import { trtexec } from '../../src/trackers/trtexec.ts'
import { codecarbon } from '../../src/trackers/codecarbon.ts'
import { detectedFormat } from '../../src/trackers/formats.ts'
import { columnMapping } from '../../src/trackers/column-mapping.ts'
import { generic } from '../../src/trackers/generic.ts'
import { ga4hpc } from '../../src/trackers/ga4hpc.ts'
import { gcpCarbon } from '../../src/trackers/gcp-carbon.ts'
import { impactFramework } from '../../src/trackers/impact-framework.ts'
import { nvidiaSmi } from '../../src/trackers/nvidia-smi.ts'
import { onnxruntime } from '../../src/trackers/onnxruntime.ts'
import { optimumBenchmark } from '../../src/trackers/optimum-benchmark.ts'
import { perf } from '../../src/trackers/perf.ts'
import { rapl } from '../../src/trackers/rapl.ts'
import { scaphandre } from '../../src/trackers/scaphandre.ts'
import type { LogFormat } from '../../src/trackers/tracker.ts'
import { turbostat } from '../../src/trackers/turbostat.ts'
import { readText } from './log-text.ts'
import { cpuMsOf } from '../wait-until.ts'
import { exampleOf } from './examples.ts'

/** Wh of all records; the first reason where a row is refused. Also holds that the text is told for its format. */
async function wh(format: LogFormat, text: string): Promise<number | string> {
  expect(detectedFormat(text)?.format).toBe(format)
  const { records, refusals } = await readText(format, text)
  return refusals[0]?.reason ?? records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0)
}

describe('perf', () => {
  test.each([
    [
      'intervals with thousands',
      '  1.001037502   1,612.34 Joules power/energy-pkg/\n  2.002   41.22 Joules power/energy-ram/\n',
    ],
    ['sockets', 'S0   1   1,612.34 Joules power/energy-pkg/\nS1   1   41.22 Joules power/energy-pkg/\n'],
    [
      'dies and intervals',
      ' 1.0 S0-D0  1  1,612.34 Joules power/energy-pkg/\n 1.0 S1-D0  1  41.22 Joules power/energy-pkg/\n',
    ],
    [
      'CSV of sockets',
      '1.0,S0,1,1612.34,Joules,power/energy-pkg/,1,100.00,,\n1.0,S1,1,41.22,Joules,power/energy-pkg/,1,100.00,,\n',
    ],
    [
      'CSV of processors',
      'CPU0;1612.34;Joules;power/energy-pkg/;1;100.00;;\nCPU8;41.22;Joules;power/energy-pkg/;1;100.00;;\n',
    ],
    [
      'JSON',
      '{"counter-value" : "1612.34", "unit" : "Joules", "event" : "power/energy-pkg/"}\n{"counter-value" : "41.22", "unit" : "Joules", "event" : "power/energy-ram/"}\n',
    ],
  ])('%s', async (_, text) => {
    expect(await wh(perf, text)).toBeCloseTo(1653.56 / 3600, 9)
  })

  test.each([
    '612,34,Joules,power/energy-pkg/,12034567890,100.00,,\n',
    '1,001037502,612,34,Joules,power/energy-pkg/,1,100.00,,\n',
    '     1.612,34 Joules power/energy-pkg/\n',
    '{"counter-value" : "612,34", "unit" : "Joules", "event" : "power/energy-pkg/"}\n',
  ])('a decimal comma is refused: %j', async (text) => {
    expect(await wh(perf, text)).toMatch(/LC_ALL=C|plain number/)
  })

  const interval = (t: string, joules: string): string =>
    `     ${t},${joules},Joules,power/energy-pkg/,2002406532,100.00,,\n`

  test.each([
    ['CSV', '         summary,39.04,Joules,power/energy-pkg/,2002617705,100.00,,\n'],
    ['table', "\n Performance counter stats for 'system wide':\n\n      39.04 Joules power/energy-pkg/\n"],
  ])('the sum of the intervals (--summary) is the same energy again: %s', async (_, summary) => {
    const text = interval('1.001048308', '19.63') + interval('2.002369058', '19.41') + summary
    expect(await wh(perf, text)).toBeCloseTo(39.04 / 3600, 9)
    expect((await readText(perf, text)).records[0]?.durationS).toBe(2.002369058)
  })

  test('an interval without a count adds a warning, except for a core without a meter', async () => {
    const gap = interval('1.001048308', '19.63') + interval('2.002369058', '<not counted>')
    const codes = async (text: string): Promise<unknown> =>
      (await readText(perf, text)).records[0]?.notes.map(({ code }) => code)
    expect(await codes(gap)).toEqual(['log-gaps'])
    expect(await codes(interval('1.0', '19.63') + interval('1.0', '<not counted>'))).toEqual([])
  })

  test('consecutive runs add up in energy and time; the mean of repeated ones adds a warning', async () => {
    const run = (joules: number, s: number): string =>
      ` Performance counter stats for 'system wide':\n\n  ${joules}.00 Joules power/energy-pkg/\n\n  ${s}.000 seconds time elapsed\n\n`
    const { records } = await readText(perf, run(100, 10) + run(260, 20))
    expect([records[0]?.itWh, records[0]?.durationS]).toEqual([0.1, 30])
    const repeated = await readText(perf, '12.74,Joules,power/energy-pkg/,0.83%,5001000000,100.00,,\n')
    expect(repeated.records[0]?.notes.map(({ code }) => code)).toEqual(['log-mean-of-runs'])
  })
})

describe('carbontracker', () => {
  const block = (kind: string, kwh: string): string =>
    `CarbonTracker: \n${kind} consumption for 2 epoch(s):\n\tTime:\t0:05:00\n\tEnergy:\t${kwh} kWh\n\tCO2eq:\t2.0 g\n`

  test('several runs in one file: the last actual block of each', async () => {
    const begin = 'CarbonTracker: The following components were found: CPU with device(s) cpu:0.\n'
    const text = `${begin}${block('Actual', '0.00158')}${begin}${block('Actual', '0.001')}${block('Predicted', '9')}${block('Actual', '0.00316')}`
    const { records } = await readText(carbontracker, text, { file: 'x_carbontracker_output.log' })
    expect(records.map(({ itWh, runId }) => [itWh?.toFixed(9), runId])).toEqual([
      ['1.000000000', 'carbontracker x'],
      ['2.000000000', 'carbontracker x #2'],
    ])
  })

  test('the standard log of its first versions; powers of many devices over several lines', async () => {
    const say = (message: string): string => `2020-07-01 12:00:00,123 - MainThread - INFO - ${message}\n`
    const text = [
      say('carbontracker version 1.1.2'),
      say('Only predicted and actual consumptions are multiplied by a PUE coefficient of 1.5 (A, 2018).'),
      say('Epoch 1:'),
      say('Duration: 0:01:00.00'),
      say('Average power usage (W) for gpu: [100. 100. 100. 100. 100.'),
      ' 100. 100. 100.]\n',
      say('Average power usage (W) for cpu: [40.]'),
    ].join('')
    expect(await wh(carbontracker, text)).toBeCloseTo(14, 9)
    // The list that is never closed is not half an energy.
    expect((await readText(carbontracker, text.replace(' 100. 100. 100.]\n', ''))).records[0]?.itWh).toBeNull()
  })
})

const LONG = 60_000

test.each<[string, LogFormat, string]>([
  ['perf, blanks', perf, `x${' '.repeat(LONG)}power/energy-pkg/ Joules \n`],
  ['carbontracker, blanks in a time', carbontracker, `Actual consumption:\nTime: a${' '.repeat(LONG)}b\n`],
  ['carbontracker, blank lines', carbontracker, `CarbonTracker: a\n${'\n'.repeat(LONG)}b`],
  ['Eco-CI, tags', ecoCi, `Eco CI Output\n${'<td'.repeat(LONG)}\n`],
  ['Eco-CI, labels', ecoCi, `{"steps": [${'{"label": "'.repeat(LONG)}"energy_joules": ]}`],
  ['GA4HPC, blank lines', ga4hpc, `gCO2e\nEnergy used: x\n - CPUs: 1 kWh${'\n'.repeat(LONG)}`],
  ['RAPL, a path', rapl, `intel-rapl${':0'.repeat(LONG)}\n`],
])('a text that patterns could stumble over is read at once: %s', async (_, format, text) => {
  const cpuMs = await cpuMsOf(async () => {
    detectedFormat(text)
    await readText(format, text)
  })
  expect(cpuMs).toBeLessThan(1000)
})

test('Eco-CI: laps and their total in one file are one energy', async () => {
  const step = (label: string, joules: number): object => ({
    label,
    cpu_avg_percent: '50',
    energy_joules: String(joules),
    power_avg_watts: '5',
    time: '10',
  })
  const file = (...steps: object[]): string => JSON.stringify({ run_id: '1', steps })
  expect(await wh(ecoCi, file(step('a', 36), step('b', 36), step('TOTAL', 72.01)))).toBeCloseTo(0.02, 12)
  expect(await wh(ecoCi, file(step('a', 36), step('b', 36), step('TOTAL', 90)))).toBeCloseTo(0.025, 12)
})

describe('Eco-CI as it prints', () => {
  const co2 =
    '🌳 CO2 Data:\nCO₂ from energy is: 0.06 g\nCO₂ from manufacturing (embodied carbon) is: 0.02 g\nCarbon Intensity for this location: <b>472 gCO₂eq/kWh</b>\n'
  const head = 'avg. CPU utilization [%]'

  test.each([
    [
      'table without a heading',
      `<table><tr><th>Label</th><th>🖥 ${head}</th><th>🔋 Total Energy [Joules]</th><th>W</th><th>s</th></tr>\n<tr><td>Install</td><td>40</td><td>100</td><td>5</td><td>20</td></tr>\n<tr><td>Total Run</td><td>70</td><td>460.8</td><td>5.75</td><td>80</td></tr>\n<tr><td>Additional overhead from Eco CI</td><td>N/A</td><td>12</td><td>4</td><td>3</td></tr>\n`,
    ],
    [
      'Markdown with overhead',
      `Eco-CI Output: \n|Label|🖥 ${head}|🔋 Total Energy [Joules]|W|s|\n|---|---|---|---|---|\n|Total Run (incl. overhead)|45|460.8|5|80|\n|Measurement #1|40|400|5|80|\n`,
    ],
    [
      'GitLab',
      '"job: Label: a: Energy Used [Joules]:" 5.82\n"job: Label: a: Duration [seconds]:" 3.04\n----------------\n"job: Energy [Joules]:" 460.8\n"job: Duration [seconds]:" 80\n"job: Overhead from Eco CI - Energy [Joules]:" 9\n"job: Overhead from Eco CI - Duration [seconds]:" 3\n',
    ],
  ])('%s', async (_, text) => {
    expect(await wh(ecoCi, text + co2)).toBeCloseTo(0.128, 12)
    const { records } = await readText(ecoCi, text + co2)
    expect(records.map((each) => [each.durationS, each.emissionsG, each.embodiedG, each.gPerKwh])).toEqual([
      [80, 0.06, 0.02, 472],
    ])
  })
})

describe('samples of power', () => {
  test.each([
    [
      nvidiaSmi,
      'timestamp, index, power.draw [W]\n',
      (at: number, watts: number) => `2026/03/02 08:15:0${at}.000, 0, ${watts}.00 W\n`,
    ],
    [
      scaphandre,
      '',
      (at: number, watts: number) =>
        `{"host": {"consumption": ${watts}e6, "timestamp": ${1772438400 + at}}, "consumers": [], "sockets": []}\n`,
    ],
  ] as const)(
    'of two machines in one file are refused, a row that is there twice is not',
    async (format, header, row) => {
      expect(await wh(format, header + [0, 1].flatMap((at) => [row(at, 100), row(at, 200)]).join(''))).toMatch(/two re/)
      const once = await wh(format, header + [0, 1].map((at) => row(at, 100)).join(''))
      expect(await wh(format, header + [0, 1].flatMap((at) => [row(at, 100), row(at, 100)]).join(''))).toBe(once)
    },
  )

  const smi = (...rows: string[]): string => ['timestamp, index, power.draw [W]', ...rows, ''].join('\n')
  const at = (time: string): string => `2026/03/02 ${time}, 0, 100.00 W`

  test('a second gap is a gap as well', async () => {
    const rows = [at('08:00:00.000'), at('08:00:36.000'), at('09:00:00.000'), at('09:00:36.000'), at('11:00:00.000')]
    expect(await wh(nvidiaSmi, smi(...rows))).toBeCloseTo(2, 9)
  })

  test('slow sampling is not a gap', async () => {
    expect(await wh(nvidiaSmi, smi(at('08:00:00.000'), at('08:30:00.000'), at('09:00:00.000')))).toBeCloseTo(100, 9)
  })

  test('a header in the middle is another session', async () => {
    const session = smi(at('08:00:00.000'), at('08:00:36.000'))
    const { records } = await readText(nvidiaSmi, session + smi(at('08:00:50.000'), at('08:01:26.000')))
    expect(records[0]).toMatchObject({ itWh: expect.closeTo(2, 9), durationS: 72 })
  })

  test('several samples of one moment are no energy', async () => {
    expect(await wh(nvidiaSmi, smi(at('08:00:00.000'), at('08:00:00.000')))).toMatch(/one time only/)
  })

  test('a report of Scaphandre is of the time since the one before', async () => {
    const report = (timestamp: number, watts: number): string =>
      `{"consumers":[],"host":{"consumption":${watts}e6,"timestamp":${timestamp},"components":{}},"sockets":[]}`
    expect(await wh(scaphandre, `[${report(0, 500)},${report(60, 60)},${report(120, 120)},`)).toBeCloseTo(3, 9)
  })
})

describe('other logs', () => {
  test('RAPL: the time in any column, also as a date; parts of a package by number are not guessed', async () => {
    expect(await wh(rapl, 'package_0_uj,t_s\n1000000,0\n721000000,60\n')).toBeCloseTo(0.2, 9)
    const dated = 'timestamp,package_0_uj\n2026-03-02T08:00:00Z,1000000\n2026-03-02T08:01:00Z,721000000\n'
    expect(await wh(rapl, dated)).toBeCloseTo(0.2, 9)
    expect(await wh(rapl, 't,intel-rapl:0_uj,intel-rapl:0:0_uj\n0,1,1\n60,7,7\n')).toMatch(/memory or cores/)
  })

  test('turbostat: usec is not an interval', async () => {
    const text =
      'usec\tTime_Of_Day_Seconds\tCore\tCPU\tPkgWatt\n150000\t1772438405.0\t-\t-\t36.00\n150000\t1772438455.0\t-\t-\t36.00\n'
    expect(await wh(turbostat, text)).toBeCloseTo(1, 9)
  })

  test('turbostat without a column of processors: the machine alone, once an interval', async () => {
    const block = (watts: number): string =>
      `Busy%\tPkgWatt\tRAMWatt\n5.00\t${watts}.00\t6.00\n5.00\t${watts}.00\t6.00\n4.00\n`
    const each = { intervalS: 100, mapping: null }
    const read = async (text: string): Promise<unknown> => {
      const { records, refusals } = await readText(turbostat, text, { settings: each })
      return refusals[0]?.reason ?? records[0]?.itWh?.toFixed(6)
    }
    expect(await read(block(30) + block(36))).toBe('2.166667')
    const packages = 'PkgWatt\n36.00\n16.00\n20.01\n\n'
    expect(await read(packages + packages)).toBe('2.000000')
    // With --Summary every row is an interval of the machine.
    expect(await read('PkgWatt\n36.00\n36.00\n36.00\n')).toBe('3.000000')
    expect(await read('PkgWatt\n36.00\n36.00\n')).toMatch(/log the CPU column/)
    expect(await read('10.0 sec\nPkgWatt\n36.00\n36.00\n')).toBe('0.100000')
    // Where each processor would have a row of its own, two equal rows are two intervals.
    const summary = (row: string): string => `Busy%\tPkgWatt\tRAMWatt\n${row}\n${row}\n`
    expect(await read(summary('20.00\t50.00\t4.00'))).toBe('3.000000')
    expect(await read(summary('0.00\t0.00\t0.00'))).toBe('0.000000')
    expect(await read(`10.0 sec\n${summary('20.00\t30.00\t6.00')}`)).toBe('0.100000')
  })

  test('turbostat around one command after the other', async () => {
    const run = (s: number): string => `${s}.0 sec\nCPU\tPkgWatt\n-\t36.00\n0\t36.00\n`
    expect(await wh(turbostat, run(10) + run(20))).toBeCloseTo(0.3, 9)
  })

  test('RAPL: a zone under two paths and a package through memory are one', async () => {
    const dump = (uj: number): string =>
      ['/sys/class/powercap/intel-rapl', '/sys/class/powercap', '/sys/class/powercap/mmio']
        .map((folder) => `${folder}/intel-rapl${folder.endsWith('mmio') ? '-mmio' : ''}:0`)
        .map((path) => `${path}/name:package-0\n${path}/energy_uj:${uj}\n`)
        .join('')
    expect(await wh(rapl, dump(1_000_000) + dump(3_601_000_000))).toBeCloseTo(1, 9)
  })

  test('RAPL: zones without a name may be the whole machine', async () => {
    const dump = (uj: number): string => [0, 1].map((zone) => `intel-rapl:${zone}/energy_uj=${uj}\n`).join('')
    const { records } = await readText(rapl, dump(0) + dump(1_800_000_000))
    expect(records[0]?.itWh).toBeCloseTo(1, 9)
    expect(records[0]?.notes.map(({ code }) => code)).toEqual(['log-zones-unnamed'])
  })

  test('Kepler: a platform that counts nothing is not the machine', async () => {
    const scrape = (joules: number): string =>
      `kepler_node_platform_joules_total{instance="n",mode="idle"} 0\nkepler_node_package_joules_total{instance="n",mode="idle"} ${joules}\n`
    expect(await wh(kepler, scrape(100) + scrape(3700))).toBeCloseTo(1, 9)
  })

  test('Kepler: the platform holds the GPUs, a package does not', async () => {
    const scrape = (source: string, joules: number): string =>
      `kepler_node_${source}_joules_total{instance="n"} ${joules}\nkepler_node_gpu_joules_total{instance="n"} ${joules}\n`
    const read = async (source: string): Promise<unknown> =>
      (await readText(kepler, scrape(source, 0) + scrape(source, 3600))).records[0]
    expect(await read('platform')).toMatchObject({ itWh: 1, cpuWh: null, gpuWh: 1 })
    expect(await read('package')).toMatchObject({ itWh: 2, cpuWh: 1, gpuWh: 1 })
  })

  test('Scaphandre that printed to its standard output', async () => {
    const report = (t: number): string =>
      `{"host":{"consumption":36000000.0,"timestamp":${t}},"consumers":[],"sockets":[]}`
    const header = '\u001b[1;31mScaphandre json exporter\u001b[0m\nSending ⚡ metrics\n'
    expect(await wh(scaphandre, `${header}${report(1000)}${report(1010)}`)).toBeCloseTo(0.1, 9)
  })

  test('experiment-impact-tracker: a live grid figure that is missing is the one before, else the next', async () => {
    const row = (t: number, grid: string): string =>
      `{"timestamp": ${t}, "rapl_estimated_attributable_power_draw": 36, "realtime_carbon_intensity": ${grid}}\n`
    const grams = async (...grids: string[]): Promise<unknown> =>
      (await readText(experimentImpactTracker, grids.map((grid, index) => row(index * 100, grid)).join(''))).records[0]
        ?.emissionsG
    // 1 Wh x 1.58 a row.
    expect(await grams('"n/a"', '"n/a"', '100', '"n/a"', '200')).toBeCloseTo(0.00158 * 500, 12)
    expect(await grams('50', '"n/a"')).toBeCloseTo(0.00158 * 50, 12)
    expect(await grams('"n/a"', '"n/a"')).toBeNull()
  })

  test('a table of perf without its time elapsed was cut, and may have lost the memory', async () => {
    const [head, pkg, ram, end] = [
      "\n Performance counter stats for 'make test':\n\n",
      ' 36.00 Joules power/energy-pkg/\n',
      ' 3.60 Joules power/energy-ram/\n',
      '\n 10.5 seconds time elapsed\n',
    ]
    const codesOf = async (text: string): Promise<string[]> =>
      (await readText(perf, text)).records.flatMap(({ notes }) => notes.map(({ code }) => code))
    expect(await codesOf(head + pkg + ram + end)).toEqual([])
    expect(await codesOf(head + pkg)).toEqual(['log-torn'])
    expect(await codesOf(head + pkg + head + pkg + ram + end)).toEqual(['log-torn'])
    expect(await codesOf(pkg + ram)).toEqual([])
  })

  test('benchmarks one after the other in one output add up', async () => {
    const units = async (format: LogFormat, text: string): Promise<unknown> =>
      (await readText(format, text)).records.map(({ units, durationS }) => [units?.count, durationS])
    const ort = (count: number): string =>
      `Session creation time cost: 0.05 s\nTotal inference requests: ${count}\nTotal inference run time: 2 s\nRuns:${count}\n`
    expect(await units(onnxruntime, ort(100) + ort(200))).toEqual([[300, 4]])
    const trt = (count: number): string => `[I] Timing trace has ${count} queries over 3 s\n`
    expect(await units(trtexec, trt(100) + trt(200))).toEqual([[300, 6]])
  })

  test("Green Algorithms: the hardware's part of newer versions", async () => {
    const text = 'PUE;energy_needed;carbonEmissions;manufacturing_carbonEmissions\n1.5;0.3;51;7.5\n'
    expect((await readText(greenAlgorithms, text)).records[0]).toMatchObject({ emissionsG: 51, embodiedG: 7.5 })
  })

  test.each(['', '-100.00', 'nan', '1O0.00'])(
    'nvidia-smi without a header: the limit is not taken for the power where one reading is %j',
    async (bad) => {
      const row = (at: number, watts: string): string => `2026/03/02 08:15:0${at}.000, 0, 35, ${watts}, 250.00\n`
      const { records, refusals } = await readText(nvidiaSmi, row(0, '100.00') + row(1, bad) + row(2, '102.00'))
      expect(records.map(({ itWh }) => itWh)).toEqual([expect.closeTo(202 / 3600, 9)])
      expect(refusals).toHaveLength(1)
    },
  )

  test('nvidia-smi without a header: a load beside the power is not a GPU', async () => {
    const row = (s: number, load: number): string => `2026/03/02 08:15:0${s}.000, ${load}, 36.00\n`
    const text = row(0, 10) + row(1, 20) + row(2, 10) + row(3, 20) + row(4, 20)
    const { records } = await readText(nvidiaSmi, text)
    expect(records.map(({ itWh }) => itWh?.toFixed(6))).toEqual(['0.040000'])
  })

  test('nvidia-smi without times: every --interval, by index', async () => {
    const read = async (header: string, rows: string[], intervalS: number | null): Promise<unknown> => {
      const { records, refusals } = await readText(nvidiaSmi, [header, ...rows, ''].join('\n'), {
        settings: { mapping: null, intervalS },
      })
      return refusals[0]?.reason ?? records.map(({ itWh, durationS }) => [itWh, durationS])
    }
    const rows = ['0, 36.00 W', '1, 72.00 W', '0, [N/A]', '1, 72.00 W', '0, 36.00 W', '1, 72.00 W']
    expect(await read('index, power.draw [W]', rows, 5)).toEqual([
      [0.1, 10],
      [0.2, 10],
    ])
    expect(await read('index, power.draw [W]', rows, null)).toMatch(/--interval/)
    expect(await read('power.draw [W]', ['36.00 W', '36.00 W'], 5)).toEqual([[expect.closeTo(0.05, 9), 5]])
    expect(await read('power.draw [W]', ['36.00 W', '36.00 W'], null)).toMatch(/--interval/)
    expect(await read('36.00 W', ['36.00 W', '36.00 W'], 5)).toEqual([[expect.closeTo(0.1, 9), 10]])
  })

  test('blank lines and a byte order mark before a log say nothing about its format', async () => {
    const rows = '2026/03/02 08:15:00.000, 0, 36.00 W\n2026/03/02 08:15:10.000, 0, 36.00 W\n'
    expect(await wh(nvidiaSmi, `\uFEFF\n \r\ntimestamp, index, power.draw [W]\n${rows}`)).toBeCloseTo(0.1, 9)
    expect(await wh(rapl, '\n\nt_s,package_0_uj\n0,0\n10,3600000000\n')).toBeCloseTo(1, 9)
  })

  test('Impact Framework before 0.6: its config was global', async () => {
    const text =
      'initialize:\n  plugins:\n    sci:\n      method: Sci\n      global-config:\n        functional-unit: requests\nexecution:\n  status: success\ntree:\n  children:\n    a:\n      outputs:\n        - duration: 10\n          energy: 1.e-3\n          operational-carbon: 0.5\n          requests: 10\n'
    expect((await readText(impactFramework, text)).records[0]).toMatchObject({
      itWh: 1,
      emissionsG: 0.5,
      units: { name: 'request', count: 10 },
    })
  })

  test('a model card after a blank line', async () => {
    const text = '\n---\nco2_eq_emissions: "17g"\n---\n'
    expect(detectedFormat(text)?.format).toBe(huggingFace)
    expect((await readText(huggingFace, text)).records[0]?.emissionsG).toBe(17)
  })

  test('GA4HPC calls kilograms tons; what is neither is refused', async () => {
    const printed = (box: string): string =>
      `     |   ${box}   |\n    Energy used: 4,560.00 kWh\n         - CPUs: 3,900.00 kWh\n         - Data centre overheads: 660.00 kWh\n    Carbon intensity used for the calculations: 270 gCO2e/kWh\n`
    const grams = async (box: string): Promise<unknown> => {
      const { records, refusals } = await readText(ga4hpc, printed(box))
      return refusals[0]?.reason ?? records[0]?.emissionsG
    }
    expect(await grams('1,231 TCO2e')).toBe(1_231_000)
    expect(await grams('1.231 TCO2e')).toBe(1_231_000)
    expect(await grams('1,231 kgCO2e')).toBe(1_231_000)
    expect(await grams('12 TCO2e')).toMatch(/tons or kilograms/)
    // Its first versions print no grid: 5 g a kWh of 4,560 kWh is possible, 5 kg is not.
    const old = printed('25 TCO2e').replace(/.*Carbon intensity.*\n/, '')
    expect((await readText(ga4hpc, old)).records[0]?.emissionsG).toBe(25_000)
  })

  test('optimum-benchmark: members in any order', async () => {
    const energy = { total: 0.042, gpu: 0.03, cpu: 0.01, ram: 0.002, unit: 'kWh' }
    expect(await wh(optimumBenchmark, JSON.stringify({ forward: { energy } }))).toBeCloseTo(42, 9)
  })

  test('onnxruntime_perf_test of 2019', async () => {
    const text = 'Total time cost:9.8\nTotal iterations:4000\nAverage time cost:2.45 ms\n'
    expect(detectedFormat(text)?.format).toBe(onnxruntime)
    expect((await readText(onnxruntime, text)).records[0]?.units).toEqual({ name: 'inference', count: 4000 })
  })

  test("CodeCarbon's JSON list of tasks: each adds up", async () => {
    const task = (name: string): object => ({
      task_name: name,
      run_id: '6d0b4c0e-51a7-4f0e-8a44-0d7c1f6f7a11',
      duration: 60,
      emissions: 0.001,
      energy_consumed: 0.002,
    })
    expect(await wh(codecarbon, JSON.stringify([task('a'), task('b'), task('b')], null, 2))).toBeCloseTo(6, 9)
  })

  test.each(['NaN', 'inf', '-1', '0x10', '"1,5"', '12abc'])(
    'CodeCarbon: %s in a column that is not counted',
    async (text) => {
      for (const column of ['cpu_power', 'emissions_rate', 'wue', 'water_consumed']) {
        const log = `timestamp,duration,emissions,energy_consumed,${column}\n2026-03-02T08:15:00,1,1,1,${text}\n`
        expect(await wh(codecarbon, log)).toMatch(column)
      }
    },
  )

  test.each(['""', '.nan', '-1', '0x10', '1,5'])('Impact Framework: a figure that is %s', async (text) => {
    for (const name of ['energy', 'carbon-operational', 'embodied-carbon', 'duration']) {
      const row = { duration: '1', energy: '1', 'carbon-operational': '1', 'embodied-carbon': '1', [name]: text }
      const lines = Object.entries(row).map(([key, value], at) => `        ${at === 0 ? '-' : ' '} ${key}: ${value}`)
      const log = ['initialize: {}', 'tree:', '  children:', '    web:', '      outputs:', ...lines, ''].join('\n')
      expect(await wh(impactFramework, log)).toMatch(`web: ${name} is`)
    }
  })

  test('a Google Cloud export with a hexadecimal figure', async () => {
    const log = '{"usage_month":"2026-02-01","carbon_footprint_total_kgCO2e":{"location_based":"0x10"}}\n'
    expect(await wh(gcpCarbon, log)).toMatch('location_based')
  })
})

describe('figures that cannot be', () => {
  test('perf: below zero', async () => {
    expect(await wh(perf, '  -720.00 Joules power/energy-pkg/\n  360.00 Joules power/energy-ram/\n')).toMatch(
      /^energy is "-720.00"/,
    )
  })

  test('perf: a last line that was cut before its event', async () => {
    const { records } = await readText(perf, '720.00,Joules,power/energy-pkg/,1,100.00,,\n360.00,Joules,pow')
    expect(records[0]?.notes.map(({ code }) => code)).toContain('log-torn')
  })

  test('GreenAlgorithms4HPC: a box that is not a number', async () => {
    expect(await wh(ga4hpc, exampleOf('ga4hpc').replace('2.50 kgCO2e', 'nan kgCO2e'))).toBe(
      'the emissions in the box cannot be read',
    )
  })

  test('experiment-impact-tracker: a sample without a power that the others have adds a warning', async () => {
    const text = exampleOf('experiment-impact-tracker').replace(
      '"nvidia_estimated_attributable_power_draw": 60.0',
      '"x": 1',
    )
    const { records } = await readText(experimentImpactTracker, text)
    expect(records[0]?.notes.map(({ code }) => code)).toContain('log-samples-missing')
  })

  test('carbontracker: a last block that was cut before its energy adds a warning', async () => {
    const text = `${exampleOf('carbontracker')}2026-03-02 08:20:00 - CarbonTracker: \nActual consumption for 3 epoch(s):\n\tTime:\t0:07`
    const { records } = await readText(carbontracker, text)
    expect(records[0]?.itWh).toBeCloseTo(3, 9)
    expect(records[0]?.notes.map(({ code }) => code)).toContain('log-torn')
  })
})

describe('logs of any length', () => {
  test.each([
    [greenAlgorithms, 200_000, 10_000],
    [aiEnergyScore, 200_000, 10_000],
  ])('$name: rows beyond the first thousands are refused, and not held', async (format, rows, kept) => {
    const [header = '', row = ''] = exampleOf(format.name).split('\n')
    const { records, refusals } = await readText(format, `${header}\n${`${row}\n`.repeat(rows)}`)
    expect(records).toHaveLength(kept)
    expect(refusals[0]).toMatchObject({ line: kept + 2, reason: `more than ${kept} runs in one file` })
  })

  test('CodeCarbon metrics: series beyond the first thousand are refused, and not held', async () => {
    const lines = Array.from({ length: 3000 }, (_, run) => `codecarbon_energy_consumed{run="${run}"} 0.001\n`)
    const { records, refusals } = await readText(codecarbon, lines.join(''))
    expect(records).toHaveLength(1000)
    expect(refusals[0]).toMatchObject({ line: 1001, reason: 'more than 1000 series' })
  })
})

test('turbostat: where its clock goes back, the row there is refused and the rest is counted', async () => {
  const rows = [0, 5, 10, 2, 7].map((clock) => `-\t-\t${clock}.000000\t36.00\n`)
  const { records, refusals } = await readText(turbostat, `Core\tCPU\tTime_Of_Day_Seconds\tPkgWatt\n${rows.join('')}`)
  expect(refusals).toEqual([{ file: 'log', line: 5, reason: 'the time runs backwards' }])
  expect(records[0]?.itWh).toBeCloseTo((36 * 20) / 3600, 9)
  expect(records[0]?.durationS).toBeCloseTo(20, 9)
})

test('RAPL samples with every field quoted', async () => {
  expect(await wh(rapl, '"t_s","package_0_uj"\n"0","0"\n"60","720000000"\n')).toBeCloseTo(0.2, 9)
})

test('a mapped run that is null in JSON is the run without a name, one that is missing is a slip', async () => {
  const settings = { mapping: columnMapping({ energy: 'kwh in kWh', run: 'run' }), intervalS: null }
  const read = (text: string): ReturnType<typeof readText> => readText(generic, text, { settings })
  const { records, refusals } = await read('{"run":null,"kwh":1}\n{"run":"a","kwh":2}\n')
  expect(refusals).toEqual([])
  expect(records.map(({ name, itWh }) => [name, itWh])).toEqual([
    ['log', 1000],
    ['a', 2000],
  ])
  expect((await read('{"runs":"a","kwh":1}\n')).refusals).toMatchObject([{ reason: expect.stringContaining('"runs"') }])
  expect((await read('{"run":"a","kwh":null}\n')).refusals).toHaveLength(1)
})

describe('perf -I --summary: the sum replaces its intervals, also one without a count', () => {
  const row = (s: number, count: string): string => `${s}.000,${count},Joules,power/energy-pkg/,1,100.00,,\n`
  const intervals = row(1, '10.00') + row(2, '<not counted>') + row(3, '10.00')
  const summary = '         summary,30.00,Joules,power/energy-pkg/,1,100.00,,\n'
  const read = async (text: string): Promise<unknown> => {
    const { records, refusals } = await readText(perf, text)
    expect(refusals).toEqual([])
    return [(records[0]?.itWh ?? 0) * 3600, records[0]?.notes.map(({ code }) => code)]
  }

  test('as CSV', async () => {
    expect(await read(intervals + summary)).toEqual([expect.closeTo(30, 9), []])
    // Each run has its own.
    expect(await read(intervals + summary + intervals + summary)).toEqual([expect.closeTo(60, 9), []])
    expect(await read(intervals + intervals + summary)).toEqual([expect.closeTo(50, 9), ['log-gaps']])
    expect(await read(intervals + summary + intervals)).toEqual([expect.closeTo(50, 9), ['log-gaps']])
  })

  test('as a table, which its time tells', async () => {
    const table = (s: number): string =>
      ` 1.0 10.00 Joules power/energy-pkg/\n 2.0 <not counted> Joules power/energy-pkg/\n 3.0 10.00 Joules power/energy-pkg/\n\n Performance counter stats for 'system wide':\n\n 30.00 Joules power/energy-pkg/\n\n ${s} seconds time elapsed\n`
    expect(await read(table(3.001))).toEqual([expect.closeTo(30, 9), []])
    expect(await read(table(60))).toEqual([expect.closeTo(50, 9), ['log-gaps']])
  })
})

describe('RAPL: dumps of two machines in one file', () => {
  const dump = (path: string, uj: number): string =>
    `${path}/name=package-0\n${path}/energy_uj=${uj}\n${path}/max_energy_range_uj=262143328850\n`

  test.each([
    ['zones alone', 'intel-rapl:0'],
    ['powercap', 'powercap/intel-rapl/intel-rapl:0'],
    ['the whole tree', 'sys/class/powercap/intel-rapl:0'],
  ])('are each counted: %s', async (_, zone) => {
    const both = (uj: number): string => dump(`node1/${zone}`, uj) + dump(`node2/${zone}`, uj * 2)
    expect(await wh(rapl, both(1_000_000_000) + both(4_600_000_000))).toBeCloseTo(3, 9)
  })

  test('the aliases of each are one; a prefix of grep is a machine', async () => {
    const aliases = (machine: string, uj: number): string =>
      [
        '/sys/class/powercap/intel-rapl:0',
        '/sys/devices/virtual/powercap/intel-rapl/intel-rapl:0',
        '/sys/class/powercap/intel-rapl-mmio:0',
      ]
        .map((path) => dump(machine + path, uj))
        .join('')
    const both = (uj: number): string => aliases('a:', uj) + aliases('b', uj)
    expect(await wh(rapl, both(1_000_000_000) + both(4_600_000_000))).toBeCloseTo(2, 9)
  })

  test('in several files a counter is known by its machine', async () => {
    const keys = async (path: string): Promise<unknown> =>
      (await readText(rapl, dump(path, 1e9))).records.map(({ counter }) => counter?.key)
    expect(await keys('node1/intel-rapl:0')).toEqual(['rapl node1/intel-rapl:0'])
    expect(await keys('/sys/class/powercap/intel-rapl:0')).toEqual(['rapl intel-rapl:0'])
    expect(await keys('./intel-rapl/intel-rapl:0')).toEqual(['rapl intel-rapl:0'])
  })
})

test('Eco-CI: a printed figure that is not a number is skipped, the energy counts', async () => {
  const text =
    '"Total Run: Energy [Joules]:" 3600\n🌳 CO₂ Data:\nCO₂ from energy is:  g\nCO₂ from manufacturing (embodied carbon) is: 0.5 g\n'
  const { records, refusals } = await readText(ecoCi, text)
  expect(refusals).toEqual([])
  expect(records).toMatchObject([
    { itWh: 1, emissionsG: null, embodiedG: 0.5, notes: [{ code: 'log-figure-left-out' }] },
  ])
})

test('Kepler: containers that use less than the GPUs alone do not hold them', async () => {
  const scrape = (all: number, gpu: number): string =>
    `kepler_container_joules_total{instance="n"} ${all}\nkepler_node_gpu_joules_total{instance="n"} ${gpu}\n`
  const read = async (all: number, gpu: number): Promise<unknown> =>
    (await readText(kepler, scrape(0, 0) + scrape(all, gpu))).records
  expect(await read(7200, 36_000)).toMatchObject([{ itWh: 12, gpuWh: 10, notes: [{ code: 'log-gpu-added' }] }])
  expect(await read(36_000, 7200)).toMatchObject([{ itWh: 10, gpuWh: 2, notes: [] }])
})
