import { MeasurementError } from '../core/errors.ts'
import { assertColumns } from './csv-log.ts'
import { amount } from './field.ts'
import { GapRule } from './gap-rule.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { LONGEST_STILL_S, whOfJoules } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** The summary after the table repeats the last row with more digits; the row has three. */
const SAME_SHARE = 0.02
const SAME_J = 0.01

/** Intel Power Gadget 3.x: its CSV with the summary below it. */
export const intelPowerGadget: LogFormat = {
  name: 'intel-power-gadget',
  title: 'Intel Power Gadget CSV (Windows, Intel Macs)',
  figures:
    'cumulative joules of every package and its DRAM since the log began (IA and GT are inside the package); measured',
  meters: 'processors',
  detect: (head) => /^\uFEFF?"?System Time"?\s*,[^\n\r]*Cumulative Processor Energy_\d+\s*\(Joules\)/.test(head),
  read: (source) => readLineLog(source, table),
}

const JOULES = /^Cumulative (Processor|DRAM) Energy_(\d+)\s*\(Joules\)$/

interface Meter {
  readonly key: string
  readonly isProcessor: boolean
  readonly column: string
  readonly at: number
  /** J, of the last row. */
  joules: number
}

const table: LineReader = (log) => {
  let columns: readonly string[] | null = null
  let elapsedAt = -1
  let meters: readonly Meter[] = []
  let [elapsedS, summaryS, first] = [null as number | null, null as number | null, null as number | null]
  const summary = new Map<string, number>()
  let hasEnded = false
  const gapRule = new GapRule()
  let uncoveredS = 0

  const readHeader = (text: string): void => {
    columns = fieldsOf(text)
    elapsedAt = columns.indexOf('Elapsed Time (sec)')
    meters = columns.flatMap((column, at) => {
      const [, kind, index] = JOULES.exec(column) ?? []
      return kind === undefined
        ? []
        : [{ key: `${kind} ${index}`, isProcessor: kind === 'Processor', column, at, joules: 0 }]
    })
    if (elapsedAt === -1) throw new MeasurementError('the header has no "Elapsed Time (sec)"')
  }

  const readRow = (text: string, line: number): void => {
    if (hasEnded) throw new MeasurementError('a row follows the summary: two logs in one file')
    const fields = fieldsOf(text)
    assertColumns(fields, columns ?? [])
    const at = amount('elapsed time', fields[elapsedAt])
    const stepS = elapsedS === null ? null : at - elapsedS
    if (stepS !== null && stepS < 0) throw new MeasurementError('the elapsed time runs backwards')
    const readings = meters.map((meter) => {
      const joules = amount(meter.column, fields[meter.at])
      if (joules >= meter.joules) return { meter, joules }
      throw new MeasurementError(`${meter.column} falls from ${meter.joules} to ${joules} J: it is cumulative`)
    })
    if (stepS !== null) {
      // The time of a gap is not covered, nor one in which a package counted nothing.
      const isStill = readings.some(({ meter, joules }) => meter.isProcessor && joules === meter.joules)
      gapRule.decide(stepS, (isGap) => {
        if (isGap || (isStill && stepS > LONGEST_STILL_S)) uncoveredS += stepS
      })
    }
    for (const { meter, joules } of readings) meter.joules = joules
    first ??= line
    elapsedS = at
  }

  const readStatement = (text: string): void => {
    const [name = '', value = ''] = text.split(' = ')
    if (name.startsWith('Total Elapsed Time')) summaryS = amount('total elapsed time', value)
    const [, kind, index] = JOULES.exec(name.trim()) ?? []
    if (kind !== undefined) summary.set(`${kind} ${index}`, amount(name, value))
  }

  const joulesOf = (isProcessor: boolean): number | null => {
    const found = meters.filter((meter) => meter.isProcessor === isProcessor)
    return found.length === 0 ? null : found.reduce((sum, { key, joules }) => sum + (summary.get(key) ?? joules), 0)
  }

  return {
    line({ text, number, torn }) {
      if (text.trim() === '') return
      if (columns === null) readHeader(text)
      else if (text.includes(' = ')) {
        hasEnded = true
        if (!torn) readStatement(text)
      } else if (torn) log.tear(number)
      else readRow(text, number)
    },
    records() {
      if (elapsedS === null) throw new MeasurementError('it contains no row')
      if (log.refused > 0 && meters.every(({ joules }) => joules === 0)) return []
      for (const { key, joules, isProcessor } of meters) {
        const stated = summary.get(key)
        if (stated !== undefined && Math.abs(stated - joules) > Math.max(SAME_J, SAME_SHARE * stated)) {
          throw new MeasurementError(
            `the last row has ${joules} J for ${key}, the summary ${stated} J: they must agree`,
          )
        }
        if (isProcessor && joules === 0) log.silent(key, 'counted 0 J')
      }
      const [cpu, memory] = [joulesOf(true) ?? 0, joulesOf(false)]
      if (cpu === 0) throw new MeasurementError('the packages counted 0 J: the meter did not work')
      gapRule.settle()
      const durationS = summaryS ?? elapsedS
      const coveredS = Math.max(0, durationS - uncoveredS)
      return [
        log.record({ name: 'Intel Power Gadget', durationS, coveredS, ...whOfJoules({ cpu, memory }), line: first }),
      ]
    },
  }
}

function fieldsOf(text: string): string[] {
  return text.split(',').map((field) =>
    field
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}
