import { MeasurementError } from '../core/errors.ts'
import type { CounterReading, EnergyRecord } from '../core/energy-record.ts'
import type { Note } from '../core/report.ts'
import { clock } from './clock.ts'
import { counterJoules, isFrozen } from './counter.ts'
import { type Cell, type CsvReading, readCsvLog } from './csv-log.ts'
import { amount } from './field.ts'
import { withHead } from './head.ts'
import type { Header } from './header.ts'
import { lines } from './lines.ts'
import { note } from '../core/notes.ts'
import { noLineEnd, record, silentNote, tornNote } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat, LogReading, LogSource } from './tracker.ts'

/**
 * Most power of one package, W (AMD EPYC 9965: 500 W TDP): if a counter could have wrapped once more in a step below this power, what
 * it counted is not known.
 */
const MOST_PACKAGE_W = 500

/** Joules in RAPL's unit, the microjoule. */
const MICRO = 1e-6

/** Ranges that Intel and AMD counters wrap at (max_energy_range_uj: 2^32 units of 61.035, 15.3 or 15.2588 uJ), J. */
const RANGES_J = [65_532.610987, 65_712.999613, 262_143.32885]

const DUMP = /^(\S{0,300}(?:intel|amd)-rapl[^/\s]{0,50})\/(name|energy_uj|max_energy_range_uj)\s*[=:]\s*(.*)$/

/** What precedes the kernel's own part of a path, `sys/` or else the first zone: identifies the machine. */
const MACHINE =
  /^(|.*?\/|[^/]*:)(?:sys\/(?:class|devices)\/|(?:(?:class|devices\/virtual)\/)?(?:powercap\/)?(?:intel|amd)-rapl)/
const TABLE =
  /^\uFEFF?(?=(?:[^\n\r]*,)?\s*"?(?:t|time|timestamp|t_s|time_s|seconds)"?\s*(?:,|[\r\n]|$))[^\n\r]*\w_uj\b/i

/**
 * Linux powercap counters (RAPL): a CSV of samples (`t_s,package_0_uj,dram_0_uj`), or dumps of the tree as `path/energy_uj=value`. A
 * package includes its cores and uncore; dram is separate; psys includes all.
 */
export const rapl: LogFormat = {
  name: 'rapl',
  title: 'RAPL energy counters: samples as CSV, dumps of /sys/class/powercap',
  figures:
    'uJ as counters that wrap: two readings make an energy, in one file or two; measured; packages + dram, or psys alone',
  meters: 'processors',
  example: 't_s,package_0_uj,dram_0_uj\n0,1000000,500000\n60,721000000,36500000\n',
  detect: (head) => TABLE.test(head) || /^\S{0,300}(?:intel|amd)-rapl\S{0,50}\/energy_uj\s*[=:]/m.test(head),
  async read(source) {
    const { head, text } = await withHead(source.text)
    const whole = { ...source, text }
    return TABLE.test(head) ? readCsvLog(whole, ',', (header) => new Samples(header, source.file)) : readDumps(whole)
  },
}

type Domain = 'package' | 'dram' | 'psys' | 'inside'

/** A package that shows itself a second time, through memory instead of registers. */
const MMIO = /rapl-mmio/i

/** Which domain a column or zone is. */
function domainOf(name: string): Domain | null {
  if (MMIO.test(name)) return 'inside'
  if (/psys|platform/i.test(name)) return 'psys'
  if (/dram|\bram/i.test(name)) return 'dram'
  if (/uncore|core|gpu/i.test(name)) return 'inside'
  if (/package|pkg|(?:intel|amd)-rapl[:_-]?\d+(?:_uj)?$/i.test(name)) return 'package'
  return null
}

/** A zone inside a package by its number alone: its memory, or its cores again. */
const PART = /rapl[:_-]?\d+[:_-]\d+(?:_uj)?$/i

