import { describe, expect, test } from 'vitest'
import { logFigures } from '../../src/app/logs/summarize.ts'
import { MeasurementError } from '../../src/core/errors.ts'
import { type ColumnMapping, columnMapping } from '../../src/trackers/column-mapping.ts'
import { FORMATS, detectedFormat } from '../../src/trackers/formats.ts'
import { logSource } from '../../src/trackers/head.ts'
import { withCommas } from '../../src/trackers/spreadsheet.ts'
import { inPieces } from './log-text.ts'
import { exampleOf } from './examples.ts'

interface Outcome {
  /** Without the PUE; null when nothing was read. */
  readonly wh: number | null
  readonly durationS: number | null
  /** Whether a budget may pass on it. */
  readonly isTrusted: boolean
  /** Why not, with the file and where known the line. */
  readonly why: string
}

/** Reads one log of a format that is found by its content, as `carbon-gate logs` does. */
async function outcomeOf(text: string, mapping: ColumnMapping | null = null): Promise<Outcome> {
  const found = mapping === null ? detectedFormat(text) : null
  const format = found?.format ?? FORMATS.find(({ name }) => mapping !== null && name === 'generic')
  if (format === undefined) return { wh: null, durationS: null, isTrusted: false, why: 'of no known format' }
  const separator = found?.separator ?? null
  const { records, refusals } = await format.read(
    await logSource('run.log', withCommas(inPieces(text, 1000), separator), separator !== null),
    { mapping, intervalS: null },
  )
  try {
    const { doubt, notes, durationS } = logFigures(
      {
        records,
        refusals,
        notes: [],
        unknown: [],
        files: new Map([['run.log', { format, fingerprint: null, lines: null }]]),
      },
      { pue: null, grid: null, units: null, onMeasurementError: 'fail', factors: [], minCoverage: 0.9 },
    )
    const wh = records.reduce((sum, { itWh }) => sum + (itWh ?? 0), 0)
    return { wh, durationS, isTrusted: doubt === null, why: notes.map((note) => note.text).join('\n') }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    return { wh: null, durationS: null, isTrusted: false, why: error.message }
  }
}

const rows = (count: number, row: (at: number) => string): string =>
  Array.from({ length: count }, (_, at) => row(at)).join('')
const two = (value: number): string => String(value).padStart(2, '0')

const perf = (...lines: readonly string[]): string => `# started on Mon Mar  2 08:15:00 2026\n\n${lines.join('\n')}\n`
const turbostat = (at: number, more: string, figures: string): string =>
  `Time_Of_Day_Seconds\tCore\tCPU\t${more}\n${1_772_439_300 + at * 5}.000\t-\t-\t${figures}\n`
const zone = (name: string, counted: number): string => `kepler_node_cpu_joules_total{zone="${name}"} ${counted}\n`
const raplRow = (at: number, uj: number): string => `${at},${uj}\n`
const gadget = (elapsedS: number, joules: number): string =>
  `08:15:00:100, 1000, ${elapsedS}.000, 36.000, ${joules}.000\n`
const GADGET = 'System Time,RDTSC,Elapsed Time (sec),Processor Power_0(Watt),Cumulative Processor Energy_0(Joules)\n'
const EMI = String.raw`"(PDH-CSV 4.0)","\\R\Energy Meter(RAPL_Package0_PKG)\Power","\\R\Energy Meter(RAPL_Package1_PKG)\Power"`
const joules = (at: number, energies: string): string => `${1_772_439_300 + at}.5;train;1.0;${energies}\n`
const socket = (at: number, uj: number): string => `train,${1_772_439_300 + at}.5,1000000.0,${uj},0\n`
const window = (at: number, second: number): string => `${1_772_439_300 + at * 10}.0,epoch,10.0,36.0,${second}\n`
const scrape = (mj: number, more: string = ''): string =>
  `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a"} ${mj}\nDCGM_FI_DEV_POWER_USAGE{gpu="0",UUID="GPU-a"} 100\n${more}`
