import { columnMapping } from '../src/trackers/column-mapping.ts'
import { FORMATS } from '../src/trackers/formats.ts'
import { logSource } from '../src/trackers/head.ts'
import type { LogFormat, LogReading } from '../src/trackers/tracker.ts'
import { exampleOf } from '../test/trackers/examples.ts'

/** Least speed of every format, MB/s: a log of a gigabyte takes less than a minute. */
const LEAST_MB_PER_S = 20

/** Size of the log that is read, bytes: documents that are read as a whole may have 16 MiB. */
const SIZE = 2e6

/** CPU time of the rounds of a format, ms: of small logs the first rounds measure the compiler. */
const ROUNDS_MS = 400

/** Size of the pieces in which a file arrives, characters. */
const PIECE = 65_536

/** Time between two repetitions of an example, s: later than any example lasts. */
const STEP_S = 40 * 86_400

/** Times as logs write them: with a date, or as seconds since 1970 with or without decimals. */
const TIMES = /(?<!\d|\.)(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|1[67]\d{8})(?!\d)/g

/** Identities of runs, jobs and devices, which a repetition must not share. */
const IDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi

/** The text of repetition `at`: its times are later and its ids are of its own. */
function repeated(text: string, at: number): string {
  if (at === 0) return text
  const id = at.toString(16).padStart(8, '0')
  return text
    .replace(TIMES, (time) => laterBy(time, (at * STEP_S) / 40_000))
    .replace(IDS, (uuid) => `${id}${uuid.slice(8)}`)
}

function laterBy(time: string, seconds: number): string {
  if (/^\d+$/.test(time)) return String(Number(time) + Math.round(seconds))
  const [year, month, day, hour, minute, second] = time.split(/[-/T :]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  const moved = new Date(Date.UTC(year, month - 1, day, hour, minute, second) + Math.round(seconds) * 1000)
  const [date = '', clock = ''] = moved.toISOString().slice(0, 19).split('T')
  return `${date.replaceAll('-', time[4] ?? '-')}${time[10] ?? ' '}${clock}`
}

/** Ways to make a long log from a short one; which of them a format accepts is found by trying. */
const GROWTHS: readonly ((text: string, size: number) => string | null)[] = [
  // A table: the header once, its rows again and again.
  (text, size) => {
    const [header = '', ...rows] = text.trimEnd().split('\n')
    return rows.length === 0 ? null : `${header}\n${times(`${rows.join('\n')}\n`, size)}`
  },
  // A log of lines, or JSON documents one after the other.
  (text, size) => times(text.endsWith('\n') ? text : `${text}\n`, size),
  // A JSON document: the elements of its longest array again and again.
  (text, size) => grownJson(text, size),
  // A document with text around its figures, such as a README.
  (text, size) => (text.startsWith('{') || text.startsWith('[') ? null : text + 'Some more text.\n'.repeat(size / 16)),
  // One JSON object among other members.
  (text, size) => {
    const end = text.trimEnd().lastIndexOf('}')
    if (!text.trimStart().startsWith('{') || end === -1) return null
    const members = Array.from({ length: size / 32 }, (_, at) => `, "member ${at}": "some value"`)
    return `${text.slice(0, end)}${members.join('')}}`
  },
]

const two = (value: number): string => String(value).padStart(2, '0')

/** Time of day of a second, `08:15:36`; with a date from the 2nd of March 2026, `20260302 08:15:36`. */
const timeOfDay = (seconds: number): string =>
  `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`

/** Rows until a text has its size. */
function rows(size: number, row: (at: number) => string): string {
  const parts: string[] = []
  for (let at = 0, length = 0; length < size; at += 1) {
    const text = row(at)
    parts.push(text)
    length += text.length
  }
  return parts.join('')
}

/** Long logs of formats whose examples cannot be repeated: counters that grow, times of day, ends with totals. */
const LONG_LOGS: Readonly<Record<string, (size: number) => string>> = {
  'impact-framework': (size) => {
    const head =
      'name: example\ninitialize:\n  plugins: {}\nexecution:\n  status: success\ntree:\n  children:\n    child:\n      outputs:\n'
    const output = (at: number): string =>
      `        - timestamp: ${new Date(1_772_438_400_000 + at * 3_600_000).toISOString()}\n          duration: 3600\n          energy: 0.05\n          carbon: 20\n`
    return head + rows(size, output)
  },
  scaphandre: (size) => {
    const report = (at: number): string =>
      `{"host": {"consumption": 20000000.0, "timestamp": ${1_772_438_400 + at * 90}.0, "components": {"disks": null}}, "consumers": [], "sockets": []}\n`
    return rows(size, report)
  },
  'nvidia-smi-dmon': (size) =>
    `#Date       Time        gpu   pwr gtemp\n#YYYYMMDD   HH:MM:SS    Idx     W     C\n${rows(
      size,
      (at) => ` ${20_260_302 + Math.floor(at / 86_400)}   ${timeOfDay(at)}      0   100    40\n`,
    )}`,
  rapl: (size) =>
    `t_s,package_0_uj,dram_0_uj\n${rows(size, (at) => `${at},${1_000_000 + at * 12_000_000},${500_000 + at * 600_000}\n`)}`,
  'intel-power-gadget': (size) => {
    const row = (at: number): string =>
      `${timeOfDay(at % 80_000)}:100, ${at + 1}000000,    ${at + 1}.000,   36.000,  ${(at + 1) * 36}.000,   ${(at + 1) * 10}.000\n`
    const table = rows(size, row)
    const count = table.split('\n').length - 1
    return `System Time,RDTSC,Elapsed Time (sec),Processor Power_0(Watt),Cumulative Processor Energy_0(Joules),Cumulative Processor Energy_0(mWh)\n${table}\nTotal Elapsed Time (sec) = ${count}.000000\nCumulative Processor Energy_0 (Joules) = ${count * 36}.000000\n`
  },
  // Steps inside epochs: a file has at most 10,000 windows that are not inside others.
  zeus: (size) => {
    const window = (name: string, at: number, seconds: number): string =>
      `${1_772_439_300 + at}.0,${name},${seconds}.0,${seconds * 100}.0\n`
    const row = (at: number): string => window('step', at, 1) + (at % 100 === 99 ? window('epoch', at - 99, 100) : '')
    return `start_time,window_name,elapsed_time,gpu0_energy\n${rows(size, row)}`
  },
  // A report is long by the latency of each call.
  'optimum-benchmark': (size) => {
    const latencies = Array.from({ length: size / 20 }, (_, at) => 0.012345678901234 + at / 1e6)
    return JSON.stringify({
      forward: {
        latency: { unit: 's', values: latencies },
        energy: { unit: 'kWh', cpu: 0.01, ram: 0.002, gpu: 0.03, total: 0.042 },
      },
    })
  },
  // Steps of jobs: a file has at most 10,000 jobs.
  sacct: (size) =>
    `JobID|Elapsed|ConsumedEnergyRaw|State\n${rows(size, (at) => `${Math.floor(at / 20) + 1}${at % 20 === 0 ? '' : `.${(at % 20) - 1}`}|00:10:00|36000|COMPLETED\n`)}`,
}

/** Formats that are a single line: a long one does not exist. */
const SHORT: ReadonlySet<string> = new Set(['count'])

function times(text: string, size: number): string {
  const count = Math.ceil(size / text.length)
  return Array.from({ length: count }, (_, at) => repeated(text, at)).join('')
}

function grownJson(text: string, size: number): string | null {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    return null
  }
  const arrays: unknown[][] = []
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) arrays.push(value)
    if (typeof value === 'object' && value !== null) Object.values(value).forEach(visit)
  }
  visit(document)
  const longest = arrays.toSorted((a, b) => b.length - a.length)[0]
  if (longest === undefined || longest.length === 0) return null
  const elements = JSON.stringify(longest).slice(1, -1)
  const grown = Array.from({ length: Math.ceil(size / elements.length) }, (_, at) => repeated(elements, at)).join(',')
  longest.splice(0, longest.length, 'HERE')
  return JSON.stringify(document).replace('"HERE"', grown)
}

