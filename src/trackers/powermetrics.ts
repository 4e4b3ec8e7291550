import { MeasurementError } from '../core/errors.ts'
import type { EnergyRecord } from '../core/energy-record.ts'
import { cTimeSeconds } from './c-time.ts'
import { instant } from './clock.ts'
import { amount } from './field.ts'
import type { Log } from './log.ts'
import { type LineReader, readLineLog } from './log-reading.ts'
import { whOfJoules } from './record.ts'
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
  detect: (head) => /^\uFEFF?\*\*\* Sampled system activity\b/m.test(head),
  read: (source) => readLineLog(source, textSamples),
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
  readonly #log: Log
  #count = 0
  #longestS = 0
  #firstLine: number | null = null
  #coveredS = 0
  /** Wall time of finished sessions and of the current one, s. */
  #wallS = 0
  #session: { firstS: number | null; lastS: number | null; elapsedS: number } | null = null
  #firstAtS: number | null = null
  #lastAtS: number | null = null
  #whole = 0
  /** J of each part; null where a sample does not have it. */
  readonly #parts: Record<'cpu' | 'gpu' | 'memory', number | null> = { cpu: 0, gpu: 0, memory: 0 }
  #hasCombined = false
  #withoutPower = 0

  constructor(log: Log) {
    this.#log = log
  }

  /** @param isLast whether the file ended in it */
  add(sample: Sample, isLast: boolean = false): void {
    const { elapsedS, atS, line } = sample
    // A block that ends before the sum that the others have was cut, wherever the file ends.
    const isCut = isLast && this.#hasCombined && !sample.watts.has('Combined')
    this.#hasCombined ||= sample.watts.has('Combined')
    const watts = sample.isFaulty || isCut ? null : totalWatts(sample.watts)
    if (watts === null && isLast && this.#count > 0) {
      this.#log.tear(line, 'sample')
      return
    }
    if (atS !== null && this.#lastAtS !== null && atS - elapsedS < this.#lastAtS - CLOCK_S) {
      // Such as that of a log that is in the file twice.
      throw new MeasurementError(
        'the sample begins before the end of an earlier one: its energy would be counted twice',
      )
    }
    this.#firstLine ??= line
    this.#count += 1
    this.#longestS = Math.max(this.#longestS, elapsedS)
    const beginS = atS === null ? null : atS - elapsedS
    this.#session ??= { firstS: beginS, lastS: null, elapsedS: 0 }
    this.#session.elapsedS += elapsedS
    this.#session.lastS = atS
    this.#firstAtS ??= beginS
    this.#lastAtS = atS
    if (watts === null) {
      if (!sample.isFaulty) this.#withoutPower += 1
      return
    }
    // A chip that runs powermetrics does not draw 0 W.
    if (watts > 0) this.#coveredS += elapsedS
    this.#whole += watts * elapsedS
    for (const [part, rail] of PARTS) {
      const [sum, value] = [this.#parts[part], sample.watts.get(rail)]
      this.#parts[part] = sum === null || value === undefined ? null : sum + value * elapsedS
    }
  }

  /** Between two sessions of powermetrics nothing belongs to the log. */
  endSession(): void {
    if (this.#session === null) return
    const { firstS, lastS, elapsedS } = this.#session
    const byClock = firstS === null || lastS === null ? elapsedS : lastS - firstS
    this.#wallS += byClock - elapsedS > Math.max(CLOCK_S, 0.05 * elapsedS) ? byClock : elapsedS
    this.#session = null
  }

  records(): readonly EnergyRecord[] {
    const log = this.#log
    this.endSession()
    if (this.#withoutPower > 0) {
      const what = `${this.#withoutPower} of ${this.#count} samples have no power of the processor`
      log.refuse(null, `${what}: run powermetrics with --samplers cpu_power`)
    }
    if (this.#coveredS === 0) {
      if (log.refused > 0) return []
      throw new MeasurementError('it contains no sample of power')
    }
    const isLeftover =
      CODECARBON_FILE.test(log.file) &&
      this.#count <= CODECARBON_MOST_SAMPLES &&
      this.#longestS <= CODECARBON_LONGEST_SAMPLE_S
    const alone = `it contains only the last ${this.#coveredS.toFixed(1)} s of a run: CodeCarbon overwrites this file at every measurement; give its emissions.csv`
    const whole = log.record({
      name: 'powermetrics',
      startedAt: this.#firstAtS === null ? null : instant(this.#firstAtS),
      endedAt: this.#lastAtS === null ? null : instant(this.#lastAtS),
      durationS: this.#wallS,
      coveredS: this.#coveredS,
      ...whOfJoules({ whole: this.#whole, ...this.#parts }),
      line: this.#firstLine,
      copyOf: isLeftover ? { format: 'codecarbon', alone } : null,
    })
    return [whole]
  }
}

/** Powers that a sample has once. The sampler of the GPU prints that of the GPU again. */
const ONCE: ReadonlySet<Rail> = new Set(['Combined', 'CPU', 'Package', 'Intel'])

/** The parts of a chip and their rails. */
const PARTS = [
  ['cpu', 'CPU'],
  ['gpu', 'GPU'],
  ['memory', 'DRAM'],
] as const

const textSamples: LineReader = (log) => {
  const sum = new SampleSum(log)
  let open: Sample | null = null
  const close = (isLast: boolean = false): void => {
    const sample = open
    open = null
    if (sample !== null) sum.add(sample, isLast)
  }
  return {
    line({ text, number, torn }) {
      if (torn && text.trim() !== '') log.tear(number, 'sample')
      if (BLOCK.test(text)) {
        close()
        const [, stamp, elapsed] = BLOCK_TIMES.exec(text) ?? []
        const elapsedS = amount('elapsed time', elapsed) / 1000
        const atS = stamp === undefined ? null : cTimeSeconds(stamp)
        open = { line: number, elapsedS, atS, watts: new Map(), isFaulty: false }
        return
      }
      if (text.startsWith('Machine model:')) {
        close()
        sum.endSession()
        return
      }
      if (open === null) return
      const [, rail, value] = POWER.exec(text) ?? ['', 'Intel', INTEL_POWER.exec(text)?.[1]]
      if (value === undefined || rail === undefined) return
      if (ONCE.has(rail as Rail) && open.watts.has(rail as Rail)) {
        open.isFaulty = true
        throw new MeasurementError(`the sample has two powers of ${rail}: the line that begins one is missing`)
      }
      const wasFaulty = open.isFaulty
      open.isFaulty = true
      open.watts.set(rail as Rail, powerOf(`${rail} power`, value))
      open.isFaulty = wasFaulty
    },
    records() {
      close(true)
      return sum.records()
    },
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
