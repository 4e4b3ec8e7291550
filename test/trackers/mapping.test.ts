import { describe, expect, test } from 'vitest'
import { columnMapping } from '../../src/trackers/column-mapping.ts'
import { generic } from '../../src/trackers/generic.ts'
import { readText } from './log-text.ts'

async function readMapped(
  mapping: Readonly<Record<string, string>>,
  text: string,
  intervalS: number | null = null,
): Promise<{ wh: number | null; refused: number; codes: string[] }> {
  const settings = { mapping: columnMapping(mapping, intervalS !== null), intervalS }
  const { records, refusals } = await readText(generic, text, { settings })
  return {
    wh: records.length === 0 ? null : records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0),
    refused: refusals.length,
    codes: records.flatMap(({ notes }) => notes.map(({ code }) => code)),
  }
}

describe('A mapping', () => {
  test.each([
    ['uJ', 3.6e9],
    ['mJ', 3.6e6],
    ['J', 3600],
    ['mWh', 1000],
    ['kWh', 0.001],
  ])('reads energy in %s.', async (unit, value) => {
    expect(await readMapped({ energy: `e in ${unit}` }, `job,e\na,${value}\n`)).toMatchObject({ refused: 0 })
    expect((await readMapped({ energy: `e in ${unit}` }, `job,e\na,${value}\n`)).wh).toBeCloseTo(1, 9)
  })

  test.each([
    ['uW', 3.6e7],
    ['mW', 36_000],
  ])('reads power in %s without times, at the interval of its rows.', async (unit, value) => {
    const { wh } = await readMapped({ power: `p in ${unit}` }, `p,x\n${`${value},1\n`.repeat(3)}`, 5)
    expect(wh).toBeCloseTo(0.1, 9)
  })

  test('reads power for the time that a row took, also where the rows have times.', async () => {
    const text = 't,w,d\n0,360,5\n7200,360,5\n'
    const mapping = { power: 'w in W', time: 't in s', duration: 'd in s' }
    expect(await readMapped(mapping, text)).toEqual({ wh: 1, refused: 0, codes: [] })
  })

  test('refuses a figure that no log has.', async () => {
    for (const huge of ['1e19', '1e305']) {
      expect(await readMapped({ energy: 'e in MWh' }, `job,e\na,${huge}\n`)).toMatchObject({ wh: null, refused: 1 })
    }
  })

  test('refuses power without times and without an interval.', () => {
    expect(() => columnMapping({ power: 'p in W' })).toThrow(/--interval/)
  })

  test.each([';', '\t', '|', ','])('separates columns by %j as the header does.', async (delimiter) => {
    const text = ['job', 'e', 'f'].join(delimiter) + '\n' + ['a', '1.5', '2'].join(delimiter) + '\n'
    expect((await readMapped({ energy: 'e in Wh' }, text)).wh).toBeCloseTo(1.5, 9)
  })

  test('reads decimal commas where the header proves another separator, and refuses a mixture.', async () => {
    expect((await readMapped({ energy: 'e in Wh' }, 'job;e\na;1,5\nb;2\nc;0,25\n')).wh).toBeCloseTo(3.75, 9)
    expect((await readMapped({ energy: 'e in Wh' }, 'job;e\na;1,5\nb;2.5\n')).refused).toBe(1)
    expect((await readMapped({ energy: 'e in Wh' }, 'sep=;\njob;e\na;1,5\n')).wh).toBeCloseTo(1.5, 9)
  })

  test('adds up several energy columns, also in different units.', async () => {
    const text = 'pkg;dram;gpu\n3600000000;360000000;360000\n'
    expect((await readMapped({ energy: 'pkg + dram in uJ' }, text)).wh).toBeCloseTo(1.1, 9)
    expect((await readMapped({ energy: 'pkg + dram in uJ + gpu in mJ' }, text)).wh).toBeCloseTo(1.2, 9)
    expect((await readMapped({ energy: 'pkg + dram in uJ' }, 'pkg,dram\n1,\n')).refused).toBe(1)
  })

  test('ends a table at the sentences below it, and refuses sentences between rows.', async () => {
    const rows = 'job,e,f\na,1,2\n'
    const prose = '\nTotal elapsed time (s) = 2.0\nMean of all, in W = 3\n'
    expect(await readMapped({ energy: 'e in Wh' }, rows + prose)).toEqual({
      wh: 1,
      refused: 0,
      codes: ['log-table-end'],
    })
    expect((await readMapped({ energy: 'e in Wh' }, `${rows + prose}b,1,2\n`)).refused).toBe(2)
    expect((await readMapped({ energy: 'e in Wh' }, `${rows}b,1\n`)).refused).toBe(1)
  })
})

