import { MeasurementError } from '../../core/errors.ts'
import { type ColumnShape, SHAPES } from './columns.ts'
import type { Lookup } from './entry.ts'

/**
 * CodeCarbon 3.2.9 to 3.3.0 append a row without the columns that are None in it and without a header, in the order of its own class, so
 * that every later value is in a neighbour's column (output_methods/file.py: `dropna(axis=1)`). Such a row is put back
 * together where only one reading is possible: each value must have the shape of its column, only columns that may be None
 * may be missing, and every figure that we use must come out the same in all readings that fit.
 */

/** What is counted, or identifies the run: must be the same in every possible reading. */
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

/** With more readings than this, a repair is a guess. */
const MAX_READINGS = 2000

/** Values by column; null for a column that this row lost, or whose value is not certain. */
export type RepairedRow = ReadonlyMap<string, string | null>

/**
 * @param order the columns as the release writes them
 * @param wrong what looks wrong in the row as written, for the message
 * @returns the row's values by column
 * @throws MeasurementError if no reading fits, or several that disagree
 */
export function repairedRow(fields: readonly string[], order: readonly string[], wrong: string = ''): RepairedRow {
  const readings = readingsOf(fields, order)
  const counts = `${fields.length} fields under ${order.length} columns`
  if (readings.length === 0) {
    throw new MeasurementError(
      fields.length === order.length
        ? `values are in the wrong columns, and fit no others${wrong}`
        : `the row has ${counts} and fits no reading: its values are ambiguous`,
    )
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
  return partsAddUp((name) => row.get(name) ?? undefined)
}

function partsAddUp(value: Lookup): boolean {
  const number = (name: string): number => Number(value(name) ?? Number.NaN)
  const sum = number('cpu_energy') + number('gpu_energy') + number('ram_energy')
  const total = number('energy_consumed')
  return Math.abs(sum - total) <= 1e-6 * Math.max(sum, total)
}

/** Whether the rate of the emissions is that of the row, in kg/s or (until 2.1.4) in g/s. */
function rateFits(value: Lookup): boolean {
  const [rate, duration, emissions] = ['emissions_rate', 'duration', 'emissions'].map((name) => Number(value(name)))
  const ratio = ((rate ?? 0) * (duration ?? 0)) / (emissions ?? 0)
  return Math.abs(ratio - 1) < 0.01 || Math.abs(ratio / 1000 - 1) < 0.01
}

/** Whether a row's figures agree with each other under these columns. */
export function agreesWithItself(value: Lookup): boolean {
  return partsAddUp(value) && rateFits(value)
}

function couldBe(shape: ColumnShape | undefined, value: string): boolean {
  return shape === undefined || shape.fits(value) || (shape.nullable && value === '')
}

/**
 * Whether a row of full length under a header of another order is in the order of the release that wrote it (its header check compares
 * sorted names): only where that makes more sense than the header's own.
 */
export function isInWrittenOrder(fields: readonly string[], value: Lookup, order: readonly string[]): boolean {
  const written = new Map(order.map((name, index) => [name, fields[index] ?? '']))
  const makesSense = (reading: Lookup): boolean =>
    partsAddUp(reading) && order.every((name) => couldBe(SHAPES.get(name), reading(name) ?? ''))
  const inOrder: Lookup = (name) => written.get(name)
  if (!makesSense(inOrder)) return false
  return !makesSense(value) || (rateFits(inOrder) && !rateFits(value))
}
