import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { cTimeSeconds } from './c-time.ts'
import { amount } from './field.ts'
import { type LineReading, readLineLog } from './line-log.ts'
import type { Line } from './lines.ts'
import { record, tornNote } from './record.ts'
import type { Refusals } from './refusals.ts'
import type { LogFormat } from './tracker.ts'

const BLOCK = /^\*\*\* Sampled system activity\b/
const BLOCK_TIMES = /^\*\*\* Sampled system activity(?: \((.+?)\))? \((\S+?)ms elapsed\) \*\*\*/
const POWER = /^(CPU|GPU|ANE|DRAM|Package|Combined) Power(?: \([^)]*\))?:\s*(.*?)\s*$/
const INTEL_POWER = /^Intel energy model derived package power \(CPUs\+GT\+SA\):\s*(.*?)\s*$/

/** The file that CodeCarbon overwrites at every measurement: 10 samples of 100 ms (its core/powermetrics.py). */
const CODECARBON_FILE = /(?:^|[/\\])powermetrics_log[^/\\]*$/
const CODECARBON_MOST_SAMPLES = 12
const CODECARBON_LONGEST_SAMPLE_S = 0.25

/** Whole-second time stamps blur the wall time by this much, s. */
const CLOCK_S = 2

/** Apple's powermetrics: text of macOS on Apple silicon and Intel. */
export const powermetrics: LogFormat = {
  name: 'powermetrics',
  title: 'powermetrics text output (macOS)',
  figures:
    "combined power of CPU, GPU and ANE (Intel: package power) times each sample's own length; measured; CodeCarbon's powermetrics_log.txt is one second of a run and never a total",
  example: [
    '*** Sampled system activity (Mon Mar  2 08:15:01 2026 +0100) (1000.00ms elapsed) ***',
    '',
    'CPU Power: 3000 mW',
    'GPU Power: 500 mW',
    'ANE Power: 100 mW',
    'Combined Power (CPU + GPU + ANE): 3600 mW',
    '',
  ].join('\n'),
  detect: (head) => /^\uFEFF?\*\*\* Sampled system activity\b/m.test(head),
  read: (source) => readLineLog(source, new TextSamples(source.file)),
}

export type Rail = 'CPU' | 'GPU' | 'ANE' | 'DRAM' | 'Package' | 'Combined' | 'Intel'

/** One sample: its length, its end by the clock, and what its rails drew. */
export interface Sample {
  readonly line: number
  readonly elapsedS: number
  readonly atS: number | null
  /** W. */
  readonly watts: Map<Rail, number>
  isFaulty: boolean
}

/** Adds up the samples of a log. */
export class SampleSum {
  readonly #file: string
  #count = 0
  #longestS = 0
  #firstLine: number | null = null
  #coveredS = 0
  /** Wall time of finished sessions and of the current one, s. */
  #wallS = 0
  #session: { firstS: number | null; lastS: number | null; elapsedS: number } | null = null
  #firstAtS: number | null = null
  #lastAtS: number | null = null
  readonly #joules = { it: 0, cpu: 0, gpu: 0, memory: 0 }
  #has = { cpu: true, gpu: true, memory: true }
  #torn: number | null = null
  #hasCombined = false
  #withoutPower = 0

  constructor(file: string) {
    this.#file = file
  }

  /** The log ends within a sample that begins on this line. */
  tear(line: number): void {
    this.#torn = line
  }

  /** @param isLast whether the file ended in it */
  add(sample: Sample, isLast: boolean = false): void {
    // A block that ends before the sum that the others have was cut, wherever the file ends.
    const isCut = isLast && this.#hasCombined && !sample.watts.has('Combined')
    this.#hasCombined ||= sample.watts.has('Combined')
    const watts = sample.isFaulty || isCut ? null : totalWatts(sample.watts)
    if (watts === null && isLast && this.#count > 0) {
      this.#torn = sample.line
      return
    }
    this.#assertFollows(sample)
    this.#firstLine ??= sample.line
    this.#count += 1
    this.#longestS = Math.max(this.#longestS, sample.elapsedS)
    this.#addTime(sample)
    if (watts === null) {
      if (!sample.isFaulty) this.#withoutPower += 1
      return
    }
    // A chip that runs powermetrics does not draw 0 W.
    if (watts > 0) this.#coveredS += sample.elapsedS
    this.#joules.it += watts * sample.elapsedS
    const part = (key: 'cpu' | 'gpu' | 'memory', rail: Rail): void => {
      const value = sample.watts.get(rail)
      if (value === undefined) this.#has[key] = false
      else this.#joules[key] += value * sample.elapsedS
    }
    part('cpu', 'CPU')
    part('gpu', 'GPU')
    part('memory', 'DRAM')
  }

  /** @throws MeasurementError for a sample of a time that is counted already, such as that of a log in the file twice */
  #assertFollows({ elapsedS, atS }: Sample): void {
    if (atS === null || this.#lastAtS === null || atS - elapsedS >= this.#lastAtS - CLOCK_S) return
    throw new MeasurementError('the sample begins before the end of an earlier one: its energy would be counted twice')
  }

