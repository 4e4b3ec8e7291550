import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Cell, readCsvLog } from './csv-log.ts'
import { amount, countedAmount } from './field.ts'
import { note } from '../core/notes.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { LONGEST_STILL_GPU_S, LONGEST_STILL_S, record, silentNote } from './record.ts'
import { semicolonCsv } from './spreadsheet.ts'
import type { LogFormat } from './tracker.ts'

/** RAPL domains in uJ; core and uncore are inside the package. */
const DOMAIN = /^(package|dram|core|uncore)_\d+$/
/** In mJ, although pyJoules documents uJ: it hands NVML's millijoules on (its issue 23). */
const GPU = /^nvidia_gpu_\d+$/

/** A number whose point cannot separate thousands, such as `120.1`. */
const DECIMAL_CELL = /(?:^|;)\d+\.(?:\d{1,2}|\d{4,})(?=;|\r?$)/m

/** pyJoules: the CSV of its CSVHandler. */
export const pyJoules: LogFormat = {
  name: 'pyjoules',
  title: 'pyJoules CSV',
  figures:
    'uJ of packages and DRAM (core and uncore are inside), mJ of NVIDIA GPUs; rows are intervals that add up; measured (RAPL, NVML)',
  example: 'timestamp;tag;duration;package_0;dram_0;core_0\n1772439300.0;train;36.0;3600000000;360000000;1000000000\n',
  // A spreadsheet may have changed the separator and the decimal sign.
  detect: (head) => /^\uFEFF?timestamp([;,])tag\1duration\1(?:package|dram|core|uncore|nvidia_gpu)_\d/.test(head),
  async read(log) {
    const { source, head, separator } = await semicolonCsv(log)
    // Where a comma is the decimal sign, semicolons are between the columns.
    const isPointDecimal =
      separator === ';' ? DECIMAL_CELL.test(head) : log.isResaved !== true && !/^[^\r\n]*;/.test(head)
    return readCsvLog(source, separator, (header) => {
      const intervals = new Intervals(source.file, meteredColumns(header.names), isPointDecimal)
      return {
        row(value, line, torn) {
          if (torn) return false
          intervals.add('timestamp', value, line)
          return true
        },
        records: () => intervals.records(),
      }
    })
  },
}

/** Intervals touch: rounding of the clock, s. */
const EDGE_S = 0.1

/** Adds up intervals that have the same columns. */
export class Intervals {
  readonly #file: string
  readonly #columns: readonly MeteredColumn[]
  readonly #isPointDecimal: boolean
  readonly #sums = { cpu: 0, memory: 0, gpu: 0 }
  #count = 0
  /** Intervals in which a meter counted nothing, by its column. */
  readonly #silent = new Map<string, number>()
  #durationS = 0
  #firstLine: number | null = null
  #startS: number | null = null
  #endS = 0

  /** @param isPointDecimal whether a point in a count is surely its decimal sign */
  constructor(file: string, columns: readonly MeteredColumn[], isPointDecimal: boolean) {
    this.#file = file
    this.#isPointDecimal = isPointDecimal
    this.#columns = columns
  }

  /** @param timestamp the column of the beginning @throws MeasurementError for a value that cannot be trusted */
  add(timestamp: string, value: Cell, line: number): void {
    const took = amount('duration', value('duration'))
    const beginS = secondsOfEpoch(timestamp, amount(timestamp, value(timestamp)))
    if (this.#startS !== null && beginS < this.#endS - EDGE_S) {
      throw new MeasurementError('the interval begins before the one above ends: their energy would be counted twice')
    }
    const joules = this.#columns.map((column) => {
      const text = value(column.name)
      if (text?.trim().startsWith('-')) {
        throw new MeasurementError(
          `${column.name} is ${JSON.stringify(text.trim().slice(0, 40))}: the counter wrapped within the interval`,
        )
      }
      return countedAmount(column.name, text, this.#isPointDecimal) * column.joules
    })
    this.#columns.forEach(({ name, part }, at) => {
      const used = joules[at] ?? 0
      this.#sums[part] += used
      // Some counters of memory always read 0.
      if (used === 0 && part !== 'memory' && took > (part === 'gpu' ? LONGEST_STILL_GPU_S : LONGEST_STILL_S))
        this.#silent.set(name, (this.#silent.get(name) ?? 0) + 1)
    })
    this.#count += 1
    this.#durationS += took
    this.#firstLine ??= line
    this.#startS ??= beginS
    this.#endS = Math.max(this.#endS, beginS + took)
  }

  /** @throws MeasurementError if the packages counted nothing */
  records(): EnergyRecord[] {
    if (this.#firstLine === null) return []
    const { cpu, memory, gpu } = this.#sums
    const has = (part: MeteredColumn['part']): boolean => this.#columns.some((column) => column.part === part)
    const wh = (part: MeteredColumn['part']): number | null => (has(part) ? this.#sums[part] / 3600 : null)
    if (has('cpu') && cpu === 0) throw new MeasurementError('the packages counted 0 uJ: the meter did not work')
    return [
      record({
        name: 'pyJoules',
        durationS: this.#durationS,
        startedAt: this.#startS === null ? null : instant(this.#startS),
        endedAt: instant(this.#endS),
        itWh: (cpu + memory + gpu) / 3600,
        cpuWh: wh('cpu'),
        memoryWh: wh('memory'),
        gpuWh: wh('gpu'),
        method: 'measured',
        file: this.#file,
        line: this.#firstLine,
        notes: [
          ...(has('cpu') ? [] : [note('log-gpu-only', 'only GPUs and memory are metered: the log has no package')]),
          ...[...this.#silent].map(([name, count]) =>
            silentNote(this.#file, name, `counted 0 in ${count} of ${this.#count} intervals`),
          ),
        ],
      }),
    ]
  }
}

/** A column of energy that counts. */
export interface MeteredColumn {
  readonly name: string
  readonly part: 'cpu' | 'memory' | 'gpu'
  /** J of one of the column's units. */
  readonly joules: number
}

/** @throws MeasurementError where only parts of a package are metered */
export function meteredColumns(names: readonly string[]): readonly MeteredColumn[] {
  const columns: MeteredColumn[] = []
  for (const name of names) {
    const domain = DOMAIN.exec(name)?.[1]
    if (domain === 'package') columns.push({ name, part: 'cpu', joules: 1e-6 })
    else if (domain === 'dram') columns.push({ name, part: 'memory', joules: 1e-6 })
    else if (GPU.test(name)) columns.push({ name, part: 'gpu', joules: 1e-3 })
  }
  if (!columns.some(({ part }) => part !== 'memory')) {
    throw new MeasurementError('it has neither a package nor a GPU: core and uncore are only parts of a package')
  }
  return columns
}
