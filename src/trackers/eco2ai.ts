import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Cell, type CsvReading, readCsvLog } from './csv-log.ts'
import { amount, amountOrNull, detached, textOrNull } from './field.ts'
import type { Header } from './header.ts'
import { assertRoom } from './limits.ts'
import { note } from '../core/notes.ts'
import { record, silentNote } from './record.ts'
import type { LogFormat } from './tracker.ts'

const ENERGY = /^power_consumption/i
const EMISSIONS = /^co2_emissions/i

/** eco2AI (github.com/sb-ai-lab/Eco2AI). Header spellings changed over time: columns are recognised by their first words. */
export const eco2ai: LogFormat = {
  name: 'eco2ai',
  title: 'eco2AI emission.csv, all header spellings',
  figures:
    'kWh and kg; PUE 1 unless set in the tracker, not named in the log; modelled (CPU by load); the rows of one id add up (one an epoch)',
  example: [
    'id,project_name,experiment_description,epoch,start_time,duration(s),power_consumption(kWh),CO2_emissions(kg),CPU_name,GPU_name,OS,region/country,cost',
    '4c1f7a52-6f41-4a0e-9c0b-9f1f3f1a2b3c,cats,small net,"epoch: 1, loss: 0.9",2026-03-02 08:15:00,80,0.002,0.0004,"Some CPU/1 device(s), TDP:65.0",,Linux,ES/Spain,0',
    '',
  ].join('\n'),
  detect: (head) =>
    /^\uFEFF?(?=[^\n\r]*power_consumption)(?=[^\n\r]*co2_emissions)[^\n\r]*,/i.test(head) &&
    !/^[^\n\r]*energy_consumed/.test(head),
  async read(source) {
    if (/(?:^|[/\\])encoded_[^/\\]*$/.test(source.file)) {
      const reason = 'an encoded_ file of eco2AI is obfuscated: give the plain emission.csv'
      return { records: [], refusals: [{ file: source.file, line: null, reason }] }
    }
    return readCsvLog(source, ',', (header) => new Epochs(header, source.file))
  },
}

interface Run {
  readonly id: string | null
  readonly name: string
  readonly line: number
  readonly place: string | null
  readonly machine: EnergyRecord['machine']
  durationS: number | null
  wh: number
  grams: number
  parts: { cpu: number | null; gpu: number | null; ram: number | null }
  /** Rows of more than a second without any energy. */
  zeroRows: number
}

const PUE_UNKNOWN = note(
  'log-pue-unknown',
  'eco2AI does not write the PUE that was set in it: none is assumed (only matters with --pue, --zone ...)',
)

/** Each row is the consumption of one epoch. Rows with one id are summed. */
class Epochs implements CsvReading {
  readonly #file: string
  readonly #columns: Record<'energy' | 'emissions' | 'duration' | 'cpu' | 'gpu' | 'ram', string | null>
  readonly #runs = new Map<string, Run>()

  constructor(header: Header, file: string) {
    this.#file = file
    const named = (pattern: RegExp): string | null => header.names[header.find(pattern)] ?? null
    this.#columns = {
      energy: named(ENERGY),
      emissions: named(EMISSIONS),
      duration: named(/^duration/i),
      cpu: named(/^cpu_consumption/i),
      gpu: named(/^gpu_consumption/i),
      ram: named(/^ram_consumption/i),
    }
    if (this.#columns.energy === null || this.#columns.emissions === null) {
      throw new MeasurementError('the header has no power_consumption and CO2_emissions')
    }
    for (const [column, units] of [
      [this.#columns.energy, ['kwh', 'kwth']],
      [this.#columns.emissions, ['kg']],
    ] as const) {
      const unit = /\(([^)]*)\)/.exec(column)?.[1]?.toLowerCase()
      if (unit !== undefined && !units.some((known) => known === unit)) {
        throw new MeasurementError(`the unit of column ${JSON.stringify(column)} is not known`)
      }
    }
  }

  row(value: Cell, line: number): void {
    const { energy, emissions, duration, cpu, gpu, ram } = this.#columns
    const wh = amount('power_consumption', value(energy ?? '')) * 1000
    const grams = amount('CO2_emissions', value(emissions ?? '')) * 1000
    const seconds = amountOrNull('duration', duration === null ? undefined : value(duration))
    const share = (column: string | null): number | null => {
      const kwh = column === null ? null : amountOrNull(column, value(column))
      return kwh === null ? null : kwh * 1000
    }
    const id = textOrNull(value('id'))
    const key = id ?? `line ${line}`
    const parts = { cpu: share(cpu), gpu: share(gpu), ram: share(ram) }
    const zeroRows = wh === 0 && (seconds ?? 0) > 1 ? 1 : 0
    const run = this.#runs.get(key)
    if (run) {
      run.zeroRows += zeroRows
      run.wh += wh
      run.grams += grams
      run.durationS = run.durationS === null || seconds === null ? null : run.durationS + seconds
      for (const part of ['cpu', 'gpu', 'ram'] as const) {
        const [sum, more] = [run.parts[part], parts[part]]
        run.parts[part] = sum === null || more === null ? null : sum + more
      }
      return
    }
    assertRoom(this.#runs.size)
    const device = textOrNull(value('GPU_name'))
    this.#runs.set(detached(key), {
      id: id === null ? null : detached(id),
      name: detached(textOrNull(value('project_name')) ?? 'eco2AI run'),
      line,
      place: detached(textOrNull(value('region/country')) ?? textOrNull(value('country')) ?? '') || null,
      machine: {
        cpu: detached(textOrNull(value('CPU_name')) ?? '') || null,
        gpus: device === null ? [] : [detached(device)],
        vcpus: null,
        memoryGb: null,
      },
      durationS: seconds,
      wh,
      grams,
      parts,
      zeroRows,
    })
  }

  records(): EnergyRecord[] {
    return [...this.#runs.values()].map((run) =>
      record({
        name: run.name,
        runId: run.id,
        durationS: run.durationS,
        itWh: run.wh,
        cpuWh: run.parts.cpu,
        gpuWh: run.parts.gpu,
        memoryWh: run.parts.ram,
        emissionsG: run.grams,
        gPerKwh: run.wh > 0 ? (run.grams / run.wh) * 1000 : null,
        place: run.place,
        machine: run.machine,
        method: 'modelled',
        file: this.#file,
        line: run.line,
        notes: [
          PUE_UNKNOWN,
          ...(run.zeroRows === 0 ? [] : [silentNote(this.#file, run.name, `has 0 kWh in ${run.zeroRows} rows`)]),
        ],
      }),
    )
  }
}
