import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Cell, type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, countedAmount, detached } from './field.ts'
import type { Log } from './log.ts'
import { note } from '../core/notes.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { LONGEST_STILL_GPU_S, LONGEST_STILL_S, whOfJoules } from './record.ts'
import { semicolonCsv } from './spreadsheet.ts'
import type { LogFormat } from './tracker.ts'

/** RAPL domains in uJ; core and uncore are inside the package. */
const DOMAIN = /^(package|dram|core|uncore)_\d+$/
/** In mJ, although pyJoules documents uJ: it hands NVML's millijoules on (its issue 23). */
const GPU = /^nvidia_gpu_\d+$/

/** Columns of energies that it does not write: what they contain is not known. */
const METERED = /package|dram|gpu|psys|energy/i

/** A number whose point cannot separate thousands, such as `120.1`. */
const DECIMAL_CELL = /(?:^|;)\d+\.(?:\d{1,2}|\d{4,})(?=;|\r?$)/m

/** pyJoules: the CSV of its CSVHandler. */
export const pyJoules: LogFormat = {
  name: 'pyjoules',
  title: 'pyJoules CSV',
  figures:
    'uJ of packages and DRAM (core and uncore are inside), mJ of NVIDIA GPUs; rows are intervals that add up; measured (RAPL, NVML)',
  // A spreadsheet may have changed the separator and the decimal sign.
  detect: (head) => /^\uFEFF?timestamp([;,])tag\1duration\1(?:package|dram|core|uncore|nvidia_gpu)_\d/.test(head),
  read(written) {
    const { source, separator } = semicolonCsv(written)
    const { head, isResaved } = written
    // Where a comma is the decimal sign, semicolons are between the columns.
    const isPointDecimal = separator === ';' ? DECIMAL_CELL.test(head) : !isResaved && !/^[^\r\n]*;/.test(head)
    const begin: CsvReader = ({ names }, log) => {
      const { add, records } = intervals(log, meteredColumns(names), isPointDecimal)
      const unread = names.filter((name) => !DOMAIN.test(name) && !GPU.test(name) && METERED.test(name))
      for (const name of unread) log.silent(`column ${detached(name)}`, 'is not one that pyJoules writes')
      return { row: (value, line) => add('timestamp', value, line), records }
    }
    return readCsvLog(source, separator, begin, { tearsOpen: true })
  },
}

/** Intervals touch: rounding of the clock, s. */
const EDGE_S = 0.1

/**
 * Adds up intervals that have the same columns.
 * @param isPointDecimal whether a point in a count is surely its decimal sign
 */
export function intervals(log: Log, columns: readonly MeteredColumn[], isPointDecimal: boolean) {
  const sums = { cpu: 0, memory: 0, gpu: 0 }
  let count = 0
  /** Intervals in which a meter counted nothing, by its column. */
  const silent = new Map<string, number>()
  let [durationS, endS] = [0, 0]
  let [firstLine, startS] = [null as number | null, null as number | null]
  return {
    /** @param timestamp the column of the beginning @throws MeasurementError for a value that cannot be trusted */
    add(timestamp: string, value: Cell, line: number): void {
      const took = amount('duration', value('duration'))
      const beginS = secondsOfEpoch(timestamp, amount(timestamp, value(timestamp)))
      if (startS !== null && beginS < endS - EDGE_S) {
        throw new MeasurementError('the interval begins before the one above ends: their energy would be counted twice')
      }
      const joules = columns.map(({ name, joules }) => {
        const text = value(name)
        if (text?.trim().startsWith('-')) {
          throw new MeasurementError(
            `${name} is ${JSON.stringify(text.trim().slice(0, 40))}: the counter wrapped within the interval`,
          )
        }
        return countedAmount(name, text, isPointDecimal) * joules
      })
      columns.forEach(({ name, part }, at) => {
        const used = joules[at] ?? 0
        sums[part] += used
        // Some counters of memory always read 0.
        if (used === 0 && part !== 'memory' && took > (part === 'gpu' ? LONGEST_STILL_GPU_S : LONGEST_STILL_S))
          silent.set(name, (silent.get(name) ?? 0) + 1)
      })
      count += 1
      durationS += took
      firstLine ??= line
      startS ??= beginS
      endS = Math.max(endS, beginS + took)
    },

    /** @throws MeasurementError if the packages counted nothing */
    records(): EnergyRecord[] {
      if (firstLine === null) return []
      const has = (part: MeteredColumn['part']): boolean => columns.some((column) => column.part === part)
      const joulesOf = (part: MeteredColumn['part']): number | null => (has(part) ? sums[part] : null)
      if (has('cpu') && sums.cpu === 0) throw new MeasurementError('the packages counted 0 uJ: the meter did not work')
      if (!has('cpu')) log.note(note('log-gpu-only', 'only GPUs and memory are metered: the log has no package'))
      for (const [name, zeros] of silent) log.silent(name, `counted 0 in ${zeros} of ${count} intervals`)
      return [
        log.record({
          name: 'pyJoules',
          durationS,
          startedAt: startS === null ? null : instant(startS),
          endedAt: instant(endS),
          ...whOfJoules({ cpu: joulesOf('cpu'), memory: joulesOf('memory'), gpu: joulesOf('gpu') }),
          line: firstLine,
        }),
      ]
    },
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