async function* pieces(text: string): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE)
}

const SETTINGS = { mapping: columnMapping({ energy: 'energy_used in kWh', emissions: 'co2 in kg' }), intervalS: null }

/** Reads a text; null where the format refuses a part of it. */
async function reading(format: LogFormat, text: string): Promise<LogReading | null> {
  try {
    const result = await format.read(await logSource('log', pieces(text)), SETTINGS)
    return result.records.length > 0 && result.refusals.length === 0 ? result : null
  } catch {
    return null
  }
}

/** Speed of one format on a log of some megabytes in MB per second of CPU time (a busy machine does not change it), and the size of that log, bytes; null where no log can be made from its example. */
async function speedOf(format: LogFormat): Promise<{ mbPerS: number; bytes: number } | null> {
  const own = LONG_LOGS[format.name]
  const growths = own ? [(_: string, size: number) => own(size)] : GROWTHS
  for (const size of [SIZE, SIZE / 10]) {
    for (const grow of growths) {
      const text = grow(exampleOf(format.name), size)
      if (text === null || (await reading(format, text)) === null) continue
      let bestMs = Number.POSITIVE_INFINITY
      const end = process.cpuUsage().user + ROUNDS_MS * 1000
      for (let round = 0; round < 3 || process.cpuUsage().user < end; round += 1) {
        const started = process.cpuUsage()
        await format.read(await logSource('log', pieces(text)), SETTINGS)
        const { user, system } = process.cpuUsage(started)
        bestMs = Math.min(bestMs, (user + system) / 1000)
      }
      return { mbPerS: text.length / 1000 / bestMs, bytes: text.length }
    }
  }
  return null
}

/** Prints the speed of every format. @returns whether all of them are fast enough */
export async function printFormats(): Promise<boolean> {
  let isFast = true
  const [, , , wanted] = process.argv
  for (const format of FORMATS.filter(({ name }) => wanted === undefined || name === wanted)) {
    const speed = await speedOf(format)
    if (speed === null) {
      // A format without a speed may be slow.
      isFast &&= SHORT.has(format.name)
      console.log(
        `${format.name.padEnd(28)} ${SHORT.has(format.name) ? 'a single line, never long' : 'NO LONG LOG of it'}`,
      )
      continue
    }
    const isSlow = speed.mbPerS < LEAST_MB_PER_S
    isFast &&= !isSlow
    const figure = `${speed.mbPerS.toFixed(0).padStart(5)} MB/s over ${(speed.bytes / 1e6).toFixed(1)} MB`
    console.log(`${format.name.padEnd(28)} ${figure}${isSlow ? `  BELOW ${LEAST_MB_PER_S}` : ''}`)
  }
  return isFast
}

/** The format that is read slowest, with its speed in MB per second of CPU time. Formats that are always short are left out. */
export async function slowestFormat(): Promise<{ name: string; mbPerS: number }> {
  let slowest = { name: '', mbPerS: Number.POSITIVE_INFINITY }
  for (const format of FORMATS) {
    const speed = await speedOf(format)
    if (speed !== null && speed.mbPerS < slowest.mbPerS) slowest = { name: format.name, mbPerS: speed.mbPerS }
  }
  return slowest
}
