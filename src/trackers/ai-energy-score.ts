import { MeasurementError } from '../core/errors.ts'
import { type EnergyUnit, JOULES_PER } from '../core/units.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { amount, amountOrNull, isFields, member, numberAt, numberAtOrNull, textOrNull } from './field.ts'
import { folderOf } from './folder.ts'
import { assertRoom } from './limits.ts'
import type { Log } from './log.ts'
import { readJsonLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import { gPerKwhOf } from './record.ts'
import type { LogFormat } from './tracker.ts'

const TABLE = /^\uFEFF?(?=[^\n\r]*\bgpu_energy_wh\b)(?=[^\n\r]*\bmodel_name\b)[^\n\r{]*,/
const SUMMARY = /^\uFEFF?\s*\{(?=[\s\S]*"units"\s*:)(?=[\s\S]*"(?:preprocess|prefill|decode)_wh"\s*:)/
const REPORT = /^\uFEFF?\s*\{(?=[\s\S]*"energy"\s*:\s*\{)(?=[\s\S]*"gpu_energy_wh"\s*:)/

/** AI Energy Score (github.com/huggingface/AIEnergyScore) and ai_energy_benchmarks: GPU energy of a benchmark. */
export const aiEnergyScore: LogFormat = {
  name: 'ai-energy-score',
  title: 'AI Energy Score: GPU_ENERGY_SUMMARY.json, benchmark report, master_results.csv',
  figures: 'Wh of the GPUs alone, g; no PUE; measured; prompts are the functional unit',
  meters: 'gpus',
  detect: (head) => TABLE.test(head) || SUMMARY.test(head) || REPORT.test(head),
  read: (source) =>
    TABLE.test(source.head)
      ? readCsvLog(source, ',', models)
      : readJsonLog(source, (value, log) => [
          isFields(member(value, 'energy')) ? reportOf(value, log) : summary(value, log),
        ]),
}

/** Phases that a summary adds up, Wh. */
const PHASES = ['preprocess_wh', 'prefill_wh', 'decode_wh'] as const

/** Share by which the rounding of the phases may add up. */
const ROUNDING = 0.01

const GPU_ONLY = note('log-gpu-only', 'only the GPUs were metered: CPU and memory are not in the figure')

function summary(value: unknown, log: Log): EnergyRecord {
  const unit = member(value, 'units')
  if (typeof unit !== 'string' || !Object.hasOwn(JOULES_PER, unit))
    throw new MeasurementError('its units are not known')
  const partsWh = PHASES.reduce((sum, phase) => sum + (numberAtOrNull(value, phase) ?? 0), 0)
  const wh = (numberAt(value, 'total') * JOULES_PER[unit as EnergyUnit]) / JOULES_PER.Wh
  if (partsWh > wh * (1 + ROUNDING))
    throw new MeasurementError(`its total of ${wh} Wh is less than its phases, ${partsWh} Wh`)
  return log.record({
    name: 'AI Energy Score',
    // It sums up the report that it was written beside.
    runId: `optimum-benchmark ${folderOf(log.file)}`,
    piece: log.file,
    companion: true,
    itWh: wh,
    gpuWh: wh,
    notes: [GPU_ONLY],
  })
}

interface Benchmark {
  readonly wh: number
  readonly grams: number | null
  readonly seconds: number | null
  readonly prompts: number | null
}

function reportOf(value: unknown, log: Log): EnergyRecord {
  const [energy, summary] = [member(value, 'energy'), member(value, 'summary')]
  const benchmark = {
    wh: numberAt(energy, 'gpu_energy_wh'),
    grams: numberAtOrNull(energy, 'emissions_g_co2eq'),
    seconds: numberAtOrNull(summary, 'total_duration_seconds'),
    prompts: numberAtOrNull(summary, 'successful_prompts'),
  }
  return log.record({ name: 'AI energy benchmark', ...figuresOf(benchmark), runId: idOf(benchmark) })
}

function figuresOf({ wh, grams, seconds, prompts }: Benchmark) {
  return {
    durationS: seconds,
    itWh: wh,
    gpuWh: wh,
    emissionsG: grams,
    gPerKwh: gPerKwhOf(grams, wh),
    units: prompts !== null && prompts > 0 ? { name: 'prompt', count: prompts } : null,
    notes: [GPU_ONLY],
  }
}

/**
 * What identifies a benchmark: its report and the row of `master_results.csv` that sums it up share no name, and no two have the
 * same energy in the same time. Null without a time.
 */
function idOf({ wh, seconds, prompts }: Benchmark): string | null {
  return seconds === null || !(wh > 0) ? null : `of ${wh} Wh in ${seconds} s (${prompts ?? 'no'} prompts)`
}

const models: CsvReader = (header, log) => {
  header.need('gpu_energy_wh')
  const records: EnergyRecord[] = []
  const ids = new Set<string | null>()
  return {
    row(value, line) {
      assertRoom(records.length)
      const number = (column: string): number | null => amountOrNull(column, value(column))
      const failure = textOrNull(value('error_message'))
      if (failure !== null && !((number('gpu_energy_wh') ?? 0) > 0))
        throw new MeasurementError(`the benchmark of ${JSON.stringify(value('model_name') ?? '')} failed: ${failure}`)
      const benchmark = {
        wh: amount('gpu_energy_wh', value('gpu_energy_wh')),
        grams: number('co2_emissions_g'),
        seconds: number('total_duration_seconds'),
        prompts: number('successful_prompts'),
      }
      const state = textOrNull(value('reasoning_state'))
      const model = textOrNull(value('model_name')) ?? 'model'
      const id = idOf(benchmark)
      // Each row of a table is a benchmark of its own.
      const runId = ids.has(id) ? null : id
      ids.add(id)
      const name = state === null ? model : `${model} (${state})`
      records.push(log.record({ name, ...figuresOf(benchmark), runId, line }))
    },
    records: () => records,
  }
}
