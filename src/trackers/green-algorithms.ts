import { checkedPue } from '../core/formula.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, amountOrNull, textOrNull } from './field.ts'
import { assertRoom } from './limits.ts'
import { NO_MACHINE } from './record.ts'
import { semicolonCsv } from './spreadsheet.ts'
import type { LogFormat } from './tracker.ts'

/** Green Algorithms calculator (github.com/GreenAlgorithms/green-algorithms-tool): its CSV export. */
export const greenAlgorithms: LogFormat = {
  name: 'green-algorithms',
  title: 'Green Algorithms calculator, CSV export',
  figures: 'kWh and g; PUE and its factor for repeated runs inside (PUE divided out); estimated',
  detect: (head) => /^\uFEFF?(?=[^\n\r]*\benergy_needed\b)(?=[^\n\r]*\bcarbonEmissions\b)[^\n\r]*[;,]/.test(head),
  read(log) {
    const { source, separator } = semicolonCsv(log)
    return readCsvLog(source, separator, results)
  },
}

const results: CsvReader = (header, log) => {
  for (const column of ['energy_needed', 'carbonEmissions', 'PUE']) header.need(column)
  const records: EnergyRecord[] = []
  return {
    row(value, line) {
      assertRoom(records.length)
      const optional = (column: string): number | null => amountOrNull(column, value(column))
      const pue = checkedPue(amount('PUE', value('PUE')))
      const itWh = (amount('energy_needed', value('energy_needed')) * 1000) / pue
      const grams = amount('carbonEmissions', value('carbonEmissions'))
      // Its split is of the emissions; the energy is split in the same way.
      const share = (column: string): number | null => {
        const part = optional(column)
        return part === null || !(grams > 0) ? null : itWh * Math.min(1, part / grams)
      }
      const hours = optional('runTime')
      records.push(
        log.record({
          name: 'Green Algorithms plan',
          durationS: hours === null ? null : hours * 3600,
          itWh,
          cpuWh: share('CE_CPU'),
          gpuWh: share('CE_GPU'),
          memoryWh: share('CE_memory'),
          pue,
          emissionsG: grams,
          embodiedG: optional('manufacturing_carbonEmissions'),
          gPerKwh: optional('carbonIntensity'),
          place: textOrNull(value('location')),
          machine: { ...NO_MACHINE, cpu: textOrNull(value('CPUmodel')), memoryGb: optional('memory') },
          method: 'estimated',
          line,
        }),
      )
    },
    records: () => records,
  }
}
