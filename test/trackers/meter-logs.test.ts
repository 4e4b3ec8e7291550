import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FORMATS, detectedFormat } from '../../src/trackers/formats.ts'
import { logSource } from '../../src/trackers/head.ts'
import { withCommas } from '../../src/trackers/spreadsheet.ts'
import { inPieces, readText } from './log-text.ts'
import { exampleOf } from './examples.ts'

const folder = new URL('../fixtures/logs/', import.meta.url)

/** Reads a text in the format that its content shows. */
async function read(text: string, { file = 'log', intervalS = null as number | null } = {}) {
  const detected = detectedFormat(text)
  if (detected === null) throw new Error('the text is of an unknown format')
  const { format, separator } = detected
  const source = await logSource(file, withCommas(inPieces(text, 65_536), separator), separator !== null)
  const reading = await format.read(source, { mapping: null, intervalS })
  const joules = reading.records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0) * 3600
  return { ...reading, format: format.name, joules, reasons: reading.refusals.map(({ reason }) => reason) }
}

const fixtures = [
  'powermetrics/apple-silicon.txt',
  'nvidia-smi-dmon/two-gpus.txt',
  'nvidia-smi-query/newest-driver.txt',
  'nvidia-smi-query/loop.xml',
  'intel-power-gadget/two-packages.csv',
  'sacct/jobs.txt',
  'pyjoules/gpu-in-millijoules.csv',
  'pyrapl/two-sockets.csv',
  'tegrastats/agx-orin.log',
  'powerjoular/blanks-of-ada.csv',
  'codecarbon-console/two-trackers.log',
  'scaphandre-metrics/two-scrapes.prom',
  'dcgm/two-gpus.prom',
]

describe.each(fixtures)('%s', (name) => {
  const text = readFileSync(new URL(name, folder), 'utf8')
  const format = detectedFormat(text)!.format

  test('a log that was cut anywhere never holds more energy than the whole', async () => {
    const whole = (await read(text)).joules
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: text.length }), async (length) => {
        const { records } = await readText(format, text.slice(0, length))
        // One reading of a counter makes no energy: the reading of logs refuses it.
        const energies = records.filter(({ counter }) => counter === null)
        const joules = energies.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0) * 3600
        expect(joules).toBeLessThanOrEqual(whole * (1 + 1e-9))
      }),
      { numRuns: 60 },
    )
  })

  test('damaged bytes are read without an exception, and never as a negative or infinite energy', async () => {
    const damage = fc.array(
      fc.tuple(fc.integer({ min: 0, max: text.length - 1 }), fc.string({ minLength: 1, maxLength: 3 })),
      {
        minLength: 1,
        maxLength: 5,
      },
    )
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        let damaged = text
        for (const [at, bytes] of changes) damaged = damaged.slice(0, at) + bytes + damaged.slice(at + bytes.length)
        for (const { itWh } of (await readText(format, damaged)).records) {
          expect(itWh === null || (Number.isFinite(itWh) && itWh >= 0)).toBe(true)
        }
      }),
      { numRuns: 40 },
    )
  })
})

