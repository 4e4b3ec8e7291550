import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type LineReading, readLineLog } from './line-log.ts'
import type { Line } from './lines.ts'
import { Intervals, meteredColumns } from './pyjoules.ts'
import { tornNote, withNotes } from './record.ts'
import type { LogFormat } from './tracker.ts'

const BEGINNING = 'begin timestamp :'
/** Each interval as pyJoules' PrintHandler prints it; a tag may contain anything but `; duration : `. */
const FIELDS = /^begin timestamp : (\S+); tag : .*?; duration : (\S+?);(.*)$/

/** pyJoules (github.com/powerapi-ng/pyJoules) without a handler: lines of its PrintHandler among the output of the program. */
export const pyJoulesConsole: LogFormat = {
  name: 'pyjoules-console',
  title: 'pyJoules console output (PrintHandler)',
  figures: 'as pyJoules CSV; lines are intervals that add up; other lines are not read; measured (RAPL, NVML)',
  example:
    'begin timestamp : 1772439300.0; tag : train; duration : 36.0; package_0 : 3600000000.0; dram_0 : 360000000.0; core_0 : 1000000000.0\n',
  detect: (head) => /^\uFEFF?begin timestamp : \d[\d.]*; tag : /m.test(head),
  read: (source) => readLineLog(source, new ConsoleLines(source.file)),
}

class ConsoleLines implements LineReading {
  readonly #file: string
  /** Names of the meters of the first interval, and the sum of all. */
  #names: readonly string[] | null = null
  #intervals: Intervals | null = null
  #torn: number | null = null

  constructor(file: string) {
    this.#file = file
  }

  line({ text, number, torn }: Line): void {
    if (torn && (text.startsWith(BEGINNING) || (text !== '' && BEGINNING.startsWith(text)))) {
      // The last number may have lost digits.
      this.#torn = number
      return
    }
    if (!text.startsWith(BEGINNING)) return
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
    this.#intervals ??= new Intervals(this.#file, meteredColumns(names), true)
    this.#names ??= names
    if (names.join() !== this.#names.join()) {
      const expected = this.#names.join(', ').slice(0, 120)
      throw new MeasurementError(
        `the interval has other meters than the first one (${expected}): it cannot be added to it`,
      )
    }
    this.#intervals.add('begin timestamp', (name) => values.get(name), number)
  }

  records(): readonly EnergyRecord[] {
    const records = this.#intervals?.records() ?? []
    return withNotes(records, this.#torn === null ? [] : [tornNote(this.#file, this.#torn, 'row')])
  }
}
