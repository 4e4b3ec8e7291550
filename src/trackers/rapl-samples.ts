import { MeasurementError } from '../core/errors.ts'
import { clock } from './clock.ts'
import { counterJoules } from './counter.ts'
import type { CsvReader } from './csv-log.ts'
import { amount, countedAmount } from './field.ts'
import { note } from '../core/notes.ts'
import {
  type Domain,
  MICRO,
  MOST_PACKAGE_W,
  RANGES_J,
  columnDomain,
  machineOf,
  mirroredCounters,
  wrapOf,
} from './rapl-counter.ts'
import { LONGEST_STILL_S, restartNote } from './record.ts'

/** Name of the column of the time, with its unit. */
const TIME = /^(?:t|time|timestamp|elapsed|seconds)(?:_(s|ms|us|ns))?$/i

/** Seconds of one of the unit. */
const SECONDS: Readonly<Record<string, number>> = { s: 1, ms: 1e-3, us: 1e-6, ns: 1e-9 }

/** Dates from 2000 to 2100, s since 1970. In ms, us and ns their ranges do not meet. */
const DATES_S = { from: 9.4e8, to: 4.2e9 } as const

/**
 * The unit of a time in a column that names none: of the date that it is, else s. A larger number is another clock, such as the
 * monotonic one in ns: with a guessed unit a duration could be a million times too long.
 * @throws MeasurementError
 */
function guessedUnit(column: string, value: number): string {
  if (value <= DATES_S.to) return 's'
  const found = Object.entries(SECONDS).find(([, s]) => value * s >= DATES_S.from && value * s <= DATES_S.to)
  if (found) return found[0]
  throw new MeasurementError(
    `the time ${value} of the column ${JSON.stringify(column)} is neither seconds nor a date: name the column time_s, time_ms, time_us or time_ns after its unit`,
  )
}

/** A number of the unit of its column, or a date and time; s. */
function timeOf(column: string, text: string | undefined, unit: string | undefined): number {
  const at = clock(text ?? '')
  if (at !== null) return at.seconds
  const value = amount('time', text)
  return value * (SECONDS[unit ?? guessedUnit(column, value)] ?? 1)
}

interface SampledCounter {
  readonly column: string
  readonly domain: Domain
  joules: number
  first: number | null
  last: number | null
  guessed: boolean
  /** Largest reading, J: its range is at least that. */
  largest: number
  isFrozen: boolean
  isRestarted: boolean
  /** Time in which it did not grow, s. */
  stillS: number
  /** Long steps, whose wraps are only known at the end: length, s, and energy, J. */
  readonly steps: { readonly s: number; readonly joules: number }[]
}

