import { MeasurementError } from '../core/errors.ts'
import { type EnergyUnit, JOULES_PER } from '../core/units.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Cell, type CsvReading, readCsvLog } from './csv-log.ts'
import { amount, amountOrNull, isFields, member, numberOf, numberOrNull, textOrNull } from './field.ts'
import { folderOf } from './folder.ts'
import { withHead } from './head.ts'
import type { Header } from './header.ts'
import { readJsonLog } from './json-log.ts'
import { assertRoom } from './limits.ts'
import { note } from '../core/notes.ts'
import { record } from './record.ts'
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
  example:
    'model_name,task,total_prompts,successful_prompts,total_duration_seconds,gpu_energy_wh,co2_emissions_g,timestamp,error_message\ntiny-model,text_gen,50,50,100,4.0,1.2,2026-03-02T08:15:00,\n',
  detect: (head) => TABLE.test(head) || SUMMARY.test(head) || REPORT.test(head),
  async read(source) {
    const { head, text } = await withHead(source.text)
    const whole = { ...source, text }
    if (TABLE.test(head)) return readCsvLog(whole, ',', (header) => new Models(header, source.file))
    return readJsonLog(whole, (value) => [
      isFields(member(value, 'energy')) ? reportOf(value, source.file) : summary(value, source.file),
    ])
  },
}

/** Phases that a summary adds up, Wh. */
const PHASES = ['preprocess_wh', 'prefill_wh', 'decode_wh'] as const

/** Share by which the rounding of the phases may add up. */
const ROUNDING = 0.01

const GPU_ONLY = note('log-gpu-only', 'only the GPUs were metered: CPU and memory are not in the figure')

function summary(value: unknown, file: string): EnergyRecord {
  const unit = member(value, 'units')
  if (typeof unit !== 'string' || !Object.hasOwn(JOULES_PER, unit))
    throw new MeasurementError('its units are not known')
  const partsWh = PHASES.reduce((sum, phase) => sum + (numberOrNull(phase, member(value, phase)) ?? 0), 0)
  const wh = (numberOf('total', member(value, 'total')) * JOULES_PER[unit as EnergyUnit]) / JOULES_PER.Wh
  if (partsWh > wh * (1 + ROUNDING))
    throw new MeasurementError(`its total of ${wh} Wh is less than its phases, ${partsWh} Wh`)
  return record({
    name: 'AI Energy Score',
    // It sums up the report that it was written beside.
    runId: `optimum-benchmark ${folderOf(file)}`,
    piece: file,
    companion: true,
    itWh: wh,
    gpuWh: wh,
    method: 'measured',
    file,
    line: null,
    notes: [GPU_ONLY],
  })
}

function reportOf(value: unknown, file: string): EnergyRecord {
  const energy = member(value, 'energy')
  const wh = numberOf('gpu_energy_wh', member(energy, 'gpu_energy_wh'))
  const summary = member(value, 'summary')
  const prompts = numberOrNull('successful_prompts', member(summary, 'successful_prompts'))
  const grams = numberOrNull('emissions_g_co2eq', member(energy, 'emissions_g_co2eq'))
  const seconds = numberOrNull('total_duration_seconds', member(summary, 'total_duration_seconds'))
  return record({
    name: 'AI energy benchmark',
    runId: benchmarkId(wh, seconds, prompts),
    durationS: seconds,
    itWh: wh,
    gpuWh: wh,
    emissionsG: grams,
    gPerKwh: grams !== null && wh > 0 ? (grams / wh) * 1000 : null,
    units: prompts !== null && prompts > 0 ? { name: 'prompt', count: prompts } : null,
    method: 'measured',
    file,
    line: null,
    notes: [GPU_ONLY],
  })
}

/**
 * What identifies a benchmark: its report and the row of `master_results.csv` that sums it up share no name, and no two have the
 * same energy in the same time. Null without a time.
 */
function benchmarkId(wh: number, seconds: number | null, prompts: number | null): string | null {
  return seconds === null || !(wh > 0) ? null : `of ${wh} Wh in ${seconds} s (${prompts ?? 'no'} prompts)`
}

class Models implements CsvReading {
  readonly #file: string
  readonly #records: EnergyRecord[] = []
  readonly #ids = new Set<string>()

  constructor(header: Header, file: string) {
    this.#file = file
    header.need('gpu_energy_wh')
  }

  row(value: Cell, line: number): void {
    assertRoom(this.#records.length)
    const failure = textOrNull(value('error_message'))
    if (failure !== null && !((amountOrNull('gpu_energy_wh', value('gpu_energy_wh')) ?? 0) > 0)) {
      throw new MeasurementError(`the benchmark of ${JSON.stringify(value('model_name') ?? '')} failed: ${failure}`)
    }
    const wh = amount('gpu_energy_wh', value('gpu_energy_wh'))
    const grams = amountOrNull('co2_emissions_g', value('co2_emissions_g'))
    const prompts = amountOrNull('successful_prompts', value('successful_prompts'))
    const seconds = amountOrNull('total_duration_seconds', value('total_duration_seconds'))
    const state = textOrNull(value('reasoning_state'))
    const model = textOrNull(value('model_name')) ?? 'model'
    this.#records.push(
      record({
        name: state === null ? model : `${model} (${state})`,
        runId: this.#idOf(wh, seconds, prompts),
        durationS: seconds,
        itWh: wh,
        gpuWh: wh,
        emissionsG: grams,
        gPerKwh: grams !== null && wh > 0 ? (grams / wh) * 1000 : null,
        units: prompts !== null && prompts > 0 ? { name: 'prompt', count: prompts } : null,
        method: 'measured',
        file: this.#file,
        line,
        notes: [GPU_ONLY],
      }),
    )
  }

  /** Each row of a table is a benchmark of its own. */
  #idOf(wh: number, seconds: number | null, prompts: number | null): string | null {
    const id = benchmarkId(wh, seconds, prompts)
    if (id === null || this.#ids.has(id)) return null
    this.#ids.add(id)
    return id
  }

  records(): EnergyRecord[] {
    return this.#records
  }
}
