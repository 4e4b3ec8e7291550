import { MeasurementError } from '../core/errors.ts'
import { clock } from './clock.ts'
import { amount, detached } from './field.ts'
import { commonSpanS } from './device-power.ts'
import { PowerSum } from './power-sum.ts'
import { note } from '../core/notes.ts'
import { gapsNote, record, tornNote, withNotes } from './record.ts'
import { Refusals } from './refusals.ts'
import { type Row, rowBatches } from './rows.ts'
import type { LogFormat, LogReading, LogSettings, LogSource } from './tracker.ts'
import type { EnergyRecord } from '../core/energy-record.ts'

/** What the driver writes where it has no value: never 0. */
const NO_VALUE =
  /^\[?(?:N\/A|Not Supported|Unknown Error|GPU is lost|Insufficient Permissions|Not Found|Reset Required)\]?$/i

const STAMP = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)?$/

/** Rows without a header that are looked at before it is decided which column is the power. */
const LOOKED_AT = 200

/** Most GPUs of one machine. */
const MAX_GPUS = 1024

/** nvidia-smi --query-gpu=... --format=csv, with and without header and units. */
export const nvidiaSmi: LogFormat = {
  name: 'nvidia-smi',
  title: 'nvidia-smi --query-gpu CSV (with or without header and units)',
  figures:
    'W of each GPU over its local time (without timestamps: every --interval), integrated by GPU; measured; GPUs only',
  meters: 'gpus',
  simultaneous: true,
  example: [
    'timestamp, index, power.draw [W]',
    '2026/03/02 08:15:00.000, 0, 100.00 W',
    '2026/03/02 08:15:01.000, 0, 100.00 W',
    '2026/03/02 08:15:02.000, 0, 100.00 W',
    '',
  ].join('\n'),
  detect: (head) =>
    /^\uFEFF?[^\n\r;|\t]*\bpower\.draw(?:\.\w+)?\b/.test(head) ||
    /^\uFEFF?(?:[ \t]*(?:\d+\.\d\d W|\[[\w/ ]+\])[ \t]*(?:\r\n?|\n|$)){2}/.test(head) ||
    /^\uFEFF?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)?, [^\n\r]/.test(head),
  read: readRows,
}

/** Which column is what. */
interface Columns {
  readonly count: number
  /** -1 for a missing column. */
  readonly time: number
  /** Columns of the power, best first: which of them has values depends on the board. */
  readonly power: readonly number[]
  /** What identifies a GPU; -1 for a missing column. */
  readonly gpu: number
  readonly name: number
}

async function readRows({ file, text }: LogSource, { intervalS }: LogSettings): Promise<LogReading> {
  const refusals = new Refusals(file)
  const gpus = new Gpus(file, intervalS)
  const waiting: Row[] = []
  let columns: Columns | null = null
  const take = (row: Row, known: Columns): void => refusals.attempt(row.line, () => gpus.add(row, known))
  try {
    for await (const rows of rowBatches(text)) {
      for (const { fields: raw, line, torn, malformed } of rows) {
        const fields = raw.map((field) => field.trim())
        const row: Row = { line, fields, plain: null, torn, malformed }
        if (fields.some((field) => field.startsWith('power.draw'))) {
          columns = namedColumns(fields)
          if (columns.time === -1 && intervalS === null)
            throw new MeasurementError('the header has no timestamp: query it with the power, or give --interval')
          gpus.interrupt()
        } else if (columns) take(row, columns)
        else if (waiting.push(row) >= LOOKED_AT) {
          columns = guessColumns(waiting, intervalS !== null)
          for (const row of waiting.splice(0)) take(row, columns)
        }
      }
    }
    if (columns === null && waiting.length > 0) {
      columns = guessColumns(waiting, intervalS !== null)
      for (const row of waiting) take(row, columns)
    }
    if (columns === null) throw new MeasurementError('it contains no rows')
  } catch (error) {
    if (!(error instanceof MeasurementError)) throw error
    refusals.add(null, error.message)
  }
  return { records: gpus.records(refusals), refusals: refusals.list() }
}