describe('powermetrics', () => {
  const block = (seconds: number, elapsedMs: number, ...power: string[]): string =>
    [
      `*** Sampled system activity (Fri May  8 09:35:${String(seconds).padStart(2, '0')} 2026 +0200) (${elapsedMs}ms elapsed) ***`,
      ...power,
      '',
    ].join('\n')

  test('without a combined power CPU, GPU, ANE and memory add up; the package power holds them', async () => {
    expect(
      (await read(block(1, 1000, 'CPU Power: 1000 mW', 'GPU Power: 500 mW', 'ANE Power: 100 mW', 'DRAM Power: 400 mW')))
        .joules,
    ).toBeCloseTo(2, 9)
    const m1 = block(
      1,
      1000,
      'ANE Power: 0 mW',
      'DRAM Power: 688 mW',
      'CPU Power: 742 mW',
      'GPU Power: 26 mW',
      'Package Power: 2151 mW',
    )
    expect((await read(m1)).joules).toBeCloseTo(2.151, 9)
  })

  test('power in watts and the package power of Intel Macs are read by their unit', async () => {
    expect((await read(block(1, 2000, 'Combined Power (CPU + GPU + ANE): 2.5 W'))).joules).toBeCloseTo(5, 9)
    expect(
      (await read(block(1, 2000, 'Intel energy model derived package power (CPUs+GT+SA): 8.51W'))).joules,
    ).toBeCloseTo(17.02, 9)
  })

  test('a hole between samples is time without coverage', async () => {
    const { records } = await read(
      block(1, 1000, 'Combined Power (CPU + GPU + ANE): 1000 mW') +
        block(41, 1000, 'Combined Power (CPU + GPU + ANE): 1000 mW'),
    )
    expect(records[0]).toMatchObject({ durationS: 41, coveredS: 2 })
  })

  test('a sample without power refuses the log', async () => {
    const { reasons } = await read(block(1, 1000, 'GPU Power: 50 mW') + block(2, 1000, 'GPU Power: 50 mW'))
    expect(reasons[0]).toContain('--samplers cpu_power')
  })

  test("CodeCarbon's own file is marked as a copy; a longer log of the same name is not", async () => {
    const tenth = Array.from({ length: 10 }, (_, at) =>
      block(at, 105.42, 'Combined Power (CPU + GPU + ANE): 1000 mW'),
    ).join('')
    const short = await read(tenth, { file: 'out/powermetrics_log.txt' })
    expect(short.records[0]?.copyOf).toMatchObject({
      format: 'codecarbon',
      alone: expect.stringContaining('last 1.1 s'),
    })
    expect((await read(tenth, { file: 'out/mine.txt' })).records[0]?.copyOf).toBeNull()
    const long = Array.from({ length: 10 }, (_, at) =>
      block(at, 1000, 'Combined Power (CPU + GPU + ANE): 1000 mW'),
    ).join('')
    expect((await read(long, { file: 'powermetrics_log.txt' })).records[0]?.copyOf).toBeNull()
  })
})

describe('nvidia-smi', () => {
  const dmon = (...rows: string[]): string => ['# gpu   pwr gtemp', '# Idx     W     C', ...rows, ''].join('\n')

  test('dmon without times needs the interval', async () => {
    const rows = dmon('    0   100    40', '    0   110    40', '    0   120    40')
    expect((await read(rows)).reasons[0]).toContain('--interval')
    expect((await read(rows, { intervalS: 1 })).joules).toBeCloseTo(220, 9)
  })

  test('a GPU without power refuses the log: half the devices are not the whole', async () => {
    const { reasons } = await read(
      dmon('    0   100    40', '    1     -    40', '    0   100    40', '    1     -    40'),
      { intervalS: 1 },
    )
    expect(reasons).toEqual([expect.stringContaining('GPU 1 reports no power')])
  })

  test('dmon without a power column says which option adds it', async () => {
    const { reasons } = await read('# gpu   pwr\n# Idx     W\n    0   100\n# gpu    sm\n# Idx     %\n    0    10\n', {
      intervalS: 1,
    })
    expect(reasons[0]).toContain('-s p')
  })

  test('times of day alone run on over midnight', async () => {
    const text = '#Time        gpu   pwr\n#HH:MM:SS    Idx     W\n 23:59:59      0   100\n 00:00:01      0   100\n'
    expect((await read(text)).joules).toBeCloseTo(200, 9)
  })
})

test('Power Gadget refuses a summary that contradicts its last row, and a second log in the same file', async () => {
  const text = readFileSync(new URL('intel-power-gadget/two-packages.csv', folder), 'utf8')
  expect((await read(text.replace('= 100.000000', '= 300.000000'))).reasons[0]).toContain('must agree')
  expect((await read(text + text.split('\n')[1] + '\n')).reasons[0]).toContain('two logs')
})

test('sacct counts a job once and refuses jobs that were not metered', async () => {
  const header = 'JobID|Elapsed|ConsumedEnergy|State\n'
  expect((await read(`${header}1|00:10:00|360K|COMPLETED\n1.batch|00:10:00|360K|COMPLETED\n`)).joules).toBeCloseTo(
    360_000,
    6,
  )
  for (const unknown of ['0', '', '18446744073709551614', '4294967294', '16.0E']) {
    const { joules, reasons } = await read(`${header}1|00:10:00|${unknown}|COMPLETED\n`)
    expect(joules).toBe(0)
    expect(reasons.length).toBeGreaterThan(0)
  }
  const requeued = await read(`${header}1|00:10:00|360K|REQUEUED\n1|00:10:00|100K|COMPLETED\n`)
  expect(requeued.reasons[0]).toContain('two rows')
})

