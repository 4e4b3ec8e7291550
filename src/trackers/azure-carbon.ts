import { MeasurementError } from '../core/errors.ts'
import { GRAMS_PER } from '../core/units.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { member, numberAt, textAt } from './field.ts'
import type { Log } from './log.ts'
import { readJsonLog } from './log-reading.ts'
import { Months, monthOf } from './monthly.ts'
import type { LogFormat } from './tracker.ts'

/** Azure carbon optimization, carbonEmissionReports of API version 2025-04-01. */
export const azureCarbon: LogFormat = {
  name: 'azure-carbon',
  title: 'Azure carbonEmissionReports (JSON)',
  figures: 'kg of the latest month, which it does not name, or by month; monthly, never a gate',
  detect: (head) =>
    /^\uFEFF?\s*\{(?=[\s\S]*"value"\s*:\s*\[)(?=[\s\S]*"dataType"\s*:)(?=[\s\S]*"\w*[eE]missions\w*"\s*:)/.test(head),
  read: (source) => readJsonLog(source, reported),
}

function reported(report: unknown, log: Log): EnergyRecord[] {
  const rows = member(report, 'value')
  if (!Array.isArray(rows) || rows.length === 0) throw new MeasurementError('its value is not a list of reports')
  const months = new Months(log)
  for (const row of rows as unknown[]) {
    log.attempt(null, () => {
      const kg = numberAt(row, 'latestMonthEmissions')
      const month = monthOf(textAt(row, 'date') ?? '') ?? 'latest'
      months.add(month, kg * GRAMS_PER.kg, 1, null)
    })
  }
  if (textAt(report, 'skipToken') !== null)
    log.refuse(null, 'there are more pages of it (skipToken): the sum is not whole')
  return months.records('Azure')
}