describe('A mapped counter', () => {
  const rows = (...readings: readonly number[]): string =>
    `t,uj,co2\n${readings.map((uj, at) => `${at},${uj},1\n`).join('')}`

  test('is what its readings grow by, and several add up.', async () => {
    const text = 'a,b\n7200,100\n9000,100\n10800,136\n'
    expect(await readMapped({ counter: 'a in J' }, text)).toEqual({ wh: 1, refused: 0, codes: [] })
    expect((await readMapped({ counter: 'a in J + b in mJ' }, text)).wh).toBeCloseTo(1 + 1e-5, 9)
  })

  test('is of each run by itself.', async () => {
    const text = 'job,e\na,10\nb,500\na,12\nb,501\n'
    expect((await readMapped({ counter: 'e in Wh', run: 'job' }, text)).wh).toBe(3)
  })

  test('that restarts or stands still misses energy, and one reading makes none.', async () => {
    expect(await readMapped({ counter: 'uj in uJ' }, rows(3.6e9, 7.2e9, 3.6e9))).toEqual({
      wh: 2,
      refused: 0,
      codes: ['log-counter-restart'],
    })
    expect((await readMapped({ counter: 'uj in uJ' }, rows(5, 5, 5))).codes).toEqual(['log-meter-silent'])
    expect(await readMapped({ counter: 'uj in uJ' }, rows(3.6e9))).toMatchObject({ wh: null, refused: 1 })
  })

  test('that is mapped as energy or emissions adds a warning where its rows only grow.', async () => {
    const growing = rows(1, 2, 5, 6, 9, 10, 12)
    expect((await readMapped({ energy: 'uj in uJ' }, growing)).codes).toEqual(['log-counter-summed'])
    expect((await readMapped({ emissions: 'uj in kg' }, growing)).codes).toEqual(['log-counter-summed'])
    expect((await readMapped({ counter: 'uj in uJ', emissions: 'co2 in kg' }, growing)).codes).toEqual([])
    expect((await readMapped({ energy: 'uj in uJ' }, rows(1, 2, 5, 6, 9, 10, 10))).codes).toEqual([])
  })

  test('and energy are not mapped together.', () => {
    expect(() => columnMapping({ counter: 'a in J', energy: 'b in J' })).toThrow(/name one of them/)
  })
})

describe('A unit in the name of a column', () => {
  test.each([
    ['energy', 'energy_kwh in J', true],
    ['energy', 'Energy (kWh) in Wh', true],
    ['energy', 'cpu_power_w in J', false],
    ['energy', 'energy_mj in J', false],
    ['counter', 'energy_uj in J', false],
    ['power', 'gpu_power [mW] in W', false],
    ['power', 'total_watts in kW', false],
    ['power', 'total_watts in mW', true],
    ['emissions', 'emissions_kg in g', true],
  ])(
    'that contradicts `%s: %s` adds a warning, and no budget passes on less than the name says.',
    async (what, column, isLess) => {
      const text = `${column.replace(/ in \S+$/, '')},t\n1,0\n2,1\n`
      const time = what === 'power' ? { time: 't in s' } : {}
      expect((await readMapped({ [what]: column, ...time }, text)).codes).toEqual([
        isLess ? 'log-energy-missing' : 'log-unit-contradiction',
      ])
    },
  )

  test.each([
    ['energy', 'energy_kwh in kWh'],
    ['energy', 'energy_mj in MJ'],
    ['energy', 'energy [µJ] in uJ'],
    ['energy', 'joules in J'],
    ['energy', 'energy_used in kWh'],
    ['energy', 'model_s in Wh'],
    ['power', 'power_min in W'],
    ['emissions', 'co2 in kg'],
  ])('that fits `%s: %s`, or is none, adds no warning.', async (what, column) => {
    const text = `${column.replace(/ in \S+$/, '')},t\n1,0\n2,1\n`
    const time = what === 'power' ? { time: 't in s' } : {}
    expect((await readMapped({ [what]: column, ...time }, text)).codes).toEqual([])
  })
})
