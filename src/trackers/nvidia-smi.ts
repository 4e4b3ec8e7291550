import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { note } from '../core/notes.ts'
import { clock } from './clock.ts'
import { DevicePower } from './device-power.ts'
import { amount } from './field.ts'
import { type Columns, NO_VALUE, guessColumns, namedColumns } from './nvidia-smi-columns.ts'
import type { Log } from './log.ts'
import { readLog } from './log-reading.ts'
import { type Row, rowBatches } from './rows.ts'
import type { LogFormat, LogReading, LogSettings, LogSource } from './tracker.ts'

/** Rows without a header that are looked at before it is decided which column is the power. */
const LOOKED_AT = 200

/** nvidia-smi --query-gpu=... --format=csv, with and without header and units. */
export const nvidiaSmi: LogFormat = {
  name: 'nvidia-smi',
  title: 'nvidia-smi --query-gpu CSV (with or without header and units)',
  figures:
    'W of each GPU over its local time (without timestamps: every --interval), integrated by GPU; measured; GPUs only',
  meters: 'gpus',
  simultaneous: true,
  detect: (head) =>
    /^\uFEFF?[^\n\r;|\t]*\bpower\.draw(?:\.\w+)?\b/.test(head) ||
    /^\uFEFF?(?:[ \t]*(?:\d{1,3}, )?(?:\d+\.\d\d W|\[[\w/ ]+\])[ \t]*(?:\r\n?|\n|$)){2}/.test(head) ||
    /^\uFEFF?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)?, [^\n\r]/.test(head),
  read: readRows,
}

function readRows({ file, text }: LogSource, { intervalS }: LogSettings): Promise<LogReading> {
  return readLog(file, async (log, records) => {
    const gpus = new Gpus(log, intervalS)
    const waiting: Row[] = []
    let columns: Columns | null = null
    const take = (row: Row, known: Columns): void => log.attempt(row.line, () => gpus.add(row, known))
    const takeWaiting = (): Columns => {
      const guessed = guessColumns(waiting, intervalS !== null)
      for (const row of waiting.splice(0)) take(row, guessed)
      return guessed
    }
    try {
      for await (const rows of rowBatches(text)) {
        for (const { fields: raw, line, torn, malformed } of rows) {
          const fields = raw.map((field) => field.trim())
          const row: Row = { line, fields, plain: null, torn, malformed }
          if (fields.some((field) => field.startsWith('power.draw'))) {
            columns = namedColumns(fields)
            if (columns.time === -1 && intervalS === null)
              throw new MeasurementError('the header has no timestamp: query it with the power, or give --interval')
            // Another run of nvidia-smi, appended to the file.
            gpus.devices.interrupt()
          } else if (columns) take(row, columns)
          else if (waiting.push(row) >= LOOKED_AT) columns = takeWaiting()
        }
      }
      if (columns === null && waiting.length > 0) columns = takeWaiting()
      if (columns === null) throw new MeasurementError('it contains no rows')
    } catch (error) {
      log.refuseFor(null, error)
    }
    records.push(...gpus.records())
  })
}

/** Whether a power is written to its end: two decimals, and the unit where the rows have it. */
function isWhole(power: string, hasUnits: boolean): boolean {
  return hasUnits ? power.endsWith(' W') : /^\d+\.\d\d(?: W)?$/.test(power)
}

const ONE_GPU = note(
  'log-one-gpu-assumed',
  'the log has no GPU index: its rows are taken for one GPU; query the index with the power where there are several',
)

class Gpus {
  /** Distance of rows where they have no time, s. */
  readonly #intervalS: number | null
  readonly #log: Log
  readonly devices: DevicePower
  /** Times are counted from the first one: since 1970 they would lose their microseconds. */
  #startS: number | null = null
  #hasUnits = false
  #hasIndex = true

  constructor(log: Log, intervalS: number | null) {
    this.#log = log
    this.devices = new DevicePower(log)
    this.#intervalS = intervalS
  }

  add({ fields, line, torn }: Row, columns: Columns): void {
    if (fields.length !== columns.count) {
      if (torn && fields.length < columns.count) {
        this.#log.tear(line)
        return
      }
      throw new MeasurementError(`the row has ${fields.length} fields, not ${columns.count}`)
    }
    const at = columns.time === -1 ? null : this.#seconds(fields[columns.time] ?? '')
    const key = columns.gpu === -1 ? '0' : fields[columns.gpu] || '0'
    const t = at ?? this.devices.readings(key) * (this.#intervalS ?? 0)
    const before = this.devices.lastTime(key)
    if (columns.gpu === -1) this.#withoutIndex(before, t)
    const column = columns.power.find((each) => !NO_VALUE.test(fields[each] ?? ''))
    const power = column === undefined ? null : (fields[column] ?? '')
    if (torn && power !== null && column === fields.length - 1 && !isWhole(power, this.#hasUnits)) {
      // The last field of a row that was cut may be half a number.
      this.#log.tear(line)
      return
    }
    const watts = power === null ? null : amount('power.draw', power.replace(/ W$/, ''))
    if (power !== null) this.#hasUnits = power.endsWith(' W')
    // A repeated row adds no information; another power at the same time is of another machine.
    if (t === before && (watts === null || watts === this.devices.lastWatts(key))) return
    this.devices.add(key, t, watts, line, columns.name === -1 ? null : (fields[columns.name] ?? ''))
  }

  /** @throws MeasurementError for two rows of one time */
  #withoutIndex(before: number | null, t: number): void {
    this.#hasIndex = false
    if (t === before)
      throw new MeasurementError('two rows have one time and no GPU index: query the index with the power')
  }

  #seconds(text: string): number {
    const time = clock(text)
    if (time === null) throw new MeasurementError(`${JSON.stringify(text)} is not a time`)
    this.#startS ??= time.wholeS
    return time.wholeS - this.#startS + time.fractionS
  }

  records(): readonly EnergyRecord[] {
    const together = this.#hasIndex ? 1 : this.devices.atATime('0')
    if (together > 1) {
      const text = `its rows come ${together} at a time, as those of ${together} GPUs do, and have no GPU index: query the index with the power`
      this.#log.refuse(null, text)
      return []
    }
    if (!this.#hasIndex) this.#log.note(ONE_GPU)
    return this.devices.records(this.#startS)
  }
}
