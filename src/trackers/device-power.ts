import { counted } from '../core/text.ts'
import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Note, note } from '../core/notes.ts'
import { detached } from './field.ts'
import { PowerSum } from './power-sum.ts'
import type { Log } from './log.ts'
import { gapsNote } from './record.ts'

/** Most devices of one machine. */
const MAX_DEVICES = 1024

interface Device {
  readonly sum: PowerSum
  readonly line: number
  readonly name: string | null
  /** Readings without a value. */
  missing: number
}

/**
 * Power of several GPUs as it streams in. A GPU without any value refuses the log: its energy is missing
 * from the sum.
 */
export class DevicePower {
  readonly #log: Log
  readonly #devices = new Map<string, Device>()

  constructor(log: Log) {
    this.#log = log
  }

  /**
   * Adds a reading.
   * @param t s
   * @param watts null where the log has no value
   * @throws MeasurementError for two readings of one device at one time, or a time that runs backwards
   */
  add(key: string, t: number, watts: number | null, line: number, name: string | null = null): void {
    let device = this.#devices.get(key)
    if (device === undefined) {
      if (this.#devices.size >= MAX_DEVICES) throw new MeasurementError(`more than ${MAX_DEVICES} GPUs`)
      device = { sum: new PowerSum(), line, name: name === null ? null : detached(name), missing: 0 }
      this.#devices.set(detached(key), device)
    } else if (t === device.sum.endS) {
      throw new MeasurementError(`GPU ${key} has two readings at one time`)
    }
    if (watts === null) {
      device.missing += 1
      device.sum.addMissing(t)
    } else device.sum.add(t, watts)
  }

  /** Number of devices. */
  get count(): number {
    return this.#devices.size
  }

  /** Time of a device's last reading, s; null before the first. */
  lastTime(key: string): number | null {
    return this.#devices.get(key)?.sum.endS ?? null
  }

  /** Number of a device's readings that come at a time. */
  atATime(key: string): number {
    return this.#devices.get(key)?.sum.atATime ?? 1
  }

  /** Power of a device's last reading that had one, W. */
  lastWatts(key: string): number | null {
    return this.#devices.get(key)?.sum.lastWatts ?? null
  }

  /** What follows is of another session of the tool. */
  interrupt(): void {
    for (const { sum } of this.#devices.values()) sum.interrupt()
  }

  /** The time of all devices; null without times, and where several sessions leave time between them. */
  #localTime(originS: number | null, spanS: number): EnergyRecord['localTime'] {
    const sums = [...this.#devices.values()].map(({ sum }) => sum)
    if (originS === null || sums.length === 0) return null
    const startS = originS + Math.min(...sums.map((sum) => sum.startS))
    const endS = originS + Math.max(...sums.map((sum) => sum.endS))
    return Math.abs(endS - startS - spanS) < 1 ? { startS, endS: startS + spanS } : null
  }

  /** How many readings of one device there are so far. */
  readings(key: string): number {
    const device = this.#devices.get(key)
    return device === undefined ? 0 : device.sum.count + device.missing
  }

  /** @param originS when the time of the readings was 0, s of the local clock; null where that is not known */
  records(originS: number | null = null): readonly EnergyRecord[] {
    const log = this.#log
    const records: EnergyRecord[] = []
    // A GPU whose samples begin later or end earlier than those of the others was not metered for the rest of the time.
    const spanS = commonSpanS([...this.#devices.values()].map(({ sum }) => sum))
    for (const [key, { sum, line, name, missing }] of this.#devices) {
      if (sum.count === 0) {
        log.refuse(line, `GPU ${key} reports no power: its energy is not in the sum`)
        continue
      }
      if (!sum.hasTime) {
        log.refuse(line, `GPU ${key} has power at one time only: two samples or more make an energy`)
        continue
      }
      log.attempt(line, () => sum.assertOfOne())
      const own: Note[] = []
      if (missing > 0) {
        const text = `GPU ${key}: interpolated ${counted(missing, 'sample')} without a value; that time is not covered`
        own.push(note('log-samples-missing', text, 'info'))
      }
      if (sum.gaps > 0) own.push(gapsNote(log.file, sum.gaps))
      records.push(
        log.record({
          name: `GPU ${key}${name === null ? '' : ` ${name}`}`,
          durationS: spanS,
          coveredS: sum.coveredS,
          localTime: this.#localTime(originS, spanS),
          itWh: sum.wh,
          gpuWh: sum.wh,
          machine: name === null ? null : { cpu: null, gpus: [name], vcpus: null, memoryGb: null },
          line,
          notes: own,
        }),
      )
    }
    if (records.length === 0 && log.refused === 0) log.refuse(null, 'it contains no sample of power')
    return records
  }
}

/** Time from the first sample of any device to the last, without the time between sessions, s. */
function commonSpanS(sums: readonly PowerSum[]): number {
  if (sums.length === 0) return 0
  const wholeS = Math.max(...sums.map(({ endS }) => endS)) - Math.min(...sums.map(({ startS }) => startS))
  // Between two sessions nothing belongs to the log.
  if (sums.some(({ hasSessions }) => hasSessions)) return Math.max(...sums.map(({ spanS }) => spanS))
  return wholeS
}