/** The domain of a column, a package where it says nothing else. @throws MeasurementError for a part that it does not name */
function columnDomain(column: string): Domain {
  if (domainOf(column) === null && PART.test(column)) {
    throw new MeasurementError(`column ${JSON.stringify(column)} may be memory or cores: name it`)
  }
  return domainOf(column) ?? 'package'
}

/** Energy of the machine: psys alone where it is, else packages and memory. */
function machineOf(
  joules: ReadonlyMap<string, { domain: Domain; joules: number }>,
): Pick<EnergyRecord, 'itWh' | 'cpuWh' | 'memoryWh'> {
  const sum = (domain: Domain): number | null => {
    const found = [...joules.values()].filter((each) => each.domain === domain)
    return found.length === 0 ? null : found.reduce((total, each) => total + each.joules, 0) / 3600
  }
  const cpuWh = sum('package')
  const memoryWh = sum('dram')
  const psys = sum('psys')
  if (psys !== null) return { itWh: psys, cpuWh: null, memoryWh: null }
  if (cpuWh === null) throw new MeasurementError('it contains no counter of a package')
  return { itWh: cpuWh + (memoryWh ?? 0), cpuWh, memoryWh }
}

/** Seconds, or a date and time. */
function timeOf(text: string | undefined): number {
  return clock(text ?? '')?.seconds ?? amount('time', text)
}

interface SampledCounter {
  readonly column: string
  readonly domain: Domain
  joules: number
  last: number | null
  guessed: boolean
  /** Largest reading, J: its range is at least that. */
  largest: number
  isFrozen: boolean
  /** Long steps, whose wraps are only known at the end: length, s, and energy, J. */
  readonly steps: { readonly s: number; readonly joules: number }[]
}

class Samples implements CsvReading {
  readonly #file: string
  readonly #time: string
  readonly #counters: SampledCounter[]
  readonly #rangeColumn: string | null
  #first: number | null = null
  #last = 0
  #line = 2
  #count = 0
  /** J; null where no column says it. */
  #range: number | null = null

  constructor(header: Header, file: string) {
    this.#file = file
    this.#time = header.names[header.find(/^(?:t|time|timestamp|t_s|time_s|seconds)$/i)] ?? ''
    this.#rangeColumn = header.names[header.find(/max_energy_range_uj/)] ?? null
    this.#counters = header.names
      .filter((name) => name.endsWith('_uj') && !/max_energy_range/.test(name))
      .map((column) => ({
        column,
        domain: columnDomain(column),
        joules: 0,
        last: null,
        guessed: false,
        largest: 0,
        isFrozen: true,
        steps: [],
      }))
  }

