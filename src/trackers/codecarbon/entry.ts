import { MeasurementError } from '../../core/errors.ts'
import { checkedPue } from '../../core/formula.ts'
import type { EnergyRecord } from '../../core/energy-record.ts'
import { clock } from '../clock.ts'
import { amount, amountOrNull, detached, textOrNull } from '../field.ts'
import { type Note, type NoteCode, note } from '../../core/notes.ts'
import type { Log } from '../log.ts'
import { LONGEST_STILL_GPU_S, gPerKwhOf } from '../record.ts'
import { cpuMethod, methodOfParts } from './method.ts'

/** A row or JSON object of CodeCarbon: its values as text by column name; undefined for a missing column. */
export type Lookup = (column: string) => string | undefined

/** Grams in CodeCarbon's unit of emissions, kg; Wh in its unit of energy, kWh. */
const THOUSAND = 1000

/** The figures of one entry, unpacked quickly: a gigabyte has millions of them. */
export interface Entry {
  readonly durationS: number
  readonly emissionsG: number
  /** With the PUE, as it is written. */
  readonly totalWh: number
  readonly cpuWh: number | null
  readonly gpuWh: number | null
  readonly memoryWh: number | null
  readonly pue: number
  readonly waterL: number | null
}

/** Columns of the figures that are counted. */
export const ENTRY_COLUMNS = {
  duration: 'duration',
  emissions: 'emissions',
  energy: 'energy_consumed',
  cpu: 'cpu_energy',
  gpu: 'gpu_energy',
  ram: 'ram_energy',
  pue: 'pue',
  water: 'water_consumed',
} as const

/** The texts of the figures that are counted; undefined for a missing column. */
export type EntryTexts = Readonly<Record<keyof typeof ENTRY_COLUMNS, string | undefined>>

/** Columns that are not counted. A number in them that cannot be says that the row went wrong, as anywhere else. */
export const OTHER_NUMBERS = ['emissions_rate', 'cpu_power', 'gpu_power', 'ram_power', 'wue'] as const

/** Most numbers, at a glance: the thorough look is for the others. */
const PLAIN = /^\d+(?:\.\d+)?(?:e[+-]\d\d)?$/

/** @throws QuantityError for a text that is neither a number of at least 0 nor blank */
export function checkOther(column: string, text: string | undefined): void {
  if (text !== undefined && text !== '' && !PLAIN.test(text)) amount(column, text)
}

/** The texts of an entry whose values are looked up by name. @throws QuantityError for a number that is none in another column */
export function textsOf(value: Lookup): EntryTexts {
  for (const column of OTHER_NUMBERS) checkOther(column, value(column))
  return {
    duration: value('duration'),
    emissions: value('emissions') ?? value('emissions_sum'),
    energy: value('energy_consumed'),
    cpu: value('cpu_energy'),
    gpu: value('gpu_energy'),
    ram: value('ram_energy'),
    pue: value('pue'),
    water: value('water_consumed'),
  }
}

/**
 * Reads the figures that are counted. `emissions_rate` is never used: its unit changed from g/s to kg/s in 2.2.0.
 * @throws QuantityError for '', NaN, a negative number ...: the row cannot be trusted
 */
export function entryOf(texts: EntryTexts): Entry {
  return {
    durationS: amount('duration', texts.duration),
    emissionsG: amount('emissions', texts.emissions) * THOUSAND,
    totalWh: amount('energy_consumed', texts.energy) * THOUSAND,
    cpuWh: component('cpu_energy', texts.cpu),
    gpuWh: component('gpu_energy', texts.gpu),
    memoryWh: component('ram_energy', texts.ram),
    // Since 2.3 the PUE is inside every energy and the emissions; before there was none.
    pue: texts.pue === undefined ? 1 : checkedPue(amount('pue', texts.pue)),
    waterL: water(texts.water),
  }
}

function component(name: string, text: string | undefined): number | null {
  return text === undefined ? null : amount(name, text) * THOUSAND
}

/** Litres; null where the tracker was given no water figure (a WUE of 0 is its default, and no water at all is not known to be 0). */
function water(text: string | undefined): number | null {
  const litres = amountOrNull('water_consumed', text)
  return litres !== null && litres > 0 ? litres : null
}

