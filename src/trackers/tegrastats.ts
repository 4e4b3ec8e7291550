import { MeasurementError } from '../core/errors.ts'
import { JETSON_RAILS } from '../data/jetson-rails.ts'
import { clock } from './clock.ts'
import { amount } from './field.ts'
import type { Log } from './log.ts'
import { type LineReading, readLineLog } from './log-reading.ts'
import { PowerSum } from './power-sum.ts'
import type { LogFormat } from './tracker.ts'

/** `VDD_IN 3642/3633` (mW) or `VDD_IN 5542mW/5542mW`: now and mean. The first one counts. */
const RAIL = /(?:^|\s)([A-Z][A-Z0-9_]*) (\S+?)(?:mW)?\/(\S+?)(?:mW)?(?=\s|$)/g

/** NVIDIA's tegrastats: the Jetson boards. */
export const tegrastats: LogFormat = {
  name: 'tegrastats',
  title: 'tegrastats (NVIDIA Jetson)',
  figures:
    'mW of the board (VDD_IN, POM_5V_IN, VIN, or the rails that add up) over its local time (older versions: every --interval); measured',
  detect: (head) => /^\uFEFF?(?:\d\d-\d\d-\d{4} \d\d:\d\d:\d\d )?RAM \d+\/\d+MB [^\n\r]*\bCPU \[/m.test(head),
  read: (source, { intervalS }) => readLineLog(source, (log) => board(log, intervalS)),
}

function board(log: Log, intervalS: number | null): LineReading {
  const sum = new PowerSum()
  let rails: readonly string[] | null = null
  let count = 0
  let [first, startS] = [null as number | null, null as number | null]

  const bySteps = (): number => {
    if (intervalS !== null) return count * intervalS
    throw new MeasurementError('the log has no times: give --interval (1 s by default; its own option is in ms)')
  }

  const byClock = (text: string): number => {
    const at = clock(text)
    if (at === null) throw new MeasurementError(`${JSON.stringify(text.slice(0, 40))} is not a time`)
    startS ??= at.wholeS
    return at.wholeS - startS
  }

  return {
    line({ text, number, torn }) {
      if (text.trim() === '') return
      // The last rail may have lost digits.
      if (torn) {
        log.tear(number, 'sample')
        return
      }
      const [, day, month, year, time] = /^(\d\d)-(\d\d)-(\d{4}) (\d\d:\d\d:\d\d) /.exec(text) ?? []
      if (time === undefined && !text.startsWith('RAM ')) throw new MeasurementError('it is not a line of tegrastats')
      const t = time === undefined ? bySteps() : byClock(`${year}-${day}-${month} ${time}`)
      count += 1
      first ??= number
      const found = new Map<string, string>()
      for (const [, name = '', now = ''] of text.matchAll(RAIL)) {
        if (found.has(name)) throw new MeasurementError(`it has ${name} twice: two samples are in one line`)
        found.set(name, now)
      }
      rails ??= JETSON_RAILS.find((each) => each.every((rail) => found.has(rail))) ?? null
      if (rails === null) {
        throw new MeasurementError(
          `it has no power of the board (${JETSON_RAILS.map((each) => each.join(' + ')).join(', or ')}): run tegrastats with sudo`,
        )
      }
      let watts: number
      try {
        watts = rails.reduce((all, rail) => all + amount(rail, found.get(rail)), 0) / 1000
      } catch (error) {
        sum.addMissing(t)
        throw error
      }
      sum.add(t, watts)
    },
    records() {
      if (!sum.hasTime && log.refused > 0) return []
      const time = sum.timeIn(log)
      return [log.record({ name: `tegrastats ${(rails ?? []).join(' + ')}`, ...time, itWh: sum.wh, line: first })]
    },
  }
}