/** Samples of counters as the rows of a CSV. */
export const raplSamples: CsvReader = (header, log) => {
  const time = header.names[header.find(TIME)] ?? ''
  const timeUnit = TIME.exec(time)?.[1]?.toLowerCase()
  const rangeColumn = header.names[header.find(/max_energy_range_uj/)] ?? null
  const counters = header.names.filter((name) => name.endsWith('_uj') && !/max_energy_range/.test(name)).map(newCounter)
  let [startS, lastS] = [null as number | null, 0]
  let [firstLine, count] = [2, 0]
  /** J; null where no column says it. */
  let rangeJ: number | null = null

  /** Time of the steps in which the counter may have wrapped once more than is seen, s. */
  const ambiguousS = ({ domain, largest, steps }: SampledCounter): number => {
    if (domain === 'inside') return 0
    const range = rangeJ ?? RANGES_J.find((each) => each >= largest) ?? Number.POSITIVE_INFINITY
    return steps.reduce((sum, { s, joules }) => sum + ((joules + range) / s <= MOST_PACKAGE_W ? s : 0), 0)
  }

  return {
    row(value, line, torn) {
      const t = timeOf(time, value(time), timeUnit)
      if (count > 0 && t < lastS) throw new MeasurementError('the time runs backwards')
      const readings = counters.map(({ column }) => countedAmount(column, value(column)) * MICRO)
      const range = rangeColumn === null ? null : amount(rangeColumn, value(rangeColumn)) * MICRO
      // A truncated counter has lost digits, which is not a wrap.
      if (torn && counters.some(({ last }, index) => (readings[index] ?? 0) < (last ?? 0))) return false
      rangeJ ??= range
      counters.forEach((counter, index) => addReading(counter, readings[index] ?? 0, t - lastS, range))
      if (startS === null) firstLine = line
      startS ??= t
      lastS = t
      count += 1
      return true
    },
    records() {
      if (count < 2) throw new MeasurementError('one reading of a counter makes no energy')
      const mirrored = mirroredCounters(
        counters.map(({ column, first, last }) => ({ name: column, readings: [first ?? 0, last ?? 0] })),
      )
      const counted = counters.filter(({ column }) => !mirrored.has(column))
      const joules = new Map(counted.map(({ column, domain, joules }) => [column, { domain, joules }]))
      const durationS = lastS - (startS ?? 0)
      const unseenS = Math.max(0, ...counters.map(ambiguousS))
      const stillS = Math.max(0, ...counters.filter(isAlwaysGrowing).map((counter) => counter.stillS))
      if (counters.some(({ guessed }) => guessed)) {
        const text = 'a counter wrapped: its range is not in the log, the usual one above the last reading is taken'
        log.note(note('log-wrap', text, 'info'))
      }
      if (unseenS > 0) {
        const text = `${log.file}: readings are so far apart for ${Math.round(unseenS)} s that a counter may have wrapped unseen: that time is not covered`
        log.note(note('log-gaps', text))
      }
      for (const counter of counters) {
        if (counter.isFrozen && isAlwaysGrowing(counter)) log.silent(counter.column, 'stands still')
        if (counter.isRestarted && counter.domain !== 'inside') log.note(restartNote(log.file, counter.column))
      }
      const coveredS = durationS - Math.max(unseenS, stillS)
      return [log.record({ name: 'RAPL', durationS, coveredS, ...machineOf(joules), line: firstLine })]
    },
  }
}

function newCounter(column: string): SampledCounter {
  return {
    column,
    domain: columnDomain(column),
    joules: 0,
    first: null,
    last: null,
    guessed: false,
    largest: 0,
    isFrozen: true,
    isRestarted: false,
    stillS: 0,
    steps: [],
  }
}

/** Adds the next reading of a counter, J. @param stepS time since the one before @param range where it wraps, J; null where no column says it */
function addReading(counter: SampledCounter, reading: number, stepS: number, range: number | null): void {
  counter.largest = Math.max(counter.largest, reading)
  const { last } = counter
  if (last !== null) {
    const falls = reading < last
    const wrapped = counterJoules([last, reading], range ?? (falls ? wrapOf(last) : null))
    // No package uses so much in so short a time: the counter began again at 0.
    const isRestart = falls && wrapped > MOST_W[counter.domain] * stepS
    counter.isRestarted ||= isRestart
    counter.guessed ||= falls && !isRestart && range === null
    const joules = isRestart ? reading : wrapped
    counter.joules += joules
    counter.isFrozen &&= joules === 0
    if (joules === 0 && stepS > LONGEST_STILL_S) counter.stillS += stepS
    if (stepS > SHORTEST_WRAP_S && counter.steps.length < MAX_STEPS) counter.steps.push({ s: stepS, joules })
  }
  counter.first ??= reading
  counter.last = reading
}

/** No counter wraps within this time, s: its smallest range at the most power. */
const SHORTEST_WRAP_S = (RANGES_J[0] as number) / MOST_PACKAGE_W

/** Power that no meter of a domain shows over a step, W: twice that of the largest package, and of a board with several. */
const MOST_W: Readonly<Record<Domain, number>> = {
  package: 2 * MOST_PACKAGE_W,
  dram: 2 * MOST_PACKAGE_W,
  inside: 2 * MOST_PACKAGE_W,
  psys: 10 * MOST_PACKAGE_W,
}

/** Whether the counter of a running machine grows at all times: some memory counters always read 0. */
function isAlwaysGrowing({ domain, largest }: SampledCounter): boolean {
  return domain === 'package' || domain === 'psys' || (domain === 'dram' && largest > 0)
}

/** Most long steps that are kept of one counter. */
const MAX_STEPS = 100_000
