import type { EnergyRecord } from '../core/energy-record.ts'
import { MeasurementError } from '../core/errors.ts'
import { clock } from './clock.ts'
import { amount } from './field.ts'
import { GapRule } from './gap-rule.ts'
import type { Line } from './lines.ts'
import type { Log } from './log.ts'
import { readLineLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import { MOST_WATTS } from './power-sum.ts'
import { whOfJoules } from './record.ts'
import { SampleSteps } from './rows-at-a-time.ts'
import type { LogFormat } from './tracker.ts'

const HEADER = /(?:^|\s)(?:PkgWatt|Pkg_J|SysWatt|Sys_J)(?:\s|$)/

/** Columns that name one processor; a row of the whole machine has `-` in each. */
const PLACES = ['Package', 'Die', 'Node', 'Core', 'CPU', 'X2APIC', 'APIC']

/** Default interval of turbostat (turbostat(8), -i), s: assumed if neither the log nor the user gives it. */
const DEFAULT_INTERVAL_S = 5

/** A line of a wrapper script with nothing but a time, such as `--- 2025-05-29 17:41:11 UTC ---`. */
const STAMP_LINE =
  /^[-=#*\s[\]]*(\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?\s*(?:Z|UTC|GMT|[+-]\d\d:?\d\d)?)[-=#*\s[\]]*$/

/** turbostat (Linux, tools/power/x86/turbostat): its table, in watts or, with -J, in joules. */
export const turbostat: LogFormat = {
  name: 'turbostat',
  title: 'turbostat table (watts, or joules with -J)',
  figures:
    'W of each interval times its length (from Time_Of_Day_Seconds, else --interval, else by times that a script prints between tables, else its default of 5 s, with a warning); packages + RAM; measured',
  meters: 'processors',
  detect: (head) =>
    head
      .split(/\r\n|\r|\n/, 60)
      .some((line, at, all) => HEADER.test(line) && (/\S\s+\S/.test(line) || /^\d+\.\d\d$/.test(all[at + 1] ?? ''))),
  read: (source, { intervalS }) =>
    readLineLog(source, (log) => {
      const table = new Table(log)
      return { line: (line) => table.line(line), records: () => [table.record(intervalS)] }
    }),
}

/** Names of its columns: `Busy%` (`%Busy` in old versions), `CPU%c1`, `POLL+`, and those of counters that a user adds. */
const COLUMN = /^%?[A-Za-z][^\s"',;|\p{Cc}]*$/u

/** A row of figures, with `-` for the whole machine. */
const FIGURES = /^\s*(?:(?:-|\d+(?:\.\d+)?)\s+){2,}\d+\.\d\d\s*$/

/** Maximum number of rows kept while no column says of which processor they are. */
const MAX_HELD = 500_000

interface Interval {
  readonly cpu: number
  readonly memory: number | null
  readonly system: number | null
  readonly clockS: number | null
  /** Set later, if the next time that a script prints gives it. */
  lengthS: number | null
  /** Whether the figures are energy of the interval, J, instead of power. */
  readonly areJoules: boolean
}

/** Columns that every processor has, so that one without those of its package leaves a row that ends early. */
const OF_EACH = /^(?:Busy%|(?:Avg|Bzy|TSC)_MHz|IPC|IRQ|SMI|usec|Time_Of_Day_Seconds|POLL%?|C\d\w*%?|CPU%c\d|CoreTmp)$/

/** Rows under one header of a table that does not say of which processor each is. */
interface Block {
  readonly hasEach: boolean
  readonly rows: Interval[]
  /** A processor's row ends where it has nothing to say; that of the whole machine never does. */
  hasShort: boolean
}

/** Rows of a package are rounded to two decimals each. */
const ROUNDED = 0.01

/**
 * Whether the first row is the sum of the others, as that of the machine is of its packages.
 * @param least how many others it takes: two intervals may be equal
 */
function isSummed({ rows: [first, ...others] }: Block, least: number): boolean {
  if (first === undefined || first.cpu === 0 || others.length < least) return false
  const sum = others.reduce((total, { cpu }) => total + cpu, 0)
  return Math.abs(first.cpu - sum) <= ROUNDED * others.length
}

/**
 * The rows of the whole machine where no column names a processor: with --Summary each one, else the first under each
 * header, which is written anew for each interval.
 * @param isOne whether the log is of a single interval
 * @throws MeasurementError if that is unknown
 */
function machineRows(blocks: readonly Block[], isOne: boolean): Interval[] {
  const ofProcessors = blocks.some(({ hasShort }) => hasShort)
  const isSummary = blocks.length === 1 && !isOne && blocks.some(({ hasEach }) => hasEach)
  if (!ofProcessors && !blocks.every((block) => isSummed(block, isSummary ? 2 : 1)))
    return blocks.flatMap(({ rows }) => rows)
  if (!ofProcessors && blocks.length === 1 && !isOne) {
    throw new MeasurementError('its rows may be intervals or packages: log the CPU column too')
  }
  return blocks.flatMap(({ rows }) => rows.slice(0, 1))
}

/** Sums intervals as they come, each by its own length: by its clock that is the time since the one before, of the first the time to the next. */
class IntervalSum {
  #count = 0
  #first: Interval | null = null
  #beforeS: number | null = null
  /** Of intervals whose length neither the row nor a clock says, W. */
  readonly #unknown = { count: 0, cpu: 0, memory: 0, system: 0 }
  readonly #known = { cpu: 0, memory: 0, system: 0 }
  #seconds = 0
  #withMemory = 0
  #hasSystem = true
  #areJoules = false
  readonly #gapRule = new GapRule()
  readonly #steps = new SampleSteps()
  #gaps = 0
  #gapS = 0
  /** Intervals with a power of 0: the number without a length, and the total length of the others, s. */
  readonly #still = { count: 0, seconds: 0 }

  /** @throws MeasurementError */
  add(row: Interval): void {
    if (row.clockS !== null && row.clockS === this.#beforeS)
      throw new MeasurementError('two rows have one time: they may be of two machines')
    this.#count += 1
    if (row.memory !== null) this.#withMemory += 1
    this.#hasSystem &&= row.system !== null
    this.#areJoules ||= row.areJoules
    const before = this.#beforeS
    this.#beforeS = row.clockS
    if (this.#count === 1) {
      this.#first = row
      return
    }
    const stepS = between(before, row.clockS)
    if (stepS !== null) this.#steps.add(stepS)
    const first = this.#first
    this.#first = null
    // The first interval has the length of the second: one step of the clock, not two that confirm each other.
    if (first && first.lengthS === null && row.lengthS === null) this.#take([first, row], stepS)
    else {
      if (first) this.#take([first], stepS)
      this.#take([row], stepS)
    }
  }

  /** Takes intervals of one length. */
  #take(rows: readonly Interval[], byClockS: number | null): void {
    const length = rows[0]?.lengthS ?? byClockS
    if (length !== null && length < 0) throw new MeasurementError('the time runs backwards')
    this.#seconds += (length ?? 0) * rows.length
    if (length === null) {
      for (const row of rows) this.#addEnergy(row, length)
      return
    }
    this.#gapRule.decide(length, (isGap) => {
      // Energy was counted; whether all of it, the row does not say.
      if (!isGap || this.#areJoules) for (const row of rows) this.#addEnergy(row, length)
      if (!isGap) return
      this.#gaps += 1
      this.#gapS += length * rows.length
    })
  }

  /** Adds the energy of one interval. @param length s; null when it is unknown */
  #addEnergy(row: Interval, length: number | null): void {
    const isUnknown = length === null && !row.areJoules
    if (row.cpu === 0 && !row.system) {
      if (isUnknown) this.#still.count += 1
      else this.#still.seconds += length ?? 0
    }
    const sums = isUnknown ? this.#unknown : this.#known
    const times = row.areJoules ? 1 : (length ?? 1)
    if (isUnknown) this.#unknown.count += 1
    sums.cpu += row.cpu * times
    sums.memory += (row.memory ?? 0) * times
    sums.system += (row.system ?? 0) * times
  }

  /** @param at.elapsedS of all commands in the log @param at.givenS the user's interval @throws MeasurementError without an interval */
  record(
    log: Log,
    { elapsedS, givenS, line }: { elapsedS: number | null; givenS: number | null; line: number | null },
  ): EnergyRecord {
    if (this.#first) this.#take([this.#first], this.#count === 1 ? elapsedS : null)
    if (this.#count === 0) throw new MeasurementError('it contains no row of the whole machine (`-`)')
    this.#steps.assertOfOne()
    this.#gapRule.settle()
    const { count: unknown } = this.#unknown
    const lengthS = givenS ?? DEFAULT_INTERVAL_S
    if (unknown > 0 && givenS === null) {
      const text = `turbostat does not write its interval: ${DEFAULT_INTERVAL_S} s is assumed, its own default; give --interval or log Time_Of_Day_Seconds`
      log.note(note('log-interval-assumed', text))
    }
    log.gaps(this.#gaps)
    const withMemory = this.#withMemory
    if (withMemory > 0 && withMemory < this.#count)
      log.silent('the memory', `is in ${withMemory} of ${this.#count} intervals`)
    const joulesOf = (key: 'cpu' | 'memory' | 'system'): number => this.#known[key] + this.#unknown[key] * lengthS
    const system = this.#hasSystem && joulesOf('system') > 0 ? joulesOf('system') : null
    const memory = withMemory > 0 ? joulesOf('memory') : null
    const seconds = this.#seconds + unknown * lengthS
    const isTimed = !this.#areJoules || this.#seconds > 0
    return log.record({
      name: 'turbostat',
      durationS: isTimed ? seconds : elapsedS,
      coveredS: isTimed ? seconds - this.#gapS - this.#still.seconds - this.#still.count * lengthS : null,
      ...whOfJoules({ whole: system, cpu: joulesOf('cpu'), memory }),
      line,
    })
  }
}

/** Cells between tabs; those that a row of a processor leaves out at its end are none. */
function tabbed(text: string): string[] {
  const cells = text.trimEnd().split('\t')
  return text.includes(' ') ? cells.map((cell) => cell.trim()) : cells
}

function between(fromS: number | null, toS: number | null): number | null {
  return fromS === null || toS === null ? null : toS - fromS
}

class Table {
  readonly #log: Log
  #first: number | null = null
  #columns: string[] = []
  /** Indexes of the columns that name a processor. */
  #places: readonly number[] = []
  #isInJoules = false
  /** Whether tabs separate the columns, so that an empty cell shows. */
  #hasTabs = false
  /** Of the rows that say that they are of the whole machine. */
  readonly #sum = new IntervalSum()
  /** Only where no column names a processor. */
  readonly #blocks: Block[] = []
  #kept = 0
  /** Of all commands in the log, s. */
  #elapsedS: number | null = null
  /** Of the command whose table follows, s. */
  #nextS: number | null = null
  /** Time that a script printed last, and the rows since. */
  #stamp: { readonly seconds: number; readonly rows: Interval[] } | null = null
  #stampedS: number | null = null

  constructor(log: Log) {
    this.#log = log
  }

  line({ text, number, torn }: Line): void {
    const isHeader = /[tJ]/.test(text) && HEADER.test(text)
    const cells = this.#hasTabs && !isHeader ? tabbed(text) : text.trim().split(/\s+/)
    const elapsed = text.includes('sec') ? /^\s*(\d+(?:\.\d+)?) sec\s*$/.exec(text) : null
    if (elapsed) {
      this.#nextS = amount('elapsed time', elapsed[1])
      this.#elapsedS = (this.#elapsedS ?? 0) + this.#nextS
    } else if (text.includes(':') && STAMP_LINE.test(text)) {
      this.#stamped(STAMP_LINE.exec(text)?.[1] ?? '')
    } else if (isHeader) {
      const odd = cells.find((cell) => !COLUMN.test(cell))
      if (odd !== undefined) {
        const name = JSON.stringify(odd.slice(0, 40))
        throw new MeasurementError(`${name} is not a column of turbostat: remove what is around its lines`)
      }
      this.#columns = cells
      this.#places = PLACES.map((place) => cells.indexOf(place)).filter((at) => at !== -1)
      this.#isInJoules = cells.includes('Pkg_J') || cells.includes('Sys_J')
      this.#hasTabs = text.trim().split('\t').length === cells.length
      if (!cells.some((cell) => PLACES.includes(cell)))
        this.#blocks.push({ hasEach: cells.some((cell) => OF_EACH.test(cell)), rows: [], hasShort: false })
    } else if (this.#columns.length > 0 && text.trim() !== '') this.#row(cells, number, torn)
    else if (FIGURES.test(text)) throw new MeasurementError('a row comes before the names of the columns')
  }

  /** The rows between two printed times share the time between them. */
  #stamped(text: string): void {
    const time = clock(text)
    if (time === null) return
    this.#endStamp(time.seconds)
    this.#stamp = { seconds: time.seconds, rows: [] }
  }

  #endStamp(endS: number | null): void {
    const { seconds, rows } = this.#stamp ?? { seconds: 0, rows: [] }
    this.#stamp = null
    if (rows.length === 0) return
    const lengthS = endS === null ? this.#stampedS : (endS - seconds) / rows.length
    this.#stampedS = lengthS
    for (const row of rows) {
      row.lengthS ??= lengthS
      if (this.#blocks.length === 0) this.#sum.add(row)
    }
  }

  #row(cells: readonly string[], number: number, torn: boolean): void {
    const places = this.#places
    if (torn && places.some((at) => at >= cells.length)) this.#log.tear(number)
    if (this.#hasTabs && !torn && places.some((at) => cells[at] === '' || cells[at] === undefined))
      throw new MeasurementError('a column that names the processor is empty: whose row it is cannot be told')
    if (!places.every((at) => cells[at] === '-')) return
    const block = places.length === 0 ? this.#blocks.at(-1) : undefined
    if (block && !cells.every((cell) => /^-?[\d.]+$/.test(cell))) return
    const isWhole = cells.length === this.#columns.length && /\.\d\d$/.test(cells.at(-1) ?? '')
    if (torn && cells.length <= this.#columns.length && !isWhole) {
      // Without a line end even a full row may end in half a number; it writes two decimals.
      this.#log.tear(number)
      return
    }
    if (block && cells.length < this.#columns.length) {
      block.hasShort = true
      return
    }
    if (cells.length !== this.#columns.length) {
      throw new MeasurementError(`the row has ${cells.length} values under ${this.#columns.length} columns`)
    }
    const cell = (name: string): number | null => {
      const at = this.#columns.indexOf(name)
      return at === -1 ? null : amount(name, cells[at])
    }
    const joules = this.#isInJoules
    this.#first ??= number
    const interval: Interval = {
      cpu: cell(joules ? 'Pkg_J' : 'PkgWatt') ?? 0,
      memory: cell(joules ? 'RAM_J' : 'RAMWatt'),
      system: cell(joules ? 'Sys_J' : 'SysWatt'),
      clockS: cell('Time_Of_Day_Seconds'),
      // Not from `usec`: on this row that is how long turbostat took to read its counters.
      lengthS: this.#nextS,
      areJoules: joules,
    }
    const most = Math.max(interval.cpu, interval.memory ?? 0, interval.system ?? 0)
    if (!joules && most > MOST_WATTS) throw new MeasurementError(`no machine draws ${most} W: a counter wrapped`)
    this.#nextS = null
    const isStamped = this.#stamp !== null && interval.lengthS === null && interval.clockS === null && !joules
    if (isStamped) this.#stamp?.rows.push(interval)
    if (!block) {
      if (!isStamped) this.#sum.add(interval)
    } else if (this.#kept < MAX_HELD) {
      this.#kept += 1
      block.rows.push(interval)
    } else throw new MeasurementError(`more than ${MAX_HELD} rows without a column that names the processor`)
  }

  /** Sums the intervals. @throws MeasurementError without a row of the whole machine */
  record(givenS: number | null): EnergyRecord {
    this.#endStamp(null)
    const blocks = this.#blocks.filter((block) => block.rows.length > 0)
    let sum = this.#sum
    if (blocks.length > 0) {
      sum = new IntervalSum()
      for (const row of machineRows(blocks, this.#elapsedS !== null)) sum.add(row)
    }
    return sum.record(this.#log, { elapsedS: this.#elapsedS, givenS, line: this.#first })
  }
}
