import { MeasurementError } from '../core/errors.ts'
import { readCsvLog } from './csv-log.ts'
import { amount } from './field.ts'
import type { Header } from './header.ts'
import { note } from '../core/notes.ts'
import { instant } from './clock.ts'
import { record } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** RAPL domains in uJ; core and uncore are inside the package. */
const DOMAIN = /^(package|dram|core|uncore)_\d+$/
/** In mJ, although pyJoules documents uJ: it hands NVML's millijoules on (its issue 23). */
const GPU = /^nvidia_gpu_\d+$/

/** pyJoules: the CSV of its CSVHandler. */
export const pyJoules: LogFormat = {
  name: 'pyjoules',
  title: 'pyJoules CSV',
  figures:
    'uJ of packages and DRAM (core and uncore are inside), mJ of NVIDIA GPUs; rows are intervals that add up; measured (RAPL, NVML)',
  example: 'timestamp;tag;duration;package_0;dram_0;core_0\n1772439300.0;train;36.0;3600000000;360000000;1000000000\n',
  detect: (head) => /^\uFEFF?timestamp;tag;duration;(?:package|dram|core|uncore|nvidia_gpu)_\d/.test(head),
  async read(source) {
    return readCsvLog(source, ';', (header) => {
      const columns = meteredColumns(header)
      const sums = { cpu: 0, memory: 0, gpu: 0 }
      let [durationS, first, startS, endS] = [0, null as number | null, null as number | null, 0]
      return {
        row(value, line, torn) {
          if (torn) return false
          const took = amount('duration', value('duration'))
          const beginS = amount('timestamp', value('timestamp'))
          const values = columns.map((column) => {
            const text = value(column.name)
            if (text?.trim().startsWith('-')) {
              throw new MeasurementError(
                `${column.name} is ${JSON.stringify(text.trim().slice(0, 40))}: the counter wrapped within the interval`,
              )
            }
            return amount(column.name, text) * column.joules
          })
          columns.forEach(({ part }, at) => {
            sums[part] += values[at] ?? 0
          })
          durationS += took
          first ??= line
          startS ??= beginS
          endS = Math.max(endS, beginS + took)
          return true
        },
        records() {
          if (first === null) return []
          const has = (part: keyof typeof sums): boolean => columns.some((column) => column.part === part)
          const wh = (part: keyof typeof sums): number | null => (has(part) ? sums[part] / 3600 : null)
          if (has('cpu') && sums.cpu === 0)
            throw new MeasurementError('the packages counted 0 uJ: the meter did not work')
          return [
            record({
              name: 'pyJoules',
              durationS,
              startedAt: startS === null ? null : instant(startS),
              endedAt: instant(endS),
              itWh: (sums.cpu + sums.memory + sums.gpu) / 3600,
              cpuWh: wh('cpu'),
              memoryWh: wh('memory'),
              gpuWh: wh('gpu'),
              method: 'measured',
              file: source.file,
              line: first,
              notes: has('cpu')
                ? []
                : [note('log-gpu-only', 'only GPUs and memory are metered: the log has no package')],
            }),
          ]
        },
      }
    })
  },
}

interface MeteredColumn {
  readonly name: string
  readonly part: 'cpu' | 'memory' | 'gpu'
  /** J of one of the column's units. */
  readonly joules: number
}

/** @throws MeasurementError where only parts of a package are metered */
function meteredColumns(header: Header): readonly MeteredColumn[] {
  const columns: MeteredColumn[] = []
  for (const name of header.names) {
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
