import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { amount } from './field.ts'
import { GapRule } from './gap-rule.ts'
import { type LineReading, readLineLog } from './line-log.ts'
import type { Line } from './lines.ts'
import { LONGEST_STILL_S, record, silentNote, tornNote } from './record.ts'
import type { Refusals } from './refusals.ts'
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
  example: [
    'System Time,RDTSC,Elapsed Time (sec),Processor Power_0(Watt),Cumulative Processor Energy_0(Joules),Cumulative Processor Energy_0(mWh)',
    '08:15:00:100, 1000000,    1.000,   30.000,  30.000,   8.333',
    '08:15:01:100, 2000000,    2.000,   42.000,  72.000,  20.000',
    '',
    'Total Elapsed Time (sec) = 2.000000',
    'Cumulative Processor Energy_0 (Joules) = 72.000000',
    '',
  ].join('\n'),
  detect: (head) => /^\uFEFF?"?System Time"?\s*,[^\n\r]*Cumulative Processor Energy_\d+\s*\(Joules\)/.test(head),
  read: (source) => readLineLog(source, new Table(source.file)),
}

const JOULES = /^Cumulative (Processor|DRAM) Energy_(\d+)\s*\(Joules\)$/

interface Meter {
  readonly key: string
  readonly kind: 'Processor' | 'DRAM'
  readonly at: number
  /** J, of the last row. */
  joules: number
}

class Table implements LineReading {
  readonly #file: string
  #columns: readonly string[] | null = null
  #elapsedAt = -1
  #elapsedS: number | null = null
  #meters: Meter[] = []
  readonly #summary = new Map<string, number>()
  #summaryS: number | null = null
  #first: number | null = null
  #torn: number | null = null
  #hasEnded = false
  readonly #gapRule = new GapRule()
  #uncoveredS = 0

  constructor(file: string) {
    this.#file = file
  }

  line({ text, number, torn }: Line): void {
    if (text.trim() === '') return
    if (this.#columns === null) this.#header(text)
    else if (text.includes(' = ')) this.#statement(text, torn)
    else if (torn) this.#torn = number
    else this.#row(text, number)
  }

  #header(text: string): void {
    const columns = fieldsOf(text)
    this.#columns = columns
    this.#elapsedAt = columns.findIndex((name) => /^Elapsed Time \(sec\)$/.test(name))
    columns.forEach((name, at) => {
      const [, kind, index] = JOULES.exec(name) ?? []
      if (kind === undefined || index === undefined) return
      this.#meters.push({ key: `${kind} ${index}`, kind: kind as Meter['kind'], at, joules: 0 })
    })
    if (this.#elapsedAt === -1) throw new MeasurementError('the header has no "Elapsed Time (sec)"')
  }

  #row(text: string, number: number): void {
    if (this.#hasEnded) throw new MeasurementError('a row follows the summary: two logs in one file')
    const fields = fieldsOf(text)
    const columns = this.#columns ?? []
    if (fields.length !== columns.length) {
      throw new MeasurementError(`the row has ${fields.length} fields under ${columns.length} columns`)
    }
    const elapsedS = amount('elapsed time', fields[this.#elapsedAt])
    if (this.#elapsedS !== null && elapsedS < this.#elapsedS)
      throw new MeasurementError('the elapsed time runs backwards')
    const readings = this.#meters.map((meter) => amount(columns[meter.at] ?? '', fields[meter.at]))
    readings.forEach((joules, at) => {
      const before = this.#meters[at]?.joules ?? 0
      if (joules < before) {
        throw new MeasurementError(
          `${columns[this.#meters[at]?.at ?? 0]} falls from ${before} to ${joules} J: it is cumulative`,
        )
      }
    })
    if (this.#elapsedS !== null) this.#addStep(elapsedS - this.#elapsedS, readings)
    readings.forEach((joules, at) => {
      const meter = this.#meters[at]
      if (meter) meter.joules = joules
    })
    this.#first ??= number
    this.#elapsedS = elapsedS
  }

  /** The time of a gap is not covered, nor one in which a package counted nothing. */
  #addStep(stepS: number, readings: readonly number[]): void {
    const isStill =
      stepS > LONGEST_STILL_S &&
      this.#meters.some(({ kind, joules }, at) => kind === 'Processor' && readings[at] === joules)
    this.#gapRule.decide(stepS, (isGap) => {
      if (isGap || isStill) this.#uncoveredS += stepS
    })
  }

  #statement(text: string, torn: boolean): void {
    this.#hasEnded = true
    if (torn) return
    const [name = '', value = ''] = text.split(' = ')
    if (name.startsWith('Total Elapsed Time')) this.#summaryS = amount('total elapsed time', value)
    const [, kind, index] = /^Cumulative (Processor|DRAM) Energy_(\d+) \(Joules\)$/.exec(name.trim()) ?? []
    if (kind !== undefined && index !== undefined) this.#summary.set(`${kind} ${index}`, amount(name, value))
  }

  records(refusals: Refusals): readonly EnergyRecord[] {
    if (this.#elapsedS === null) throw new MeasurementError('it contains no row')
    if (refusals.count > 0 && this.#meters.every(({ joules }) => joules === 0)) return []
    for (const { key, joules } of this.#meters) {
      const stated = this.#summary.get(key)
      if (stated !== undefined && Math.abs(stated - joules) > Math.max(SAME_J, SAME_SHARE * stated)) {
        throw new MeasurementError(`the last row has ${joules} J for ${key}, the summary ${stated} J: they must agree`)
      }
    }
    const joulesOf = (kind: Meter['kind']): number | null => {
      const meters = this.#meters.filter((meter) => meter.kind === kind)
      return meters.length === 0
        ? null
        : meters.reduce((sum, { key, joules }) => sum + (this.#summary.get(key) ?? joules), 0)
    }
    const [cpuJ, memoryJ] = [joulesOf('Processor') ?? 0, joulesOf('DRAM')]
    if (cpuJ === 0) throw new MeasurementError('the packages counted 0 J: the meter did not work')
    this.#gapRule.settle()
    const durationS = this.#summaryS ?? this.#elapsedS
    const whole = record({
      name: 'Intel Power Gadget',
      durationS,
      coveredS: Math.max(0, durationS - this.#uncoveredS),
      itWh: (cpuJ + (memoryJ ?? 0)) / 3600,
      cpuWh: cpuJ / 3600,
      memoryWh: memoryJ === null ? null : memoryJ / 3600,
      method: 'measured',
      file: this.#file,
      line: this.#first,
      notes: [
        ...(this.#torn === null ? [] : [tornNote(this.#file, this.#torn, 'row')]),
        ...this.#meters
          .filter(({ kind, joules }) => kind === 'Processor' && joules === 0)
          .map(({ key }) => silentNote(this.#file, key, 'counted 0 J')),
      ],
    })
    return [whole]
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