const EPOCHS = 'id,duration(s),power_consumption(kWh),CO2_emissions(kg),CPU_name\n'
const EPOCH_1 =
  '2022-11-14 15:42:43 - carbontracker version 1.1.6\n2022-11-14 15:43:37 - Duration: 0:01:00.00\n2022-11-14 15:43:37 - Average power usage (W) for gpu: [60.0]\n2022-11-14 15:43:37 - Average power usage (W) for cpu: 30.0\n'
const REPORT = (kwh: number): string =>
  `|   2.50 kgCO2e   |\nEnergy used: ${kwh} kWh\n  - CPUs: 6.00 kWh (60 %)\n  - GPUs: 0.00 kWh\n  - Memory: 2.00 kWh\n  - Data centre overheads: 2.00 kWh\n`
const phase = (total: number): string =>
  `{"energy": {"unit": "kWh", "cpu": 0.001, "ram": 0.001, "gpu": 0.002, "total": ${total}}}`
const MODELS = 'model_name,successful_prompts,total_duration_seconds,gpu_energy_wh,co2_emissions_g,error_message\n'

/** Logs that lack energy. */
const LOST: readonly (readonly [what: string, text: string, why: RegExp])[] = [
  [
    'perf: memory that was asked for and is not supported',
    perf('612.34,Joules,power/energy-pkg/,1,100.00,,', '<not supported>,Joules,power/energy-ram/,0,100.00,,'),
    /energy-ram/,
  ],
  [
    'perf: a board that has a counter and was not counted',
    perf('612.34,Joules,power/energy-pkg/,1,100.00,,', '<not counted>,Joules,power/energy-psys/,0,0.00,,'),
    /energy-psys/,
  ],
  [
    'turbostat: the column of the memory is missing from half of the tables',
    rows(6, (at) => (at < 3 ? turbostat(at, 'PkgWatt\tRAMWatt', '36.00\t3.60') : turbostat(at, 'PkgWatt', '36.00'))),
    /memory is in 3 of 6/,
  ],
  [
    'turbostat -J: a hole of an hour',
    rows(6, (at) => turbostat(at < 3 ? at : at + 720, 'Pkg_J\tRAM_J', '180.00\t18.00')),
    /cover/,
  ],
  [
    'RAPL: the counter began again at 0',
    `t_s,package_0_uj\n${rows(9, (at) => raplRow(at, at < 5 ? 9e9 + at * 36e6 : (at - 5) * 36e6))}`,
    /package_0_uj restarted/,
  ],
  [
    'RAPL: a memory counter that stopped after it had counted',
    `t_s,package_0_uj,dram_0_uj\n${rows(9, (at) => `${at},${at * 36e6},7000000\n`)}`,
    /dram_0_uj stands still/,
  ],
  [
    'Kepler: a memory counter that stopped after it had counted',
    rows(3, (at) => `${zone('package', at * 3600)}${zone('dram', 70)}`),
    /dram stands still/,
  ],
  [
    'Power Gadget: a hole of an hour',
    GADGET + rows(6, (at) => gadget(at < 3 ? at + 1 : at + 3601, 36 * (at + 1))),
    /cover/,
  ],
  [
    'Power Gadget: a counter that stands still',
    GADGET + rows(6, (at) => gadget(at + 1, 36 * Math.min(3, at + 1))),
    /cover/,
  ],
  [
    'Energy Meter: one of two packages draws 0 W',
    `${EMI}\n${rows(6, (at) => `"03/02/2026 08:15:${two(at)}.100","36000.0","0.0"\n`)}`,
    /Package1/,
  ],
  [
    'pyJoules: one of two packages counts nothing',
    `timestamp;tag;duration;package_0;package_1\n${rows(5, (at) => joules(at, '36000000;0'))}`,
    /package_1 counted 0/,
  ],
  [
    'pyJoules: a GPU whose column has another name',
    `timestamp;tag;duration;package_0;nvidia_gpu_0,\n${rows(5, (at) => joules(at, '36000000;36000,'))}`,
    /column nvidia_gpu_0, is not one that pyJoules writes/,
  ],
  [
    'turbostat: text around its lines hides the memory',
    `Time_Of_Day_Seconds\tCore\tCPU\tPkgWatt\tRAMWatt,\n${rows(6, (at) => `${1_772_439_300 + at * 5}.000\t-\t-\t36.00\t3.60\n`)}`,
    /"RAMWatt," is not a column of turbostat/,
  ],
  [
    'turbostat: the names of the columns are missing from the first rows',
    rows(3, (at) => `${1_772_439_300 + at * 5}.000\t-\t-\t36.00\n`) +
      rows(3, (at) => turbostat(at + 3, 'PkgWatt', '36.00')),
    /run\.log:1: a row comes before the names/,
  ],
  [
    'sacct: a spreadsheet replaced the decimal point in the ID of a step',
    'JobID|Elapsed|ConsumedEnergyRaw\n7|00:10:00|36000\n7,0|00:10:00|36000\n',
    /run\.log:3: JobID is "7,0"/,
  ],
  [
    'CodeCarbon: text in front of the lines of a task file',
    `+task_name,run_id,duration,emissions,energy_consumed\n${rows(2, (at) => `+t${at},a3d1f0aa-0001-4a00-8a00-000000000001,60,0.001,0.001\n`)}`,
    /"\+task_name" is not the name of a column/,
  ],
  [
    'turbostat: a row that comes twice',
    rows(6, (at) => turbostat(at < 1 ? at : at - 1, 'PkgWatt', '36.00')),
    /two rows have one time/,
  ],
  [
    'powermetrics: the line that begins a sample is missing',
    rows(
      4,
      (at) =>
        `${at === 2 ? '' : `*** Sampled system activity (Mon Mar  2 08:15:0${at} 2026 +0000) (1000.00ms elapsed) ***\n`}CPU Power: 1000 mW\nGPU Power: 50 mW\n`,
    ),
    /two powers of CPU/,
  ],
  [
    'pyJoules console: a line whose beginning is damaged',
    'begin timestamp : 1692662514.0; tag : a; duration : 1; package_0 : 36000000\nbe\uFFFDin timestamp : 1692662515.0; tag : a; duration : 1; package_0 : 36000000\n',
    /run\.log:2: expected/,
  ],
  [
    'RAPL: a part of a package without its name',
    rows(
      2,
      (at) =>
        `/sys/class/powercap/intel-rapl:0/energy_uj=${at * 36e6}\n/sys/class/powercap/intel-rapl:0:0/energy_uj=${at * 3.6e6}\n`,
    ),
    /intel-rapl:0:0 has no name/,
  ],
  [
    'carbontracker: an epoch without its duration',
    EPOCH_1.replace(' - Duration', ' - Epoch 1:\n2022-11-14 15:43:37 - Duration') +
      '2022-11-14 15:44:37 - Epoch 2:\n2022-11-14 15:44:37 - Dura\n2022-11-14 15:44:37 - Average power usage (W) for gpu: [60.0]\n2022-11-14 15:44:37 - Average power usage (W) for cpu: [30.0]\n',
    /no energy/,
  ],
  [
    'Scaphandre: watts in the place of microwatts',
    rows(
      3,
      (at) =>
        `{"host": {"consumption": 100.0, "timestamp": ${1_772_438_400 + at * 10}}, "consumers": [], "sockets": []}\n`,
    ),
    /mean power of Scaphandre host is 0\.0001 W/,
  ],
  [
    'nvidia-smi -q: one of two attached GPUs is in no document',
    rows(
      2,
      (at) =>
        `==============NVSMI LOG==============\n\nTimestamp : Mon Mar  2 08:15:${two(at * 36)} 2026\nAttached GPUs : 2\nGPU 00000000:01:00.0\n    GPU Power Readings\n        Power Draw : 100.00 W\n`,
    ),
    /1 of 2 attached GPUs have no reading/,
  ],
  [
    'nvidia-smi -x -q: one of two attached GPUs is in no document',
    rows(
      2,
      (at) =>
        `<nvidia_smi_log>\n<timestamp>Mon Mar  2 08:15:${two(at * 36)} 2026</timestamp>\n<attached_gpus>2</attached_gpus>\n<gpu id="00000000:01:00.0">\n<gpu_power_readings>\n<power_draw>100.00 W</power_draw>\n</gpu_power_readings>\n</gpu>\n</nvidia_smi_log>\n`,
    ),
    /1 of 2 attached GPUs have no reading/,
  ],
  [
    'pyJoules: a GPU counts nothing',
    `timestamp;tag;duration;package_0;nvidia_gpu_0\n${rows(5, (at) => joules(at * 3, '36000000;0').replace(';1.0;', ';3.0;'))}`,
    /nvidia_gpu_0 counted 0/,
  ],
  [
    'PyRAPL: an interval in which the package counts nothing',
    `label,timestamp,duration,pkg,socket\n${rows(5, (at) => socket(at, at === 2 ? 0 : 36e6))}`,
    /socket 0 counted 0 uJ in 1 of 5/,
  ],
  [
    'Zeus: a GPU that stops counting',
    `start_time,window_name,elapsed_time,gpu0_energy,gpu1_energy\n${rows(5, (at) => window(at, at < 2 ? 36 : 0))}`,
    /gpu1 counted 0 J in 3 of 5/,
  ],
  [
    'DCGM: a GPU with power and no energy counter',
    scrape(1e6) + scrape(4.6e6, 'DCGM_FI_DEV_POWER_USAGE{gpu="1",UUID="GPU-b"} 100\n'),
    /GPU-b has no energy counter/,
  ],
  ['eco2AI: an epoch of 0 kWh', `${EPOCHS}a,80,0.002,0.0004,x\na,80,0,0,x\n`, /0 kWh in 1 rows/],
  [
    'carbontracker: an epoch without any power',
    `${EPOCH_1}2022-11-14 15:44:37 - Duration: 0:01:00.00\n`,
    /run\.log.* has no energy/,
  ],
  [
    'carbontracker: an epoch with the power of one component',
    `${EPOCH_1}2022-11-14 15:44:37 - Duration: 0:01:00.00\n2022-11-14 15:44:37 - Average power usage (W) for gpu: [60.0]\n`,
    /run\.log.* has no energy/,
  ],
  [
    'CodeCarbon metrics: two scrapes of what was used since the last push',
    rows(
      2,
      (at) =>
        `codecarbon_emissions{project_name="x"} 0.0009\ncodecarbon_energy_consumed{project_name="x"} 0.00${at + 1}\n`,
    ),
    /several scrapes of codecarbon_energy_consumed/,
  ],
  [
    "CodeCarbon's console: a CPU of 0 kWh",
    '[codecarbon INFO @ 08:15:15] Energy consumed for all CPUs : 0.000000 kWh\n[codecarbon INFO @ 08:15:15] 0.001000 kWh of electricity used since the beginning.\n',
    /the CPU counted 0 kWh/,
  ],
  [
    'vLLM: a server that began again between two scrapes',
    rows(
      2,
      (at) =>
        `vllm:prompt_tokens_total{model_name="m-8b"} ${100 - at * 90}\nvllm:generation_tokens_total{model_name="m-8b"} 100\n`,
    ),
    /input tokens of m-8b restarted/,
  ],
  ['GreenAlgorithms4HPC: two reports in one file', REPORT(10) + REPORT(10), /several reports/],
  ['GreenAlgorithms4HPC: parts that are more than the whole', REPORT(3), /more than/],
  [
    'optimum-benchmark: a phase whose energy is null',
    `{"prefill": ${phase(0.004)}, "decode": {"energy": null}}`,
    /decode has no energy/,
  ],
  [
    'optimum-benchmark: a total below its parts',
    `{"prefill": ${phase(0.004)}, "decode": ${phase(0)}}`,
    /total of decode is less/,
  ],
  [
    'AI Energy Score: a total below its phases',
    '{"total": 1.0, "preprocess_wh": 1.0, "prefill_wh": 1.0, "decode_wh": 2.0, "units": "Wh"}',
    /1 Wh is less than its phases, 4 Wh/,
  ],
  [
    'AI Energy Score: a benchmark that failed with 0 Wh',
    `${MODELS}a,5,100,4.0,1.2,\nb,0,0,0.0,0,out of memory\n`,
    /run\.log:3: the benchmark of "b" failed/,
  ],
]

