import { MeasurementError } from '../core/errors.ts'
import { amount } from './field.ts'
import { lines } from './lines.ts'
import { note, record } from './record.ts'
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
  detect: (head) => head.split(/\r\n|\r|\n/, 60).some((line) => HEADER.test(line) && /\S+\s+\S+/.test(line)),
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
      if (table.torn !== null)
        notes.push(
          note(
            'log-torn',
            'warning',
            `${file}:${table.torn}: the last row was cut while it was written and is left out`,
          ),
        )
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

class Table {
  first: number | null = null
  torn: number | null = null
  #columns: string[] = []
  readonly #rows: Interval[] = []
  #elapsedS: number | null = null

  line(text: string, number: number, torn: boolean): void {
    const cells = text.trim().split(/\s+/)
    const elapsed = /^\s*(\d+(?:\.\d+)?) sec\s*$/.exec(text)
    if (elapsed) this.#elapsedS = amount('elapsed time', elapsed[1])
    else if (HEADER.test(text)) this.#columns = cells
    else if (this.#columns.length > 0 && cells.length > 1) this.#row(cells, number, torn)
  }

  #row(cells: readonly string[], number: number, torn: boolean): void {
    const places = PLACES.map((place) => this.#columns.indexOf(place)).filter((at) => at !== -1)
    if (!places.every((at) => cells[at] === '-')) return
    const isWhole = cells.length === this.#columns.length && /\.\d\d$/.test(cells.at(-1) ?? '')
    if (torn && cells.length <= this.#columns.length && !isWhole) {
      // Without a line end even a full row may end in half a number; it writes two decimals.
      this.torn = number
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
    this.#rows.push({
      cpu: cell(joules ? 'Pkg_J' : 'PkgWatt') ?? 0,
      memory: cell(joules ? 'RAM_J' : 'RAMWatt'),
      system: cell(joules ? 'Sys_J' : 'SysWatt'),
      clockS: cell('Time_Of_Day_Seconds'),
      // Not from `usec`: on this row that is how long turbostat took to read its counters.
      lengthS: joules ? 1 : null,
    })
  }

  /** Sums the intervals. @throws MeasurementError without a row of the whole machine */
  energy(givenS: number | null): {
    itWh: number
    cpuWh: number
    memoryWh: number | null
    durationS: number | null
    assumed: boolean
  } {
    const rows = this.#rows
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