  #addTime({ elapsedS, atS }: Sample): void {
    this.#session ??= { firstS: atS === null ? null : atS - elapsedS, lastS: null, elapsedS: 0 }
    this.#session.elapsedS += elapsedS
    this.#session.lastS = atS
    this.#firstAtS ??= atS === null ? null : atS - elapsedS
    this.#lastAtS = atS
  }

  /** Between two sessions of powermetrics nothing belongs to the log. */
  endSession(): void {
    if (this.#session === null) return
    const { firstS, lastS, elapsedS } = this.#session
    const byClock = firstS === null || lastS === null ? elapsedS : lastS - firstS
    this.#wallS += byClock - elapsedS > Math.max(CLOCK_S, 0.05 * elapsedS) ? byClock : elapsedS
    this.#session = null
  }

  records(refusals: Refusals): readonly EnergyRecord[] {
    this.endSession()
    if (this.#withoutPower > 0) {
      const what = `${this.#withoutPower} of ${this.#count} samples have no power of the processor`
      refusals.add(null, `${what}: run powermetrics with --samplers cpu_power`)
    }
    if (this.#coveredS === 0) {
      if (refusals.count > 0) return []
      throw new MeasurementError('it contains no sample of power')
    }
    const isLeftover =
      CODECARBON_FILE.test(this.#file) &&
      this.#count <= CODECARBON_MOST_SAMPLES &&
      this.#longestS <= CODECARBON_LONGEST_SAMPLE_S
    const whole = record({
      name: 'powermetrics',
      startedAt: rfc3339(this.#firstAtS),
      endedAt: rfc3339(this.#lastAtS),
      durationS: this.#wallS,
      coveredS: this.#coveredS,
      itWh: this.#joules.it / 3600,
      cpuWh: this.#has.cpu ? this.#joules.cpu / 3600 : null,
      gpuWh: this.#has.gpu ? this.#joules.gpu / 3600 : null,
      memoryWh: this.#has.memory ? this.#joules.memory / 3600 : null,
      method: 'measured',
      file: this.#file,
      line: this.#firstLine,
      copyOf: isLeftover
        ? {
            format: 'codecarbon',
            alone: `it contains only the last ${this.#coveredS.toFixed(1)} s of a run: CodeCarbon overwrites this file at every measurement; give its emissions.csv`,
          }
        : null,
      notes: this.#torn === null ? [] : [tornNote(this.#file, this.#torn, 'sample')],
    })
    return [whole]
  }
}

class TextSamples implements LineReading {
  readonly #sum: SampleSum
  #open: Sample | null = null

  constructor(file: string) {
    this.#sum = new SampleSum(file)
  }

  line({ text, number, torn }: Line): void {
    if (torn && text.trim() !== '') this.#sum.tear(number)
    if (BLOCK.test(text)) {
      this.#close()
      this.#begin(text, number)
      return
    }
    if (text.startsWith('Machine model:')) {
      this.#close()
      this.#sum.endSession()
      return
    }
    const [, rail, value] = POWER.exec(text) ?? ['', 'Intel', INTEL_POWER.exec(text)?.[1]]
    if (value === undefined || rail === undefined || this.#open === null) return
    const sample = this.#open
    sample.isFaulty = true
    const watts = powerOf(`${rail} power`, value)
    sample.isFaulty = false
    sample.watts.set(rail as Rail, watts)
  }

  #begin(text: string, number: number): void {
    const [, stamp, elapsed] = BLOCK_TIMES.exec(text) ?? []
    const elapsedS = amount('elapsed time', elapsed) / 1000
    const atS = stamp === undefined ? null : cTimeSeconds(stamp)
    this.#open = { line: number, elapsedS, atS, watts: new Map(), isFaulty: false }
  }

  #close(isLast: boolean = false): void {
    const sample = this.#open
    this.#open = null
    if (sample !== null) this.#sum.add(sample, isLast)
  }

  records(refusals: Refusals): readonly EnergyRecord[] {
    this.#close(true)
    return this.#sum.records(refusals)
  }
}

/** Power of the whole chip, W; null if a sample does not have it. Package includes CPU, GPU, ANE and memory (macOS 11 on M1). */
function totalWatts(watts: ReadonlyMap<Rail, number>): number | null {
  const [combined, cpu, gpu] = [watts.get('Combined'), watts.get('CPU'), watts.get('GPU')]
  const memory = watts.get('DRAM') ?? 0
  if (combined !== undefined) return combined + memory
  const whole = watts.get('Package') ?? watts.get('Intel')
  if (whole !== undefined) return whole
  return cpu === undefined || gpu === undefined ? null : cpu + gpu + (watts.get('ANE') ?? 0) + memory
}

/** `1764 mW`, `8.51W`. @returns W @throws MeasurementError */
function powerOf(quantity: string, text: string): number {
  const [, number, unit] = /^(\S+?)\s*(mW|W)$/.exec(text) ?? []
  if (number === undefined)
    throw new MeasurementError(`${quantity} is ${JSON.stringify(text.slice(0, 40))}: expected a number and mW or W`)
  return amount(quantity, number) / (unit === 'mW' ? 1000 : 1)
}

function rfc3339(seconds: number | null): string | null {
  return seconds === null || !(seconds >= 0) || seconds > 253_402_300_799
    ? null
    : new Date(seconds * 1000).toISOString()
}
