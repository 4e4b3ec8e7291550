import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { readCsvLog } from './csv-log.ts'
import { amount } from './field.ts'
import { note } from '../core/notes.ts'
import { PowerSum } from './power-sum.ts'
import { gapsNote, record } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** PowerJoular: the CSV of the whole system and those of single processes. */
export const powerJoular: LogFormat = {
  name: 'powerjoular',
  title: 'PowerJoular CSV of the system, or of one process',
  figures:
    'W (CPU + GPU) over its local time, integrated; measured (RAPL, NVML); process files beside the system file are inside it',
  example:
    'Date,CPU Utilization,Total Power,CPU Power,GPU Power\n2026-03-02 08:15:00,0.08,100.0,80.0,20.0\n2026-03-02 08:15:36,0.08,100.0,80.0,20.0\n',
  detect: (head) => /^\uFEFF?Date,CPU Utilization,[^\n\r]*\bCPU Power\b/.test(head),
  async read(source) {
    return readCsvLog(source, ',', (header) => {
      const isSystem = header.has('Total Power')
      const total = isSystem ? 'Total Power' : 'CPU Power'
      const [cpu, gpu] = [new PowerSum(), new PowerSum()]
      const sum = new PowerSum('moment', { mayBeZero: !isSystem })
      let [first, startS] = [null as number | null, null as number | null]
      return {
        row(value, line, torn) {
          const text = value('Date') ?? ''
          const at = secondsOf(text)
          if (at === null)
            throw new MeasurementError(`Date is ${JSON.stringify(text.slice(0, 40))}: expected 2026-03-02 08:15:00`)
          // The last number may have lost digits.
          if (torn) return false
          startS ??= at
          const t = at - startS
          const watts = amount(total, value(total))
          const [cpuWatts, gpuWatts] = isSystem
            ? [amount('CPU Power', value('CPU Power')), amount('GPU Power', value('GPU Power'))]
            : [watts, 0]
          sum.add(t, watts)
          cpu.add(t, cpuWatts)
          gpu.add(t, gpuWatts)
          first ??= line
          return true
        },
        records() {
          if (sum.count === 0) return []
          if (!sum.hasTime)
            throw new MeasurementError('it has power at one moment only: two samples or more make an energy')
          return [system({ sum, cpu, gpu }, isSystem, source.file, first)]
        },
      }
    })
  },
}

function system(
  { sum, cpu, gpu }: { readonly sum: PowerSum; readonly cpu: PowerSum; readonly gpu: PowerSum },
  isSystem: boolean,
  file: string,
  line: number | null,
): EnergyRecord {
  const notes = sum.gaps > 0 ? [gapsNote(file, sum.gaps)] : []
  if (!isSystem)
    notes.push(note('log-process-share', `${file}: PowerJoular's share of the CPU for one process, without GPU`))
  return record({
    name: isSystem ? 'PowerJoular' : 'PowerJoular process',
    durationS: sum.spanS,
    // A meter that worked and then reads 0 W has failed.
    coveredS: Math.min(
      ...[sum, ...(isSystem ? [cpu, gpu].filter(({ wh }) => wh > 0) : [])].map((each) => each.coveredS),
    ),
    itWh: sum.wh,
    cpuWh: cpu.wh,
    gpuWh: isSystem ? gpu.wh : null,
    method: isSystem ? 'measured' : 'modelled',
    file,
    line,
    copyOf: isSystem ? null : { format: 'powerjoular', alone: null },
    notes,
  })
}

/**
 * Reads PowerJoular's dates. With milliseconds, Ada writes a blank before every number and no leading zeros:
 * ` 2024- 11- 2  19: 17: 6. 5` is 5 ms after 19:17:06.
 * @returns s of the local clock; null when it is not a date
 */
function secondsOf(text: string): number | null {
  const match =
    /^\s*(\d{4})-\s*(\d{1,2})-\s*(\d{1,2})\s+(\d{1,2}):\s*(\d{1,2}):\s*(\d{1,2})(?:\.\s*(\d{1,3}))?\s*$/.exec(text)
  if (!match) return null
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ]
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 24 || minute > 59 || second > 60) return null
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 + Number(match[7] ?? 0) / 1000
}
