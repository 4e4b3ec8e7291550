import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { clock } from './clock.ts'
import { amount } from './field.ts'
import { type LineReading, readLineLog } from './line-log.ts'
import type { Line } from './lines.ts'
import { PowerSum } from './power-sum.ts'
import { gapsNote, record, tornNote } from './record.ts'
import type { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

/**
 * Rails that make the whole board, first match wins: NVIDIA's forum and jetson-stats take VDD_IN (TX2, Xavier NX, Orin NX and Nano)
 * and POM_5V_IN (Nano) as the input; AGX Orin and AGX Xavier have no such rail, and theirs add up.
 */
const BOARDS: readonly (readonly string[])[] = [
  ['VDD_IN'],
  ['POM_5V_IN'],
  ['VDD_GPU_SOC', 'VDD_CPU_CV', 'VIN_SYS_5V0'],
  ['GPU', 'CPU', 'SOC', 'CV', 'VDDRQ', 'SYS5V'],
]

/** `VDD_IN 3642/3633` (mW) or `VDD_IN 5542mW/5542mW`: now and mean. The first one counts. */
const RAIL = /(?:^|\s)([A-Z][A-Z0-9_]*) (\S+?)(?:mW)?\/(\S+?)(?:mW)?(?=\s|$)/g

/** NVIDIA's tegrastats: the Jetson boards. */
export const tegrastats: LogFormat = {
  name: 'tegrastats',
  title: 'tegrastats (NVIDIA Jetson)',
  figures:
    'mW of the board (VDD_IN, POM_5V_IN, or the rails that add up) over its local time (older versions: every --interval); measured',
  example: [
    '03-02-2026 08:15:00 RAM 2274/6834MB CPU [99%@1189,off] CPU@40C VDD_IN 10000mW/10000mW VDD_SOC 1000mW/1000mW',
    '03-02-2026 08:15:36 RAM 2274/6834MB CPU [99%@1189,off] CPU@40C VDD_IN 10000mW/10000mW VDD_SOC 1000mW/1000mW',
    '',
  ].join('\n'),
  detect: (head) => /^\uFEFF?(?:\d\d-\d\d-\d{4} \d\d:\d\d:\d\d )?RAM \d+\/\d+MB [^\n\r]*\bCPU \[/m.test(head),
  read: (source, { intervalS }) => readLineLog(source, new Board(source.file, intervalS)),
}

class Board implements LineReading {
  readonly #file: string
  readonly #intervalS: number | null
  readonly #sum = new PowerSum()
  #rails: readonly string[] | null = null
  #count = 0
  #startS: number | null = null
  #first: number | null = null
  #torn: number | null = null

  constructor(file: string, intervalS: number | null) {
    this.#file = file
    this.#intervalS = intervalS
  }

  line({ text, number, torn }: Line): void {
    if (text.trim() === '') return
    if (torn) {
      // The last rail may have lost digits.
      this.#torn = number
      return
    }
    const [, day, month, year, time] = /^(\d\d)-(\d\d)-(\d{4}) (\d\d:\d\d:\d\d) /.exec(text) ?? []
    if (time === undefined && !text.startsWith('RAM ')) throw new MeasurementError('it is not a line of tegrastats')
    const t = time === undefined ? this.#bySteps() : this.#byClock(`${year}-${day}-${month} ${time}`)
    this.#count += 1
    this.#first ??= number
    const rails = new Map([...text.matchAll(RAIL)].map(([, name = '', now]) => [name, now ?? '']))
    this.#rails ??= BOARDS.find((board) => board.every((rail) => rails.has(rail))) ?? null
    if (this.#rails === null) {
      throw new MeasurementError(
        `it has no power of the board (${BOARDS.map((board) => board.join(' + ')).join(', or ')}): run tegrastats with sudo`,
      )
    }
    let watts: number
    try {
      watts = this.#rails.reduce((sum, rail) => sum + amount(rail, rails.get(rail)), 0) / 1000
    } catch (error) {
      this.#sum.addMissing(t)
      throw error
    }
    this.#sum.add(t, watts)
  }

  #bySteps(): number {
    if (this.#intervalS === null) {
      throw new MeasurementError('the log has no times: give --interval (1 s by default; its own option is in ms)')
    }
    return this.#count * this.#intervalS
  }

  #byClock(text: string): number {
    const at = clock(text)
    if (at === null) throw new MeasurementError(`${JSON.stringify(text.slice(0, 40))} is not a time`)
    this.#startS ??= at.wholeS
    return at.wholeS - this.#startS
  }

  records(refusals: Refusals): readonly EnergyRecord[] {
    if (!this.#sum.hasTime) {
      if (refusals.count > 0) return []
      throw new MeasurementError('it has power at one moment only: two samples or more make an energy')
    }
    const notes = []
    if (this.#sum.gaps > 0) notes.push(gapsNote(this.#file, this.#sum.gaps))
    if (this.#torn !== null) notes.push(tornNote(this.#file, this.#torn, 'sample'))
    return [
      record({
        name: `tegrastats ${(this.#rails ?? []).join(' + ')}`,
        durationS: this.#sum.spanS,
        coveredS: this.#sum.coveredS,
        itWh: this.#sum.wh,
        method: 'measured',
        file: this.#file,
        line: this.#first,
        notes,
      }),
    ]
  }
}
