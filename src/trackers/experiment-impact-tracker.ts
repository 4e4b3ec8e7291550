import { counted } from '../core/text.ts'
import { MeasurementError } from '../core/errors.ts'
import { checkedPue } from '../core/formula.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { instant, secondsOfEpoch } from './clock.ts'
import { type CsvReader, readCsvLog } from './csv-log.ts'
import { parseNumber } from '../core/quantity.ts'
import { amountOrNull, member, numberAt, numberAtOrNull, numberOrNull } from './field.ts'
import { GapRule } from './gap-rule.ts'
import type { Log } from './log.ts'
import { type ValueReader, readValueLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import { gPerKwhOf, whOfJoules } from './record.ts'
import { SampleSteps } from './rows-at-a-time.ts'
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
  detect: (head) => SAMPLES.test(head) || SUMMARY.test(head) || TABLE.test(head),
  read: (source) =>
    TABLE.test(source.head) ? readCsvLog(source, ',', table) : readValueLog(source, values, { what: 'sample' }),
}

const values: ValueReader = (log) => {
  const summaries: EnergyRecord[] = []
  const run = new Samples(log)
  return {
    value(value, line) {
      if (member(value, 'total_power') === undefined) run.add(value)
      else summaries.push(summary(value, line, log))
    },
    records: () => [...summaries, ...run.records()],
  }
}

function summary(value: unknown, line: number, log: Log): EnergyRecord {
  const pue = checkedPue(member(value, 'PUE') ?? PUE)
  const totalWh = numberAt(value, 'total_power') * 1000
  const kg = numberAtOrNull(value, 'kg_carbon')
  const hours = numberAtOrNull(value, 'exp_len_hours')
  return log.record({
    name: 'experiment-impact-tracker run',
    durationS: hours === null ? null : hours * 3600,
    itWh: totalWh / pue,
    pue,
    emissionsG: kg === null ? null : kg * 1000,
    gPerKwh: gPerKwhOf(kg === null ? null : kg * 1000, totalWh),
    method: 'modelled',
    line,
  })
}

const COLUMNS = [
  'timestamp',
  'rapl_estimated_attributable_power_draw',
  'nvidia_estimated_attributable_power_draw',
] as const

/** The samples of a `data.csv`. */
const table: CsvReader = (_, log) => {
  const run = new Samples(log)
  return {
    row(value) {
      const sample = Object.fromEntries(COLUMNS.map((column) => [column, amountOrNull(column, value(column))]))
      run.add({ ...sample, realtime_carbon_intensity: parseNumber(value('realtime_carbon_intensity') ?? '') })
    },
    records: () => run.records(),
  }
}

/** What one of the meters counted. */
interface Part {
  joules: number
  isKnown: boolean
  /** Samples without its power, and their time, s. */
  without: number
  withoutS: number
}

function newPart(): Part {
  return { joules: 0, isKnown: false, without: 0, withoutS: 0 }
}

/** Sums W x time as the tracker does: a row's power is that of the time since the row before (utils.py, gather_additional_info). */
class Samples {
  readonly #log: Log
  #count = 0
  readonly #cpu = newPart()
  readonly #gpu = newPart()
  /** By its live grid; of the energy before its first figure, which it is then taken for as well. */
  #grams = 0
  #before = 0
  #intensity: number | null = null
  #filled = false
  #first = 0
  #last = 0
  readonly #gapRule = new GapRule()
  readonly #steps = new SampleSteps()
  #gaps = 0
  /** Time of gaps, s. */
  #gapS = 0

  constructor(log: Log) {
    this.#log = log
  }

  add(value: unknown): void {
    const t = secondsOfEpoch('timestamp', numberAt(value, 'timestamp'))
    const cpu = numberOrNull('rapl power', member(value, 'rapl_estimated_attributable_power_draw'))
    const gpu = numberOrNull('nvidia power', member(value, 'nvidia_estimated_attributable_power_draw'))
    if (cpu === null && gpu === null) throw new MeasurementError('the sample has no power')
    const parts = [
      [this.#cpu, cpu],
      [this.#gpu, gpu],
    ] as const
    for (const [part, watts] of parts) {
      part.isKnown ||= watts !== null
      if (watts === null) part.without += 1
    }
    if (this.#count === 0) this.#first = t
    const stepS = this.#count === 0 ? 0 : t - this.#last
    if (stepS < 0) throw new MeasurementError('the time runs backwards')
    if (this.#count > 0) this.#steps.add(stepS)
    const intensity = member(value, 'realtime_carbon_intensity')
    this.#gapRule.decide(stepS, (isGap) => {
      const dt = isGap ? 0 : stepS
      if (isGap) {
        this.#gaps += 1
        this.#gapS += stepS
      }
      for (const [part, watts] of parts) {
        part.joules += (watts ?? 0) * dt
        if (watts === null) part.withoutS += dt
      }
      this.#emit(intensity, ((((cpu ?? 0) + (gpu ?? 0)) * dt) / 3.6e6) * PUE)
    })
    this.#last = t
    this.#count += 1
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

  records(): EnergyRecord[] {
    if (this.#count === 0) return []
    if (this.#last === this.#first) throw new MeasurementError('power at one time only makes no energy')
    this.#steps.assertOfOne()
    this.#gapRule.settle()
    const log = this.#log
    log.note(
      note(
        'log-ends-unknown',
        'the time before the first sample and after the last is in a pickle, which is never opened: it is not counted',
      ),
    )
    log.gaps(this.#gaps)
    const known = [this.#cpu, this.#gpu].filter(({ isKnown }) => isKnown)
    const missing = known.reduce((sum, { without }) => sum + without, 0)
    if (missing > 0) {
      const text = `${log.file}: ${counted(missing, 'sample')} without a power that the others have: that time is not covered`
      log.note(note('log-samples-missing', text))
    }
    const emissionsG = this.#intensity === null ? null : this.#grams
    if (emissionsG !== null && this.#filled) {
      const text = 'samples without a live grid figure have the one before, as the tracker fills them'
      log.note(note('log-grid-filled', text))
    }
    const durationS = this.#last - this.#first
    const [cpu, gpu] = [this.#cpu, this.#gpu].map(({ isKnown, joules }) => (isKnown ? joules : null))
    const energies = whOfJoules({ cpu: cpu ?? null, gpu: gpu ?? null })
    const itWh = energies.itWh ?? 0
    return [
      log.record({
        name: 'experiment-impact-tracker run',
        startedAt: instant(this.#first),
        endedAt: instant(this.#last),
        durationS,
        coveredS: durationS - this.#gapS - Math.max(0, ...known.map(({ withoutS }) => withoutS)),
        ...energies,
        pue: PUE,
        emissionsG,
        gPerKwh: gPerKwhOf(emissionsG, itWh * PUE),
        method: 'modelled',
        line: 1,
      }),
    ]
  }
}
