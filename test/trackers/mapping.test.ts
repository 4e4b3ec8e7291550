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
