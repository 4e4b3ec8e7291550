import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { counterJoules, hasRestarted, isFrozen } from './counter.ts'
import { type Sample, sample } from './exposition.ts'
import type { Log } from './log.ts'
import { type LineReading, readLineLog } from './log-reading.ts'
import { restartNote, silentNote, whOfJoules } from './record.ts'
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
  return readLineLog(source, (log) => scrapes(log, counter))
}

function scrapes(log: Log, counter: ScrapedCounter): LineReading {
  const { metric, ofEach, joules, part } = counter
  const series = new Map<string, Series>()
  /** Devices that have the metric of each. */
  const devices = new Set<string>()

  const recordOf = (device: string, { first, joules }: Series, count: number): EnergyRecord => {
    const name = counter.name(device)
    if (joules.length !== count)
      throw new MeasurementError(`${name} is in ${joules.length} of ${count} scrapes: its energy is incomplete`)
    const single = count === 1
    const counted = single ? (joules[0] ?? 0) : counterJoules(joules, null)
    return log.record({
      name,
      ...whOfJoules({ [part]: counted }),
      counter: single ? { key: `${metric} ${device}`.trim(), joules: counted, series: null, wrapJ: null } : null,
      line: first.line,
      notes: [
        ...(hasRestarted(joules) ? [restartNote(log.file, name)] : []),
        ...(isFrozen(joules) ? [silentNote(log.file, name, 'stands still')] : []),
      ],
    })
  }

  return {
    line(line) {
      if (line.torn && !line.text.startsWith('#') && !line.text.includes(' ')) log.tear(line.number, 'sample')
      if (!line.text.startsWith(metric) && (ofEach === undefined || !line.text.startsWith(ofEach))) return
      const found = sample(line)
      if (found !== null && found.name === ofEach && devices.size < MAX_SERIES) devices.add(counter.key(found.labels))
      if (found === null || found.name !== metric) return
      if (line.torn) log.leaveOpen(line.number)
      const device = counter.key(found.labels)
      const slice = found.labels.get('GPU_I_ID')
      const known = series.get(device)
      if (known && known.slice !== slice) return
      const reading = found.value * joules
      // A counter that was cut has lost digits, which is not a restart.
      if (line.torn && known && reading < (known.joules.at(-1) ?? 0)) log.tear(line.number, 'sample')
      else if (known) known.joules.push(reading)
      else if (series.size >= MAX_SERIES) throw new MeasurementError(`more than ${MAX_SERIES} series`)
      else series.set(device, { first: found, slice, joules: [reading] })
    },
    records() {
      if (series.size === 0) throw new MeasurementError(`it has no ${metric}: a power alone makes no energy`)
      for (const device of devices) if (!series.has(device)) log.silent(counter.name(device), 'has no energy counter')
      const count = Math.max(...[...series.values()].map(({ joules }) => joules.length))
      return [...series].map(([device, each]) => recordOf(device, each, count))
    },
  }
}