/** The record of one entry. */
export function recordOf(
  value: Lookup,
  entry: Entry,
  at: { log: Log; line: number; runId: string | null; piece: string | null; stamp: string | undefined },
): EnergyRecord {
  const stamp = textOrNull(at.stamp)
  const end = stamp === null ? null : clock(stamp)
  const { pue } = entry
  const parts = partsOf(entry)
  const name = textOrNull(value('task_name')) ?? textOrNull(value('project_name')) ?? 'CodeCarbon run'
  const machine = machineOf(value)
  const mode = textOrNull(value('tracking_mode'))
  return at.log.record({
    name: detached(name),
    runId: at.runId === null ? null : detached(at.runId),
    piece: at.piece,
    endedAt: end?.instant ?? null,
    durationS: entry.durationS,
    localTime: end === null || at.piece !== null ? null : { startS: end.seconds - entry.durationS, endS: end.seconds },
    itWh: entry.totalWh / pue,
    cpuWh: withoutPue(parts.cpuWh, pue),
    gpuWh: withoutPue(parts.gpuWh, pue),
    memoryWh: withoutPue(parts.memoryWh, pue),
    pue,
    emissionsG: entry.emissionsG,
    waterL: entry.waterL,
    gPerKwh: gPerKwhOf(entry.emissionsG, entry.totalWh),
    place: placeOf(value),
    machine,
    method: methodOfParts(
      { ...entry, itWh: entry.totalWh },
      cpuMethod({
        watts: positiveOrNull(value('cpu_power')),
        wh: withoutPue(entry.cpuWh, pue),
        durationS: entry.durationS,
      }),
    ),
    wholeMachine:
      mode === 'machine' && end !== null && at.runId !== null && at.piece === null
        ? { machine: machineKey(value), startS: end.seconds - entry.durationS, endS: end.seconds }
        : null,
    line: at.line,
    notes: [...notesOf(value, entry), ...(at.piece === null ? [] : [PIECE_PUE])],
  })
}

/** Parts beyond this share of their sum are not parts of it: what is written is rounded. */
const ROUNDING = 1e-6

/** The parts of the energy, where they can be parts of it. */
function partsOf(entry: Entry): Pick<Entry, 'cpuWh' | 'gpuWh' | 'memoryWh'> {
  return arePartsOf(entry) ? entry : { cpuWh: null, gpuWh: null, memoryWh: null }
}

function arePartsOf({ cpuWh, gpuWh, memoryWh, totalWh }: Entry): boolean {
  return sumOfParts({ cpuWh, gpuWh, memoryWh }) <= totalWh * (1 + ROUNDING)
}

/** Share by which the parts may exceed their sum before energy is missing from it. */
const MOST_ROUNDING = 0.05

function sumOfParts({ cpuWh, gpuWh, memoryWh }: Pick<Entry, 'cpuWh' | 'gpuWh' | 'memoryWh'>): number {
  return (cpuWh ?? 0) + (gpuWh ?? 0) + (memoryWh ?? 0)
}

/** Files of tasks and the API's entries have no column for it. */
const PIECE_PUE = note(
  'log-pue-unknown',
  'files of tasks and entries of the API do not say which PUE is inside their energy: none is assumed (only matters with --pue, --zone ...)',
)

function withoutPue(wh: number | null, pue: number): number | null {
  return wh === null ? null : wh / pue
}

function placeOf(value: Lookup): string | null {
  const cloud = [textOrNull(value('cloud_provider')), textOrNull(value('cloud_region'))].filter((part) => part !== null)
  if (cloud.length > 0) return detached(cloud.join(' '))
  const country = textOrNull(value('country_name'))
  const region = textOrNull(value('region'))
  return country === null ? null : detached(region === null ? country : `${country}, ${region}`)
}

const MACHINE_COLUMNS = [
  'os',
  'cpu_count',
  'cpu_model',
  'gpu_count',
  'gpu_model',
  'ram_total_size',
  'longitude',
  'latitude',
]

function machineKey(value: Lookup): string {
  return detached(MACHINE_COLUMNS.map((column) => value(column) ?? '').join('\n'))
}

function machineOf(value: Lookup): EnergyRecord['machine'] {
  const gpu = textOrNull(value('gpu_model'))
  return {
    cpu: detached(textOrNull(value('cpu_model')) ?? '') || null,
    gpus: gpu === null ? [] : [detached(gpu)],
    vcpus: positiveOrNull(value('cpu_count')),
    memoryGb: positiveOrNull(value('ram_total_size')),
  }
}

