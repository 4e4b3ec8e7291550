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
  powerjoular: {
    text: (times) =>
      [
        'Date,CPU Utilization,Total Power,CPU Power,GPU Power',
        ...times.map((s) => `${clockOf(s).slice(0, 19).replace('T', ' ')},0.5,100.00,90.00,10.00`),
        '',
      ].join('\n'),
  },
  tegrastats: {
    text: (times) =>
      times.map((s) => `03-02-2026 ${clockOf(s).slice(11, 19)} RAM 1/8MB CPU [9%@1] VDD_IN 15000mW/15000mW\n`).join(''),
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

  test('A hole that is the first step of the log is uncovered time too.', async () => {
    const figures = await readTimes([0, 3600, 3610, 3620, 3630])
    expect(figures.doubt).toBe('low-coverage')
    expect(codes(figures)).toContain('log-gaps')
  })

  test.each([[[0, 2]], [[0, 1, 2]], [[0, 9]]])(
    'Samples of machines that write one log in turn, %j s after each other, never pass.',
    async (offsets) => {
      const times = Array.from({ length: 20 }, (_, at) => offsets.map((offset) => at * 10 + offset)).flat()
      const outcome = await readTimes(times).catch((error: Error) => error.message)
      expect(typeof outcome === 'string' ? outcome : outcome.doubt).toMatch(/give the log of each|rows-refused/)
      const one = await readTimes(Array.from({ length: 20 }, (_, at) => at * 10 + (at % 3)))
      expect(one.doubt).toBeNull()
    },
  )

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

  test('assumes its default interval of 5 s a row, with a warning', async () => {
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

describe('Devices of one log', () => {
  const scrape = (metric: string, label: string, ...values: number[]): string =>
    values.map((value, at) => `${metric}{${label}="${at}"} ${value}\n`).join('')
  const KEPLER = 'kepler_node_cpu_joules_total'
  const DCGM = 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION'

  /** Logs of two devices, whole and with half of the energy of one of them lost. */
  const LOGS: Readonly<Record<string, readonly [whole: string, half: string]>> = {
    'kepler: a package that is missing from the last scrape': [
      scrape(`${KEPLER}`, 'zone="package",path', 100, 100) + scrape(KEPLER, 'zone="package",path', 200, 300),
      scrape(`${KEPLER}`, 'zone="package",path', 100, 100) + scrape(KEPLER, 'zone="package",path', 200),
    ],
    'kepler: a package that does not advance': [
      scrape(`${KEPLER}`, 'zone="package",path', 100, 100) + scrape(KEPLER, 'zone="package",path', 200, 300),
      scrape(`${KEPLER}`, 'zone="package",path', 100, 100) + scrape(KEPLER, 'zone="package",path', 200, 100),
    ],
    'kepler: a counter that restarts': [
      scrape(`${KEPLER}`, 'zone="package",path', 100, 100) + scrape(KEPLER, 'zone="package",path', 200, 300),
      scrape(`${KEPLER}`, 'zone="package",path', 100, 100) + scrape(KEPLER, 'zone="package",path', 200, 50),
    ],
    'dcgm: a GPU that does not advance': [
      scrape(DCGM, 'gpu', 1e6, 1e6) + scrape(DCGM, 'gpu', 2e6, 2e6),
      scrape(DCGM, 'gpu', 1e6, 1e6) + scrape(DCGM, 'gpu', 2e6, 1e6),
    ],
    'dcgm: a driver that was loaded again': [
      scrape(DCGM, 'gpu', 1e6, 1e6) + scrape(DCGM, 'gpu', 2e6, 2e6),
      scrape(DCGM, 'gpu', 1e6, 1e6) + scrape(DCGM, 'gpu', 2e6, 5e5),
    ],
    'rapl: a package that does not advance': [
      't_s,package_0_uj,package_1_uj\n0,1000000,1000000\n60,721000000,721000000\n',
      't_s,package_0_uj,package_1_uj\n0,1000000,1000000\n60,721000000,1000000\n',
    ],
    'rapl: a package without a second dump': [
      'intel-rapl:0/energy_uj=1\nintel-rapl:1/energy_uj=1\nintel-rapl:0/energy_uj=9000000\nintel-rapl:1/energy_uj=9000000\n',
      'intel-rapl:0/energy_uj=1\nintel-rapl:1/energy_uj=1\nintel-rapl:0/energy_uj=5000000\nintel-rapl:1/energy_uj=7000000\nintel-rapl:0/energy_uj=9000000\n',
    ],
    'rapl: readings so far apart that a counter may wrap unseen': [
      't_s,package_0_uj\n0,1000000\n60,721000000\n120,1000000000\n',
      't_s,package_0_uj\n0,1000000\n60,721000000\n7200,1000000000\n',
    ],
    'perf: a socket without a count': [
      'S0,1,360.00,Joules,power/energy-pkg/,1,100.00,,\nS1,1,360.00,Joules,power/energy-pkg/,1,100.00,,\n',
      'S0,1,360.00,Joules,power/energy-pkg/,1,100.00,,\nS1,0,<not counted>,Joules,power/energy-pkg/,0,0.00,,\n',
    ],
    'perf: intervals without the count of a socket': [
      [1, 2]
        .map((s) => [0, 1].map((n) => `${s}.000,S${n},1,360.00,Joules,power/energy-pkg/,1,100.00,,\n`).join(''))
        .join(''),
      '1.000,S0,1,360.00,Joules,power/energy-pkg/,1,100.00,,\n1.000,S1,1,360.00,Joules,power/energy-pkg/,1,100.00,,\n2.000,S0,1,360.00,Joules,power/energy-pkg/,1,100.00,,\n2.000,S1,0,<not counted>,Joules,power/energy-pkg/,0,0.00,,\n',
    ],
    'pyrapl: a socket that is missing from one measurement': [
      'label,timestamp,duration,pkg,socket\na,1,1000000,36000000,0\na,1,1000000,36000000,1\n',
      'label,timestamp,duration,pkg,socket\na,1,1000000,36000000,0\na,1,1000000,36000000,1\nb,2,1000000,36000000,0\n',
    ],
    'nvidia-smi-dmon: a GPU that is lost half-way': [
      '#Date Time gpu pwr\n#YYYYMMDD HH:MM:SS Idx W\n 20260302 08:00:00 0 100\n 20260302 08:00:00 1 100\n 20260302 08:00:20 0 100\n 20260302 08:00:20 1 100\n 20260302 08:00:40 0 100\n 20260302 08:00:40 1 100\n',
      '#Date Time gpu pwr\n#YYYYMMDD HH:MM:SS Idx W\n 20260302 08:00:00 0 100\n 20260302 08:00:00 1 100\n 20260302 08:00:20 0 100\n 20260302 08:00:20 1 100\n 20260302 08:00:40 0 100\n',
    ],
    'nvidia-smi: a GPU that begins when the other one ends': [
      'timestamp, index, power.draw [W]\n2026/03/02 08:00:00, 0, 100.00 W\n2026/03/02 08:00:00, 1, 100.00 W\n2026/03/02 08:00:20, 0, 100.00 W\n2026/03/02 08:00:20, 1, 100.00 W\n',
      'timestamp, index, power.draw [W]\n2026/03/02 08:00:00, 0, 100.00 W\n2026/03/02 08:00:20, 0, 100.00 W\n2026/03/02 08:00:20, 1, 100.00 W\n2026/03/02 08:00:40, 1, 100.00 W\n',
    ],
    'nvidia-smi: a GPU with 0 W': [
      'timestamp, index, power.draw [W]\n2026/03/02 08:00:00, 0, 100.00 W\n2026/03/02 08:00:00, 1, 100.00 W\n2026/03/02 08:00:20, 0, 100.00 W\n2026/03/02 08:00:20, 1, 100.00 W\n',
      'timestamp, index, power.draw [W]\n2026/03/02 08:00:00, 0, 100.00 W\n2026/03/02 08:00:00, 1, 0.00 W\n2026/03/02 08:00:20, 0, 100.00 W\n2026/03/02 08:00:20, 1, 0.00 W\n',
    ],
  }

  test.each(Object.entries(LOGS))('%s never passes.', async (_, [whole, half]) => {
    expect((await read(workspace({ log: whole }))).doubt).toBeNull()
    expect((await read(workspace({ log: half }))).doubt).not.toBeNull()
  })

  test('A container that starts later counts from 0.', async () => {
    const name = 'kepler_container_joules_total'
    const log = `${name}{container_name="a"} 100\n${name}{container_name="a"} 460\n${name}{container_name="b"} 360\n`
    expect(itWh(await read(workspace({ log })))).toBeCloseTo(0.2, 9)
  })
})

test('The mean power of a log is that of its samples: those of two days, a second each, are of a computer.', async () => {
  const log = [2, 3]
    .map(
      (day) =>
        `*** Sampled system activity (Mon Mar  ${day} 08:15:01 2026 +0100) (1000.00ms elapsed) ***\nCPU Power: 30 mW\nGPU Power: 0 mW\nANE Power: 0 mW\nCombined Power (CPU + GPU + ANE): 30 mW\n`,
    )
    .join('')
  const figures = await read(workspace({ log }), { files: ['log'], minCoverage: 0 })
  expect([figures.doubt, codes(figures)]).toEqual([null, expect.not.arrayContaining(['log-energy-missing'])])
})
