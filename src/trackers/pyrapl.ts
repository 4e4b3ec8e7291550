import { MeasurementError } from '../core/errors.ts'
import { readCsvLog } from './csv-log.ts'
import { amount, textOrNull } from './field.ts'
import { record } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** PyRAPL: the CSV of its CSVOutput. */
export const pyRapl: LogFormat = {
  name: 'pyrapl',
  title: 'PyRAPL CSV',
  figures: 'uJ of package and DRAM, one row a socket and measurement; rows add up; measured (RAPL)',
  meters: 'processors',
  example: 'label,timestamp,duration,pkg,dram,socket\ntrain,1772439300.0,36000000.0,3600000000.0,360000000.0,0\n',
  detect: (head) => /^\uFEFF?label,timestamp,duration,(?:pkg,dram|pkg|dram)(?:,socket)?[ \t]*[\r\n]/.test(head),
  async read(source) {
    return readCsvLog(source, ',', (header) => {
      header.need('pkg')
      const hasMemory = header.has('dram')
      const hasSocket = header.has('socket')
      const sums = { cpu: 0, memory: 0 }
      let first: number | null = null
      let durationS = 0
      let isMemoryKnown = hasMemory
      return {
        row(value, line, torn) {
          if (torn) return false
          const tookS = amount('duration', value('duration')) / 1e6
          const cpu = amount('pkg', value('pkg')) / 1e6
          const memoryText = hasMemory ? textOrNull(value('dram')) : null
          const memory = memoryText === null ? null : amount('dram', memoryText) / 1e6
          // The rows of several sockets are of the same time.
          const isFirstSocket = !hasSocket || amount('socket', value('socket')) === 0
          sums.cpu += cpu
          if (memory === null) isMemoryKnown = false
          else sums.memory += memory
          if (isFirstSocket) durationS += tookS
          first ??= line
          return true
        },
        records() {
          if (first === null) return []
          if (sums.cpu === 0) throw new MeasurementError('the packages counted 0 uJ: the meter did not work')
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
            }),
          ]
        },
      }
    })
  },
}