/** A count that only describes: what cannot be read is not known. */
function positiveOrNull(text: string | undefined): number | null {
  const number = Number(text)
  return text !== undefined && Number.isFinite(number) && number > 0 ? number : null
}

/** CPU power that constant mode charges for a CPU that it does not know: half of its default of 85 W (core/cpu.py). */
const UNKNOWN_CPU_W = '42.5'

/** Shortest run whose CPU energy cannot be 0 by rounding, s: the tracker samples every 15 s and once at the end. */
const SHORTEST_CPU_S = 1

/**
 * Least share of power times time that the energy of a run has. The power is that of one row, the mean of the run or its last
 * reading: a machine that was busy for a hundredth of the time may still end on a busy reading; what is below is of another unit.
 */
const LEAST_SHARE = 0.01

/** What the powers of a row make of its run, if its energy is hardly any of that. */
function powerContradiction(value: Lookup, { totalWh, durationS }: Entry): string | null {
  const watts = ['cpu_power', 'gpu_power', 'ram_power'].reduce(
    (sum, each) => sum + (positiveOrNull(value(each)) ?? 0),
    0,
  )
  const ofPowerWh = (watts * durationS) / 3600
  if (durationS <= SHORTEST_CPU_S || totalWh >= LEAST_SHARE * ofPowerWh) return null
  const [energy, product, power] = [totalWh, ofPowerWh, watts].map((figure) => Number(figure.toPrecision(3)))
  return `energy_consumed is ${energy} Wh, and its powers of ${power} W over ${durationS} s make ${product} Wh: its unit may be wrong, or energy is missing`
}

/** Whether the rate is 1,000 times the emissions over the duration, which are in kg. */
function isGramRate(rate: number, { emissionsG, durationS }: Entry): boolean {
  return emissionsG > 0 && Math.abs((rate * durationS) / emissionsG - 1) < 0.01
}

/** Pitfalls of the tracker that the row shows. */
function notesOf(value: Lookup, entry: Entry): Note[] {
  const rate = positiveOrNull(value('emissions_rate'))
  const ofPower = powerContradiction(value, entry)
  const pitfalls: readonly (readonly [isThere: boolean, code: NoteCode, text: string])[] = [
    [
      !arePartsOf(entry),
      'log-parts-differ',
      'cpu_energy, gpu_energy and ram_energy are more than energy_consumed together: energy_consumed is counted, its parts are not known',
    ],
    [
      sumOfParts(entry) > entry.totalWh * (1 + MOST_ROUNDING),
      'log-meter-silent',
      'energy_consumed is less than its parts: some of their energy is not in the sum',
    ],
    [
      value('country_iso_code') === 'CAN' && textOrNull(value('longitude')) === null,
      'log-place-default',
      'CodeCarbon says Canada without coordinates: that is what it writes when it could not find out where it ran; give --zone',
    ],
    [
      rate !== null && isGramRate(rate, entry),
      'log-rate-unit',
      'emissions_rate is in g/s, as CodeCarbon wrote it before 2.2.0: it is not used',
    ],
    [
      (entry.cpuWh ?? entry.totalWh) === 0 && entry.durationS > SHORTEST_CPU_S,
      'log-cpu-zero',
      'the log has 0 kWh for the CPU, which always uses some: its energy is not in the sum',
    ],
    [
      positiveOrNull(value('gpu_count')) !== null && entry.gpuWh === 0 && entry.durationS > LONGEST_STILL_GPU_S,
      'log-gpu-zero',
      'the log names a GPU and 0 kWh for it: the GPU may have no energy counter, and its energy is not in the sum',
    ],
    [ofPower !== null, 'log-energy-missing', ofPower ?? ''],
    [
      value('cpu_power') === UNKNOWN_CPU_W,
      'log-cpu-guess',
      'a CPU power of exactly 42.5 W is what CodeCarbon guesses for a CPU that it does not know',
    ],
  ]
  return pitfalls.flatMap(([isThere, code, text]) => (isThere ? [note(code, text)] : []))
}

/** What Python's str() makes of no id: the tracker's API gave none (`run_id = str(None)`), and every such run is called alike. */
const NO_ID = /^(?:none|nan|null)?$/i

/** The run an entry is of; null for one without an id. @throws MeasurementError for an id that is not one line of text */
export function runIdOf(text: string | undefined): string | null {
  const id = text?.trim() ?? ''
  if (id.length > 200) throw new MeasurementError('the run_id is longer than 200 characters')
  return id.length < 5 && NO_ID.test(id) ? null : id
}