/** Readings that no machine has, with the energy of the others. */
const FAULTS: readonly (readonly [what: string, text: string, wh: number, why: RegExp])[] = [
  [
    'turbostat: a counter that wrapped within an interval',
    rows(10, (at) => turbostat(at, 'PkgWatt', at === 4 ? '65714.31' : '36.00')),
    0.5,
    /run\.log:10: no machine draws 65714\.31 W/,
  ],
  [
    'nvidia-smi: a GPU of a megawatt',
    `timestamp, index, power.draw [W]\n${rows(10, (at) => `2026/03/02 08:15:${two(at)}.000, 0, ${at === 4 ? '1000000.00' : '40.00'} W\n`)}`,
    0.1,
    /run\.log:6: power is 1000000: no machine draws more than 20000 W/,
  ],
]

/** Logs whose figure could be wrong by far. */
const WRONG: readonly (readonly [what: string, text: string, why: RegExp, mapping: ColumnMapping | null])[] = [
  [
    'Scaphandre with milliseconds',
    rows(
      3,
      (at) =>
        `{"host": {"consumption": 20000000.0, "timestamp": ${1_772_438_400_000 + at * 1000}}, "consumers": [], "sockets": []}\n`,
    ),
    /timestamp is 1772438400000/,
    null,
  ],
  [
    'experiment-impact-tracker with milliseconds',
    rows(3, (at) => `{"timestamp": ${1_772_438_400_000 + at * 1000}, "rapl_estimated_attributable_power_draw": 30}\n`),
    /run\.log:1: timestamp is 1772438400000/,
    null,
  ],
  [
    'a mapped time in milliseconds that is said to be in seconds',
    `t,w\n${rows(3, (at) => `${1_772_438_400_000 + at * 1000},36\n`)}`,
    /run\.log:2: t is 1772438400000/,
    columnMapping({ power: 'w in W', time: 't in s' }),
  ],
  [
    'eco2AI with an energy in kg',
    `${EPOCHS.replace('(kWh)', '(kg)')}a,80,0.002,0.0004,x\n`,
    /power_consumption\(kg\)/,
    null,
  ],
]

