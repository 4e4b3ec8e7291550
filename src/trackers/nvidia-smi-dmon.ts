import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { clock } from './clock.ts'
import { DevicePower } from './device-power.ts'
import { amount } from './field.ts'
import { type LineReading, readLineLog } from './line-log.ts'
import type { Line } from './lines.ts'
import { tornNote } from './record.ts'
import type { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

/** A day, s: `-o T` writes the time of day alone, which begins again at midnight. */
const DAY_S = 86_400

/** nvidia-smi dmon: a table whose header names the columns and is repeated on every page. */
export const nvidiaSmiDmon: LogFormat = {
  name: 'nvidia-smi-dmon',
  title: 'nvidia-smi dmon (with power: -s p; with times: -o DT)',
  figures:
    'W of each GPU over its time (without times: every --interval, the -d of dmon), integrated by GPU; measured; GPUs only',
  meters: 'gpus',
  simultaneous: true,
  example: [
    '#Date       Time        gpu   pwr gtemp',
    '#YYYYMMDD   HH:MM:SS    Idx     W     C',
    ' 20260302   08:15:00      0   100    40',
    ' 20260302   08:15:36      0   100    40',
    '',
  ].join('\n'),
  // With --format csv there are commas, and with nounit no line of units.
  detect: (head) => /^\uFEFF?# *(?:Date[,; ]+)?(?:Time[,; ]+)?gpu[,; ][^\n\r]*\bpwr\b/m.test(head),
  read: (source, { intervalS }) => readLineLog(source, new Table(source.file, intervalS)),
}

class Table implements LineReading {
  readonly #file: string
  readonly #intervalS: number | null
  readonly #gpus: DevicePower
  #columns: readonly string[] = []
  #startS: number | null = null
  #lastS = 0
  #midnights = 0
  #torn: number | null = null

  constructor(file: string, intervalS: number | null) {
    this.#file = file
    this.#intervalS = intervalS
    this.#gpus = new DevicePower(file)
  }

  line({ text, number, torn }: Line): void {
    const cells = text
      .replace(/^#/, '')
      .trim()
      .split(/[,;]/.test(text) ? /\s*[,;]\s*/ : /\s+/)
    if (torn) {
      // Whole numbers: the last one may have lost digits, and the row cells.
      this.#torn = number
      return
    }
    if (text.startsWith('#')) {
      if (cells.includes('gpu')) this.#columns = cells
      return
    }
    if (text.trim() === '' || this.#columns.length === 0) return
    const columns = this.#columns
    const cell = (name: string): string | undefined => {
      const at = columns.indexOf(name)
      return at === -1 ? undefined : cells[at]
    }
    if (!columns.includes('pwr')) throw new MeasurementError('the table has no power column: run dmon with -s p')
    if (cells.length !== columns.length) {
      throw new MeasurementError(`the row has ${cells.length} values under ${columns.length} columns`)
    }
    const key = cell('gpu') ?? ''
    if (!/^\d{1,4}$/.test(key))
      throw new MeasurementError(`gpu is ${JSON.stringify(key.slice(0, 40))}: expected an index`)
    const power = cell('pwr') ?? ''
    const t = this.#seconds(cell('Date'), cell('Time'), key)
    this.#gpus.add(key, t, power === '-' ? null : amount('pwr', power), number)
  }

  #seconds(date: string | undefined, time: string | undefined, key: string): number {
    if (time === undefined) {
      if (this.#intervalS !== null) return this.#gpus.readings(key) * this.#intervalS
      throw new MeasurementError('the table has no times: run dmon with -o DT, or give --interval (its -d)')
    }
    const day = date === undefined ? '1970-01-01' : date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    const at = clock(`${day} ${time}`)
    if (at === null)
      throw new MeasurementError(`${JSON.stringify(`${date ?? ''} ${time}`.trim().slice(0, 40))} is not a time`)
    this.#startS ??= at.wholeS
    let t = at.wholeS - this.#startS + this.#midnights * DAY_S
    if (date === undefined && t < this.#lastS - DAY_S / 2) {
      this.#midnights += 1
      t += DAY_S
    }
    this.#lastS = Math.max(this.#lastS, t)
    return t
  }

  records(refusals: Refusals): readonly EnergyRecord[] {
    return this.#gpus.records(refusals, { notes: this.#torn === null ? [] : [tornNote(this.#file, this.#torn, 'row')] })
  }
}
