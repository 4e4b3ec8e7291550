import { MeasurementError } from '../core/errors.ts'
import type { Row } from './rows.ts'

/** What the driver writes if it has no value. It is never read as 0. */
export const NO_VALUE =
  /^\[?(?:N\/A|Not Supported|Unknown Error|GPU is lost|Insufficient Permissions|Not Found|(?:GPU )?requires reset|Reset Required|ERR!|Requested functionality has been deprecated)\]?$/i

const STAMP = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d+)?$/

/** Which column is what. */
export interface Columns {
  readonly count: number
  /** -1 for a missing column. */
  readonly time: number
  /** Columns of the power, best first: which of them has values depends on the board. */
  readonly power: readonly number[]
  /** What identifies a GPU; -1 for a missing column. */
  readonly gpu: number
  readonly name: number
}

/** Columns of a header. @throws MeasurementError */
export function namedColumns(header: readonly string[]): Columns {
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
export function guessColumns(rows: readonly Row[], hasInterval: boolean): Columns {
  const first = rows[0] as Row
  const whole = rows.filter(({ fields, torn }) => !torn || fields.length === first.fields.length)
  const column = (at: number): string[] =>
    whole.map(({ fields }) => fields[at] ?? '').filter((field) => !NO_VALUE.test(field))
  const all = first.fields.map((_, at) => at)
  const time = all.find((at) => column(at).every((field) => STAMP.test(field)))
  if (time === undefined && !hasInterval) {
    throw new MeasurementError('no column of it is a time: query the timestamp with the power, or give --interval')
  }
  // A reading that failed in a way of its own is refused later, and a row may be cut; the column is still that of the power.
  const columnsOf = (pattern: RegExp): { readonly at: number; readonly isChanging: boolean }[] =>
    all.flatMap((at) => {
      const values = column(at).filter((field) => pattern.test(field))
      const isMostly = values.length > 0 && values.length * 2 >= column(at).length
      return isMostly ? [{ at, isChanging: new Set(values).size > 1 }] : []
    })
  let power = columnsOf(/^\d+(?:\.\d+)? W$/)
  if (power.length === 0) power = columnsOf(/^\d+\.\d\d$/)
  if (power.length > 1) {
    const changing = power.filter(({ isChanging }) => isChanging)
    if (changing.length === 1) power = changing
  }
  const [one, ...others] = power
  if (one === undefined || others.length > 0) {
    throw new MeasurementError('the column of the power is unknown without a header: omit noheader')
  }
  const gpu = all.find(
    (at) =>
      at < one.at &&
      at !== time &&
      column(at).every((field) => /^\d{1,3}$|^GPU-[0-9a-f-]+$|^[0-9A-F]{8}:/i.test(field)) &&
      isRound(column(at)),
  )
  return { count: first.fields.length, time: time ?? -1, power: [one.at], gpu: gpu ?? -1, name: -1 }
}

/** Whether the values repeat in a fixed order, as rows of several GPUs do. Loads and temperatures do not. */
function isRound(values: readonly string[]): boolean {
  const round = new Set(values).size
  return values.every((value, index) => index < round || value === values[index - round])
}