  row(value: Cell, line: number, torn: boolean): boolean {
    const t = timeOf(value(this.#time))
    if (this.#count > 0 && t < this.#last) throw new MeasurementError('the time runs backwards')
    const readings = this.#counters.map(({ column }) => amount(column, value(column)) * MICRO)
    const range = this.#rangeColumn === null ? null : amount(this.#rangeColumn, value(this.#rangeColumn)) * MICRO
    // A truncated counter has lost digits, which is not a wrap.
    if (torn && this.#counters.some(({ last }, index) => (readings[index] ?? 0) < (last ?? 0))) return false
    const stepS = t - this.#last
    this.#range ??= range
    this.#counters.forEach((counter, index) => {
      const reading = readings[index] ?? 0
      counter.largest = Math.max(counter.largest, reading)
      if (counter.last !== null) {
        const wraps = reading < counter.last
        const at = range ?? (wraps ? wrapOf(counter.last) : null)
        counter.guessed ||= wraps && range === null
        const joules = counterJoules([counter.last, reading], at)
        counter.joules += joules
        counter.isFrozen &&= joules === 0
        if (stepS > SHORTEST_WRAP_S && counter.steps.length < MAX_STEPS) counter.steps.push({ s: stepS, joules })
      }
      counter.last = reading
    })
    if (this.#first === null) {
      this.#first = t
      this.#line = line
    }
    this.#last = t
    this.#count += 1
    return true
  }

  /** Time of the steps in which the counter may have wrapped once more than is seen, s. */
  #ambiguousS({ domain, largest, steps }: SampledCounter): number {
    if (domain === 'inside') return 0
    const range = this.#range ?? RANGES_J.find((each) => each >= largest) ?? Number.POSITIVE_INFINITY
    return steps.reduce((sum, { s, joules }) => sum + ((joules + range) / s <= MOST_PACKAGE_W ? s : 0), 0)
  }

  records(): EnergyRecord[] {
    if (this.#count < 2) throw new MeasurementError('one reading of a counter makes no energy')
    const joules = new Map(this.#counters.map(({ column, domain, joules }) => [column, { domain, joules }]))
    const durationS = this.#last - (this.#first ?? 0)
    const uncoveredS = Math.max(0, ...this.#counters.map((counter) => this.#ambiguousS(counter)))
    const silent = this.#counters
      .filter(({ domain, isFrozen }) => isFrozen && (domain === 'package' || domain === 'psys'))
      .map(({ column }) => silentNote(this.#file, column, 'stands still'))
    const notes: Note[] = this.#counters.some(({ guessed }) => guessed)
      ? [
          note(
            'log-wrap',
            'a counter wrapped: its range is not in the log, the usual one above the last reading is taken',
            'info',
          ),
        ]
      : []
    if (uncoveredS > 0) {
      const text = `${this.#file}: readings are so far apart for ${Math.round(uncoveredS)} s that a counter may have wrapped unseen: that time is not covered`
      notes.push(note('log-gaps', text))
    }
    notes.push(...silent)
    return [
      record({
        name: 'RAPL',
        durationS,
        coveredS: durationS - uncoveredS,
        ...machineOf(joules),
        method: 'measured',
        file: this.#file,
        line: this.#line,
        notes,
      }),
    ]
  }
}

/** No counter wraps within this time, s: its smallest range at the most power. */
const SHORTEST_WRAP_S = (RANGES_J[0] as number) / MOST_PACKAGE_W

/** Most long steps that are kept of one counter. */
const MAX_STEPS = 100_000

/** The smallest known range that a counter at this reading can have. @throws MeasurementError */
function wrapOf(reading: number): number {
  const range = RANGES_J.find((each) => each >= reading)
  if (range === undefined) throw new MeasurementError('a counter went back, and its range is not known')
  return range
}

interface Zone {
  /** The path that its readings are taken from: the kernel shows each zone under several. */
  readonly path: string
  name: string | null
  rangeJ: number | null
  readonly readings: number[]
  readonly line: number
}

async function readDumps({ file, text }: LogSource): Promise<LogReading> {
  const refusals = new Refusals(file)
  const machines = new Map<string, Map<string, Zone>>()
  let count = 0
  const notes: Note[] = []
  try {
    for await (const line of lines(text)) {
      const match = DUMP.exec(line.text.trim())
      if (!match) continue
      refusals.attempt(line.number, () => {
        const [, path = '', key, value = ''] = match
        const id = path.slice(path.lastIndexOf('/') + 1)
        const machine = machineIn(path)
        const zones = machines.get(machine) ?? new Map<string, Zone>()
        const zone = zones.get(id) ?? { path, name: null, rangeJ: null, readings: [], line: line.number }
        if (!zones.has(id) && count < 1000) {
          count += 1
          machines.set(machine, zones.set(id, zone))
        }
        if (key === 'name') zone.name = value.trim()
        else if (key === 'energy_uj') {
          const reading = amount('energy_uj', value) * MICRO
          // A truncated reading has lost digits, which is not a wrap.
          if (line.torn && reading < (zone.readings.at(-1) ?? 0)) {
            notes.push(tornNote(file, line.number, 'sample'))
          } else if (zone.path === path) zone.readings.push(reading)
        } else zone.rangeJ = amount('max_energy_range_uj', value) * MICRO
        if (line.torn && key !== 'name' && notes.length === 0) notes.push(noLineEnd(file, line.number))
      })
    }
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    refusals.add(null, error.message)
  }
  const records: EnergyRecord[] = []
  if (machines.size === 0) machines.set('', new Map())
  for (const [machine, zones] of machines) refusals.attempt(null, () => records.push(...dumped(machine, zones, file)))
  if (records[0]) records[0] = { ...records[0], notes: [...records[0].notes, ...notes] }
  return { records, refusals: refusals.list() }
}

/** The kernel shows each zone under several paths; `node1/` and `node2/` before them are two machines. */
function machineIn(path: string): string {
  return (MACHINE.exec(path)?.[1] ?? '').replace(/^(?:\.\/|\/)+/, '')
}

/** Two dumps or more are an energy; a single one is a reading of each counter, which a second file may complete. */
function dumped(machine: string, zones: ReadonlyMap<string, Zone>, file: string): EnergyRecord[] {
  const known = [...zones].flatMap(([id, zone]) => {
    const domain = MMIO.test(id) && hasPackage(zones) ? 'inside' : domainOf(zone.name ?? id)
    return domain === null || domain === 'inside' || zone.readings.length === 0 ? [] : [{ id, zone, domain }]
  })
  const psys = known.filter(({ domain }) => domain === 'psys')
  const counted = psys.length > 0 ? psys : known
  if (counted.length === 0) throw new MeasurementError('it contains no counter of a package')
  const unnamed = counted.filter(({ zone }) => zone.name === null).map(({ id }) => id)
  const unnamedText = `${unnamed.join(', ')} are taken for packages: without the name of each zone, one may be the whole machine (psys) and their memory is not known`
  const notes = unnamed.length > 1 ? [note('log-zones-unnamed', unnamedText)] : []
  const most = Math.max(...counted.map(({ zone }) => zone.readings.length))
  for (const { id, zone, domain } of counted) {
    const { length } = zone.readings
    if (length < most)
      notes.push(silentNote(file, `${zone.name ?? domain} (${id})`, `is in ${length} of ${most} dumps`))
    else if (isFrozen(zone.readings) && domain !== 'dram')
      notes.push(silentNote(file, `${zone.name ?? domain} (${id})`, 'stands still'))
  }
  if (counted.every(({ zone }) => zone.readings.length > 1)) {
    const joules = new Map(
      counted.map(({ id, zone, domain }) => [id, { domain, joules: counterJoules(zone.readings, rangeOf(zone)) }]),
    )
    const line = counted[0]?.zone.line ?? null
    return [record({ name: 'RAPL', ...machineOf(joules), method: 'measured', file, line, notes })]
  }
  return counted.map(({ id, zone, domain }) => {
    const reading = zone.readings[0] ?? 0
    const counter: CounterReading = {
      key: `rapl ${machine}${id}`,
      joules: reading,
      wrapJ: zone.rangeJ,
      meansNothingAlone: true,
    }
    return record({
      name: `RAPL ${zone.name ?? domain}`,
      itWh: reading / 3600,
      cpuWh: domain === 'package' ? reading / 3600 : null,
      memoryWh: domain === 'dram' ? reading / 3600 : null,
      counter,
      method: 'measured',
      file,
      line: zone.line,
      notes,
    })
  })
}

/** Whether a package is read through its registers. */
function hasPackage(zones: ReadonlyMap<string, Zone>): boolean {
  return [...zones].some(
    ([id, zone]) => !MMIO.test(id) && domainOf(zone.name ?? id) === 'package' && zone.readings.length > 0,
  )
}

function rangeOf({ readings, rangeJ }: Zone): number | null {
  if (rangeJ !== null) return rangeJ
  const before = readings.find((reading, index) => (readings[index + 1] ?? Number.POSITIVE_INFINITY) < reading)
  return before === undefined ? null : wrapOf(before)
}