test.each([
  [
    'pyjoules',
    'timestamp;tag;duration;package_0;dram_0\n1772439300.5;a;10.0;100000000;5000000\n1772439310.5;b;10.0;200000000;5000000\n',
    ';',
    310 / 3600,
  ],
  [
    'sacct',
    'JobID|JobName|Elapsed|ConsumedEnergyRaw|State\n1|train|00:10:00|360000|COMPLETED\n1.batch|batch|00:10:00|360000|COMPLETED\n',
    '|',
    100,
  ],
  [
    'nvidia-smi-dmon',
    '#Date,Time,gpu,pwr,gtemp\n#YYYYMMDD,HH:MM:SS,Idx,W,C\n20260302,10:00:00,0,100,40\n20260302,10:00:02,0,120,40\n',
    ',',
    220 / 3600,
  ],
])('A %s log that a spreadsheet saved is the same log, or is refused.', async (name, text, own, wh) => {
  const decimalCommas = text.replace(/(\d)\.(\d)/g, '$1,$2')
  const saved = [
    ...[own, ',', ';', '\t'].map((sign) => text.replaceAll(own, sign)),
    ...[';', '\t'].map((sign) => decimalCommas.replaceAll(own, sign)),
  ]
  for (const form of saved) {
    const { format, records, reasons } = await read(form)
    expect([format, records.map(({ itWh }) => itWh), reasons]).toEqual([name, [expect.closeTo(wh, 9)], []])
  }
})

test.each([
  ['sacct', 'JobID;Elapsed;ConsumedEnergyRaw\n1;00:10:00;360.000\n'],
  ['sacct', 'JobID;Elapsed;ConsumedEnergyRaw\n1;00:10:00;360,000\n'],
  ['pyjoules', 'timestamp;tag;duration;package_0\n1772439300,5;a;10,0;100.000\n'],
  ['pyjoules', 'timestamp;tag;duration;package_0\n1772439300;a;10;100.000\n'],
  ['pyrapl', 'label;timestamp;duration;pkg\na;1772439300,5;120,1;523.681\n'],
  ['rapl', 't_s;package_0_uj\n0;100.000\n60;721.000\n'],
])('A count of %s whose point may separate thousands is refused: %j', async (name, text) => {
  const { format, records, reasons } = await read(text)
  expect([format, records]).toEqual([name, []])
  expect(reasons[0]).toContain('may separate thousands')
})

test.each([
  ['pyrapl', 'label,timestamp,duration,pkg\na,1772439300.5,123.456,523.681\na,1772439310.5,123.456,979.125\n'],
  ['pyjoules', 'timestamp;tag;duration;package_0\n1772439300.5;a;1.5;523.681\n1772439310.5;a;1.5;979.125\n'],
])('Means of %s with three decimals are counted where the file has decimal points', async (name, text) => {
  const { format, joules, reasons } = await read(text)
  expect([format, reasons]).toEqual([name, []])
  expect(joules).toBeCloseTo(1502.806e-6, 12)
})

test.each([
  ['t_ms', 1e3],
  ['time_us', 1e6],
  ['elapsed_ns', 1e9],
  ['timestamp', 1e3, 1_772_439_300_000],
  ['timestamp', 1e9, 1_772_439_300_000_000_000],
])('RAPL samples with %s in 1/%d s have their duration in seconds', async (column, perSecond, startAt = 0) => {
  const text = `${column},package_0_uj\n${startAt},1000000\n${startAt + 60 * perSecond},721000000\n`
  const [only] = (await read(text)).records
  expect(only).toMatchObject({ itWh: expect.closeTo(0.2, 9), durationS: expect.closeTo(60, 3) })
})

test.each([100_000_000_000, 4_300_000_000, 900_000_000_000_000_000])(
  'RAPL samples of a clock that reads %d in a column without a unit are refused',
  async (startAt) => {
    const { records, reasons } = await read(
      `time,package_0_uj\n${startAt},1000000\n${startAt + 60_000_000_000},721000000\n`,
    )
    expect(records).toEqual([])
    expect(reasons.join()).toContain(`the time ${startAt} of the column "time" is neither seconds nor a date: name`)
  },
)

