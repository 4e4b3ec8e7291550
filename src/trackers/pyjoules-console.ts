import { MeasurementError } from '../core/errors.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { intervals, meteredColumns } from './pyjoules.ts'
import type { LogFormat } from './tracker.ts'

const BEGINNING = 'begin timestamp :'
/** Each interval as pyJoules' PrintHandler prints it; a tag may contain anything but `; duration : `. */
const FIELDS = /^begin timestamp : (\S+); tag : .*?; duration : (\S+?);(.*)$/

/** pyJoules (github.com/powerapi-ng/pyJoules) without a handler: lines of its PrintHandler among the output of the program. */
export const pyJoulesConsole: LogFormat = {
  name: 'pyjoules-console',
  title: 'pyJoules console output (PrintHandler)',
  figures: 'as pyJoules CSV; lines are intervals that add up; other lines are not read; measured (RAPL, NVML)',
  detect: (head) => /^\uFEFF?begin timestamp : \d[\d.]*; tag : /m.test(head),
  read: (source) => readLineLog(source, consoleLines),
}

const consoleLines: LineReader = (log) => {
  /** Names of the meters of the first interval, and the sum of all. */
  let first: readonly string[] | null = null
  let sum: ReturnType<typeof intervals> | null = null
  return {
    line({ text, number, torn }) {
      // The last number may have lost digits.
      if (torn && (text.startsWith(BEGINNING) || (text !== '' && BEGINNING.startsWith(text)))) {
        log.tear(number)
        return
      }
      if (!text.startsWith(BEGINNING) && !/; tag : .*; duration : /.test(text)) return
      const [, timestamp, duration, rest] = FIELDS.exec(text) ?? []
      if (rest === undefined)
        throw new MeasurementError('expected `begin timestamp : ...; tag : ...; duration : ...; ...`')
      const values = new Map<string, string | undefined>([
        ['begin timestamp', timestamp],
        ['duration', duration],
      ])
      const names: string[] = []
      for (const field of rest.split(';')) {
        const [name = '', value] = field.split(' : ').map((part) => part.trim())
        if (values.has(name)) throw new MeasurementError(`${JSON.stringify(name.slice(0, 40))} appears twice`)
        values.set(name, value)
        names.push(name)
      }
      sum ??= intervals(log, meteredColumns(names), true)
      first ??= names
      if (names.join() !== first.join()) {
        throw new MeasurementError(
          `the interval has other meters than the first one (${first.join(', ').slice(0, 120)}): it cannot be added to it`,
        )
      }
      sum.add('begin timestamp', (name) => values.get(name), number)
    },
    records: () => sum?.records() ?? [],
  }
}