function namedColumns(header: readonly string[]): Columns {
  const find = (pattern: RegExp): number => header.findIndex((name) => pattern.test(name))
  const power = [/^power\.draw \[|^power\.draw$/, /^power\.draw\.average/, /^power\.draw\.instant/]
    .map(find)
    .filter((at) => at !== -1)
  const time = find(/^timestamp/)
  if (power.length === 0) throw new MeasurementError('the header has no power.draw')
  for (const at of power) {
    const unit = /\[(.*)\]$/.exec(header[at] ?? '')?.[1]
    if (unit !== undefined && unit !== 'W') throw new MeasurementError(`the unit of ${header[at]} is not W`)
  }
  const gpu = [/^index$/, /^(?:gpu_)?uuid$/, /^(?:pci\.bus_id|gpu_bus_id)$/].map(find).find((at) => at !== -1)
  return { count: header.length, time, power, gpu: gpu ?? -1, name: find(/^(?:name|gpu_name)$/) }
}

/**
 * Without a header: the power is the column with ` W`, else the one with two decimals (as the driver writes power); of several such (a
 * power limit) the one that changes.
 */
function guessColumns(rows: readonly Row[], hasInterval: boolean): Columns {
  const first = rows[0] as Row
  const whole = rows.filter(({ fields, torn }) => !torn || fields.length === first.fields.length)
  const column = (at: number): string[] =>
    whole.map(({ fields }) => fields[at] ?? '').filter((field) => !NO_VALUE.test(field))
  const all = first.fields.map((_, at) => at)
  const time = all.find((at) => column(at).every((field) => STAMP.test(field)))
  if (time === undefined && !hasInterval) {
    throw new MeasurementError('no column of it is a time: query the timestamp with the power, or give --interval')
  }
  let power = all.filter(
    (at) => at !== time && column(at).length > 0 && column(at).every((field) => /^\d+(?:\.\d+)? W$/.test(field)),
  )
  if (power.length === 0)
    power = all.filter((at) => column(at).length > 0 && column(at).every((field) => /^\d+\.\d\d$/.test(field)))
  if (power.length > 1) {
    const changing = power.filter((at) => new Set(column(at)).size > 1)
    if (changing.length === 1) power = changing
  }
  const [only] = power
  if (only === undefined || power.length > 1) {
    throw new MeasurementError('the column of the power is unknown without a header: omit noheader')
  }
  const gpu = all.find(
    (at) =>
      at < only &&
      at !== time &&
      column(at).every((field) => /^\d{1,3}$|^GPU-[0-9a-f-]+$|^[0-9A-F]{8}:/i.test(field)) &&
      isRound(column(at)),
  )
  return { count: first.fields.length, time: time ?? -1, power: [only], gpu: gpu ?? -1, name: -1 }
}

/** Whether the values come round in one order, as the GPUs do: a load or a temperature does not. */
function isRound(values: readonly string[]): boolean {
  const round = new Set(values).size
  return values.every((value, index) => index < round || value === values[index - round])
}

/** Whether a power is written to its end: two decimals, and the unit where the rows have it. */
function isWhole(power: string, hasUnits: boolean): boolean {
  return hasUnits ? power.endsWith(' W') : /^\d+\.\d\d(?: W)?$/.test(power)
}

interface Gpu {
  readonly sum: PowerSum
  readonly line: number
  readonly name: string | null
  missing: number
  /** Rows so far, with a value or without. */
  rows: number
}

const ONE_GPU = note(
  'log-one-gpu-assumed',
  'the log has no GPU index: its rows are taken for one GPU; query the index with the power where there are several',
)

class Gpus {
  readonly #file: string
  /** Distance of rows where they have no time, s. */
  readonly #intervalS: number | null
  readonly #all = new Map<string, Gpu>()
  #torn: number | null = null
  /** Times are counted from the first one: since 1970 they would lose their microseconds. */
  #startS: number | null = null
  #hasUnits = false

  constructor(file: string, intervalS: number | null) {
    this.#file = file
    this.#intervalS = intervalS
  }

  add({ fields, line, torn }: Row, columns: Columns): void {
    if (fields.length !== columns.count) {
      if (torn && fields.length < columns.count) {
        this.#torn = line
        return
      }
      throw new MeasurementError(`the row has ${fields.length} fields, not ${columns.count}`)
    }
    const at = columns.time === -1 ? null : this.#seconds(fields[columns.time] ?? '')
    const key = columns.gpu === -1 ? '' : (fields[columns.gpu] ?? '')
    let gpu = this.#all.get(key)
    if (!gpu) {
      if (this.#all.size >= MAX_GPUS) throw new MeasurementError(`more than ${MAX_GPUS} GPUs`)
      const name = columns.name === -1 ? null : detached(fields[columns.name] ?? '')
      gpu = { sum: new PowerSum(), line, name, missing: 0, rows: 0 }
      this.#all.set(detached(key), gpu)
    }
    const t = at ?? gpu.rows * (this.#intervalS ?? 0)
    gpu.rows += 1
    if (columns.gpu === -1 && gpu.sum.count > 0 && t === gpu.sum.endS) {
      throw new MeasurementError('two rows have one time and no GPU index: query the index with the power')
    }
    const column = columns.power.find((each) => !NO_VALUE.test(fields[each] ?? ''))
    if (column === undefined) {
      gpu.missing += 1
      gpu.sum.addMissing(t)
      return
    }
    const power = fields[column] ?? ''
    if (torn && column === fields.length - 1 && !isWhole(power, this.#hasUnits)) {
      // The last field of a row that was cut may be half a number.
      this.#torn = line
      return
    }
    this.#hasUnits = power.endsWith(' W')
    gpu.sum.add(t, amount('power.draw', power.replace(/ W$/, '')))
  }

  #seconds(text: string): number {
    const time = clock(text)
    if (time === null) throw new MeasurementError(`${JSON.stringify(text)} is not a time`)
    this.#startS ??= time.wholeS
    return time.wholeS - this.#startS + time.fractionS
  }

  /** A header in the middle: another run of nvidia-smi, appended to the file. */
  interrupt(): void {
    for (const { sum } of this.#all.values()) sum.interrupt()
  }

  /** The time of all GPUs; null without times, and where several sessions leave time between them. */
  #localTime(spanS: number): EnergyRecord['localTime'] {
    const sums = [...this.#all.values()].map(({ sum }) => sum)
    if (this.#startS === null || sums.length === 0) return null
    const startS = this.#startS + Math.min(...sums.map((sum) => sum.startS))
    const endS = this.#startS + Math.max(...sums.map((sum) => sum.endS))
    return Math.abs(endS - startS - spanS) < 1 ? { startS, endS: startS + spanS } : null
  }

  records(refusals: Refusals): EnergyRecord[] {
    const records: EnergyRecord[] = []
    const silent: string[] = []
    // A GPU whose samples begin later or end earlier than those of the others was not metered for the rest of the time.
    const spanS = commonSpanS([...this.#all.values()].map(({ sum }) => sum))
    for (const [key, { sum, line, name, missing }] of this.#all) {
      if (sum.count === 0) {
        silent.push(key)
        continue
      }
      if (!sum.hasTime) {
        refusals.add(line, `samples of power of GPU ${key || 0} at one time only make no energy`)
        continue
      }
      const notes = []
      if (missing > 0) {
        const text = `GPU ${key || 0}: ${missing} samples have no value and are interpolated; their time is not covered`
        notes.push(note('log-samples-missing', text, 'info'))
      }
      if (key === '') notes.push(ONE_GPU)
      if (sum.gaps > 0) notes.push(gapsNote(this.#file, sum.gaps))
      records.push(
        record({
          name: `GPU ${key || 0}${name === null ? '' : ` ${name}`}`,
          durationS: spanS,
          coveredS: sum.coveredS,
          localTime: this.#localTime(spanS),
          itWh: sum.wh,
          gpuWh: sum.wh,
          machine: name === null ? null : { cpu: null, gpus: [name], vcpus: null, memoryGb: null },
          method: 'measured',
          file: this.#file,
          line,
          notes,
        }),
      )
    }
    const extra = []
    if (silent.length > 0) {
      const gpus = silent.map((key) => key || '0')
      refusals.add(null, `GPU ${gpus.slice(0, 8).join(', ')} reports no power ([N/A]): its energy is not in the sum`)
    }
    if (this.#torn !== null) extra.push(tornNote(this.#file, this.#torn, 'row'))
    if (records.length === 0 && refusals.count === 0) refusals.add(null, 'it contains no sample of power')
    return withNotes(records, extra)
  }
}