test('Columns of energy that Zeus does not write are not left out silently', async () => {
  const text = 'start_time,window_name,elapsed_time,gpu0_energy,cpu0_energy\n1772439300.0,epoch,36.0,3600.0,1800.0\n'
  const [only] = (await read(text)).records
  expect(only?.itWh).toBeCloseTo(1, 9)
  expect(only?.notes).toEqual([expect.objectContaining({ code: 'log-meter-silent' })])
})

test.each([
  ['pyjoules', 'their energy would be counted twice'],
  ['pyrapl', 'their energy would be counted twice'],
  ['nvidia-smi', 'a session begins before the end of the last one'],
  ['powermetrics/apple-silicon.txt', 'its energy would be counted twice'],
  ['rapl/two-dumps.txt', 'one reading more than once'],
])('A log of %s that is in the file twice is not counted twice', async (name, why) => {
  const format = FORMATS.find((each) => each.name === name.split('/')[0])!
  const text = name.includes('/') ? readFileSync(new URL(name, folder), 'utf8') : exampleOf(name)
  const { refusals } = await readText(format, text + text)
  expect(refusals.map(({ reason }) => reason).join()).toMatch(new RegExp(why))
})

test('pyJoules refuses an interval in which a counter wrapped, and a log of cores alone', async () => {
  const header = 'timestamp;tag;duration;package_0\n'
  expect((await read(`${header}1;a;1;100\n2;b;1;-5\n`)).reasons[0]).toContain('wrapped')
  expect((await read('timestamp;tag;duration;core_0\n1;a;1;100\n')).reasons[0]).toContain('neither a package nor a GPU')
})

test('tegrastats counts the input rail alone, adds the rails of boards without one, and needs the interval without times', async () => {
  const line = (rails: string): string => `RAM 2633/7850MB (lfb 3x4MB) CPU [0%@2035,0%@2035] GPU@41C ${rails}\n`
  const tx2 = line('VDD_IN 5000/5000 VDD_CPU 700/700') + line('VDD_IN 7000/6000 VDD_CPU 900/800')
  expect((await read(tx2)).reasons[0]).toContain('--interval')
  expect((await read(tx2, { intervalS: 1 })).joules).toBeCloseTo(6, 9)
  const xavier = line('GPU 0/0 CPU 216/216 SOC 864/864 CV 0/0 VDDRQ 144/144 SYS5V 1889/1889')
  expect((await read(xavier + xavier, { intervalS: 1 })).joules).toBeCloseTo(3.113, 9)
  expect((await read(line('VDD_CPU 100/100'), { intervalS: 1 })).reasons[0]).toContain('no power of the board')
})

test('tegrastats of a Jetson Thor counts its input VIN, else adds its rails', async () => {
  const line = (at: number, rails: string): string =>
    `08-26-2026 10:00:0${at} RAM 5633/125772MB (lfb 3x4MB) CPU [0%@2035,0%@2035] gpu@41C ${rails}\n`
  const rails = 'VDD_GPU 4000mW/4000mW VDD_CPU_SOC_MSS 6000mW/6000mW VIN_SYS_5V0 5000mW/5000mW'
  const withInput = [0, 1].map((at) => line(at, `${rails} VIN 23000mW/23000mW`)).join('')
  expect((await read(withInput)).joules).toBeCloseTo(23, 9)
  expect((await read([0, 1].map((at) => line(at, rails)).join(''))).joules).toBeCloseTo(15, 9)
})

test.each([250, 400, 500, 750, 1500])(
  'tegrastats every %d ms is of one board, whose clock has whole seconds',
  async (stepMs) => {
    const line = (at: number): string =>
      `08-26-2026 10:00:${`${Math.floor((at * stepMs) / 1000)}`.padStart(2, '0')} RAM 2274/6834MB CPU [99%@1189] VDD_IN 4000mW/4000mW\n`
    const { reasons, joules } = await read(Array.from({ length: 30 }, (_, at) => line(at)).join(''))
    expect(reasons).toEqual([])
    expect(joules).toBeCloseTo(4 * Math.floor((29 * stepMs) / 1000), 9)
  },
)

test('tegrastats refuses a line with two samples, as cat leaves it after a log without a line end', async () => {
  const line = (at: number, mw: number): string =>
    `08-26-2026 10:00:0${at} RAM 2274/6834MB CPU [99%@1189] VDD_IN ${mw}mW/${mw}mW VDD_SOC 500mW/500mW`
  const { reasons } = await read(`${line(0, 4000)}\n${line(1, 9000)}${line(1, 1000)}\n${line(2, 4000)}\n`)
  expect(reasons).toEqual([expect.stringContaining('twice: two samples')])
})

