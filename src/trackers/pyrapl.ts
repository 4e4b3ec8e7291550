import { MeasurementError } from '../core/errors.ts'
import { secondsOfEpoch } from './clock.ts'
import { readCsvLog } from './csv-log.ts'
import { amount, countedAmount, isBlank } from './field.ts'
import { LONGEST_STILL_S, record, silentNote } from './record.ts'
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
  example: 'label,timestamp,duration,pkg,dram,socket\ntrain,1772439300.0,36000000.0,3600000000.0,360000000.0,0\n',
  detect: (head) => /^\uFEFF?label,timestamp,duration,[^\n\r]*\b(?:pkg|dram)\b/.test(head),
  async read(source) {
    return readCsvLog(source, ',', (header) => {
      header.need('pkg')
      // Between commas a number has a decimal point. PyRAPL divides by the number of runs, so that any decimals are usual.
      const isPointDecimal = source.isResaved !== true
      const hasMemory = header.has('dram')
      const hasSocket = header.has('socket')
      const sums = { cpu: 0, memory: 0 }
      let first: number | null = null
      let durationS = 0
      let isMemoryKnown = hasMemory
      let withMemory = 0
      let rowCount = 0
      const sockets = new Map<number, { rows: number; silentRows: number; endS: number }>()
      return {
        row(value, line, torn) {
          if (torn) return false
          const tookS = amount('duration', value('duration')) / 1e6
          const cpu = countedAmount('pkg', value('pkg'), isPointDecimal) / 1e6
          const memoryText = hasMemory && !isBlank(value('dram')) ? value('dram') : undefined
          const memory = memoryText === undefined ? null : countedAmount('dram', memoryText, isPointDecimal) / 1e6
          // The rows of several sockets are of the same time.
          const number = hasSocket ? amount('socket', value('socket')) : 0
          const isFirstSocket = number === 0
          const beginS = secondsOfEpoch('timestamp', amount('timestamp', value('timestamp')))
          const socket = sockets.get(number) ?? { rows: 0, silentRows: 0, endS: 0 }
          if (beginS < socket.endS - EDGE_S) {
            throw new MeasurementError(
              'it begins before the measurement above ends: their energy would be counted twice',
            )
          }
          if (sockets.size < MAX_SOCKETS) {
            const silentRows = socket.silentRows + (cpu === 0 && tookS > LONGEST_STILL_S ? 1 : 0)
            sockets.set(number, { rows: socket.rows + 1, silentRows, endS: beginS + tookS })
          }
          sums.cpu += cpu
          rowCount += 1
          if (memory === null) isMemoryKnown = false
          else {
            withMemory += 1
            sums.memory += memory
          }
          if (isFirstSocket) durationS += tookS
          first ??= line
          return true
        },
        records() {
          if (first === null) return []
          if (sums.cpu === 0) throw new MeasurementError('the packages counted 0 uJ: the meter did not work')
          const rows = Math.max(...[...sockets.values()].map((socket) => socket.rows))
          const notes = [...sockets].flatMap(([number, socket]) => {
            if (socket.rows < rows)
              return [silentNote(source.file, `socket ${number}`, `is in ${socket.rows} of ${rows} measurements`)]
            const silent = `counted 0 uJ in ${socket.silentRows} of ${rows} measurements`
            return socket.silentRows > 0 ? [silentNote(source.file, `socket ${number}`, silent)] : []
          })
          // A CPU without a counter of its DRAM has no value in any row.
          if (withMemory > 0 && withMemory < rowCount)
            notes.push(silentNote(source.file, 'dram', `is in ${withMemory} of ${rowCount} rows`))
          return [
            record({
              name: 'PyRAPL',
              durationS,
              itWh: (sums.cpu + sums.memory) / 3600,
              cpuWh: sums.cpu / 3600,
              memoryWh: isMemoryKnown ? sums.memory / 3600 : null,
              method: 'measured',
              file: source.file,
              line: first,
              notes,
            }),
          ]
        },
      }
    })
  },
}
