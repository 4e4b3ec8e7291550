import { MeasurementError } from '../core/errors.ts'
import { nonNegative, sumOrNull } from '../core/quantity.ts'
import { type EnergyUnit, JOULES_PER } from '../core/units.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { type Fields, isFields, member, numberOrNull } from './field.ts'
import { methodOfParts } from './codecarbon/method.ts'
import { folderOf } from './folder.ts'
import type { Log } from './log.ts'
import { readJsonLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import type { LogFormat } from './tracker.ts'

/**
 * Phases whose energies add up to the work itself. `overall` of a training includes its warm-up and its steps; a decode is already
 * free of its prefill.
 */
const WORK = ['preprocess', 'forward', 'prefill', 'decode', 'call', 'warmup', 'train'] as const

function isWork(phase: string): boolean {
  return phase === 'overall' || WORK.some((work) => work === phase)
}

/** Share by which the parts may exceed their total. */
const ROUNDING = 0.05

/** Phases that set the work up: noted, not counted. */
const SETUP = new Set(['load_dataset', 'preprocess_dataset', 'load_model', 'load_from_hub'])

/** An energy with a unit and its components, in any order. */
const REPORT =
  /^\uFEFF?\s*\{(?=[\s\S]*"energy"\s*:\s*\{(?=[^{}]*"unit"\s*:\s*"\w+")(?=[^{}]*"cpu"\s*:)(?=[^{}]*"total"\s*:))/

/** optimum-benchmark (github.com/huggingface/optimum-benchmark): benchmark_report.json. Its energy comes from CodeCarbon without a PUE. */
export const optimumBenchmark: LogFormat = {
  name: 'optimum-benchmark',
  title: 'optimum-benchmark benchmark_report.json',
  figures:
    'kWh by phase, no PUE, no emissions; CodeCarbon measures it in process mode, so the method is that of CodeCarbon; phases of the work add up, setting up is left out',
  detect: (head) => REPORT.test(head),
  read: (source) => readJsonLog(source, (value, log) => phases(member(value, 'report') ?? value, log)),
}

function phases(report: unknown, log: Log): EnergyRecord[] {
  if (!isFields(report)) throw new MeasurementError('it is not a report')
  const energies = new Map<string, Fields>()
  for (const [phase, targets] of Object.entries(report)) {
    const energy = member(targets, 'energy')
    if (isFields(energy)) energies.set(phase, energy)
    else if (isWork(phase) && energy !== undefined) throw new MeasurementError(`${phase} has no energy`)
  }
  const counted = energies.has('overall') ? ['overall'] : WORK.filter((phase) => energies.has(phase))
  if (counted.length === 0) throw new MeasurementError('no phase of it has an energy that we know')
  const left = [...energies.keys()].filter((phase) => !counted.includes(phase))
  const setup = left.filter((phase) => SETUP.has(phase))
  const other = left.filter((phase) => !SETUP.has(phase))
  const text = [
    ...(setup.length > 0 ? [`${setup.join(', ')} sets the work up`] : []),
    ...(other.length > 0 ? [`${other.join(', ')} overlaps with other phases`] : []),
  ].join('; ')
  return counted.map((phase, index) => {
    const energy = energyOf(phase, energies.get(phase) ?? {})
    return log.record({
      name: phase,
      // `benchmark.json` beside it contains the same report again.
      runId: `optimum-benchmark ${folderOf(log.file)}`,
      piece: phase,
      ...energy,
      method: methodOfParts(energy),
      notes: index === 0 && text !== '' ? [note('log-phases', `left out of the sum: ${text}`)] : [],
    })
  })
}

function energyOf(phase: string, energy: Fields): Pick<EnergyRecord, 'itWh' | 'cpuWh' | 'memoryWh' | 'gpuWh'> {
  const unit = member(energy, 'unit')
  if (typeof unit !== 'string' || !Object.hasOwn(JOULES_PER, unit))
    throw new MeasurementError(`the unit of ${phase} is not known`)
  const scale = JOULES_PER[unit as EnergyUnit] / JOULES_PER.Wh
  const part = (key: string): number | null => {
    const value = numberOrNull(`${phase} ${key}`, member(energy, key))
    return value === null ? null : value * scale
  }
  const itWh = nonNegative(`${phase} total`, member(energy, 'total')) * scale
  const parts = { cpuWh: part('cpu'), memoryWh: part('ram'), gpuWh: part('gpu') }
  if ((sumOrNull(Object.values(parts).filter((wh) => wh !== null)) ?? 0) > itWh * (1 + ROUNDING))
    throw new MeasurementError(`the total of ${phase} is less than its parts`)
  return { itWh, ...parts }
}
