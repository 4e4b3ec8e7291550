import { MeasurementError } from '../../core/errors.ts'
import { COLUMN_ORDERS, SHAPES } from './columns.ts'

/**
 * CodeCarbon 3.2.9 to 3.3.0 append a row without the columns that are None in it and without a header, in the order of its own class, so
 * that every later value stands in a neighbour's column (output_methods/file.py: `dropna(axis=1)`). Such a row is put back
 * together where only one reading is possible: each value must have the shape of its column, only columns that may be None
 * may be missing, and every figure that we use must come out the same in all readings that fit.
 */

/** What is counted, or tells which run it is: must be the same in every possible reading. */
const FIGURES = [
  'timestamp',
  'run_id',
  'duration',
  'emissions',
  'cpu_energy',
  'gpu_energy',
  'ram_energy',
  'energy_consumed',
  'water_consumed',
  'tracking_mode',
  'on_cloud',
  'pue',
  'wue',
]

/** More readings than this are no repair but a guess. */
const MAX_READINGS = 2000

/** Values by column; null for a column that this row lost, or whose value is not certain. */
export type RepairedRow = ReadonlyMap<string, string | null>

/**
 * @param order the columns as the release writes them
 * @returns the row's values by column
 * @throws MeasurementError when no reading fits, or several that disagree
 */
export function repairedRow(fields: readonly string[], order: readonly string[]): RepairedRow {
  const readings = readingsOf(fields, order)
  const counts = `${fields.length} fields under ${order.length} columns`
  if (readings.length === 0) {
    throw new MeasurementError(`the row has ${counts} and fits no reading: its values cannot be told apart`)
  }
  const consistent = agree(readings) ? readings : readings.filter(addsUp)
  if (consistent.length === 0 || !agree(consistent)) {
    throw new MeasurementError(`the row has ${counts} and can be read in more than one way`)
  }
  // What the readings place differently (an empty region or an empty cloud) is not certain, and no figure.
  const first = consistent[0] as RepairedRow
  const certain = new Map<string, string | null>()
  for (const name of order) {
    const value = first.get(name) ?? null
    certain.set(name, consistent.every((reading) => (reading.get(name) ?? null) === value) ? value : null)
  }
  return certain
}

/** The column orders that a row under this header may have been written in: those of the header's own set. */
export function ordersOf(names: readonly string[]): readonly (readonly string[])[] {
  const set = names.toSorted().join()
  return COLUMN_ORDERS.filter((order) => order.toSorted().join() === set)
}

function readingsOf(fields: readonly string[], order: readonly string[]): RepairedRow[] {
  const readings: RepairedRow[] = []
  const values: (string | null)[] = []
  const place = (column: number, field: number): void => {
    if (readings.length > MAX_READINGS) return
    if (column === order.length) {
      if (field === fields.length) readings.push(new Map(order.map((name, index) => [name, values[index] ?? null])))
      return
    }
    const shape = SHAPES.get(order[column] ?? '')
    const value = fields[field]
    if (value !== undefined && (shape === undefined || shape.fits(value))) {
      values[column] = value
      place(column + 1, field + 1)
    }
    if (shape?.nullable && order.length - column > fields.length - field) {
      values[column] = null
      place(column + 1, field)
    }
  }
  place(0, 0)
  if (readings.length > MAX_READINGS) return []
  return readings
}

function agree(readings: readonly RepairedRow[]): boolean {
  return FIGURES.every((name) => new Set(readings.map((reading) => reading.get(name) ?? null)).size === 1)
}

/** Whether the parts of the energy make its sum. */
function addsUp(row: RepairedRow): boolean {
  const number = (name: string): number => Number(row.get(name) ?? Number.NaN)
  const sum = number('cpu_energy') + number('gpu_energy') + number('ram_energy')
  const total = number('energy_consumed')
  return Math.abs(sum - total) <= 1e-6 * Math.max(sum, total)
}
