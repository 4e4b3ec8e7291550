import { checkedPue } from '../core/formula.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Cell, type CsvReading, readCsvLog } from './csv-log.ts'
import { amount, amountOrNull, textOrNull } from './field.ts'
import type { Header } from './header.ts'
import { assertRoom } from './limits.ts'
import { record } from './record.ts'
import { semicolonCsv } from './spreadsheet.ts'
import type { LogFormat } from './tracker.ts'

/** Green Algorithms calculator (github.com/GreenAlgorithms/green-algorithms-tool): its CSV export. */
export const greenAlgorithms: LogFormat = {
  name: 'green-algorithms',
  title: 'Green Algorithms calculator, CSV export',
  figures: 'kWh and g; PUE and its factor for repeated runs inside (PUE divided out); estimated',
  example:
    'coreType;numberCPUs;memory;runTime_hour;runTime_min;location;carbonIntensity;PUE;mult_factor;appVersion;energy_needed;carbonEmissions;runTime;power_needed;CE_CPU;CE_GPU;CE_core;CE_memory\n' +
    'CPU;8;32;2;0;ES;170;1.5;1;v3.0;0.3;51;2;150;40;0;40;11\n',
  detect: (head) => /^\uFEFF?(?=[^\n\r]*\benergy_needed\b)(?=[^\n\r]*\bcarbonEmissions\b)[^\n\r]*[;,]/.test(head),
  async read(log) {
    const { source, separator } = await semicolonCsv(log)
    return readCsvLog(source, separator, (header) => new Results(header, source.file))
  },
}

class Results implements CsvReading {
  readonly #file: string
  readonly #records: EnergyRecord[] = []

  constructor(header: Header, file: string) {
    this.#file = file
    for (const column of ['energy_needed', 'carbonEmissions', 'PUE']) header.need(column)
  }

  row(value: Cell, line: number): void {
    assertRoom(this.#records.length)
    const pue = checkedPue(amount('PUE', value('PUE')))
    const totalWh = amount('energy_needed', value('energy_needed')) * 1000
    const grams = amount('carbonEmissions', value('carbonEmissions'))
    const itWh = totalWh / pue
    // Its split is of the emissions; the energy is split in the same way.
    const share = (column: string): number | null => {
      const part = amountOrNull(column, value(column))
      return part === null || !(grams > 0) ? null : itWh * Math.min(1, part / grams)
    }
    const hours = amountOrNull('runTime', value('runTime'))
    const cpu = textOrNull(value('CPUmodel'))
    this.#records.push(
      record({
        name: 'Green Algorithms plan',
        durationS: hours === null ? null : hours * 3600,
        itWh,
        cpuWh: share('CE_CPU'),
        gpuWh: share('CE_GPU'),
        memoryWh: share('CE_memory'),
        pue,
        emissionsG: grams,
        embodiedG: amountOrNull('manufacturing_carbonEmissions', value('manufacturing_carbonEmissions')),
        gPerKwh: amountOrNull('carbonIntensity', value('carbonIntensity')),
        place: textOrNull(value('location')),
        machine: { cpu, gpus: [], vcpus: null, memoryGb: amountOrNull('memory', value('memory')) },
        method: 'estimated',
        file: this.#file,
        line,
      }),
    )
  }

  records(): EnergyRecord[] {
    return this.#records
  }
}
