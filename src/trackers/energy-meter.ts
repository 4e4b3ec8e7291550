import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type CsvReading, readCsvLog } from './csv-log.ts'
import { amount } from './field.ts'
import type { Header } from './header.ts'
import { PowerSum } from './power-sum.ts'
import { gapsNote, record, silentNote } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** A RAPL domain that Windows' Energy Meter Interface shows; PP0 and PP1 (cores, graphics) are inside the package. */
const DOMAIN = /\\Energy Meter\(RAPL_Package\d+_(PKG|DRAM)\)\\Power$/i

/**
 * The Energy Meter Interface of Windows (EMI), as typeperf writes its performance counter `Power`: mW, the mean since the sample before.
 * Tried with written examples only, not on a machine.
 */
export const energyMeter: LogFormat = {
  name: 'energy-meter',
  title: 'Windows Energy Meter (EMI), `typeperf "\\Energy Meter(*)\\Power"`',
  figures:
    'mW of packages and DRAM (PP0 and PP1 are inside) over its local time; measured (RAPL); not tried on a machine',
  meters: 'processors',
  example: [
    String.raw`"(PDH-CSV 4.0)","\\RUNNER\Energy Meter(RAPL_Package0_PKG)\Power","\\RUNNER\Energy Meter(RAPL_Package0_DRAM)\Power","\\RUNNER\Energy Meter(RAPL_Package0_PP0)\Power"`,
    '"03/02/2026 08:15:00.100"," "," "," "',
    '"03/02/2026 08:15:18.100","90000.000000","10000.000000","50000.000000"',
    '"03/02/2026 08:15:36.100","90000.000000","10000.000000","50000.000000"',
    '',
  ].join('\n'),
  detect: (head) => /^\uFEFF?\s*"\(PDH-CSV 4\.0\)[^"\r\n]*",[^\r\n]*\\Energy Meter\(/i.test(head),
  async read(source) {
    // On a console typeperf ends with a sentence.
    return readCsvLog(source, ',', (header) => readingOf(header, source.file), { endsInProse: true })
  },
}

function readingOf(header: Header, file: string): CsvReading {
  const domains = (kind: string): string[] =>
    header.names.filter((name) => DOMAIN.exec(name)?.[1]?.toUpperCase() === kind)
  const [packages, memories] = [domains('PKG'), domains('DRAM')]
  if (packages.length === 0) throw new MeasurementError('it has no power of a package: log \\Energy Meter(*)\\Power')
  const [cpu, memory] = [new PowerSum('since-last'), new PowerSum('since-last')]
  let [first, startMs] = [null as number | null, 0]
  const counting = new Set<string>()
  return {
    row(value, line, torn) {
      const time = value(header.names[0] ?? '') ?? ''
      const atMs = millisecondsOf(time)
      if (atMs === null)
        throw new MeasurementError(`the time is ${JSON.stringify(time.slice(0, 40))}: expected 03/02/2026 08:15:00.100`)
      // The last number may have lost digits.
      if (torn) return false
      const isFirst = first === null
      if (isFirst) startMs = atMs
      first ??= line
      const t = (atMs - startMs) / 1000
      const isBlank = [...packages, ...memories].some((name) => value(name) === '')
      // The power of the first sample is of the time before the log, and often blank.
      const watts = (names: readonly string[]): number =>
        isBlank ? 0 : names.reduce((sum, name) => sum + amount(name, value(name)) / 1000, 0)
      for (const name of packages) if (Number(value(name)) > 0) counting.add(name)
      for (const [sum, names] of [
        [cpu, packages],
        [memory, memories],
      ] as const) {
        if (isBlank && !isFirst) sum.addMissing(t)
        else sum.add(t, watts(names))
      }
      return true
    },
    records(): EnergyRecord[] {
      if (first === null) return []
      if (!cpu.hasTime)
        throw new MeasurementError('it has power at one moment only: two samples or more make an energy')
      if (cpu.wh === 0) throw new MeasurementError('the packages drew 0 W: the meter did not work')
      const hasMemory = memory.hasTime && memory.wh > 0
      return [
        record({
          name: 'Energy Meter',
          durationS: cpu.spanS,
          coveredS: cpu.coveredS,
          itWh: cpu.wh + (hasMemory ? memory.wh : 0),
          cpuWh: cpu.wh,
          memoryWh: hasMemory ? memory.wh : null,
          method: 'measured',
          file,
          line: first,
          notes: [
            ...(cpu.gaps > 0 ? [gapsNote(file, cpu.gaps)] : []),
            ...packages.filter((name) => !counting.has(name)).map((name) => silentNote(file, name, 'drew 0 W')),
          ],
        }),
      ]
    },
  }
}

/** `MM/DD/YYYY HH:MM:SS.mmm`, as PDH writes it in every locale. @returns ms of the local clock; null when it is not a date */
function millisecondsOf(text: string): number | null {
  const match = /^(\d\d)\/(\d\d)\/(\d{4}) (\d\d):(\d\d):(\d\d)\.(\d{3})$/.exec(text)
  if (!match) return null
  const [, month, day, year, hour, minute, second, ms] = match.map(Number)
  const at = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second, ms)
  const date = new Date(at)
  const isReal = date.getUTCMonth() + 1 === month && date.getUTCDate() === day && date.getUTCHours() === hour
  return isReal && date.getUTCMinutes() === minute && date.getUTCSeconds() === second ? at : null
}
