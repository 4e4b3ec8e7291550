import { MeasurementError } from '../core/errors.ts'
import { nonNegative, parseNumber } from '../core/quantity.ts'
import { GRAMS_PER } from '../core/units.ts'
import { memberAt, textAt } from './field.ts'
import { type ValueReader, readValueLog } from './log-reading.ts'
import { Months, monthOf } from './monthly.ts'
import type { LogFormat } from './tracker.ts'

/** Google Cloud Carbon Footprint as exported from BigQuery: an object, an array, or one object a line. */
export const gcpCarbon: LogFormat = {
  name: 'gcp-carbon',
  title: 'Google Cloud Carbon Footprint export (JSON)',
  figures: 'kg a month, location-based, before offsets; monthly, never a gate',
  detect: (head) => /^\uFEFF?\s*\[?\s*\{(?=[\s\S]*"usage_month"\s*:)(?=[\s\S]*"carbon_footprint_)/.test(head),
  read: (source) => readValueLog(source, usage),
}

const usage: ValueReader = (log) => {
  const months = new Months(log)
  return {
    value(row, line) {
      const month = monthOf(textAt(row, 'usage_month') ?? '')
      if (month === null) throw new MeasurementError('usage_month is not a date')
      const value = memberAt(row, 'carbon_footprint_total_kgCO2e', 'location_based')
      // BigQuery exports numbers of type NUMERIC as text.
      const kg = nonNegative('location_based', typeof value === 'string' ? parseNumber(value) : value)
      months.add(month, kg * GRAMS_PER.kg, line, textAt(row, 'location', 'region'))
    },
    records: () => months.records('Google Cloud'),
  }
}
