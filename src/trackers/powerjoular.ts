import { MeasurementError } from '../core/errors.ts'
import { clock } from './clock.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount } from './field.ts'
import { note } from '../core/notes.ts'
import { PowerSum } from './power-sum.ts'
import type { LogFormat } from './tracker.ts'

/** PowerJoular: the CSV of the whole system and those of single processes. */
export const powerJoular: LogFormat = {
  name: 'powerjoular',
  title: 'PowerJoular CSV of the system, or of one process',
  figures:
    'W (CPU + GPU) over its local time, integrated; measured (RAPL, NVML); process files beside the system file are inside it',
  detect: (head) => /^\uFEFF?Date,CPU Utilization,[^\n\r]*\bCPU Power\b/.test(head),
  read: (source) => readCsvLog(source, ',', samples, { tearsOpen: true }),
}

/** Share of rows at the time of the row before from which several machines or containers wrote the file: PowerJoular writes a row each second. */
const MIXED_SHARE = 0.25

/** Fewest rows of which a share is taken. */
const MIXED_ROWS = 4

const samples: CsvReader = (header, log) => {
  const isSystem = header.has('Total Power')
  const total = isSystem ? 'Total Power' : 'CPU Power'
  const [cpu, gpu] = [new PowerSum(), new PowerSum()]
  const sum = new PowerSum('moment', { mayBeZero: !isSystem })
  let [first, startS] = [null as number | null, null as number | null]
  let beforeS: number | null = null
  let atOnce = 0
  return {
    row(value, line) {
      const text = value('Date') ?? ''
      const at = secondsOf(text)
      if (at === null)
        throw new MeasurementError(`Date is ${JSON.stringify(text.slice(0, 40))}: expected 2026-03-02 08:15:00`)
      startS ??= at
      const t = at - startS
      const watts = amount(total, value(total))
      const [cpuWatts, gpuWatts] = isSystem
        ? [amount('CPU Power', value('CPU Power')), amount('GPU Power', value('GPU Power'))]
        : [watts, 0]
      sum.add(t, watts)
      if (t === beforeS) atOnce += 1
      beforeS = t
      cpu.add(t, cpuWatts)
      gpu.add(t, gpuWatts)
      first ??= line
    },
    records() {
      if (sum.count === 0) return []
      if (sum.count >= MIXED_ROWS && atOnce >= MIXED_SHARE * sum.count) {
        throw new MeasurementError(
          `${atOnce} of ${sum.count} rows have the time of the row before, as where several machines or containers write one file: give the log of each by itself`,
        )
      }
      const time = sum.timeIn(log)
      if (!isSystem) {
        const text = `${log.file}: PowerJoular's share of the CPU for one process, without GPU`
        log.note(note('log-process-share', text))
      }
      // A meter that worked and then reads 0 W has failed.
      const meters = [sum, ...(isSystem ? [cpu, gpu].filter(({ wh }) => wh > 0) : [])]
      return [
        log.record({
          name: isSystem ? 'PowerJoular' : 'PowerJoular process',
          ...time,
          coveredS: Math.min(...meters.map((each) => each.coveredS)),
          itWh: sum.wh,
          cpuWh: cpu.wh,
          gpuWh: isSystem ? gpu.wh : null,
          method: isSystem ? 'measured' : 'modelled',
          line: first,
          copyOf: isSystem ? null : { format: 'powerjoular', alone: null },
        }),
      ]
    },
  }
}

/**
 * Reads PowerJoular's dates. With milliseconds, Ada writes a blank before every number and no leading zeros:
 * ` 2024- 11- 2  19: 17: 6. 5` is 5 ms after 19:17:06.
 * @returns s of the local clock; null when it is not a date
 */
function secondsOf(text: string): number | null {
  if (!text.includes('.')) return clock(text)?.seconds ?? null
  const compact = text.trim().replace(/([-:.]) +/g, '$1')
  const [, date = '', time = '', ms] = /^(\d{4}-\d+-\d+) +(\d+:\d+:\d+)\.(\d{1,3})$/.exec(compact) ?? []
  const seconds = clock(`${date} ${time}`.replace(/(?<!\d)\d(?!\d)/g, '0$&'))?.seconds
  return seconds === undefined ? null : seconds + Number(ms) / 1000
}