test('a single scrape of a counter is a reading, and a gauge alone makes no energy', async () => {
  const one = await read('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-x"} 1000000\n')
  expect(one.records[0]?.counter).toMatchObject({ joules: 1000 })
  expect((await read('scaph_host_power_microwatts 20000000\n')).reasons[0]).toContain('a power alone makes no energy')
})

test('a GPU that is missing from the second scrape refuses the log', async () => {
  const line = (gpu: number, mJ: number): string =>
    `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="${gpu}",UUID="GPU-${gpu}"} ${mJ}\n`
  const { reasons } = await read(line(0, 1000) + line(1, 1000) + line(0, 9000))
  expect(reasons[0]).toContain('1 of 2 scrapes')
})

test('Zeus windows that overlap without one holding the other are refused', async () => {
  const header = 'start_time,window_name,elapsed_time,gpu0_energy\n'
  const { reasons, joules } = await read(`${header}0.0,a,10.0,100.0\n5.0,b,10.0,100.0\n`)
  expect(reasons[0]).toContain('overlaps')
  expect(joules).toBe(0)
})

test('A Zeus window with less energy than the windows inside it is refused', async () => {
  const header = 'start_time,window_name,elapsed_time,gpu0_energy\n'
  const steps = '0.0,step,5.0,50.0\n0.0,forward,2.0,50.0\n5.0,step,5.0,52.0\n'
  expect((await read(`${header}0.0,epoch,10.0,100.0\n${steps}`)).joules).toBe(100)
  const { reasons, joules } = await read(`${header}0.0,epoch,10.0,10.0\n${steps}20.0,epoch,10.0,100.0\n`)
  expect([reasons, joules]).toEqual([['the window has 10 J, and the windows inside it have 102 J'], 100])
})

test('Windows of Zeus that are shorter than a count of the energy may have more than the window around them', async () => {
  const header = 'start_time,window_name,elapsed_time,gpu0_energy\n'
  const steps = Array.from({ length: 6 }, (_, at) => `${at * 0.08},step,0.08,${at % 2 === 0 ? 10 : 8}.0\n`)
  expect(await read(`${header}0.0,epoch,0.5,40.0\n${steps.join('')}`)).toMatchObject({ joules: 40, reasons: [] })
})

test('An old turbostat writes its load as %Busy', async () => {
  const log =
    '    Core     CPU Avg_MHz   %Busy Bzy_MHz  CPU%c1 PkgWatt RAMWatt\n       -       -       3    0.15    1953    1.33   36.00    3.60\n'
  expect(await read(log, { intervalS: 10 })).toMatchObject({ joules: expect.closeTo(396, 6) as number, reasons: [] })
})

test('A MIG slice shows the counter of its whole GPU, which counts once', async () => {
  const scrape = (mJ: number): string =>
    [1, 2]
      .map((slice) => `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a",GPU_I_ID="${slice}"} ${mJ}\n`)
      .join('')
  const { records, reasons } = await read(scrape(1000) + scrape(3_601_000))
  expect([reasons, records.map(({ itWh }) => itWh)]).toEqual([[], [expect.closeTo(1, 9)]])
})

test('Dies that show the counter of their package again count once, real dies add up', async () => {
  const log = (second: number): string =>
    `t_s,package-0-die-0_uj,package-0-die-1_uj\n0,1000000,${second}\n60,3601000000,${second + 3_600_000_000}\n`
  expect((await read(log(1_000_000))).joules).toBeCloseTo(3600, 6)
  expect((await read(log(900_000_000))).joules).toBeCloseTo(7200, 6)
})

test('A GPU that counts nothing in any window of Zeus, and a Slurm job that still runs, are missing energy', async () => {
  const header = 'start_time,window_name,elapsed_time,gpu0_energy,gpu1_energy\n'
  const windows = await read(`${header}1700000000,a,10,3600,0\n`)
  const jobs = await read('JobID|State|Elapsed|ConsumedEnergyRaw\n1|RUNNING|01:00:00|3600\n')
  for (const { records } of [windows, jobs])
    expect(records.flatMap(({ notes }) => notes.map(({ code }) => code))).toContain('log-meter-silent')
})
