import { expect, test } from 'vitest'
import { nvidiaSmi } from '../../src/trackers/nvidia-smi.ts'
import { FORMATS } from '../../src/trackers/formats.ts'
import { kepler } from '../../src/trackers/kepler.ts'
import { rapl } from '../../src/trackers/rapl.ts'
import type { LogFormat } from '../../src/trackers/tracker.ts'
import { turbostat } from '../../src/trackers/turbostat.ts'
import { readText } from './log-text.ts'

const rows =
  'timestamp, index, power.draw [W]\n2026/03/02 08:15:00.000, 0, 100.00 W\n2026/03/02 08:15:36.000, 0, 100.00 W'

test('a last row without a line end counts when its last value is written to its end', async () => {
  const whole = await readText(nvidiaSmi, rows)
  expect(whole.records[0]?.itWh).toBeCloseTo(1, 9)
  for (const cut of [1, 2, 3, 4, 5, 8, 20]) {
    const text = `${rows}\n2026/03/02 08:16:12.000, 0, 100.00 W`.slice(0, -cut)
    const { records, refusals } = await readText(nvidiaSmi, text)
    expect(refusals).toEqual([])
    expect(records[0]?.itWh).toBeCloseTo(1, 9)
  }
  const table = 'Core\tCPU\tPkg_J\n-\t-\t36.00\n-\t-\t36.00'
  expect((await readText(turbostat, table)).records[0]?.itWh).toBeCloseTo(0.02, 9)
  expect((await readText(turbostat, table.slice(0, -1))).records[0]?.itWh).toBeCloseTo(0.01, 9)
})

test('a power log without a header counts where its last row is cut inside the power limit', async () => {
  const log =
    '2026/03/02 08:15:00.000, 0, 100.00, 300.00\n2026/03/02 08:15:36.000, 0, 110.00, 300.00\n2026/03/02 08:16:12.000, 0, 120.00, 300.00'
  for (const cut of [0, 1, 2, 3, 4, 5, 6, 7]) {
    const { records, refusals } = await readText(nvidiaSmi, cut === 0 ? log : log.slice(0, -cut))
    expect(refusals).toEqual([])
    expect(records[0]?.itWh).toBeCloseTo(2.2, 9)
  }
})

const codes = async (format: LogFormat, text: string): Promise<string[]> =>
  (await readText(format, text)).records.flatMap(({ notes }) => notes.map(({ code }) => code))

test('a counter that lost digits where the log was cut has neither wrapped nor restarted', async () => {
  const samples = 't_s,package_0_uj\n0,1000000\n60,721000000\n120,1441000000'
  const zone = '/sys/class/powercap/intel-rapl:0'
  const dumps = [
    `${zone}/max_energy_range_uj=262143328850`,
    ...[1e6, 721e6, 1441e6].map((uj) => `${zone}/energy_uj=${uj}`),
  ]
  const scrapes = [1000, 1720, 2440].map((joules) => `kepler_node_cpu_joules_total{zone="package"} ${joules}`)
  for (const [format, text, whole] of [
    [rapl, samples, 0.4],
    [rapl, dumps.join('\n'), 0.4],
    [kepler, scrapes.join('\n'), 0.4],
  ] as const) {
    expect((await readText(format, text)).records[0]?.itWh).toBeCloseTo(whole, 9)
    expect((await readText(format, text.slice(0, -1))).records[0]?.itWh).toBeCloseTo(whole / 2, 9)
    expect(await codes(format, text.slice(0, -1))).toEqual(
      expect.arrayContaining([expect.stringMatching(/^log-(?:torn|no-line-end)$/)]),
    )
  }
})

test.each([
  ['codecarbon', 'duration,emissions,energy_consumed\n60,0.001,0.0025'],
  ['eco2ai', 'id,CO2_emissions(kg),power_consumption(kWh)\n1,0.001,0.0025'],
  ['onnxruntime', 'Total inference time cost: 9.8 s\nTotal inference requests: 2000'],
  ['kepler', 'kepler_node_cpu_joules_total{zone="package"} 1000'],
])('%s: a counted number without a line end may be truncated, and adds a warning', async (name, text) => {
  const format = FORMATS.find((each) => each.name === name) as LogFormat
  expect(await codes(format, text)).toContain('log-no-line-end')
  expect(await codes(format, `${text}\n`)).not.toContain('log-no-line-end')
})
