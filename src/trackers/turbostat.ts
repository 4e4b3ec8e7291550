import { MeasurementError } from '../core/errors.ts'
import { amount } from './field.ts'
import { lines } from './lines.ts'
import { note, record, tornNote } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

const HEADER = /(?:^|\s)(?:PkgWatt|Pkg_J|SysWatt|Sys_J)(?:\s|$)/

/** Columns that name one processor; a row of the whole machine has `-` in each. */
const PLACES = ['Package', 'Die', 'Node', 'Core', 'CPU', 'X2APIC', 'APIC']

/** Distance of rows that is assumed where neither the log nor the user says it, s. */
const ASSUMED_INTERVAL_S = 1

/** turbostat (Linux, tools/power/x86/turbostat): its table, in watts or, with -J, in joules. */
export const turbostat: LogFormat = {
  name: 'turbostat',
  title: 'turbostat table (watts, or joules with -J)',
  figures:
    'W of each interval times its length (from Time_Of_Day_Seconds, else --interval, else 1 s, told); packages + RAM; measured',
  example: 'Core\tCPU\tBusy%\tPkg_J\tRAM_J\n-\t-\t20.00\t300.00\t60.00\n0\t0\t20.00\t300.00\t60.00\n',
  detect: (head) =>
    head
      .split(/\r\n|\r|\n/, 60)
      .some((line, at, all) => HEADER.test(line) && (/\S\s+\S/.test(line) || /^\d+\.\d\d$/.test(all[at + 1] ?? ''))),
  async read({ file, text }, settings) {
    const refusals = new Refusals(file)
    const table = new Table()
    try {
      for await (const { text: line, number, torn } of lines(text))
        refusals.attempt(number, () => table.line(line, number, torn))
      const { cpuWh, memoryWh, itWh, durationS, assumed } = table.energy(settings.intervalS)
      const notes = []
      if (assumed) {
        notes.push(
          note(
            'log-interval-assumed',
            'warning',
            `turbostat does not write its interval: ${ASSUMED_INTERVAL_S} s is assumed (its own default is 5 s); give --interval or log Time_Of_Day_Seconds`,
          ),
        )
      }
      if (table.torn !== null) notes.push(tornNote(file, table.torn, 'row'))
      const whole = record({
        name: 'turbostat',
        durationS,
        itWh,
        cpuWh,
        memoryWh,
        method: 'measured',
        file,
        line: table.first,
        notes,
      })
      return { records: [whole], refusals: refusals.list() }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
      return { records: [], refusals: refusals.list() }
    }
  },
}

interface Interval {
  readonly cpu: number
  readonly memory: number | null
  readonly system: number | null
  readonly clockS: number | null
  readonly lengthS: number | null
}

/** Rows under one header of a table that does not say of which processor each is. */
interface Block {
  readonly rows: Interval[]
  /** A processor's row ends where it has nothing to say; that of the whole machine never does. */
  hasShort: boolean
}

/** Rows of a package are rounded to two decimals each. */
const ROUNDED = 0.01

/** Whether the first row is the sum of the others, as that of the machine is of its packages. */
function isSummed({ rows: [first, ...others] }: Block): boolean {
  const sum = others.reduce((total, { cpu }) => total + cpu, 0)
  return first !== undefined && others.length > 0 && Math.abs(first.cpu - sum) <= ROUNDED * others.length
}

/**
 * The rows of the whole machine where no column names a processor: with --Summary each one, else the first under each
 * header, which is written anew for each interval.
 * @param isOne whether the log is of a single interval
 * @throws MeasurementError when that cannot be told
 */
function machineRows(blocks: readonly Block[], isOne: boolean): Interval[] {
  const ofProcessors = blocks.some(({ hasShort }) => hasShort)
  if (!ofProcessors && !blocks.every(isSummed)) return blocks.flatMap(({ rows }) => rows)
  if (!ofProcessors && blocks.length === 1 && !isOne) {
    throw new MeasurementError('whether its rows are intervals or packages cannot be told: log the CPU column too')
  }
  return blocks.flatMap(({ rows }) => rows.slice(0, 1))
}

