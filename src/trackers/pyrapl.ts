import { MeasurementError } from '../core/errors.ts'
import { secondsOfEpoch } from './clock.ts'
import { type CsvReading, readCsvLog } from './csv-log.ts'
import { amount, countedAmount, isBlank } from './field.ts'
import type { Header } from './header.ts'
import type { Log } from './log.ts'
import { LONGEST_STILL_S, whOfJoules } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** Most sockets of one machine. */
const MAX_SOCKETS = 64

/** Measurements touch: rounding of the clock, s. */
const EDGE_S = 0.1

/** PyRAPL: the CSV of its CSVOutput. */
export const pyRapl: LogFormat = {
  name: 'pyrapl',
  title: 'PyRAPL CSV',
  figures: 'uJ of package and DRAM, one row a socket and measurement; rows add up; measured (RAPL)',
  meters: 'processors',
  detect: (head) => /^\uFEFF?label,timestamp,duration,[^\n\r]*\b(?:pkg|dram)\b/.test(head),
  read: (source) =>
    readCsvLog(source, ',', (header, log) => measurements(header, log, !source.isResaved), { tearsOpen: true }),
}

/** @param isPointDecimal between commas; PyRAPL divides by the number of runs, so that any decimals are usual */
function measurements(header: Header, log: Log, isPointDecimal: boolean): CsvReading {
  header.need('pkg')
  const sums = { cpu: 0, memory: 0 }
  let first: number | null = null
  let durationS = 0
  let [withMemory, rowCount] = [0, 0]
  const sockets = new Map<number, { rows: number; silentRows: number; endS: number }>()
  return {
    row(value, line) {
      const tookS = amount('duration', value('duration')) / 1e6
      const cpu = countedAmount('pkg', value('pkg'), isPointDecimal) / 1e6
      const memory = isBlank(value('dram')) ? null : countedAmount('dram', value('dram'), isPointDecimal) / 1e6
      const number = header.has('socket') ? amount('socket', value('socket')) : 0
      const beginS = secondsOfEpoch('timestamp', amount('timestamp', value('timestamp')))
      const socket = sockets.get(number) ?? { rows: 0, silentRows: 0, endS: 0 }
      if (beginS < socket.endS - EDGE_S)
        throw new MeasurementError('it begins before the measurement above ends: their energy would be counted twice')
      if (sockets.size < MAX_SOCKETS) {
        const silentRows = socket.silentRows + (cpu === 0 && tookS > LONGEST_STILL_S ? 1 : 0)
        sockets.set(number, { rows: socket.rows + 1, silentRows, endS: beginS + tookS })
      }
      sums.cpu += cpu
      rowCount += 1
      if (memory !== null) {
        withMemory += 1
        sums.memory += memory
      }
      // The rows of several sockets are of the same time.
      if (number === 0) durationS += tookS
      first ??= line
    },
    records() {
      if (first === null) return []
      if (sums.cpu === 0) throw new MeasurementError('the packages counted 0 uJ: the meter did not work')
      const most = Math.max(...[...sockets.values()].map((socket) => socket.rows))
      for (const [number, { rows, silentRows }] of sockets) {
        if (rows < most) log.silent(`socket ${number}`, `is in ${rows} of ${most} measurements`)
        else if (silentRows > 0) log.silent(`socket ${number}`, `counted 0 uJ in ${silentRows} of ${most} measurements`)
      }
      // A CPU without a counter of its DRAM has no value in any row.
      if (withMemory > 0 && withMemory < rowCount) log.silent('dram', `is in ${withMemory} of ${rowCount} rows`)
      const joules = whOfJoules(withMemory === rowCount ? sums : { cpu: sums.cpu, whole: sums.cpu + sums.memory })
      return [log.record({ name: 'PyRAPL', durationS, ...joules, line: first })]
    },
  }
}
