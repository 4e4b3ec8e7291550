import { describe, expect, test } from 'vitest'
import { codecarbon } from '../../src/trackers/codecarbon.ts'
import { detectedFormat } from '../../src/trackers/formats.ts'
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

/** Wh of all records; the first reason where a row is refused. Also holds that the text is told for its format. */
async function wh(format: LogFormat, text: string): Promise<number | string> {
  expect(detectedFormat(text)).toBe(format)
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
})

describe('samples of power', () => {
  const smi = (...rows: string[]): string => ['timestamp, index, power.draw [W]', ...rows, ''].join('\n')
  const at = (time: string): string => `2026/03/02 ${time}, 0, 100.00 W`

  test('a second gap is a gap as well', async () => {
    const rows = [at('08:00:00.000'), at('08:00:36.000'), at('09:00:00.000'), at('09:00:36.000'), at('11:00:00.000')]
    expect(await wh(nvidiaSmi, smi(...rows))).toBeCloseTo(2, 9)
  })

  test('slow sampling is no gap', async () => {
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

  test('turbostat: usec is no interval', async () => {
    const text =
      'usec\tTime_Of_Day_Seconds\tCore\tCPU\tPkgWatt\n150000\t1772438405.0\t-\t-\t36.00\n150000\t1772438455.0\t-\t-\t36.00\n'
    expect(await wh(turbostat, text)).toBeCloseTo(1, 9)
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
  })

  test('optimum-benchmark: members in any order', async () => {
    const energy = { total: 0.042, gpu: 0.03, cpu: 0.01, ram: 0.002, unit: 'kWh' }
    expect(await wh(optimumBenchmark, JSON.stringify({ forward: { energy } }))).toBeCloseTo(42, 9)
  })

  test('onnxruntime_perf_test of 2019', async () => {
    const text = 'Total time cost:9.8\nTotal iterations:4000\nAverage time cost:2.45 ms\n'
    expect(detectedFormat(text)).toBe(onnxruntime)
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