class Table {
  first: number | null = null
  torn: number | null = null
  #columns: string[] = []
  readonly #rows: Interval[] = []
  /** Only where no column names a processor. */
  readonly #blocks: Block[] = []
  /** Of all commands in the log, s. */
  #elapsedS: number | null = null
  /** Of the command whose table follows, s. */
  #nextS: number | null = null

  line(text: string, number: number, torn: boolean): void {
    const cells = text.trim().split(/\s+/)
    const elapsed = /^\s*(\d+(?:\.\d+)?) sec\s*$/.exec(text)
    if (elapsed) {
      this.#nextS = amount('elapsed time', elapsed[1])
      this.#elapsedS = (this.#elapsedS ?? 0) + this.#nextS
    } else if (HEADER.test(text)) {
      this.#columns = cells
      if (!cells.some((cell) => PLACES.includes(cell))) this.#blocks.push({ rows: [], hasShort: false })
    } else if (this.#columns.length > 0 && text.trim() !== '') this.#row(cells, number, torn)
  }

  #row(cells: readonly string[], number: number, torn: boolean): void {
    const places = PLACES.map((place) => this.#columns.indexOf(place)).filter((at) => at !== -1)
    if (!places.every((at) => cells[at] === '-')) return
    const block = places.length === 0 ? this.#blocks.at(-1) : undefined
    if (block && !cells.every((cell) => /^-?[\d.]+$/.test(cell))) return
    const isWhole = cells.length === this.#columns.length && /\.\d\d$/.test(cells.at(-1) ?? '')
    if (torn && cells.length <= this.#columns.length && !isWhole) {
      // Without a line end even a full row may end in half a number; it writes two decimals.
      this.torn = number
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
    const joules = this.#columns.includes('Pkg_J') || this.#columns.includes('Sys_J')
    this.first ??= number
    const into = block?.rows ?? this.#rows
    into.push({
      cpu: cell(joules ? 'Pkg_J' : 'PkgWatt') ?? 0,
      memory: cell(joules ? 'RAM_J' : 'RAMWatt'),
      system: cell(joules ? 'Sys_J' : 'SysWatt'),
      clockS: cell('Time_Of_Day_Seconds'),
      // Not from `usec`: on this row that is how long turbostat took to read its counters.
      lengthS: joules ? 1 : this.#nextS,
    })
    this.#nextS = null
  }

  /** Sums the intervals. @throws MeasurementError without a row of the whole machine */
  energy(givenS: number | null): {
    itWh: number
    cpuWh: number
    memoryWh: number | null
    durationS: number | null
    assumed: boolean
  } {
    const blocks = this.#blocks.filter((block) => block.rows.length > 0)
    const rows = blocks.length > 0 ? machineRows(blocks, this.#elapsedS !== null) : this.#rows
    if (rows.length === 0) throw new MeasurementError('there is no row of the whole machine (`-`) in it')
    let assumed = false
    let seconds = 0
    const sums = { cpu: 0, memory: 0, system: 0 }
    rows.forEach((row, index) => {
      const before = rows[index - 1]?.clockS ?? null
      const next = rows[index + 1]?.clockS ?? null
      const byClock =
        row.clockS === null ? null : before !== null ? row.clockS - before : next !== null ? next - row.clockS : null
      const single = rows.length === 1 ? this.#elapsedS : null
      const known = row.lengthS ?? byClock ?? single ?? givenS
      const length = known ?? ASSUMED_INTERVAL_S
      if (length < 0) throw new MeasurementError('the time runs backwards')
      assumed ||= known === null
      seconds += length
      sums.cpu += row.cpu * length
      sums.memory += (row.memory ?? 0) * length
      sums.system += (row.system ?? 0) * length
    })
    const has = (key: 'memory' | 'system'): boolean => rows.every((row) => row[key] !== null)
    const cpuWh = sums.cpu / 3600
    const memoryWh = has('memory') ? sums.memory / 3600 : null
    const system = has('system') && sums.system > 0 ? sums.system / 3600 : null
    const joules = rows.some(({ lengthS }) => lengthS === 1)
    return {
      itWh: system ?? cpuWh + (memoryWh ?? 0),
      cpuWh,
      memoryWh,
      durationS: joules ? this.#elapsedS : seconds,
      assumed,
    }
  }
}
