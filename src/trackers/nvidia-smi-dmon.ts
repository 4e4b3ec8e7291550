import { MeasurementError } from '../core/errors.ts'
import { clock, durationSeconds } from './clock.ts'
import { DevicePower } from './device-power.ts'
import { amount } from './field.ts'
import type { Log } from './log.ts'
import { type LineReading, readLineLog } from './log-reading.ts'
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
  // With --format csv there are commas, and with nounit no line of units.
  detect: (head) => /^\uFEFF?# *(?:Date[,; ]+)?(?:Time[,; ]+)?gpu[,; ][^\n\r]*\bpwr\b/m.test(head),
  read: (source, { intervalS }) => readLineLog(source, (log) => table(log, intervalS)),
}

function table(log: Log, intervalS: number | null): LineReading {
  const gpus = new DevicePower(log)
  let columns: readonly string[] = []
  let [startS, lastS, midnights] = [null as number | null, 0, 0]
  /** The day of the row before and its first second: most rows are of one day. */
  let day: { text: string | undefined; startS: number | null } = { text: undefined, startS: null }

  const secondsOf = (date: string | undefined, time: string | undefined, key: string): number => {
    if (time === undefined) {
      if (intervalS !== null) return gpus.readings(key) * intervalS
      throw new MeasurementError('the table has no times: run dmon with -o DT, or give --interval (its -d)')
    }
    if (date !== day.text || day.startS === null) {
      const iso = date === undefined ? '1970-01-01' : date.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
      day = { text: date, startS: clock(`${iso} 00:00:00`)?.wholeS ?? null }
    }
    const ofDayS = durationSeconds(time)
    if (day.startS === null || ofDayS === null || ofDayS >= DAY_S)
      throw new MeasurementError(`${JSON.stringify(`${date ?? ''} ${time}`.trim().slice(0, 40))} is not a time`)
    startS ??= day.startS + ofDayS
    let t = day.startS + ofDayS - startS + midnights * DAY_S
    if (date === undefined && t < lastS - DAY_S / 2) {
      midnights += 1
      t += DAY_S
    }
    lastS = Math.max(lastS, t)
    return t
  }

  return {
    line({ text, number, torn }) {
      // Whole numbers: the last one may have lost digits, and the row cells.
      if (torn) {
        log.tear(number)
        return
      }
      const cells = text
        .replace(/^#/, '')
        .trim()
        .split(/[,;]/.test(text) ? /\s*[,;]\s*/ : /\s+/)
      if (text.startsWith('#')) {
        if (cells.includes('gpu')) columns = cells
        return
      }
      if (text.trim() === '' || columns.length === 0) return
      const cell = (name: string): string | undefined => cells[columns.indexOf(name)]
      if (!columns.includes('pwr')) throw new MeasurementError('the table has no power column: run dmon with -s p')
      if (cells.length !== columns.length)
        throw new MeasurementError(`the row has ${cells.length} values under ${columns.length} columns`)
      const [key = '', power = ''] = [cell('gpu'), cell('pwr')]
      if (!/^\d{1,4}$/.test(key))
        throw new MeasurementError(`gpu is ${JSON.stringify(key.slice(0, 40))}: expected an index`)
      const t = secondsOf(cell('Date'), cell('Time'), key)
      gpus.add(key, t, power === '-' ? null : amount('pwr', power), number)
    },
    records: () => gpus.records(),
  }
}
