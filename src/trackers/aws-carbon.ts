import { MeasurementError } from '../core/errors.ts'
import { GRAMS_PER } from '../core/units.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, detached, textOrNull } from './field.ts'
import { Months, monthOf } from './monthly.ts'
import type { LogFormat } from './tracker.ts'

const VALUE = 'total_lbm_emissions_value'
const UNIT = 'total_lbm_emissions_unit'

/** AWS Data Exports, table CARBON_EMISSIONS. */
export const awsCarbon: LogFormat = {
  name: 'aws-carbon',
  title: 'AWS carbon emissions export (CSV, v2 and v3)',
  figures: 'metric tons a month, location-based; monthly, never a gate',
  detect: (head) => /^\uFEFF?(?=[^\n\r]*\btotal_lbm_emissions_value\b)[^\n\r;|\t]*\busage_period_start\b/.test(head),
  read: (source) => readCsvLog(source, ',', usage),
}

const usage: CsvReader = (header, log) => {
  for (const column of [VALUE, UNIT, 'usage_period_start']) header.need(column)
  const months = new Months(log)
  return {
    row(value, line) {
      const unit = value(UNIT)
      if (unit !== 'MTCO2e') throw new MeasurementError(`the unit ${JSON.stringify(unit)} is not MTCO2e`)
      const month = monthOf(value('usage_period_start') ?? '')
      if (month === null) throw new MeasurementError('usage_period_start is not a date')
      const place = detached(textOrNull(value('region_code')) ?? '') || null
      months.add(detached(month), amount(VALUE, value(VALUE)) * GRAMS_PER.t, line, place)
    },
    records: () => months.records('AWS'),
  }
}
