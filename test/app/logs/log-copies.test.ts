import { describe, expect, test } from 'vitest'
import { columnMapping } from '../../../src/trackers/column-mapping.ts'
import { codecarbonCsv, codes, itWh, read, workspace } from './log-folder.ts'

const tenSamples = Array.from(
  { length: 10 },
  (_, at) =>
    `*** Sampled system activity (Fri May  8 09:35:0${at} 2026 +0200) (100.00ms elapsed) ***\nCPU Power: 900 mW\nCombined Power (CPU + GPU + ANE): 1000 mW\n`,
).join('')
const consoleLines = '[codecarbon INFO @ 11:13:44] 0.001000 kWh of electricity used since the beginning.\n'
const emissions = codecarbonCsv({ id: '1', kwh: 0.001, kg: 0.0004 })

test("CodeCarbon's powermetrics_log.txt and console lines beside emissions.csv are left out with a note", async () => {
  const folder = workspace({
    'emissions.csv': emissions,
    'powermetrics_log.txt': tenSamples,
    'train.log': consoleLines,
  })
  const figures = await read(folder)
  const alone = await read(workspace({ 'emissions.csv': emissions }))
  expect(figures.parts.map(({ energy }) => energy.total_wh)).toEqual(alone.parts.map(({ energy }) => energy.total_wh))
  expect(figures.doubt).toBeNull()
  const copy = figures.notes.find(({ code }) => code === 'log-copy')
  expect(copy?.text).toContain('powermetrics_log.txt')
  expect(copy?.text).toContain('train.log')
})

test("CodeCarbon's powermetrics_log.txt alone never makes a total", async () => {
  await expect(read(workspace({ 'powermetrics_log.txt': tenSamples }))).rejects.toThrow('overwrites this file')
  const beside = await read(workspace({ 'a/powermetrics_log.txt': tenSamples, 'b/emissions.csv': emissions }))
  expect(beside.doubt).not.toBeNull()
})

test('console lines without the CSV count', async () => {
  const figures = await read(workspace({ 'train.log': consoleLines }))
  expect(figures.parts.map(({ energy }) => energy.it_wh)).toEqual([1])
})

test('process files of PowerJoular are inside its system file', async () => {
  const system =
    'Date,CPU Utilization,Total Power,CPU Power,GPU Power\n2026-03-02 08:15:00,0.1,100,80,20\n2026-03-02 08:15:36,0.1,100,80,20\n'
  const process = 'Date,CPU Utilization,CPU Power\n2026-03-02 08:15:00,0.1,50\n2026-03-02 08:15:36,0.1,50\n'
  const both = await read(workspace({ 'power.csv': system, 'power-77.csv': process }))
  expect(both.parts.map(({ energy }) => energy.it_wh)).toEqual([1])
  const only = await read(workspace({ 'power-77.csv': process }))
  expect(only.parts.map(({ energy }) => energy.it_wh)).toEqual([0.5])
})

test('two scrapes of DCGM in two files make the energy between them; one alone makes none', async () => {
  const scrape = (mJ: number): string => `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-x"} ${mJ}\n`
  const folder = workspace({ 'start.prom': scrape(1_000_000), 'end.prom': scrape(4_600_000) })
  const figures = await read(folder, { files: ['start.prom', 'end.prom'] })
  expect(figures.parts.map(({ energy }) => energy.it_wh)).toEqual([1])
  await expect(read(folder, { files: ['end.prom'] })).rejects.toThrow('a reading of the start and one of the end')
})

describe('the same log under two names counts once', () => {
  const perf = (joules: string): string =>
    `# started on Mon Mar  2 08:15:00 2026\n\n Performance counter stats for 'system wide':\n\n ${joules} Joules power/energy-pkg/\n\n 1.002345678 seconds time elapsed\n`
  const nvidia =
    'timestamp, index, power.draw [W]\n2026/03/02 08:15:00.000, 0, 100.50 W\n2026/03/02 08:15:36.000, 0, 99.50 W\n'
  const power = 'time,watts,host\n1772438400,100.5,a\n1772438436,99.5,a\n'
  const columns = { mapping: columnMapping({ power: 'watts in W', time: 'time in s' }) }

  test.each<[string, Record<string, string>, number]>([
    ['a copy', { a: perf('360.25'), b: perf('360.25') }, 360.25 / 3600],
    ['line ends', { a: perf('360.25'), b: perf('360.25').replaceAll('\n', '\r\n') }, 360.25 / 3600],
    ['in another folder', { 'x/a': nvidia, 'y/a': nvidia }, 1],
    ['a backup', { 'a.csv': nvidia, 'a.csv.bak': nvidia }, 1],
    ['columns in another order', { a: power, b: power.replace(/^(.*),(.*),(.*)$/gm, '$3,$2,$1') }, 1],
    ['saved by a spreadsheet', { a: power, b: power.replaceAll(',', ';').replaceAll('.', ',') }, 1],
    ['two measurements', { a: perf('360.25'), b: perf('360.26') }, 720.51 / 3600],
    ['three, of which two are one', { a: perf('360.25'), b: perf('360.26'), c: perf('360.25') }, 720.51 / 3600],
  ])('%s', async (_, files, wh) => {
    const figures = await read(workspace(files), { files: Object.keys(files), ...columns })
    expect(itWh(figures)).toBeCloseTo(wh, 9)
    expect(figures.doubt).toBeNull()
  })

  test('rounded figures of two runs may agree by chance: they add up, with a warning', async () => {
    const run = 'job,energy\na,0.5\n'
    const mapping = columnMapping({ energy: 'energy in kWh', run: 'job' })
    const figures = await read(workspace({ 'a.csv': run, 'b.csv': run.replace('a', 'b') }), { mapping })
    expect(itWh(figures)).toBe(1000)
    expect(codes(figures)).toContain('log-same-figure')
  })
})

describe('two logs that are no copies add up', () => {
  const trace = (watts: readonly number[]): string =>
    `timestamp, index, power.draw [W]\n${watts.map((w, at) => `2026/03/02 08:${String(10 + Math.floor(at / 60))}:${String(at % 60).padStart(2, '0')}.000, 0, ${w}.00 W\n`).join('')}`
  const flat = (peakAt: number): string => trace(Array.from({ length: 150 }, (_, at) => (at === peakAt ? 200 : 100)))
  const requests =
    '{"model":"gpt-4o-2024-08-06","usage":{"prompt_tokens":1000,"completion_tokens":500,"total_tokens":1500}}\n'.repeat(
      6,
    )

  test.each<[string, string, string]>([
    ['the same powers at other times', trace([100, 300, 100, 200, 100]), trace([100, 200, 100, 300, 100])],
    ['a peak late in one and later in the other', flat(120), flat(130)],
    ['the same requests to a model whose name has a date', requests, requests],
    ['constants of two jobs that started together', consoleLines, consoleLines],
  ])('%s', async (_, a, b) => {
    const [one, other] = await Promise.all(
      [a, b].map((text) => read(workspace({ 'x.log': text }), { files: ['x.log'] })),
    )
    const both = await read(workspace({ 'a/x.log': a, 'b/x.log': b }), { files: ['a/x.log', 'b/x.log'] })
    expect(itWh(both)).toBeCloseTo(itWh(one as never) + itWh(other as never), 9)
    expect(codes(both)).not.toContain('log-copy')
  })
})
