import { MeasurementError } from '../core/errors.ts'
import { checkedPue } from '../core/formula.ts'
import { parseNumber } from '../core/quantity.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import type { Method } from '../core/method.ts'
import { durationSeconds } from './clock.ts'
import { amount, isFields, member, memberAt, numberAt, numberAtOrNull, textAt } from './field.ts'
import { DOCUMENT_LIMIT, assertRoom } from './limits.ts'
import type { Log } from './log.ts'
import { type LineReader, type ValueReader, readLineLog, readValueLog } from './log-reading.ts'
import { note } from '../core/notes.ts'
import { NO_MACHINE, gPerKwhOf } from './record.ts'
import type { LogFormat } from './tracker.ts'

/** PUE of carbontracker 2.x (constants.py: 1.58, Uptime Institute 2023), inside its energy and emissions; 1.55 to 1.59 in other releases. */
const PUE = 1.58

const BLOCK = /(Actual|Predicted) consumption\b[^:]{0,60}:\s*$/
const PARSED =
  /^\uFEFF?\s*\[\s*\{(?=[\s\S]*"(?:output_filename|standard_filename)"\s*:)(?=[\s\S]*"(?:actual|pred)"\s*:)/
/** Its first versions also wrote the thread and the level before the message. */
const LOG =
  /^(?:\S+ \S+ - (?:[^\n]{1,60} - [A-Z]+ - )?)?(?:CarbonTracker:|carbontracker version )|^[ \t]*(?:Actual|Predicted) consumption(?: for \d+ epoch\(s\))?:[ \t]*$/m

/** What a run writes before its first epoch: after the figures of another, a second run in the same file. */
const BEGIN = /(?:- |^)carbontracker version |The following components were found:/

/** The devices of the CPU in the list of what was found. */
const CPU_FOUND = /The following components were found:.*\bCPU with device\(s\) (.+?)\.?\s*$/

/** RAPL domains, and the one name of an Apple chip. */
const METERED_CPU = /^(?:(?:cpu|dram|core|uncore):\d|CPU$)/

/** carbontracker (github.com/lfwa/carbontracker): its two logs, and the list that its parser makes of them. */
export const carbontracker: LogFormat = {
  name: 'carbontracker',
  title: 'carbontracker output log, standard log, parse_all_logs as JSON',
  figures:
    'kWh and g; PUE inside (divided out; the standard log beside it says which); measured, or estimated where its CPU is a TDP; the last actual block, never the predicted one',
  detect: (head) => PARSED.test(head) || LOG.test(head),
  read: (source) =>
    PARSED.test(source.head) ? readValueLog(source, parsedRuns, { limit: DOCUMENT_LIMIT }) : readLineLog(source, runs),
}

/** `DATE_carbontracker.log` and `DATE_carbontracker_output.log` are of one run. */
function runIdOf(file: string): string | null {
  const match = /([^/\\]+?)_carbontracker(?:_output)?\.log$/.exec(file)
  return match ? `carbontracker ${match[1]}` : null
}

interface Block {
  readonly kind: string
  readonly line: number
  durationS: number | null
  kwh: number | null
  grams: number | null
}

const runs: LineReader = (log) => {
  const records: EnergyRecord[] = []
  let run = new Run()
  let count = 1
  const end = (): void => {
    const id = runIdOf(log.file)
    const runId = id !== null && count > 1 ? `${id} #${count}` : id
    log.attempt(run.line, () => records.push(run.record(log, runId)))
  }
  return {
    line({ text, number, torn }) {
      if (torn) log.leaveOpen(number)
      if (BEGIN.test(text) && run.hasFigures) {
        assertRoom(count)
        end()
        run = new Run()
        count += 1
      }
      run.add(text, number)
    },
    records() {
      end()
      return records
    },
  }
}

/** One run of a log: the blocks of either log, and what the standard log says. */
class Run {
  readonly #standard = new StandardLog()
  #actual: Block | null = null
  #block: Block | null = null

  add(line: string, number: number): void {
    const start = BLOCK.exec(line)
    if (start) this.#block = { kind: start[1] ?? '', line: number, durationS: null, kwh: null, grams: null }
    else if (this.#block) blockLine(line, this.#block)
    // Each block is of all epochs so far: the latest counts, unless the log ends before its energy.
    if (this.#block?.kind === 'Actual' && this.#block.kwh !== null) this.#actual = this.#block
    this.#standard.line(line)
  }

  get hasFigures(): boolean {
    return this.#actual !== null || this.#standard.epochs > 0
  }

  get line(): number | null {
    return this.#actual?.line ?? null
  }

  /** @throws MeasurementError when nothing in it was used */
  record(log: Log, runId: string | null): EnergyRecord {
    if (this.#actual) {
      const whole = actualRecord(this.#actual, this.#standard, log, runId)
      if (this.#block?.kind !== 'Actual' || this.#block === this.#actual) return whole
      const text = `${log.file}:${this.#block.line}: the last block ends before its energy: the one before it is counted`
      return { ...whole, notes: [...whole.notes, note('log-torn', text)] }
    }
    if (this.#standard.epochs > 0 || this.#standard.pue !== null) return this.#standard.record(log, runId)
    throw new MeasurementError(
      this.#block
        ? 'it contains only a prediction, not actual consumption'
        : 'it contains no block of actual consumption',
    )
  }
}

function blockLine(line: string, block: Block): void {
  const time = /^\s*Time:(.*)$/.exec(line)
  if (time) block.durationS = durationSeconds(time[1] ?? '')
  const energy = /^\s*Energy:\s*(\S*)\s*(\S*)\s*$/.exec(line)
  if (/^\s*Energy:/.test(line) && !energy)
    throw new MeasurementError(`${JSON.stringify(line.trim().slice(0, 60))} is not an energy in kWh`)
  if (energy) {
    if (energy[2] !== 'kWh') throw new MeasurementError(`the unit ${JSON.stringify(energy[2])} is not kWh`)
    block.kwh = amount('Energy', energy[1])
  }
  const emissions = /^\s*CO2eq:\s*(\S+) (\S+)\s*$/.exec(line)
  if (emissions) {
    if (emissions[2] !== 'g') throw new MeasurementError(`the unit ${JSON.stringify(emissions[2])} is not g`)
    block.grams = /^nan$/i.test(emissions[1] ?? '') ? null : amount('CO2eq', emissions[1])
  }
}

const PUE_ASSUMED = note(
  'log-pue-assumed',
  `the log includes a PUE that it does not name: ${PUE} is assumed (only matters with --pue, --zone ...)`,
)

function actualRecord(
  { durationS, kwh, grams, line }: Block,
  standard: StandardLog,
  log: Log,
  runId: string | null,
): EnergyRecord {
  const { place, method } = standard
  const pue = standard.pue ?? PUE
  const totalWh = (kwh ?? 0) * 1000
  const notes = standard.pue === null ? [PUE_ASSUMED] : []
  if (grams === null) notes.push(note('log-no-emissions', 'the log has no number for its emissions'))
  return log.record({
    name: 'carbontracker run',
    runId,
    durationS,
    itWh: totalWh / pue,
    pue,
    emissionsG: grams,
    gPerKwh: gPerKwhOf(grams, totalWh) ?? standard.gPerKwh,
    place,
    method,
    line,
    notes,
  })
}

/** What the standard log says: PUE, place, and the power of each epoch. */
class StandardLog {
  pue: number | null = null
  gPerKwh: number | null = null
  place: string | null = null
  /** Estimated where the CPU is named by its brand: half of a TDP, or what the user said (`--sim-cpu`). RAPL's names are `cpu:0`, `dram:0`. */
  method: Method = 'measured'
  epochs = 0
  #durationS = 0
  #joules = 0
  #epochS: number | null = null
  /** Whether the line of an epoch came without its duration, which is the next one. */
  #hasBegun = false
  #unknown = 0
  /** Components with a power in the epoch that is read, and in the first one. */
  #counted = 0
  #components: number | null = null
  /** Powers of many devices are broken into several lines, as numpy prints a long list. */
  #open: string | null = null

  line(line: string): void {
    if (this.#open !== null) {
      this.#powers(`${this.#open} ${line}`)
      return
    }
    const cpu = CPU_FOUND.exec(line)?.[1]
    if (cpu !== undefined && !METERED_CPU.test(cpu)) this.method = 'estimated'
    const pue = /multiplied by a PUE coefficient of (\d+(?:\.\d+)?)/.exec(line)
    if (pue) this.pue = checkedPue(parseNumber(pue[1] ?? ''))
    const intensity =
      /Average carbon intensity during training was (\S+) gCO2\/kWh(?: at detected location: (.*)|\s*)$/.exec(line)
    if (intensity) {
      this.gPerKwh = parseNumber(intensity[1] ?? '')
      const place = intensity[2]?.trimEnd() ?? null
      this.place = place?.endsWith('.') ? place.slice(0, -1) : place
    }
    if (/ - Epoch \d+:\s*$/.test(line)) {
      this.#endEpoch()
      if (this.#hasBegun) this.#unknown += 1
      this.#hasBegun = true
    }
    const duration = / - Duration: (.+)$/.exec(line)
    if (duration) {
      this.#hasBegun = false
      const seconds = durationSeconds(duration[1] ?? '')
      if (seconds === null) throw new MeasurementError('the duration of an epoch cannot be read')
      this.#endEpoch()
      this.epochs += 1
      this.#durationS += seconds
      this.#epochS = seconds
    }
    const power = / - Average power usage \(W\) for [^:]{1,100}: (.*)$/.exec(line)
    if (power) this.#powers(power[1] ?? '')
  }

  /** An epoch has the power of each component, as the first one. */
  #endEpoch(): void {
    if (this.#epochS === null) return
    this.#components ??= this.#counted
    if (this.#counted === 0 || this.#counted !== this.#components) this.#unknown += 1
    this.#counted = 0
    this.#epochS = null
  }

  #powers(text: string): void {
    const isOpen = text.includes('[') && !text.includes(']')
    if (isOpen && text.length > 100_000) throw new MeasurementError('a list of powers is never closed')
    this.#open = isOpen ? text : null
    if (isOpen || this.#epochS === null) return
    this.#counted += 1
    const values = text
      .replace(/[[\],]/g, ' ')
      .trim()
      .split(/\s+/)
    if (values.some((value) => value === 'None' || value === 'nan')) this.#unknown += 1
    else this.#joules += values.reduce((sum, value) => sum + amount('power', value), 0) * this.#epochS
  }

  /** Energy of the epochs where every component gave its power; else only what goes with the other log. */
  record(log: Log, runId: string | null): EnergyRecord {
    this.#endEpoch()
    const known = this.#unknown === 0 && !this.#hasBegun && this.#open === null && this.#joules > 0
    const { gPerKwh, place, method } = this
    const pue = this.pue ?? PUE
    const itWh = this.#joules / 3600
    return log.record({
      name: 'carbontracker run',
      runId,
      durationS: this.#durationS,
      itWh: known ? itWh : null,
      pue,
      emissionsG: known && gPerKwh !== null ? (itWh * pue * gPerKwh) / 1000 : null,
      gPerKwh,
      place,
      method,
      companion: true,
      line: 1,
    })
  }
}

const parsedRuns: ValueReader = (log) => {
  const records: EnergyRecord[] = []
  return {
    value(value, line) {
      assertRoom(records.length)
      records.push(parsedRecord(value, line, log))
    },
    records: () => records,
  }
}

function parsedRecord(parsed: unknown, line: number, log: Log): EnergyRecord {
  const actual = member(parsed, 'actual')
  if (!isFields(actual))
    throw new MeasurementError('it contains no actual consumption: a prediction is not what was used')
  const totalWh = numberAt(actual, 'energy (kWh)') * 1000
  const grams = numberAtOrNull(actual, 'co2eq (g)')
  const gpus = memberAt(parsed, 'components', 'gpu', 'devices')
  const output = textAt(parsed, 'output_filename')
  return log.record({
    name: output ?? 'carbontracker run',
    runId: runIdOf(output ?? ''),
    durationS: numberAtOrNull(actual, 'duration (s)'),
    itWh: totalWh / PUE,
    pue: PUE,
    emissionsG: grams,
    gPerKwh: gPerKwhOf(grams, totalWh),
    machine: {
      ...NO_MACHINE,
      gpus: Array.isArray(gpus) ? gpus.filter((gpu) => typeof gpu === 'string').slice(0, 16) : [],
    },
    line,
    notes: [PUE_ASSUMED],
  })
}
