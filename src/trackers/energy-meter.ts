import { MeasurementError } from '../core/errors.ts'
import { type Clock, clock } from './clock.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount } from './field.ts'
import { PowerSum } from './power-sum.ts'
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
  detect: (head) => /^\uFEFF?\s*"\(PDH-CSV 4\.0\)[^"\r\n]*",[^\r\n]*\\Energy Meter\(/i.test(head),
  // On a console typeperf ends with a sentence.
  read: (source) => readCsvLog(source, ',', samples, { endsInProse: true, tearsOpen: true }),
}

const samples: CsvReader = (header, log) => {
  const domains = (kind: string): string[] =>
    header.names.filter((name) => DOMAIN.exec(name)?.[1]?.toUpperCase() === kind)
  const [packages, memories] = [domains('PKG'), domains('DRAM')]
  if (packages.length === 0) throw new MeasurementError('it has no power of a package: log \\Energy Meter(*)\\Power')
  const [cpu, memory] = [new PowerSum('since-last'), new PowerSum('since-last')]
  let [first, startS] = [null as number | null, null as number | null]
  const counting = new Set<string>()
  return {
    row(value, line) {
      const time = value(header.names[0] ?? '') ?? ''
      const at = clockOf(time)
      if (at === null)
        throw new MeasurementError(`the time is ${JSON.stringify(time.slice(0, 40))}: expected 03/02/2026 08:15:00.100`)
      const isFirst = first === null
      first ??= line
      startS ??= at.wholeS
      const t = at.wholeS - startS + at.fractionS
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
    },
    records() {
      if (first === null) return []
      const time = cpu.timeIn(log)
      if (cpu.wh === 0) throw new MeasurementError('the packages drew 0 W: the meter did not work')
      for (const name of packages) if (!counting.has(name)) log.silent(name, 'drew 0 W')
      const memoryWh = memory.hasTime && memory.wh > 0 ? memory.wh : null
      const itWh = cpu.wh + (memoryWh ?? 0)
      return [log.record({ name: 'Energy Meter', ...time, itWh, cpuWh: cpu.wh, memoryWh, line: first })]
    },
  }
}

/** `MM/DD/YYYY HH:MM:SS.mmm`, as PDH writes it in every locale. @returns null when it is not a date */
function clockOf(text: string): Clock | null {
  return clock(text.replace(/^(\d\d)\/(\d\d)\/(\d{4}) (?=[\d:]{8}\.\d{3}$)/, '$3-$1-$2 '))
}
