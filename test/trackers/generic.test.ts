import { expect, test } from 'vitest'
import { columnMapping } from '../../src/trackers/column-mapping.ts'
import { generic } from '../../src/trackers/generic.ts'
import type { LogReading } from '../../src/trackers/tracker.ts'
import { readText } from './log-text.ts'

const read = (mapping: Record<string, string>, text: string): Promise<LogReading> =>
  readText(generic, text, { settings: { mapping: columnMapping(mapping), intervalS: null } })

test('a column that is not there: the nearest name', async () => {
  for (const text of ['job,energy_used\na,1\n', '{"job":"a","energy_used":1}\n']) {
    const { records, refusals } = await read({ energy: 'energy_usd in kWh' }, text)
    expect(records).toEqual([])
    expect(refusals).toMatchObject([{ reason: expect.stringContaining('did you mean "energy_used"?') }])
  }
})

test('a key within a key', async () => {
  const text = '{"m":{"e":{"kwh":0.5}}}\n{"m":{"e":{"kwh":"0.25"}}}\n'
  expect((await read({ energy: 'm.e.kwh in kWh' }, text)).records).toMatchObject([{ itWh: 750 }])
  const { refusals } = await read({ energy: 'm.kwh in kWh' }, text)
  expect(refusals).toMatchObject([{ line: 1, reason: expect.stringContaining('"m.e.kwh"') }, { line: 2 }])
})

test('samples of one time add a warning: they may be of several devices', async () => {
  const text = 't,gpu,w\n0,0,100\n0,1,200\n10,0,100\n10,1,200\n'
  const mapping = { power: 'w in W', time: 't in s' }
  const [together] = (await read(mapping, text)).records
  expect(together?.notes).toMatchObject([{ code: 'log-same-time', text: expect.stringContaining('2 samples') }])
  const apart = (await read({ ...mapping, run: 'gpu' }, text)).records
  expect(apart.map(({ itWh }) => itWh)).toEqual([expect.closeTo(1000 / 3600, 9), expect.closeTo(2000 / 3600, 9)])
  expect(apart.flatMap(({ notes }) => notes)).toEqual([])
})
