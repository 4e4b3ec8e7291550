import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { counterJoules, hasRestarted, isFrozen } from './counter.ts'
import { type Sample, sample } from './exposition.ts'
import { type LineReading, readLineLog } from './line-log.ts'
import type { Line } from './lines.ts'
import { noLineEnd, record, restartNote, silentNote, tornNote, withNotes } from './record.ts'
import type { LogReading, LogSource } from './tracker.ts'

/** Most series of one scrape. */
const MAX_SERIES = 20_000

/** A cumulative energy counter of an exporter. */
export interface ScrapedCounter {
  /** Name of the metric. */
  readonly metric: string
  /** A metric that every device has, also one without the counter. */
  readonly ofEach?: string
  /** J of one of its units. */
  readonly joules: number
  /** What it meters. */
  readonly part: 'cpu' | 'gpu' | 'whole'
  /** Which device a series is of, from its labels; '' for the only one. */
  key(labels: ReadonlyMap<string, string>): string
  /** Name of the record for people. @param key of the device */
  name(key: string): string
}

interface Series {
  readonly first: Sample
  /** The MIG slice of a GPU that it is shown for; each of them shows the counter of the whole GPU. */
  readonly slice: string | undefined
  readonly joules: number[]
}

/**
 * Reads scrapes of a counter in the Prometheus text format: several in one file make the energy between them; one alone is a reading
 * that needs another in a second file.
 */
export function readCounterLog(source: LogSource, counter: ScrapedCounter): Promise<LogReading> {
  return readLineLog(source, new Scrapes(source.file, counter))
}

class Scrapes implements LineReading {
  readonly #file: string
  readonly #counter: ScrapedCounter
  readonly #series = new Map<string, Series>()
  /** Devices that have the metric of each. */
  readonly #devices = new Set<string>()
  #open: number | null = null
  #torn: number | null = null

  constructor(file: string, counter: ScrapedCounter) {
    this.#file = file
    this.#counter = counter
  }

  line(line: Line): void {
    const { metric, ofEach, joules, key } = this.#counter
    if (line.torn && !line.text.startsWith('#') && !line.text.includes(' ')) this.#torn = line.number
    const isCounter = line.text.startsWith(metric)
    if (!isCounter && (ofEach === undefined || !line.text.startsWith(ofEach))) return
    const found = sample(line)
    if (found !== null && found.name === ofEach && this.#devices.size < MAX_SERIES) this.#devices.add(key(found.labels))
    if (found === null || found.name !== metric) return
    if (line.torn) this.#open = line.number
    const device = key(found.labels)
    const slice = found.labels.get('GPU_I_ID')
    const known = this.#series.get(device)
    if (known && known.slice !== slice) return
    const reading = found.value * joules
    // A counter that was cut has lost digits, which is not a restart.
    if (line.torn && known && reading < (known.joules.at(-1) ?? 0)) {
      this.#torn = line.number
      return
    }
    if (known) known.joules.push(reading)
    else if (this.#series.size >= MAX_SERIES) throw new MeasurementError(`more than ${MAX_SERIES} series`)
    else this.#series.set(device, { first: found, slice, joules: [reading] })
  }

  records(): readonly EnergyRecord[] {
    if (this.#series.size === 0)
      throw new MeasurementError(`it has no ${this.#counter.metric}: a power alone makes no energy`)
    const scrapes = Math.max(...[...this.#series.values()].map(({ joules }) => joules.length))
    const records = [...this.#series].map(([device, series]) => this.#record(device, series, scrapes))
    const silent = [...this.#devices].filter((device) => !this.#series.has(device))
    return withNotes(records, [
      ...silent.map((device) => silentNote(this.#file, this.#counter.name(device), 'has no energy counter')),
      ...(this.#torn === null ? [] : [tornNote(this.#file, this.#torn, 'sample')]),
      ...(this.#open === null || this.#torn !== null ? [] : [noLineEnd(this.#file, this.#open)]),
    ])
  }

  #record(device: string, { first, joules }: Series, scrapes: number): EnergyRecord {
    if (joules.length !== scrapes) {
      throw new MeasurementError(
        `${this.#counter.name(device)} is in ${joules.length} of ${scrapes} scrapes: its energy is incomplete`,
      )
    }
    const single = scrapes === 1
    const counted = single ? (joules[0] ?? 0) : counterJoules(joules, null)
    const wh = counted / 3600
    const { part } = this.#counter
    const name = this.#counter.name(device)
    return record({
      name,
      itWh: wh,
      cpuWh: part === 'cpu' ? wh : null,
      gpuWh: part === 'gpu' ? wh : null,
      method: 'measured',
      counter: single
        ? {
            key: `${this.#counter.metric} ${device}`.trim(),
            joules: counted,
            series: null,
            wrapJ: null,
          }
        : null,
      file: this.#file,
      line: first.line,
      notes: [
        ...(hasRestarted(joules) ? [restartNote(this.#file, name)] : []),
        ...(isFrozen(joules) ? [silentNote(this.#file, name, 'stands still')] : []),
      ],
    })
  }
}