describe('A log never passes', () => {
  test.each(LOST)('with less energy than was used: %s.', async (_, text, why) => {
    const outcome = await outcomeOf(text)
    expect(outcome).toMatchObject({ isTrusted: false, why: expect.stringMatching(why) as string })
  })

  test.each(FAULTS)('with a fault of a meter: %s.', async (_, text, wh, why) => {
    const outcome = await outcomeOf(text)
    expect(outcome).toMatchObject({ isTrusted: false, why: expect.stringMatching(why) as string })
    expect(outcome.wh).toBeCloseTo(wh, 9)
  })

  test.for(WRONG)('with a figure of another unit: %s.', async ([, text, why, mapping]) => {
    const outcome = await outcomeOf(text, mapping)
    expect(outcome).toMatchObject({ wh: null, isTrusted: false, why: expect.stringMatching(why) as string })
  })
})

const GREEN = 'energy_needed;carbonEmissions;PUE;runTime\n0.3;51;1.5;2\n'

/** Logs that are plainly right, with their figure, Wh, and duration, s. */
const RIGHT: readonly (readonly [what: string, text: string, wh: number, durationS: number | null])[] = [
  [
    'perf: a machine without a counter of its board',
    perf('360,Joules,power/energy-pkg/,12034567890,100.00,,', '<not supported>,Joules,power/energy-psys/,0,100.00,,'),
    0.1,
    null,
  ],
  [
    'perf -I: a machine without a counter of its board',
    perf(
      ...[1, 2, 3].flatMap((at) => [
        `     ${at}.000100,120.00,Joules,power/energy-pkg/,1000100000,100.00,,`,
        `     ${at}.000100,<not supported>,Joules,power/energy-psys/,0,100.00,,`,
      ]),
    ),
    0.1,
    3.0001,
  ],
  [
    'perf --per-socket: a machine without a counter of its board',
    perf(
      'S0,1,180,Joules,power/energy-pkg/,24,100.00,,',
      'S1,1,180,Joules,power/energy-pkg/,24,100.00,,',
      'S0,0,<not supported>,Joules,power/energy-psys/,0,100.00,,',
    ),
    0.1,
    null,
  ],
  [
    'perf: the event duration_time is the duration',
    perf('360,Joules,power/energy-pkg/,24,100.00,,', '12034567890,ns,duration_time,12034567890,100.00,,'),
    0.1,
    12.03456789,
  ],
  [
    'perf -j: the event duration_time is the duration',
    '{"counter-value" : "360.0", "unit" : "Joules", "event" : "power/energy-pkg/"}\n{"counter-value" : "2000000000.000000", "unit" : "ns", "event" : "duration_time"}\n',
    0.1,
    2,
  ],
  ['turbostat -J with a clock', rows(10, (at) => turbostat(at, 'Pkg_J', '36.00')), 0.1, 50],
  [
    'RAPL: a counter that wraps after a minute',
    `t_s,package_0_uj\n0,65532000000\n60,2000000000\n`,
    (2000 + 65_532.610987 - 65_532) / 3600,
    60,
  ],
  [
    'powermetrics: the sampler of the GPU prints its power again',
    rows(
      10,
      (at) =>
        `*** Sampled system activity (Mon Mar  2 08:15:${two(at)} 2026 +0000) (1000.00ms elapsed) ***\nCPU Power: 30000 mW\nGPU Power: 6000 mW\nCombined Power (CPU + GPU + ANE): 36000 mW\n\n**** GPU usage ****\nGPU Power: 6000 mW\n`,
    ),
    0.1,
    10,
  ],
  [
    'RAPL: a memory counter that is always 0',
    `t_s,package_0_uj,dram_0_uj\n${rows(11, (at) => `${at},${at * 36e6},0\n`)}`,
    0.1,
    10,
  ],
  [
    'Kepler: a memory counter that is always 0',
    rows(3, (at) => `${zone('package', at * 180)}${zone('dram', 0)}`),
    0.1,
    null,
  ],
  [
    'dmon without a line of units',
    `#Date       Time        gpu   pwr\n${rows(10, (at) => ` 20260302   08:15:${two(at)}      0   40\n`)}`,
    0.1,
    9,
  ],
  [
    'PyRAPL with None for the memory and a new column',
    `label,timestamp,duration,pkg,dram,socket,host\n${rows(10, (at) => socket(at, 36e6).replace(',0\n', ',None,0,h\n'))}`,
    0.1,
    10,
  ],
  [
    'PowerJoular with a new column',
    `Date,CPU Utilization,Total Power,CPU Power,GPU Power,Fan\n${rows(11, (at) => `2026-03-02 08:15:${two(at)},0.1,36.0,30.0,6.0,1\n`)}`,
    0.1,
    10,
  ],
  [
    'sacct: a job used what its largest step did',
    'JobID|Elapsed|ConsumedEnergyRaw\n7|00:10:00|100\n7.0|00:09:00|360\n',
    0.1,
    600,
  ],
  ['Green Algorithms with decimal commas', GREEN.replaceAll('.', ','), 200, 7200],
  ['Green Algorithms with commas between its columns', GREEN.replaceAll(';', ','), 200, 7200],
]

test.each(RIGHT)('A log that is right is read: %s.', async (_, text, wh, durationS) => {
  const outcome = await outcomeOf(text)
  expect(outcome).toMatchObject({ isTrusted: true, durationS })
  expect(outcome.wh).toBeCloseTo(wh, 9)
})

test('A CodeCarbon file with the rows of two versions one after the other is read by each header.', async () => {
  const example = exampleOf('codecarbon')
  const later = example.replace('duration', 'new,duration').replace(/11,90/, '12,5,90')
  expect(await outcomeOf(example + later)).toMatchObject({ isTrusted: true, wh: expect.closeTo(2, 9) as number })
})
