import { describe, expect, test } from 'vitest'
import { codes, itWh, read, workspace } from './log-folder.ts'

/** Power logs of 100 W, a sample every 10 s, with a hole of an hour in the middle. */
const TIMES = [0, 10, 20, 30, 3630, 3640, 3650]

const clockOf = (s: number): string => new Date(Date.UTC(2026, 2, 2) + s * 1000).toISOString()

const SAMPLED: Readonly<
  Record<string, { readonly text: (times: readonly number[]) => string; readonly power?: true }>
> = {
  'nvidia-smi': {
    text: (times) =>
      [
        'timestamp, index, power.draw [W]',
        ...times.map((s) => `${clockOf(s).replaceAll('-', '/').replace('T', ' ').replace('Z', '')}, 0, 100.00 W`),
        '',
      ].join('\n'),
  },
  generic: { text: (times) => ['t,w', ...times.map((s) => `${s},100`), ''].join('\n'), power: true },
  scaphandre: {
    text: (times) =>
      JSON.stringify(
        times.map((s) => ({
          host: { consumption: 1e8, timestamp: 1e9 + s, components: {} },
          consumers: [],
          sockets: [],
        })),
      ),
  },
  'experiment-impact-tracker': {
    text: (times) =>
      times
        .map((s) => `${JSON.stringify({ timestamp: 1e9 + s, rapl_estimated_attributable_power_draw: 100 })}\n`)
        .join(''),
  },
  turbostat: {
    text: (times) =>
      ['Time_Of_Day_Seconds\tCore\tCPU\tPkgWatt', ...times.map((s) => `${1e9 + s}\t-\t-\t100.00`), ''].join('\n'),
  },
}

const mapping = { power: { column: 'w', unit: 'W' }, time: { column: 't', unit: 's' } }

describe.each(Object.entries(SAMPLED))('%s', (_, { text, power }) => {
  const readTimes = (times: readonly number[], minCoverage?: number) =>
    read(workspace({ log: text(times) }), {
      files: ['log'],
      ...(power ? { mapping } : {}),
      ...(minCoverage === undefined ? {} : { minCoverage }),
    })

  test('A hole in the samples is uncovered time, and below min-coverage nothing passes.', async () => {
    const figures = await readTimes(TIMES)
    expect(figures.doubt).not.toBeNull()
    expect(figures.parts[0]?.coverage).toBeLessThan(0.05)
    expect(figures.durationS).toBeGreaterThan(3600)
    expect(codes(figures)).toEqual(expect.arrayContaining(['log-gaps', 'log-coverage']))
    expect((await readTimes(TIMES, 0.01)).doubt).toBeNull()
  })

  test('Samples without a hole cover all of their time.', async () => {
    const figures = await readTimes(TIMES.slice(0, 4))
    expect(figures.doubt).toBeNull()
    expect(figures.parts[0]?.coverage).toBe(1)
    expect(codes(figures)).not.toContain('log-coverage')
  })
})

describe('nvidia-smi', () => {
  const rows = (...lines: string[]): string => ['timestamp, index, power.draw [W]', ...lines, ''].join('\n')
  const row = (s: number, index: number, power = '100.00 W'): string =>
    `2026/03/02 08:00:${String(s).padStart(2, '0')}.000, ${index}, ${power}`

  test('A GPU without any value makes the log untrusted.', async () => {
    const figures = await read(workspace({ log: rows(row(0, 0), row(0, 1, '[N/A]'), row(9, 0), row(9, 1, '[N/A]')) }))
    expect(figures.doubt).not.toBeNull()
  })

  test('A GPU that is lost half-way leaves uncovered time.', async () => {
    for (const lost of [[row(40, 1, '[GPU is lost]')], []]) {
      const figures = await read(
        workspace({ log: rows(row(0, 0), row(0, 1), row(20, 0), row(20, 1), row(40, 0), ...lost) }),
      )
      expect(figures.parts.map(({ coverage }) => coverage)).toEqual([1, 0.5])
      expect(figures.doubt).not.toBeNull()
    }
  })

  test('The power column is the one that has values.', async () => {
    const log = [
      'timestamp, power.draw.average [W], power.draw.instant [W]',
      '2026/03/02 08:00:00.000, [N/A], 36.00 W',
      '2026/03/02 08:00:10.000, [N/A], 36.00 W',
      '',
    ].join('\n')
    expect(itWh(await read(workspace({ log })))).toBeCloseTo(0.1, 9)
  })
})

describe('turbostat without times', () => {
  const table = 'Busy%\tBzy_MHz\tPkgWatt\tRAMWatt\n1.00\t2000\t30.00\t6.00\n'

  test('Rows stand for its default interval of 5 s, with a warning.', async () => {
    const figures = await read(workspace({ log: `${table}1.00\t2000\t30.00\t6.00\n` }))
    expect(itWh(figures)).toBeCloseTo(0.1, 9)
    expect(codes(figures)).toContain('log-interval-assumed')
    expect(itWh(await read(workspace({ log: table }), { intervalS: 2 }))).toBeCloseTo(0.02, 9)
  })

  test('Times that a script prints between the tables tell the interval.', async () => {
    const log = [0, 20, 40].map((s) => `--- 2026-03-02 17:41:${String(s + 10)} UTC ---\n${table}`).join('')
    const figures = await read(workspace({ log }))
    expect(itWh(figures)).toBeCloseTo(0.6, 9)
    expect(codes(figures)).not.toContain('log-interval-assumed')
  })
})
