import { MeasurementError } from '../core/errors.ts'
import { checkedPue } from '../core/formula.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { type Cell, type CsvReading, readCsvLog } from './csv-log.ts'
import { parseNumber } from '../core/quantity.ts'
import { withHead } from './head.ts'
import { amountOrNull, member, numberOf, numberOrNull } from './field.ts'
import { GapRule } from './gap-rule.ts'
import { jsonTexts, parsedJson } from './json-values.ts'
import { note } from '../core/notes.ts'
import { gapsNote, record, tornNote } from './record.ts'
import { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

/** PUE of experiment-impact-tracker (utils.py: 1.58, Ascierto 2018): it multiplies the energy of its samples by it. */
const PUE = 1.58

const SAMPLES =
  /^\uFEFF?\s*\{(?=[^\n]*"timestamp"\s*:)(?=[^\n]*"(?:rapl|nvidia)_estimated_attributable_power_draw"\s*:)/
/** Before JSON lines it wrote the same columns as a CSV. */
const TABLE =
  /^\uFEFF?(?=(?:[^\n\r]*,)?timestamp(?:,|[\r\n]))(?=[^\n\r]*\b(?:rapl|nvidia)_estimated_attributable_power_draw\b)[^\n\r{]*,/
const SUMMARY = /^\uFEFF?\s*\{(?=[\s\S]*"total_power"\s*:)(?=[\s\S]*"kg_carbon"\s*:)/

/** experiment-impact-tracker (github.com/Breakend/experiment-impact-tracker). Its info.pkl is a pickle and is never opened. */
export const experimentImpactTracker: LogFormat = {
  name: 'experiment-impact-tracker',
  title: 'experiment-impact-tracker data.json (JSON lines), its earlier data.csv and a dumped DataInterface',
  figures:
    'W over time, each row for the time since the one before, times its PUE of 1.58; kWh with PUE and kg in the summary; modelled, because the tracker gives its process a share of what the RAPL and NVIDIA meters show',
  example: [
    '{"timestamp": 1772438400.0, "rapl_estimated_attributable_power_draw": 30.0, "nvidia_estimated_attributable_power_draw": 60.0, "realtime_carbon_intensity": "n/a"}',
    '{"timestamp": 1772438410.0, "rapl_estimated_attributable_power_draw": 30.0, "nvidia_estimated_attributable_power_draw": 60.0, "realtime_carbon_intensity": "n/a"}',
    '',
  ].join('\n'),
  detect: (head) => SAMPLES.test(head) || SUMMARY.test(head) || TABLE.test(head),
  async read(source) {
    const { file } = source
    const { head, text } = await withHead(source.text)
    if (TABLE.test(head)) return readCsvLog({ file, text }, ',', () => new Table(file))
    const refusals = new Refusals(file)
    const records: EnergyRecord[] = []
    const run = new Samples()
    try {
      for await (const json of jsonTexts(text)) {
        if (!json.complete && run.count > 0) {
          run.torn = json.line
          break
        }
        refusals.attempt(json.line, () => {
          const value = parsedJson(json)
          if (member(value, 'total_power') === undefined) run.add(value)
          else records.push(summary(value, file, json.line))
        })
      }
    } catch (error) {
      if (!(error instanceof MeasurementError)) throw error
      refusals.add(null, error.message)
    }
    if (run.count > 0) refusals.attempt(null, () => records.push(run.record(file)))
    return { records, refusals: refusals.list() }
  },
}

function summary(value: unknown, file: string, line: number): EnergyRecord {
  const pue = checkedPue(member(value, 'PUE') ?? PUE)
  const totalWh = numberOf('total_power', member(value, 'total_power')) * 1000
  const kg = numberOrNull('kg_carbon', member(value, 'kg_carbon'))
  const hours = numberOrNull('exp_len_hours', member(value, 'exp_len_hours'))
  return record({
    name: 'experiment-impact-tracker run',
    durationS: hours === null ? null : hours * 3600,
    itWh: totalWh / pue,
    pue,
    emissionsG: kg === null ? null : kg * 1000,
    gPerKwh: kg !== null && totalWh > 0 ? (kg * 1e6) / totalWh : null,
    method: 'modelled',
    file,
    line,
  })
}

const COLUMNS = [
  'timestamp',
  'rapl_estimated_attributable_power_draw',
  'nvidia_estimated_attributable_power_draw',
] as const

/** The samples of a `data.csv`. */
class Table implements CsvReading {
  readonly #file: string
  readonly #samples = new Samples()

  constructor(file: string) {
    this.#file = file
  }

  row(value: Cell): void {
    const sample = Object.fromEntries(COLUMNS.map((column) => [column, amountOrNull(column, value(column))]))
    const intensity = parseNumber(value('realtime_carbon_intensity') ?? '')
    this.#samples.add({ ...sample, realtime_carbon_intensity: intensity })
  }

  records(): EnergyRecord[] {
    return this.#samples.count === 0 ? [] : [this.#samples.record(this.#file)]
  }
}

/** Sums W x time as the tracker does: a row's power is that of the time since the row before (utils.py, gather_additional_info). */
class Samples {
  count = 0
  torn: number | null = null
  #cpuJ = 0
  #gpuJ = 0
  /** By its live grid; of the energy before its first figure, which it is then taken for as well. */
  #grams = 0
  #before = 0
  #intensity: number | null = null
  #filled = false
  #first = 0
  #last = 0
  readonly #gapRule = new GapRule()
  #gaps = 0
  /** Time of gaps, and time of samples without the power of a part, s. */
  #gapS = 0
  readonly #withoutS = { cpu: 0, gpu: 0 }
  readonly #without = { cpu: 0, gpu: 0 }
  #cpuKnown = false
  #gpuKnown = false

  add(value: unknown): void {
    const t = secondsOfEpoch('timestamp', numberOf('timestamp', member(value, 'timestamp')))
    const cpu = numberOrNull('rapl power', member(value, 'rapl_estimated_attributable_power_draw'))
    const gpu = numberOrNull('nvidia power', member(value, 'nvidia_estimated_attributable_power_draw'))
    if (cpu === null && gpu === null) throw new MeasurementError('the sample has no power')
    if (cpu === null) this.#without.cpu += 1
    if (gpu === null) this.#without.gpu += 1
    this.#cpuKnown ||= cpu !== null
    this.#gpuKnown ||= gpu !== null
    if (this.count === 0) this.#first = t
    const stepS = this.count === 0 ? 0 : t - this.#last
    if (stepS < 0) throw new MeasurementError('the time runs backwards')
    const intensity = member(value, 'realtime_carbon_intensity')
    this.#gapRule.decide(stepS, (isGap) => {
      const dt = isGap ? 0 : stepS
      if (isGap) {
        this.#gaps += 1
        this.#gapS += stepS
      }
      if (cpu === null) this.#withoutS.cpu += dt
      if (gpu === null) this.#withoutS.gpu += dt
      this.#cpuJ += (cpu ?? 0) * dt
      this.#gpuJ += (gpu ?? 0) * dt
      this.#emit(intensity, ((((cpu ?? 0) + (gpu ?? 0)) * dt) / 3.6e6) * PUE)
    })
    this.#last = t
    this.count += 1
  }

  /** A row without a live figure has that of the row before, or the first one there is (utils.py: ffill, then bfill). */
  #emit(intensity: unknown, kwh: number): void {
    const isKnown = typeof intensity === 'number' && Number.isFinite(intensity) && intensity >= 0
    if (isKnown) {
      if (this.#intensity === null) this.#grams += this.#before * intensity
      this.#intensity = intensity
    } else this.#filled = true
    if (this.#intensity === null) this.#before += kwh
    else this.#grams += kwh * this.#intensity
  }

  #partMissingS(): number {
    return Math.max(this.#cpuKnown ? this.#withoutS.cpu : 0, this.#gpuKnown ? this.#withoutS.gpu : 0)
  }

  record(file: string): EnergyRecord {
    if (this.#last === this.#first) throw new MeasurementError('power at one time only makes no energy')
    this.#gapRule.settle()
    const itWh = (this.#cpuJ + this.#gpuJ) / 3600
    const notes = [
      note(
        'log-ends-unknown',
        'the time before the first sample and after the last is in a pickle, which is never opened: it is not counted',
      ),
    ]
    if (this.torn !== null) notes.push(tornNote(file, this.torn, 'sample'))
    if (this.#gaps > 0) notes.push(gapsNote(file, this.#gaps))
    const missing = (this.#cpuKnown ? this.#without.cpu : 0) + (this.#gpuKnown ? this.#without.gpu : 0)
    if (missing > 0) {
      const text = `${file}: ${missing} samples lack a power that the others have: that time is not covered`
      notes.push(note('log-samples-missing', text))
    }
    const grams = this.#intensity === null ? null : this.#grams
    if (grams !== null && this.#filled) {
      const text = 'samples without a live grid figure have the one before, as the tracker fills them'
      notes.push(note('log-grid-filled', text))
    }
    return record({
      name: 'experiment-impact-tracker run',
      startedAt: instant(this.#first),
      endedAt: instant(this.#last),
      durationS: this.#last - this.#first,
      coveredS: this.#last - this.#first - this.#gapS - this.#partMissingS(),
      itWh,
      cpuWh: this.#cpuKnown ? this.#cpuJ / 3600 : null,
      gpuWh: this.#gpuKnown ? this.#gpuJ / 3600 : null,
      pue: PUE,
      emissionsG: grams,
      gPerKwh: grams !== null && itWh > 0 ? (grams / (itWh * PUE)) * 1000 : null,
      method: 'modelled',
      file,
      line: 1,
      notes,
    })
  }
}
