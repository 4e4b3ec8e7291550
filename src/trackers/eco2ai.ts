import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { sumOrNull } from '../core/quantity.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, amountOrNull, detached, textOrNull } from './field.ts'
import type { Header } from './header.ts'
import { assertRoom } from './limits.ts'
import { note } from '../core/notes.ts'
import { NO_MACHINE, gPerKwhOf, silentNote } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** eco2AI (github.com/sb-ai-lab/Eco2AI). Header spellings changed over time: columns are recognised by their first words. */
export const eco2ai: LogFormat = {
  name: 'eco2ai',
  title: 'eco2AI emission.csv, all header spellings',
  figures:
    'kWh and kg; PUE 1 unless set in the tracker, not named in the log; modelled (CPU by load); the rows of one id add up (one an epoch)',
  detect: (head) =>
    /^\uFEFF?(?=[^\n\r]*power_consumption)(?=[^\n\r]*co2_emissions)[^\n\r]*,/i.test(head) &&
    !/^[^\n\r]*energy_consumed/.test(head),
  async read(source) {
    if (/(?:^|[/\\])encoded_[^/\\]*$/.test(source.file)) {
      const reason = 'an encoded_ file of eco2AI is obfuscated: give the plain emission.csv'
      return { records: [], refusals: [{ file: source.file, line: null, reason }] }
    }
    return readCsvLog(source, ',', epochs)
  },
}

interface Run {
  readonly known: Pick<EnergyRecord, 'runId' | 'name' | 'line' | 'place' | 'machine'>
  durationS: number | null
  wh: number
  grams: number
  parts: Readonly<Record<'cpuWh' | 'gpuWh' | 'memoryWh', number | null>>
  /** Rows of more than a second without any energy. */
  zeroRows: number
}

const PUE_UNKNOWN = note(
  'log-pue-unknown',
  'eco2AI does not write the PUE that was set in it: none is assumed (only matters with --pue, --zone ...)',
)

/** The first column whose name begins so. @throws MeasurementError where it is missing or in another unit */
function columnOf(header: Header, pattern: RegExp, units: readonly string[]): string {
  const column = header.names[header.find(pattern)]
  if (column === undefined) throw new MeasurementError('the header has no power_consumption and CO2_emissions')
  const unit = /\(([^)]*)\)/.exec(column)?.[1]?.toLowerCase()
  if (unit === undefined || units.includes(unit)) return column
  throw new MeasurementError(`the unit of column ${JSON.stringify(column)} is not known`)
}

/** Each row is the consumption of one epoch. Rows with one id are summed. */
const epochs: CsvReader = (header, log) => {
  const energy = columnOf(header, /^power_consumption/i, ['kwh', 'kwth'])
  const emissions = columnOf(header, /^co2_emissions/i, ['kg'])
  const [duration, cpu, gpu, ram] = ['duration', 'cpu_consumption', 'gpu_consumption', 'ram_consumption'].map(
    (name) => header.names[header.find(new RegExp(`^${name}`, 'i'))],
  )
  const runs = new Map<string, Run>()
  return {
    row(value, line) {
      const text = (column: string): string | null => textOrNull(value(column))
      const copy = (column: string): string | null => detached(text(column) ?? '') || null
      const optional = (column: string | undefined): number | null =>
        column === undefined ? null : amountOrNull(column, value(column))
      const wh = amount('power_consumption', value(energy)) * 1000
      const grams = amount('CO2_emissions', value(emissions)) * 1000
      const durationS = optional(duration)
      const share = (column: string | undefined): number | null => {
        const kwh = optional(column)
        return kwh === null ? null : kwh * 1000
      }
      const parts = { cpuWh: share(cpu), gpuWh: share(gpu), memoryWh: share(ram) }
      const key = text('id') ?? `line ${line}`
      const zeroRows = wh === 0 && (durationS ?? 0) > 1 ? 1 : 0
      const run = runs.get(key)
      if (run) {
        run.wh += wh
        run.grams += grams
        run.zeroRows += zeroRows
        run.durationS = sumOrNull([run.durationS, durationS])
        run.parts = {
          cpuWh: sumOrNull([run.parts.cpuWh, parts.cpuWh]),
          gpuWh: sumOrNull([run.parts.gpuWh, parts.gpuWh]),
          memoryWh: sumOrNull([run.parts.memoryWh, parts.memoryWh]),
        }
        return
      }
      assertRoom(runs.size)
      const device = copy('GPU_name')
      const known = {
        runId: copy('id'),
        name: copy('project_name') ?? 'eco2AI run',
        line,
        place: copy('region/country') ?? copy('country'),
        machine: { ...NO_MACHINE, cpu: copy('CPU_name'), gpus: device === null ? [] : [device] },
      }
      runs.set(detached(key), { known, durationS, wh, grams, parts, zeroRows })
    },
    records: () =>
      [...runs.values()].map(
        ({ known: { runId, name, line, place, machine }, durationS, wh, grams, parts, zeroRows }) =>
          // Field by field: spreading two objects for each of many runs halves the speed.
          log.record({
            name,
            runId,
            durationS,
            itWh: wh,
            cpuWh: parts.cpuWh,
            gpuWh: parts.gpuWh,
            memoryWh: parts.memoryWh,
            emissionsG: grams,
            gPerKwh: gPerKwhOf(grams, wh),
            place,
            machine,
            method: 'modelled',
            line,
            notes:
              zeroRows === 0
                ? [PUE_UNKNOWN]
                : [PUE_UNKNOWN, silentNote(log.file, name, `has 0 kWh in ${zeroRows} rows`)],
          }),
      ),
  }
}
