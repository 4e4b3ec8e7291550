import { expect, test } from 'vitest'
import { codecarbonCsv, read, workspace } from './log-folder.ts'

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
